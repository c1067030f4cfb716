#pragma once
// A portfolio: what memberships of several foundations cost together. Each quoted tier pays its own fee, and every
// membership that they require is paid once, however many of them require it.

#include "ptf_fees/quote.h"

namespace ptf_fees {

/// One charge of a portfolio.
struct PortfolioLine {
    QuoteLine quoted{};
    std::vector<std::size_t> required_by{}; ///< the quoted tiers that require this membership, or a lower one of its
                                            ///< foundation: indices into Portfolio::memberships, rising
};

/// One quoted tier of a portfolio.
struct PortfolioMembership {
    TierQuote alone{};           ///< the quote for this tier alone, on the portfolio's day
    Status status{};             ///< in the portfolio, where another tier may meet what this one requires
    std::string reason{};        ///< one sentence why it is not quoted; empty when it is
    std::optional<Money> adds{}; ///< its fee and those of what no other quoted tier requires; nullopt where not quoted
};

/// All that is due in one currency.
struct PortfolioTotal {
    std::string_view currency{};
    std::optional<Money> membership{};   ///< the fees of the quoted tiers; nullopt where none is quoted
    std::optional<Money> prerequisite{}; ///< those of what they require
    std::optional<Money> total{};        ///< the sum of the two
    bool complete = true;                ///< every tier of this currency is quoted
    std::optional<Money> saved{};        ///< the sum of what each tier costs alone less the total
    std::optional<Money> lowest{};       ///< where a figure is a range that leaves tiers without a quote: the lowest
    std::optional<Money> highest{};      ///< and the highest total of all of them
};

/// What would change a total of a portfolio.
struct PortfolioChange {
    Change change{}; ///< total and delta in `currency`
    std::string_view currency{};
};

/// The answer for several tiers.
struct Portfolio {
    Date day{};                                     ///< on which every required membership was looked up
    std::vector<PortfolioMembership> memberships{}; ///< in the order in which they were asked for
    std::vector<PortfolioLine>
        lines{}; ///< the own fee of each of them, in that order; then what they require and bundle
    std::vector<PortfolioTotal> totals{};   ///< one for each currency, in the order of the tiers
    std::vector<PortfolioChange> changes{}; ///< exact, and none that changes nothing
};

/// Quotes `tiers` together: at least one, no two of one foundation. Without `as_of` the day is the latest effective day
/// of their editions.
///
/// A tier that is quoted, and one that it bundles, meets what the others require of it and of lower tiers of its
/// foundation; what is met or held requires nothing more. A tier that is quoted is charged even where another bundles
/// it. Of several prices for one required membership the dearest is charged.
[[nodiscard]] std::expected<Portfolio, Unresolved> portfolio(const Catalogue& catalogue, std::span<const TierRef> tiers,
                                                             const Inquiry& inquiry);

/// Sentences that a reader of `portfolio` must see: those of notes_for for each tier, led by the foundation where they
/// are not the same for all, and that a membership is required at several prices.
[[nodiscard]] std::vector<std::string> notes_for(const Portfolio& portfolio);

} // namespace ptf_fees
