#pragma once
// All answers that a schedule can give, priced once by the engine, so that a row only has to look its answer up.

#include "ptf_fees/price.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ptf_fees::batch {

/// One question, as far as it decides the answer.
struct Question {
    std::size_t tier = 0; ///< index into Schedule::tiers
    bool lf_member = false;
    Organization organization;
};

/// The answer to it, as the engine gives it. `band` and `reason` are as the output shows them; empty where there is
/// none.
struct RowAnswer {
    Price price;
    std::string band;
    std::string reason;
};

/// The answers for one schedule, some memberships held and a day.
class PriceTable {
public:
    /// Of `held` the Linux Foundation is not regarded: each question answers that for itself, unless all of them will
    /// answer `lf_always`.
    [[nodiscard]] static std::expected<PriceTable, Unresolved>
    compile(const Catalogue& catalogue, const Schedule& schedule, const Memberships& held, std::optional<Date> as_of,
            std::optional<bool> lf_always = std::nullopt);

    /// The answer, straight from the engine.
    [[nodiscard]] RowAnswer answer(const Question& question) const;

    /// Tables larger than this many answers are not made: place() is never asked then.
    static constexpr std::size_t most_answers = std::size_t{1} << 16U;

    /// How many different answers there are, or 0 where they are too many to keep.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// Where the answer to `question` stands: less than size(). Questions in one place have the same answer, except for
    /// the wording of `reason` where the status is out_of_range. Precondition: size() is not 0.
    [[nodiscard]] std::size_t place(const Question& question) const noexcept;

    /// One question for each place, in their order. (Below a cut at 0 nothing lies: what stands in such a place is
    /// never asked.)
    [[nodiscard]] std::vector<Question> questions() const;

    /// Whether what some organisation pays for `tier` depends on `by`.
    [[nodiscard]] bool depends_on(std::size_t tier, bool lf_member, Basis by) const noexcept;

    [[nodiscard]] const Schedule& schedule() const noexcept { return *schedule_; }

private:
    /// A tier for members or for others, and the figures at which its price changes.
    struct Sheet {
        ResolvedTier tier;
        std::vector<std::int64_t> employees;
        std::vector<std::int64_t> revenue;
        std::size_t first = 0; ///< the place of its first answer

        [[nodiscard]] std::size_t places() const noexcept;
    };

    /// Which interval of `cuts` a figure lies in: 0 unknown, 1 below the first cut, 2 from the first cut on, ...
    [[nodiscard]] static std::size_t interval(std::span<const std::int64_t> cuts,
                                              std::optional<std::int64_t> figure) noexcept;

    [[nodiscard]] const Sheet& sheet(std::size_t tier, bool lf_member) const noexcept {
        return sheets_[2 * tier + (lf_member ? 1 : 0)];
    }

    const Schedule* schedule_ = nullptr;
    std::vector<Sheet> sheets_; ///< for each tier: for others, for members
    std::size_t size_ = 0;
};

inline std::size_t PriceTable::interval(std::span<const std::int64_t> cuts,
                                        std::optional<std::int64_t> figure) noexcept {
    // An unknown figure reaches no cut, and comes before the interval below the first one.
    const std::int64_t reach = figure.value_or(std::numeric_limits<std::int64_t>::min());
    std::size_t place = figure ? 1 : 0;
    constexpr std::size_t few = 16;
    if (cuts.size() > few)
        return place + static_cast<std::size_t>(std::ranges::upper_bound(cuts, reach) - cuts.begin());
    for (const std::int64_t cut : cuts)
        place += reach >= cut ? 1 : 0;
    return place;
}

inline std::size_t PriceTable::place(const Question& question) const noexcept {
    const Sheet& page = sheet(question.tier, question.lf_member);
    const std::size_t employees = interval(page.employees, question.organization.employees);
    const std::size_t revenue = interval(page.revenue, question.organization.revenue);
    const auto type = static_cast<std::size_t>(question.organization.type);
    return page.first + (type * (page.employees.size() + 2) + employees) * (page.revenue.size() + 2) + revenue;
}

} // namespace ptf_fees::batch
