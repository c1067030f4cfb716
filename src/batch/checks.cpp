// Floor 2, batch: the refusals, each a sentence with its remedy. Exit code 2: the command or the header must be
// changed.
#include "batch/checks.h"

#include "batch/format.h"
#include "batch/preamble.h"
#include "batch/reading.h"
#include "batch/roster_words.h"

#include "ptf_fees/merged_table.h"
#include "ptf_fees/price.h"

#include "platform/output.h"
#include "platform/same_file.h"
#include "platform/terminal.h"
#include "text/blanks.h"
#include "text/decimal.h"
#include "text/file_ending.h"
#include "text/names.h"

#include <algorithm>
#include <utility>

namespace ptf_fees::batch {
namespace {

std::unexpected<Refusal> refusal(int exit_code, std::string message) {
    return std::unexpected{Refusal{exit_code, std::move(message)}};
}

/// A file of the command line and what it is called there.
struct NamedFile {
    std::string_view option;
    std::optional<platform::FileIdentity> identity;
};

bool is_standard(const std::optional<std::filesystem::path>& path) {
    return !path || *path == "-";
}

/// What is read or written under that name.
std::optional<platform::FileIdentity> identity_of(const std::optional<std::filesystem::path>& path, int standard) {
    return is_standard(path) ? platform::identity_of(standard) : platform::identity_of(*path);
}

/// Whether `cell` is a number as rows hold it: digits, with commas and dots; a year may name a column.
bool is_number(std::string_view cell) {
    cell = text::trimmed(cell);
    const bool figure = std::ranges::all_of(cell, is_figure_byte) && cell.find_first_of("0123456789") != cell.npos;
    const bool year = cell.size() == 4 && cell >= "1900" && cell <= "2099" && text::all_digits(cell);
    return figure && !year;
}

/// The used columns without which no row could be quoted: a tier, and what its own fee is banded by. (Where rows name
/// their tiers, or only a requirement is banded, rows may be quoted without.) Where no tier is known, the headcount too
/// if some fee depends on it: so that all is said in one message.
std::vector<UsedColumn> missing_columns(const Columns& columns, const Options& options, const PriceTable& table) {
    const auto has = [&](UsedColumn used) { return columns.used[static_cast<std::size_t>(used)].has_value(); };
    std::vector<UsedColumn> missing;
    if (has(UsedColumn::tier))
        return missing;
    if (options.tier == nullptr)
        missing.push_back(UsedColumn::tier);
    for (const auto& [used, by] :
         {std::pair{UsedColumn::employees, Basis::employees}, {UsedColumn::revenue, Basis::revenue}}) {
        const BandedFee* fee = options.tier == nullptr ? nullptr : scale_of(options.tier->fee);
        const bool needed = fee != nullptr ? fee->by == by : options.tier == nullptr && table.depends_on(by);
        if (needed && !has(used))
            missing.push_back(used);
    }
    return missing;
}

} // namespace

Checked check_map(const Options& options) {
    std::vector<UsedColumn> seen;
    for (const ColumnMapping& mapping : options.map) {
        const auto used = used_column_named(mapping.used);
        if (!used)
            return refusal(2, "--map " + mapping.used + "=" + mapping.column + ": " + text::quoted(mapping.used) +
                                  " is not one of tier, employees, revenue, org_type and lf_member" +
                                  text::did_you_mean(mapping.used, used_columns()));
        if (is_number(mapping.column))
            return refusal(2,
                           "--map " + mapping.used + "=" + mapping.column + ": " + text::quoted(mapping.column) +
                               " looks like a value in a row, not like the name of a column: put a header with names "
                               "above the rows");
        if (std::ranges::find(seen, *used) != seen.end())
            return refusal(2, "--map: " + text::quoted(mapping.used) + " is mapped twice: name one column");
        seen.push_back(*used);
    }
    return {};
}

bool reads_revenue(const Options& options) {
    for (const Tier& tier : options.schedule->tiers)
        for (const bool member : {false, true}) {
            const auto resolved =
                resolve(*options.catalogue, *options.schedule, tier,
                        with_membership(options.member_of, linux_foundation_id, member), options.as_of);
            if (resolved && !breakpoints(*resolved, Basis::revenue).empty())
                return true;
        }
    return false;
}

std::expected<Formats, Refusal> choose_formats(const Options& options) {
    Formats formats;
    formats.input =
        options.input_format.value_or(format_by_ending(options.input, input_format_names()).value_or(FileFormat::csv));
    const auto by_ending = options.output ? format_by_ending(*options.output, output_format_names()) : std::nullopt;
    formats.output = options.output_format.value_or(by_ending.value_or(formats.input));
    if (options.output)
        if (const auto fault = text::ending_fault(options.output->string(),
                                                  output_format_names()[static_cast<std::size_t>(formats.output)],
                                                  ".csv, .tsv, .jsonl or .xlsx"))
            return refusal(2, *fault);
    if (options.excel_safe && formats.output == FileFormat::jsonl)
        return refusal(
            2, "--excel-safe is for tables: JSON Lines is not opened by spreadsheets; leave it out, or write csv");
    if (formats.input == FileFormat::jsonl && (options.separator || options.skip != 0))
        return refusal(2, "--separator and --skip are for tables: JSON Lines has no header; leave them out");
    if (formats.output != FileFormat::xlsx)
        return formats;
    if (options.excel_safe)
        return refusal(2, "--excel-safe is for csv and tsv: in a workbook text is text and never run; leave it out");
    if (is_standard(options.output) && platform::is_terminal(platform::standard_output))
        return refusal(2, "a workbook is not text for a terminal: name a file with -o, for example -o quotes.xlsx");
    return formats;
}

Checked check_files(const Options& options) {
    const auto input = identity_of(options.input, platform::standard_input);
    const bool replaces = !is_standard(options.output) && platform::Output::is_replaced(*options.output);
    std::vector<NamedFile> files{{"the output", identity_of(options.output, platform::standard_output)}};
    if (options.rejects)
        files.push_back({"--rejects", identity_of(options.rejects, platform::standard_output)});
    if (options.summary)
        files.push_back({"--summary", identity_of(options.summary, platform::standard_output)});
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!files[i].identity)
            continue;
        if (files[i].identity == input && !input->two_way && (i != 0 || !replaces))
            return refusal(2, std::string{files[i].option} + " is the input itself: name another file" +
                                  (i == 0 ? ", or the same with -o, which replaces it at the end" : ""));
        for (std::size_t j = i + 1; j < files.size(); ++j)
            if (files[i].identity == files[j].identity)
                return refusal(2, std::string{files[i].option} + " and " + std::string{files[j].option} +
                                      " are one file: name another one");
    }
    return {};
}

