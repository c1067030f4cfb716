#pragma once
// What a tier gives, with what it inherits from the tiers that it includes.

#include "ptf_fees/schedule.h"

namespace ptf_fees {

/// What `tier` (an index into schedule.tiers) gives of `benefit`: its own grant, or a better one from a tier that it
/// includes. Yes (and any quantity) goes before unstated, and unstated before no; its own quantity goes before an
/// inherited one.
[[nodiscard]] Grant grant_for(const Schedule& schedule, const Benefit& benefit, std::size_t tier) noexcept;

/// The index of `tier` in `schedule.tiers`. Precondition: the tier is one of them.
[[nodiscard]] std::size_t index_of(const Schedule& schedule, const Tier& tier) noexcept;

/// Whether `tier` gives something of `benefit` that the next lower tier does not, or gives another quantity.
/// Always false for the lowest tier.
[[nodiscard]] bool adds_over_tier_below(const Schedule& schedule, const Benefit& benefit, std::size_t tier) noexcept;

} // namespace ptf_fees
