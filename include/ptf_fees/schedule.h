#pragma once
// A fee schedule: one dated edition of a foundation's published terms, as plain values.
//
// Lifetime: every string_view, span and pointer in a Schedule points into storage of the Catalogue that it came from
// (static storage for the embedded catalogue) and is valid as long as that is. Schedules are never changed once built.
// Invariants (what the loader refuses is what the engine may rely on): ids are unique, bands are not empty and rise
// strictly, amounts are 0 to largest_scheduled_amount, every index and pointer refers to the same schedule, `includes`
// has no cycle.

#include "ptf_fees/money.h"
#include "ptf_fees/organization.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

namespace ptf_fees {

/// A calendar day (proleptic Gregorian, no time zone).
using Date = std::chrono::year_month_day;

/// What a source says of a question: it says no, it says yes, or it does not say.
enum class Answer : std::uint8_t { no, yes, unstated };

/// "no", "yes", "unstated". Static storage.
[[nodiscard]] std::string_view name_of(Answer answer) noexcept;

/// A document that states facts. Empty strings mean that the schedule does not give them.
struct Source {
    std::string_view id{};
    std::string_view title{};
    std::string_view url{};
    std::string_view archive{};      ///< a copy that will not change
    std::string_view locator{};      ///< where in the document
    std::string_view proves{};       ///< what it shows where no figure, benefit or first day names it
    std::optional<Date> dated{};     ///< the document's own date
    std::optional<Date> retrieved{}; ///< when it was read
};

/// One step of a scale. It reaches up to the next band's `from` minus one; the last up to BandedFee::to.
struct Band {
    std::int64_t from = 0; ///< lower bound, inclusive: employees (1 or more) or whole currency units (0 or more)
    Money amount{};
    std::string_view published{}; ///< the step as the source prints it
    std::string_view differs{};   ///< why that text contradicts itself or the band; empty where it does not
};

/// The range of figures for which a band holds, both ends inclusive; no `to` means no upper end.
struct BandRange {
    Basis by = Basis::employees;
    std::int64_t from = 0;
    std::optional<std::int64_t> to{};

    friend bool operator==(const BandRange&, const BandRange&) = default;
};

/// The same amount for everyone; 0 is "free".
struct FlatFee {
    Money amount{};
    const Source* source = nullptr; ///< never null in a built schedule
    std::string_view published{};
    std::string_view differs{}; ///< why that text contradicts itself or the amount; empty where it does not
};

/// An amount by headcount or revenue. Below the first band there is no fee: out of range, never 0. Beyond the end of
/// the scale, where it has one, the fee is not published.
struct BandedFee {
    Basis by = Basis::employees;
    std::span<const Band> bands{}; ///< not empty, `from` rising strictly
    const Source* source = nullptr;
    std::optional<std::int64_t> to{}; ///< the last figure that the published scale covers, at least the last `from`
};

/// The range of figures for which the band with that index holds. Precondition: there is such a band.
[[nodiscard]] BandRange range_of(const BandedFee& fee, std::size_t index) noexcept;

/// The source names a fee and does not print it.
struct UnpublishedFee {
    std::string_view reason{}; ///< what the source says instead
    const Source* source = nullptr;
};

/// What a tier costs. A new kind of fee is a new alternative here; the compiler then names every place to extend.
using Fee = std::variant<FlatFee, BandedFee, UnpublishedFee>;

/// The source of a fee, whatever its kind. Never null in a built schedule.
[[nodiscard]] const Source& source_of(const Fee& fee);

/// The scale of a fee that depends on a figure, or nullptr. Valid as long as `fee`.
[[nodiscard]] const BandedFee* scale_of(const Fee& fee);

/// A membership named by another tier: `foundation`/`tier`.
struct MembershipRef {
    std::string_view foundation{};
    std::string_view tier{};
};

/// A membership that must be held, each with its own fee unless held.
struct Requirement {
    MembershipRef membership{};
    std::optional<Fee> price{}; ///< set (a FlatFee) where this schedule's own source prints the price of it
};

/// How one joins a tier: by enrolment (automatic) or after an approval.
enum class Route : std::uint8_t { enrolment, approval };

/// "enrolment" or "approval". Static storage.
[[nodiscard]] std::string_view name_of(Route route) noexcept;

struct Join {
    Route route = Route::enrolment;
    std::string_view url{};
    std::span<const std::string_view> steps{};
    std::string_view by{};                     ///< who approves; empty for enrolment
    std::optional<std::int64_t> within_days{}; ///< days within which they decide, where stated
};

/// One class of membership.
struct Tier {
    std::string_view id{};
    std::string_view name{};
    Fee fee{};
    std::array<Answer, all_org_types.size()> open_to{}; ///< indexed by OrgType
    Join join{};
    std::span<const Requirement> requires_memberships{}; ///< excludes `bundles`
    std::span<const MembershipRef> bundles{};            ///< memberships that the fee includes
    std::optional<std::size_t> includes{};               ///< index of the tier whose benefits it has too
    std::optional<std::int64_t> commitment_years{};      ///< 1 or more
    std::optional<std::int64_t> members_max{};           ///< 1 or more; closed beyond
    std::span<const std::string_view> notes{};           ///< shown only where this tier is
};

/// What one tier gives of one benefit. A quantity ("50 vouchers") is a yes that says how much.
struct Grant {
    Answer answer = Answer::no;
    std::string_view quantity{}; ///< empty unless the source gives one; then answer is yes