Checked check_columns(Source& source, const Options& options, const PriceTable& table) {
    const bool none_used = std::ranges::none_of(source.columns.used, [](const auto& at) { return at.has_value(); });
    const std::vector<UsedColumn> missing = missing_columns(source.columns, options, table);
    const bool like_row = none_used && std::ranges::any_of(source.columns.names, is_number);
    if (missing.empty() && !like_row)
        return {};
    if (none_used)
        if (const auto elsewhere = header_elsewhere(source, options))
            return refusal(2, source.name + ": " + *elsewhere);
    if (like_row)
        return refusal(2, source.name + ": the first line looks like a row, not like a header (" +
                              header_shown(source.columns.names) +
                              "): put a line with the names of the columns above it, such as org,tier,employees");
    std::string absent;
    std::string maps;
    for (const UsedColumn used : missing) {
        const std::string_view name = used_columns()[static_cast<std::size_t>(used)];
        absent.append(absent.empty() ? "no column '" : " and no column '").append(name).append("'");
        maps += " " + proposed_map(source.columns.names, used);
    }
    return refusal(2, source.name + ": the header has " + absent + " (" + header_shown(source.columns.names) +
                          "): write " + options.command + maps +
                          (missing.front() == UsedColumn::tier ? ", or give --tier for all rows" : ""));
}

} // namespace ptf_fees::batch
