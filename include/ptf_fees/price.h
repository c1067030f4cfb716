#pragma once
// What membership of one tier costs. Two steps: `resolve` gathers the charges of a tier once, `price` then prices any
// number of organisations against them: pure, noexcept, without allocating. Every part of the program shows the result
// of `price`.

#include "ptf_fees/catalogue.h"

#include <array>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace ptf_fees {

/// A class of membership: a tier of an edition. Valid as long as the catalogue that it comes from.
struct TierRef {
    const Schedule* schedule = nullptr;
    const Tier* tier = nullptr;
};

/// Why a membership is among the charges of a tier.
enum class ChargeKind : std::uint8_t {
    own,      ///< the tier itself
    required, ///< must be held too, and is paid for
    waived,   ///< must be held too, and already is
    included, ///< another charge's fee includes it
};

/// One membership that joining a tier brings with it.
struct Charge {
    const Schedule* schedule = nullptr; ///< the edition that the membership belongs to
    const Tier* tier = nullptr;
    Fee fee{};                       ///< the tier's own fee, the price that the requiring source prints for it, or an
                                     ///< unpublished one where the edition's terms no longer hold
    std::vector<Fee> other_prices{}; ///< further prices at which the membership is required: the dearest is due
    ChargeKind kind = ChargeKind::own;
    bool own_price = false; ///< `fee` is the price that the requiring schedule's source prints
};

/// Whether the charge is to be paid: neither held already nor part of another one.
[[nodiscard]] constexpr bool is_paid(const Charge& charge) noexcept {
    return charge.kind == ChargeKind::own || charge.kind == ChargeKind::required;
}

/// A tier with all that its price depends on. Valid as long as the catalogue it was resolved in.
struct ResolvedTier {
    const Schedule* schedule = nullptr;
    const Tier* tier = nullptr;
    std::vector<Charge> charges{}; ///< the tier itself, then what it requires and bundles, nearest first, each once
};

/// A requirement that cannot be met from the catalogue.
struct Unresolved {
    MembershipRef membership{};
    Date day{};            ///< the day on which an edition was looked for
    std::string message{}; ///< one sentence with the remedy
};

/// Gathers the charges of `tier` of `schedule` for an organisation that holds the memberships `held`.
///
/// A requirement on the same foundation resolves to `schedule` itself, any other to the edition in force on `as_of`, or
/// without one on the effective day of the edition that requires it. A required membership of a foundation in `held` is
/// waived, and what only it requires is left out; the quoted tier itself is never waived. A membership that another
/// one's fee bundles is included. The price that a requiring source prints goes before the required tier's own; of
/// several requirements of one membership the dearest price is due. The fee of a required edition whose `until` has
/// come is unpublished.
///
/// A requirement on one of `met`, memberships that are paid for elsewhere, or on a lower tier of its foundation is left
/// out, and so is what only it requires.
[[nodiscard]] std::expected<ResolvedTier, Unresolved> resolve(const Catalogue& catalogue, const Schedule& schedule,
                                                              const Tier& tier, const Memberships& held,
                                                              std::optional<Date> as_of = std::nullopt,
                                                              std::span<const TierRef> met = {});

/// How a question about one tier was answered; the first that holds. Only `quoted` has a total.
enum class Status : std::uint8_t {
    quoted,
    ineligible,      ///< the tier is not open to this type of organisation
    unstated,        ///< the schedule does not state whether it is
    unpublished,     ///< a fee that is due is not published, or the figure lies beyond the end of its scale
    needs_employees, ///< a fee that is due is banded by headcount, and none was given, or a range with several fees
    needs_revenue,   ///< the same for revenue
    out_of_range,    ///< the figure lies below the first band, a range with both ends
};

inline constexpr auto all_statuses =
    std::to_array({Status::quoted, Status::ineligible, Status::unstated, Status::unpublished, Status::needs_employees,
                   Status::needs_revenue, Status::out_of_range});

/// The status in snake_case, as in JSON and CSV. Static storage.
[[nodiscard]] std::string_view name_of(Status status) noexcept;

/// What an organisation pays for one charge.
enum class LineKind : std::uint8_t { fee, free, waived, included, unpublished };

/// The kind as in JSON. Static storage.
[[nodiscard]] std::string_view name_of(LineKind kind) noexcept;

/// One charge as priced for one organisation.
struct Line {
    LineKind kind = LineKind::fee;
    std::optional<Money> amount{};   ///< nullopt is unknown: not published, the figure missing, or out of range
    std::optional<BandRange> band{}; ///< set where the fee is banded and the figure falls into a band; of a range of
                                     ///< figures from the first to the last of the bands that it covers
    std::string_view published{};    ///< the figures as the source prints them; empty where no one figure applies
    const Source* source = nullptr;  ///< never null
    Status status = Status::quoted;  ///< why `amount` is unknown: unpublished, needs_*, out_of_range; else quoted
};

/// What `organization` pays for `charge`, whether or not the tier is open to it.
[[nodiscard]] Line line_for(const Charge& charge, const Organization& organization) noexcept;

/// The price of a tier for one organisation. The three amounts are set when, and only when, `status` is quoted.
struct Price {
    Status status = Status::quoted;
    std::optional<Money> membership{};   ///< the tier's own fee
    std::optional<Money> prerequisite{}; ///< all other charges together; 0 where nothing more is due
    std::optional<Money> total{};        ///< the sum of the two

    friend bool operator==(const Price&, const Price&) = default;
};

/// The price of `tier` for `organization`: eligibility first, then the sum of line_for over the charges.
[[nodiscard]] Price price(const ResolvedTier& tier, const Organization& organization) noexcept;

/// The same whether or not the tier is open to the organisation's type.
[[nodiscard]] Price price_if_open(const ResolvedTier& tier, const Organization& organization) noexcept;

} // namespace ptf_fees