    friend bool operator==(const Grant&, const Grant&) = default;
};

struct Benefit {
    std::string_view id{};
    std::string_view group{};
    std::string_view name{};
    const Source* source = nullptr;
    std::span<const Grant> grants{};         ///< one for each tier of the schedule, in its order, before inheritance
    std::optional<std::size_t> implied_by{}; ///< index into Schedule::benefits: who has that one need not have this one
};

/// A total that a source itself prints; `schedule check` recomputes it.
struct Example {
    std::size_t tier = 0; ///< index into Schedule::tiers
    Organization organization{};
    bool lf_member = false;
    Money total{};
    const Source* source = nullptr;
};

/// One edition of a foundation's terms.
struct Schedule {
    std::string_view id{};         ///< "ptf-2024-10"
    std::string_view foundation{}; ///< "ptf": editions with one foundation id form a series
    std::string_view name{};       ///< the foundation's name: the payee of its fees
    std::string_view title{};
    Date effective{};             ///< first day in force
    bool effective_exact = true;  ///< false: only the first day on which the terms were seen
    Date verified{};              ///< the day of the newest copy of the sources that says what the schedule says
    std::optional<Date> until{};  ///< the first day on which the terms are known no longer to hold, replaced by others
                                  ///< that no copy has
    bool is_default = false;      ///< the edition that the foundation id alone means
    std::string_view currency{};  ///< ISO 4217, three capitals
    std::string_view period{};    ///< "year"
    std::string_view employees{}; ///< how heads are counted; empty where not stated
    std::string_view revenue{};   ///< what counts as revenue; empty where not stated
    const Source* effective_source = nullptr; ///< what proves the first day; nullptr where none is named for it
    std::span<const std::string_view> notes{};
    std::span<const Source> sources{};
    std::span<const Tier> tiers{}; ///< highest first, not empty
    std::span<const Benefit> benefits{};
    std::span<const Example> examples{};
};

/// The tier with that id or name (ASCII case ignored), or nullptr. Valid as long as the schedule's catalogue.
[[nodiscard]] const Tier* find_tier(const Schedule& schedule, std::string_view id_or_name) noexcept;

/// The benefit with that id or name (ASCII case ignored), or nullptr. Valid as long as the schedule's catalogue.
[[nodiscard]] const Benefit* find_benefit(const Schedule& schedule, std::string_view id_or_name) noexcept;

/// Whether `tier` is open to organisations of that type.
[[nodiscard]] constexpr Answer open_to(const Tier& tier, OrgType type) noexcept {
    return tier.open_to[static_cast<std::size_t>(type)];
}

} // namespace ptf_fees
