#pragma once
// Cells on their way into a workbook: text, each with a NUL after it. What a workbook cannot hold is found here.

#include <cstdint>
#include <string>
#include <string_view>

namespace ptf_fees::batch {

/// Whether a workbook holds every cell of this record of a table. A quick answer: false is "perhaps not".
[[nodiscard]] bool sheet_surely_holds(std::string_view record) noexcept;

/// Why a workbook cannot hold `text` as a cell of column `name`; empty where it can.
[[nodiscard]] std::string sheet_fault(std::string_view text, std::string_view name);

/// Appends `text` as a cell of a workbook holds it, without the NUL; of what it cannot hold as much as it can.
void append_to_sheet(std::string& out, std::string_view text);

/// The cell after a record that is not quoted: the line where it is in the input.
[[nodiscard]] std::string sheet_line(std::uint64_t line);

} // namespace ptf_fees::batch
