#pragma once
// One row of a merged table, charge by charge.

#include "document/reply.h"

namespace ptf_fees::document {

/// What every charge of `tier` costs in the interval of `row`; the other figure is taken from `known`.
[[nodiscard]] std::vector<QuoteLine> lines_in(const ResolvedTier& tier, const MergedRow& row,
                                              const Organization& known = {});

/// The merged table that a quote without a figure asks the reader to look into.
[[nodiscard]] TierTable quoted_table(const TierQuote& quote, const Schedule& schedule);

/// The merged table that a quote is taken from, or that it asks the reader to look into; nullopt where no figure
/// decides the price or none can be told.
[[nodiscard]] std::optional<TierTable> scale_around(const TierQuote& quote, const Schedule& schedule,
                                                    const Organization& organization);

} // namespace ptf_fees::document
