#pragma once
// A quote: the price of one tier explained line by line, with what would change it.

#include "ptf_fees/merged_table.h"

#include <string>
#include <vector>

namespace ptf_fees {

/// Another circumstance and the total that the engine quotes there.
struct Change {
    enum class What : std::uint8_t { below, above, membership };
    What what = What::below;
    std::optional<BandRange> range{}; ///< for below and above: the neighbouring interval of the merged table
    std::string_view foundation{};    ///< for membership: whose membership is answered the other way
    bool member = false;              ///< for membership: the other answer
    Money total{};                    ///< what is quoted there
    std::optional<Money> delta{};     ///< that total less this one; nullopt where this one has no total
};

/// One line of a quote.
struct QuoteLine {
    Charge charge{};
    Line line{};
};

/// The answer for one tier.
struct TierQuote {
    const Tier* tier = nullptr;
    Price price{};
    Answer eligibility = Answer::no;
    std::vector<QuoteLine> lines{}; ///< one for each charge; they add up to the total
    std::vector<Change> changes{};  ///< exact, and none that changes nothing
    std::vector<BandRange> holds{}; ///< figures for which the total stays: of employees, of revenue; none where it
                                    ///< depends on neither. Charges add up, so it stays within all of them together
    std::vector<MergedRow> bands{}; ///< where a figure is missing: the merged table that it would decide
    std::string reason{};           ///< one sentence why there is no total, with the remedy; empty when quoted
};

/// Who asks, and of which terms.
struct Inquiry {
    Organization organization{};
    Memberships member_of{};
    std::optional<Date> as_of{};
};

/// Quotes `tier` of `schedule`.
[[nodiscard]] std::expected<TierQuote, Unresolved> quote(const Catalogue& catalogue, const Schedule& schedule,
                                                         const Tier& tier, const Inquiry& inquiry);

/// One sentence why `price` has no total for `organization`, with the remedy; empty when it is quoted.
/// `quote` and batch rows say the same.
[[nodiscard]] std::string reason_for(const ResolvedTier& tier, const Organization& organization, const Price& price);

/// Sentences that a reader of `quotes` from `schedule` must see: its notes, those of the quoted tiers (of several, each
/// with its name), how heads and revenue are counted, and what the quotes leave open.
[[nodiscard]] std::vector<std::string> notes_for(const Schedule& schedule, std::span<const TierQuote> quotes);

/// The tiers that give every benefit asked for.
struct Needs {
    std::vector<TierQuote> met{};      ///< cheapest first; those without a total last, in schedule order
    std::vector<TierQuote> unstated{}; ///< tiers where a benefit that is not stated might decide it
    const Tier* nearest = nullptr;     ///< the tier that lacks fewest; of those the cheapest; nullptr if there is none
    std::vector<const Benefit*> lacks{}; ///< what `nearest` lacks
};

/// Chooses among `quotes` (one for each tier of `schedule`) by `benefits`.
[[nodiscard]] Needs tiers_with(const Schedule& schedule, std::vector<TierQuote> quotes,
                               std::span<const Benefit* const> benefits);

} // namespace ptf_fees
