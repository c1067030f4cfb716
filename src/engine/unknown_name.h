#pragma once
// What to say to a name that a schedule does not have.

#include "ptf_fees/catalogue.h"

#include <string>
#include <string_view>

namespace ptf_fees {

/// One sentence for a tier that `schedule` does not have: the edition of the same foundation in `catalogue` that has
/// it, or the nearest name, and the tiers there are.
[[nodiscard]] std::string unknown_tier(const Catalogue& catalogue, const Schedule& schedule, std::string_view typed);

/// The same in a roster, where `column` is what the cell is called. An empty cell has
/// no tier either.
[[nodiscard]] std::string unknown_tier_in(std::string_view column, const Catalogue& catalogue, const Schedule& schedule,
                                          std::string_view cell);

/// As unknown_tier, for a benefit.
[[nodiscard]] std::string unknown_benefit(const Catalogue& catalogue, const Schedule& schedule, std::string_view typed);

} // namespace ptf_fees
