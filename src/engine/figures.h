#pragma once
// Figures of an organisation put in place of others, and the breakpoints within a range.

#include "ptf_fees/merged_table.h"

#include <cstdint>
#include <vector>

namespace ptf_fees {

/// `organization` with `figure` as what `by` names.
[[nodiscard]] inline Organization with_figure(Organization organization, Basis by, std::int64_t figure) {
    (by == Basis::employees ? organization.employees : organization.revenue) = figure;
    return organization;
}

/// The breakpoints of `tier` by which `range` is divided: those above its lower end, rising.
[[nodiscard]] std::vector<std::int64_t> breakpoints_within(const ResolvedTier& tier, Basis by, const Figure& range);

} // namespace ptf_fees
