#pragma once
// Why a record is not a row: the sentences.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ptf_fees::batch {

/// For a record that ended at its first line end because of a quote. `line` is that line.
[[nodiscard]] std::string quote_fault(std::string_view line, char separator);

/// For `record` of `cells` cells under a header of `width`, which is another number.
[[nodiscard]] std::string width_fault(std::string_view record, std::size_t cells, std::size_t width);

/// For a blank line between rows.
[[nodiscard]] std::string blank_fault();

/// For a row that says what the header says.
[[nodiscard]] std::string header_fault();

/// For a row of sums.
[[nodiscard]] std::string total_fault();

/// For a line of `bytes` bytes, of which only the beginning is kept.
[[nodiscard]] std::string length_fault(std::uint64_t bytes);

/// For a cell of column `name` that cannot be written as `what`.
[[nodiscard]] std::string encoding_fault(std::string_view name, std::string_view what = "JSON");

} // namespace ptf_fees::batch
