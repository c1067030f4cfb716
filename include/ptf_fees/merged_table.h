#pragma once
// The merged table: the scales of all charges of a tier laid over each other, so that within one interval nothing
// changes.

#include "ptf_fees/price.h"

#include <vector>

namespace ptf_fees {

/// The figures at which some charge that is to be paid changes band or its scale has ended, rising, each once; empty
/// where none is banded by `by`.
[[nodiscard]] std::vector<std::int64_t> breakpoints(const ResolvedTier& tier, Basis by);

/// One interval of the merged table: the price that the engine quotes everywhere in it, were the tier open to all.
struct MergedRow {
    std::optional<BandRange> range{}; ///< nullopt: the price depends on no figure
    Price price{};
};

/// The merged table of `tier` along `by`, lowest interval first. The other figure, where a charge depends on it, is
/// taken from `organization`; where it is unknown there, the rows have no total. One row without a range if there are
/// no breakpoints.
[[nodiscard]] std::vector<MergedRow> merged_table(const ResolvedTier& tier, Basis by,
                                                  const Organization& organization = {});

/// Those of `rows` that `figure` touches, clipped to it.
[[nodiscard]] std::vector<MergedRow> rows_within(std::vector<MergedRow> rows, const Figure& figure);

/// All that `organization` may be as far as the price of `tier` is concerned: its ranges replaced by one exact figure
/// for each interval of the merged table that they touch.
[[nodiscard]] std::vector<Organization> cases_of(const ResolvedTier& tier, const Organization& organization);

} // namespace ptf_fees
