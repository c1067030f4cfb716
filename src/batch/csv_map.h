#pragma once
// Where the records and cells of a stretch of a table end, found 64 bytes at a time.

#include "batch/csv_record.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ptf_fees::batch {

/// This many records that are not plain are mapped together; those after them are left for the next time.
inline constexpr std::size_t most_odd_records = 8192;

/// The map of some bytes that begin with a record.
struct CsvMap {
    /// One bit for each byte, 64 to a number: a separator or line feed that ends a cell of a plain record.
    std::vector<std::uint64_t> cell_ends;
    /// The records that are not plain, in order; bits within them, and beyond `size`, mean nothing.
    std::vector<CsvRecord> odd;
    /// Up to where the records are whole and mapped.
    std::size_t size = 0;
};

/// Maps `bytes`, of which at least 63 past the end may be read. `at_end`: nothing comes after them, so that all is
/// decided.
void map_records(std::string_view bytes, char separator, bool at_end, CsvMap& map);

/// Takes blank lines off the end of what is mapped; returns how many. In a table a line without a filled cell is blank,
/// in lines of JSON (no `separator`) an empty one.
[[nodiscard]] std::size_t drop_blank_end(std::string_view bytes, std::optional<char> separator, CsvMap& map) noexcept;

/// Whether `line`, without its line end, is cells that show nothing, and the separators between them.
[[nodiscard]] bool is_blank_line(std::string_view line, char separator) noexcept;

} // namespace ptf_fees::batch
