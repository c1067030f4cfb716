// Floor 1, pure: what a tier gives, its own grant or a better one that it inherits.
#include "ptf_fees/benefits.h"

namespace ptf_fees {
namespace {

/// yes goes before unstated, unstated before no.
int rank(Answer answer) noexcept {
    switch (answer) {
    case Answer::no:
        return 0;
    case Answer::unstated:
        return 1;
    case Answer::yes:
        break;
    }
    return 2;
}

} // namespace

Grant grant_for(const Schedule& schedule, const Benefit& benefit, std::size_t tier) noexcept {
    Grant best = benefit.grants[tier];
    // `includes` has no cycle, so the walk ends.
    for (auto below = schedule.tiers[tier].includes; below; below = schedule.tiers[*below].includes)
        if (rank(benefit.grants[*below].answer) > rank(best.answer))
            best = benefit.grants[*below];
    return best;
}

std::size_t index_of(const Schedule& schedule, const Tier& tier) noexcept {
    return static_cast<std::size_t>(&tier - schedule.tiers.data());
}

bool adds_over_tier_below(const Schedule& schedule, const Benefit& benefit, std::size_t tier) noexcept {
    if (tier + 1 >= schedule.tiers.size())
        return false;
    const Grant here = grant_for(schedule, benefit, tier);
    return here.answer == Answer::yes && here != grant_for(schedule, benefit, tier + 1);
}

} // namespace ptf_fees
