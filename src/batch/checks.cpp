// Floor 2, batch: the refusals, each a sentence with its remedy. Exit code 2: the command or the header must be
// changed.
#include "batch/checks.h"

#include "batch/format.h"

#include "platform/output.h"
#include "platform/same_file.h"
#include "platform/terminal.h"
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

/// Whether the price of some tier that a row may name depends on `by`.
bool depends_on(const PriceTable& table, const Options& options, const Columns& columns, Basis by) {
    const auto& tiers = table.schedule().tiers;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const bool named = columns.used[static_cast<std::size_t>(Used::tier)] || options.tier == &tiers[i];
        if (named && (table.depends_on(i, false, by) || table.depends_on(i, true, by)))
            return true;
    }
    return false;
}

} // namespace

Checked check_map(const Options& options) {
    std::vector<Used> seen;
    for (const ColumnMapping& mapping : options.map) {
        const auto used = used_column_named(mapping.used);
        if (!used)
            return refusal(2, "--map " + mapping.used + "=" + mapping.column + ": " + text::quoted(mapping.used) +
                                  " is not one of tier, employees, revenue, org_type and lf_member" +
                                  text::did_you_mean(mapping.used, used_columns()));
        if (std::ranges::find(seen, *used) != seen.end())
            return refusal(2, "--map: " + text::quoted(mapping.used) + " is mapped twice: name one column");
        seen.push_back(*used);
    }
    return {};
}

std::expected<Formats, Refusal> choose_formats(const Options& options) {
    Formats formats;
    formats.input =
        options.input_format.value_or(format_by_ending(options.input, input_format_names()).value_or(FileFormat::csv));
    const auto by_ending = options.output ? format_by_ending(*options.output, output_format_names()) : std::nullopt;
    if (options.output && text::same_ignoring_case(options.output->extension().string(), ".xls"))
        return refusal(2, "-o " + text::quoted(options.output->string()) +
                              " has the ending of an old workbook, which is not written: end it in .xlsx, or in .csv");
    formats.output = options.output_format.value_or(by_ending.value_or(formats.input));
    if (options.excel_safe && formats.output == FileFormat::jsonl)
        return refusal(
            2, "--excel-safe is for tables: JSON Lines is not opened by spreadsheets; leave it out, or write csv");
    if (formats.output != FileFormat::xlsx)
        return formats;
    if (options.excel_safe)
        return refusal(2, "--excel-safe is for csv and tsv: in a workbook text is text and never run; leave it out");
    if (is_standard(options.output) && platform::is_terminal(platform::standard_output))
        return refusal(2, "a workbook is no text for a terminal: name a file with -o, for example -o quotes.xlsx");
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

Checked check_columns(const Source& source, const Options& options, const PriceTable& table) {
    const auto has = [&](Used used) { return source.columns.used[static_cast<std::size_t>(used)].has_value(); };
    const std::string shown = " (" + header_shown(source.columns.names) + ")";
    if (source.columns.names.size() == 1 && source.columns.names.front().find('\t') != std::string::npos)
        return refusal(2,
                       source.name + ": the header has tabs between its names" + shown + ": give --input-format tsv");
    if (!has(Used::tier) && options.tier == nullptr)
        return refusal(2, source.name + ": the header has no column 'tier'" + shown +
                              ": name it with --map tier=COLUMN, or give --tier for all rows");
    for (const auto& [used, by] : {std::pair{Used::employees, Basis::employees}, {Used::revenue, Basis::revenue}}) {
        if (has(used) || !depends_on(table, options, source.columns, by))
            continue;
        const std::string name{name_of(by)};
        std::string sentence = source.name + ": the header has no column '" + name + "', on which fees of ";
        sentence.append(table.schedule().id).append(" depend").append(shown);
        return refusal(2, sentence + ": name it with --map " + name + "=COLUMN");
    }
    return {};
}

} // namespace ptf_fees::batch
