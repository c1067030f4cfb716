#pragma once
// Quoting every organisation of a file: a table or JSON Lines in, the same with the answers beside it out.

#include "ptf_fees/catalogue.h"
#include "ptf_fees/organization.h"

#include "text/lines.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::batch {

/// How a file of organisations is written. A TSV is a CSV whose separator is the tab. A workbook is written only.
enum class FileFormat : std::uint8_t { csv, tsv, jsonl, xlsx };

/// "csv", "tsv", "jsonl": as in --input-format. Static storage.
[[nodiscard]] std::span<const std::string_view> input_format_names() noexcept;

/// The same and "xlsx": as in --format. Static storage.
[[nodiscard]] std::span<const std::string_view> output_format_names() noexcept;

/// The format that has that name among `names` (ASCII case ignored), which is one of the two above; or nullopt.
[[nodiscard]] std::optional<FileFormat> file_format_named(std::string_view name,
                                                          std::span<const std::string_view> names) noexcept;

/// The separator of a table that `text` is: any byte but a quote, a digit and those that end lines. On failure the rest
/// of a sentence that begins with the name of what it was given to.
[[nodiscard]] std::expected<char, std::string> parse_separator(std::string_view text);

/// The columns that decide a price, as --map names them: "tier", "employees", "revenue", "org_type", "lf_member".
[[nodiscard]] std::span<const std::string_view> used_columns() noexcept;

/// One --map: the column of the input that is read as a used one.
struct ColumnMapping {
    std::string used;   ///< one of used_columns(), in any case, '-' and ' ' the same as '_'
    std::string column; ///< as the input's header has it
};

/// Takes lines for people.
using Say = std::function<void(const text::Lines&)>;

/// What is to be done. Everything that the command line can say, as plain values.
struct Options {
    const Catalogue* catalogue = nullptr; ///< never null
    const Schedule* schedule = nullptr;   ///< never null; of `catalogue`
    std::optional<Date> as_of{};          ///< the day on which requirements are looked up

    const Tier* tier = nullptr;        ///< where the column is absent or the cell empty; nullptr: none
    std::optional<OrgType> org_type{}; ///< likewise; nullopt: company, which is then said to be assumed
    Memberships member_of{};           ///< held by all; "lf" among them is the default of lf_member
    bool lf_member_assumed = true;     ///< nobody said whether it is among them

    std::filesystem::path input = "-";              ///< "-": standard input
    std::optional<std::filesystem::path> output{};  ///< nullopt or "-": standard output
    std::optional<std::filesystem::path> rejects{}; ///< also collects the rows that were not quoted
    std::optional<std::filesystem::path> summary{}; ///< counts and sums as JSON
    std::optional<FileFormat> input_format{};       ///< nullopt: by the ending of `input`, else CSV
    std::optional<FileFormat> output_format{};      ///< nullopt: by the ending of `output`, else as the input
    std::optional<char> separator{};                ///< of a table; nullopt: as its format and its first line say
    std::uint64_t skip = 0;                         ///< lines above a table's header, not counting a line `sep=X`
    std::vector<ColumnMapping> map{};
    std::string prefix{};           ///< comes before the name of each new column
    bool quiet = false;             ///< on standard error only what is wrong, and what was dropped or comes near
    bool fail_fast = false;         ///< stop at the first row that is not quoted
    bool excel_safe = false;        ///< escape text cells that a spreadsheet would run as a formula
    std::optional<unsigned> jobs{}; ///< threads; nullopt: one for each core, fewer for small inputs
    std::size_t chunk_bytes = std::size_t{256} << 10U; ///< read at a time; changes no byte of the output
    std::string command = "ptf-fees batch";            ///< what was typed, for sentences that propose to add options
    Say say{}; ///< takes the lines about bad rows and totals; empty: standard error
};

/// How it ended.
struct Ending {
    int exit_code = 0;
    std::string error{};      ///< for exit codes of 2 and more: one sentence with the remedy
    bool closed_pipe = false; ///< nobody reads the output any more: see platform::end_by_closed_pipe
};

/// Does it. Writes bad rows (the first few), progress and a line of totals to standard error; `error` is the caller's
/// to print. Exit codes: 0 every row quoted, 1 some not, 2 could not start, 4 a requirement is not stated, 5 reading or
/// writing failed or memory ran out. Unless it is 0 or 1 no file has been touched.
[[nodiscard]] Ending run(const Options& options);

} // namespace ptf_fees::batch
