// Floor 1, pure: which tiers give all that is asked for, cheapest first, and which one misses by least.
#include "ptf_fees/benefits.h"
#include "ptf_fees/quote.h"

#include <algorithm>
#include <tuple>

namespace ptf_fees {
namespace {

/// Cheapest first; what has no total comes last.
auto cost_of(const TierQuote& quote) {
    return std::tuple{!quote.price.total.has_value(), quote.price.total.value_or(Money{})};
}

struct Coverage {
    std::vector<const Benefit*> lacks; ///< not given, or not stated
    bool refused = false;              ///< at least one is not given
};

Coverage coverage_of(const Schedule& schedule, const Tier& tier, std::span<const Benefit* const> benefits) {
    Coverage coverage;
    for (const Benefit* benefit : benefits) {
        const Answer answer = grant_for(schedule, *benefit, index_of(schedule, tier)).answer;
        if (answer == Answer::yes)
            continue;
        coverage.lacks.push_back(benefit);
        coverage.refused = coverage.refused || answer == Answer::no;
    }
    return coverage;
}

} // namespace

Needs tiers_with(const Schedule& schedule, std::vector<TierQuote> quotes, std::span<const Benefit* const> benefits) {
    Needs needs;
    std::ranges::stable_sort(quotes, {}, cost_of);
    for (TierQuote& quote : quotes) {
        Coverage coverage = coverage_of(schedule, *quote.tier, benefits);
        if (coverage.lacks.empty()) {
            needs.met.push_back(std::move(quote));
        } else if (!coverage.refused) {
            needs.unstated.push_back(std::move(quote));
        } else if (needs.nearest == nullptr || coverage.lacks.size() < needs.lacks.size()) {
            // Quotes come cheapest first, so of tiers that lack as many the first is the cheapest.
            needs.nearest = quote.tier;
            needs.lacks = std::move(coverage.lacks);
        }
    }
    return needs;
}

} // namespace ptf_fees
