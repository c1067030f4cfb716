#pragma once
// The sheet Summary of a workbook.

#include "batch/tally.h"

#include "workbook/border.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ptf_fees::batch {

/// A cell that owns its text.
struct SummaryCell {
    workbook::Kind kind = workbook::Kind::empty;
    std::string text{};
    std::int64_t value = 0;
};

using SummaryRow = std::vector<SummaryCell>;

/// Its rows, and where in them the tiers stand.
struct SummarySheet {
    std::vector<SummaryRow> rows{};
    std::uint32_t first_tier = 0; ///< row
    std::uint32_t last_tier = 0;
    std::uint16_t total_column = 0;
};

/// The edition, counts by status, sums by tier, and the sources of the figures.
[[nodiscard]] SummarySheet summary_sheet(const Tally& tally, const PriceTable& table, const Schedule* successor);

} // namespace ptf_fees::batch
