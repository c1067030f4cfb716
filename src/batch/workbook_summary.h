#pragma once
// The sheet Summary of a workbook.

#include "batch/tally.h"

#include "workbook/file.h"

#include <cstdint>
#include <vector>

namespace ptf_fees::batch {

using SummaryRow = std::vector<workbook::Value>;

/// Its rows, and where in them the tiers are.
struct SummarySheet {
    std::vector<SummaryRow> rows{};
    std::uint32_t first_tier = 0; ///< row
    std::uint32_t last_tier = 0;
    std::uint16_t total_column = 0;
};

/// The edition, counts by status, sums by tier, and the sources of the figures.
[[nodiscard]] SummarySheet summary_sheet(const Tally& tally, const PriceTable& table,
                                         const std::optional<Catalogue::Entry>& successor);

} // namespace ptf_fees::batch
