#pragma once
// The proof that a finished workbook is whole.

#include <cstdint>
#include <span>

namespace ptf_fees::workbook {

/// Reads the workbook that `descriptor` is open on. 0 where every part is whole and part i of the sheets has rows of
/// `row_bytes[i]` bytes, else an errno or cut_short.
[[nodiscard]] int proof(int descriptor, std::span<const std::uint64_t> row_bytes);

} // namespace ptf_fees::workbook
