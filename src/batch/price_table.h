#pragma once
// All answers that a schedule can give, priced once by the engine, so that a row only has to look its answer up.

#include "ptf_fees/price.h"

#include <algorithm>
#include <array>
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

    friend bool operator==(const Question&, const Question&) = default;
};

/// The answer to it, as the engine gives it. `band` and `reason` are as the output shows them; empty if there is
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

    /// Figures at which a price changes, rising.
    struct Breakpoints {
        Breakpoints() { first.fill(std::numeric_limits<std::int64_t>::max()); }
        explicit Breakpoints(std::vector<std::int64_t> breakpoints) : Breakpoints{} {
            all = std::move(breakpoints);
            std::copy_n(all.begin(), std::min(all.size(), first.size()), first.begin());
        }

        /// Which interval a figure lies in: 1 below the first breakpoint, 2 from it on, ... (0 is for an unknown
        /// one.)
        [[nodiscard]] std::size_t interval(std::int64_t figure) const noexcept;

        std::vector<std::int64_t> all;
        std::array<std::int64_t, 8>
            first; ///< again, in a number that is known beforehand; what is left over is the largest figure
    };

    /// A tier for members or for others, and where its price changes.
    struct Sheet {
        ResolvedTier tier;
        Breakpoints employees;
        Breakpoints revenue;
        std::size_t first = 0; ///< the place of its first answer

        [[nodiscard]] std::size_t places() const noexcept;

        /// Where the answer for those intervals of employees and revenue is.
        [[nodiscard]] std::size_t place(OrgType type, std::size_t of_employees, std::size_t of_revenue) const noexcept {
            const std::size_t row = static_cast<std::size_t>(type) * (employees.all.size() + 2) + of_employees;
            return first + row * (revenue.all.size() + 2) + of_revenue;
        }
    };

    [[nodiscard]] const Sheet& sheet(std::size_t tier, bool lf_member) const noexcept {
        return sheets_[2 * tier + (lf_member ? 1 : 0)];
    }

    /// Tables larger than this many answers are not made: place() is never asked then.
    static constexpr std::size_t most_answers = std::size_t{1} << 16U;

    /// How many different answers there are, or 0 where they are too many to keep.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// Where the answer to `question` is: less than size(). Questions in one place have the same answer, except for
    /// the wording of `reason` where the status is out_of_range. Preconditions: size() is not 0, the figures are exact.
    [[nodiscard]] std::size_t place(const Question& question) const noexcept;

    /// A question whose answer is there. (Below a breakpoint at 0 nothing lies: what is in such a place is never
    /// asked.) Precondition: `place` is less than size().
    [[nodiscard]] Question question(std::size_t place) const;

    /// Whether what some organisation pays for some tier depends on `by`.
    [[nodiscard]] bool depends_on(Basis by) const noexcept;

    [[nodiscard]] const Schedule& schedule() const noexcept { return *schedule_; }

    /// Around the schedule. Precondition: it still lives.
    [[nodiscard]] const Catalogue& catalogue() const noexcept { return *catalogue_; }

private:
    const Catalogue* catalogue_ = nullptr;
    const Schedule* schedule_ = nullptr;
    std::vector<Sheet> sheets_; ///< for each tier: for others, for members
    std::size_t size_ = 0;
};

inline std::size_t PriceTable::Breakpoints::interval(std::int64_t figure) const noexcept {
    if (all.size() > first.size())
        return 1 + static_cast<std::size_t>(std::ranges::upper_bound(all, figure) - all.begin());
    std::size_t reached = 1;
    for (const std::int64_t breakpoint : first)
        reached += figure >= breakpoint ? 1 : 0;
    return std::min(reached, all.size() + 1);
}

} // namespace ptf_fees::batch
