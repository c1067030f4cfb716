#pragma once
// The input, opened and understood up to its first record: format, separator, columns.

#include "batch/answer_text.h"
#include "batch/chunk_reader.h"
#include "batch/columns.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace ptf_fees::batch {

/// This much of the input is looked at for what must be known at the start; if that is not enough, `deciding_bytes`.
inline constexpr std::size_t first_look = std::size_t{64} << 10U;

/// The beginning of an input.
struct Source {
    ChunkReader reader; ///< is at the first record after the header
    std::string name;   ///< for messages
    bool has_byte_order_mark = false;
    std::optional<char> separator{};         ///< of a table; nullopt: JSON Lines
    std::string separator_line{};            ///< `sep=X` with its line end, where a table begins with it
    std::string line_end = "\n";             ///< as after the header, or the first line
    std::string header{};                    ///< of a table: the record as written
    std::vector<std::string> header_names{}; ///< of a table; of JSON Lines the keys of the first record in sight
    Columns columns{}; ///< of a table; of JSON Lines that become one, the keys of the first record
};

/// Puts the cells of the header that the output has into `cells`: as written in a table, else the keys of the first
/// record. Views of `source`.
void header_cells(const Source& source, std::vector<Cell>& cells);

/// `"name":` of each column of a table, for lines of JSON made of it.
[[nodiscard]] std::vector<std::string> json_keys(const Source& source);

/// Why it could not start.
struct Refusal {
    int exit_code = 2;
    std::string message;      ///< one sentence with the remedy
    bool closed_pipe = false; ///< nobody reads the output any more
};

/// The refusal that a failed system call comes to: exit code 5, and what failed, or that memory ran out.
[[nodiscard]] std::unexpected<Refusal> failed(const platform::SystemError& error);

/// Reads the header of `input`, which `options` describe. `names` tells what columns are for, `output` what is to be
/// written.
[[nodiscard]] std::expected<Source, Refusal> begin_source(platform::Input input, const Options& options,
                                                          FileFormat format, const Names& names, FileFormat output);

} // namespace ptf_fees::batch
