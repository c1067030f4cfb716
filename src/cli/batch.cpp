// Floor 3: ptf-fees batch.
#include "cli/batch_defaults.h"
#include "cli/command.h"
#include "cli/deliver.h"
#include "cli/parser.h"
#include "cli/select.h"

#include "batch/batch.h"
#include "document/phrases.h"
#include "platform/output.h"
#include "platform/signals.h"
#include "platform/terminal.h"
#include "text/decimal.h"
#include "text/lines.h"
#include "text/names.h"
#include "text/words.h"

#include <memory>

namespace ptf_fees::cli {
namespace {

struct BatchOptions {
    std::optional<std::string> input{};
    std::optional<std::string> output{};
    std::optional<std::string> input_format{};
    std::optional<std::string> format{};
    std::vector<std::string> map{};
    std::optional<std::string> prefix{};
    std::optional<std::string> rejects{};
    std::optional<std::string> summary{};
    std::optional<std::string> separator{};
    std::optional<std::string> skip{};
    std::optional<std::string> jobs{};
    bool fail_fast = false;
    bool excel_safe = false;
    bool quiet = false;
    std::optional<std::string> tier{};
    OrganizationOptions organization{};
    ScheduleOptions schedule{};
};

Read read_format(std::optional<batch::FileFormat>& format, std::string_view option,
                 const std::optional<std::string>& typed, std::span<const std::string_view> names) {
    if (!typed)
        return {};
    format = batch::file_format_named(*typed, names);
    if (format)
        return {};
    if (text::same_ignoring_case(*typed, "ndjson"))
        return refuse("bad-value", std::string{option} + " 'ndjson' is not known, did you mean 'jsonl'?");
    return refuse("bad-value", std::string{option} + " " + text::not_known(*typed, names));
}

Read read_map(batch::Options& options, const std::vector<std::string>& typed) {
    for (const std::string& mapping : typed) {
        const std::size_t equals = mapping.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == mapping.size())
            return refuse("bad-value", "--map " + text::quoted(mapping) + " is not NAME=COLUMN",
                          "write for example --map employees=Headcount");
        options.map.push_back({mapping.substr(0, equals), mapping.substr(equals + 1)});
    }
    return {};
}

Read read_beginning(batch::Options& options, const BatchOptions& typed) {
    if (typed.separator) {
        const auto separator = batch::parse_separator(*typed.separator);
        if (!separator)
            return refuse("bad-value", "--separator " + separator.error());
        options.separator = *separator;
    }
    const auto lines = text::parse_digits(typed.skip.value_or("0"));
    if (!lines)
        return refuse("bad-value", "--skip " + text::quoted(*typed.skip) + " is not a number of lines",
                      "write for example --skip 3");
    options.skip = static_cast<std::uint64_t>(*lines);
    return {};
}

Read read_jobs(batch::Options& options, const std::optional<std::string>& typed) {
    if (!typed)
        return {};
    constexpr std::int64_t most_jobs = 256;
    const auto jobs = text::parse_digits(*typed);
    if (!jobs || *jobs < 1 || *jobs > most_jobs)
        return refuse("bad-value", "--jobs " + text::quoted(*typed) + " is not a number of threads from 1 to 256");
    options.jobs = static_cast<unsigned>(*jobs);
    return {};
}

std::expected<batch::Options, Failure> options_from(const BatchOptions& typed, const Selection& selection) {
    batch::Options options{.catalogue = &selection.catalogue, .schedule = selection.schedule, .as_of = selection.as_of};
    options.input = typed.input.value_or("-");
    options.output = typed.output;
    options.rejects = typed.rejects;
    options.summary = typed.summary;
    options.prefix = typed.prefix.value_or("");
    options.quiet = typed.quiet;
    options.fail_fast = typed.fail_fast;
    options.excel_safe = typed.excel_safe;
    options.say = [](const text::Lines& lines) { say(lines.view()); };
    for (const Read& read :
         {read_defaults(options, typed.tier, typed.organization, selection),
          read_format(options.input_format, "--input-format", typed.input_format, batch::input_format_names()),
          read_format(options.output_format, "--format", typed.format, batch::output_format_names()),
          read_map(options, typed.map), read_beginning(options, typed), read_jobs(options, typed.jobs)})
        if (!read)
            return std::unexpected(read.error());
    return options;
}

/// What must be known of the terms before any figure: that they were replaced, and how many warnings their file has.
text::Lines preface(const Selection& selection, bool quiet) {
    text::Lines preface = selection.warnings;
    if (const std::string terms = document::replaced_line(selection.edition()); !quiet && !terms.empty())
        preface.add(terms);
    return preface;
}

int run(const BatchOptions& typed, const std::string& command) {
    const auto selection = select_schedule(typed.schedule);
    if (!selection)
        return deliver(selection.error(), false);
    auto options = options_from(typed, *selection);
    if (!options)
        return deliver(options.error(), false);
    options->command = command;
    say(preface(*selection, typed.quiet).view());
    if (options->input == "-" && platform::is_terminal(platform::standard_input))
        say("reading standard input: type or paste a header and rows; Ctrl-D on an empty line ends them\n");
    batch::Ending ending = batch::run(*options);
    if (ending.closed_pipe)
        platform::end_by_closed_pipe();
    if (ending.error.empty())
        return ending.exit_code;
    return deliver(Failure{static_cast<Exit>(ending.exit_code), "batch-failed", std::move(ending.error)}, false);
}

/// "csv|tsv|jsonl".
std::string closed_list(std::span<const std::string_view> names) {
    std::string list;
    for (const std::string_view name : names)
        list += (list.empty() ? "" : "|") + std::string{name};
    return list;
}

void add_files(CLI::App& app, BatchOptions& options) {
    add_option(app, "FILE", options.input, "[FILE]",
               "Organisations in CSV, TSV or JSON Lines; standard input if left out or -. Its columns are tier (or "
               "give --tier) and, where the fee depends on it, employees or revenue; org_type and lf_member may be "
               "there; all others pass through");
    add_option(app, "-o,--output", options.output, "FILE",
               "Write to this file, put in place as a whole; else standard output");
    add_option(app, "--input-format", options.input_format, closed_list(batch::input_format_names()),
               "csv, tsv or jsonl; by the ending of FILE, else csv");
    add_option(app, "--separator", options.separator, "C",
               "What separates the cells of FILE, any one byte; else as its format and a first line sep=C say");
    add_option(app, "--skip", options.skip, "N", "Drop N lines above the header");
    add_option(app, "--format", options.format, closed_list(batch::output_format_names()),
               "csv, tsv, jsonl or xlsx (a workbook); by the ending of -o, else as the input");
    add_option(
        app, "--rejects", options.rejects, "FILE",
        "Also write the rows that are not quoted to this file, with line and reason, to be fixed and read again");
    add_option(app, "--summary", options.summary, "FILE",
               "Write counts and sums by status and tier to this file, as JSON");
}

void add_columns(CLI::App& app, BatchOptions& options) {
    add_option(app, "--map", options.map, "NAME=COLUMN",
               "Read COLUMN as NAME: tier, employees, revenue, org_type or lf_member (repeatable)");
    add_option(app, "--prefix", options.prefix, "TEXT", "Put this before the name of each new column");
    add_option(app, "--tier", options.tier, "ID",
               "Tier by id or name, of {tiers}; for rows where the column is absent or the cell empty");
}

void add_manner(CLI::App& app, BatchOptions& options) {
    add_flag(app, "--fail-fast", options.fail_fast, "Stop at the first row that is not quoted");
    add_flag(app, "--excel-safe", options.excel_safe, "Escape text that a spreadsheet would run as a formula");
    add_option(app, "--jobs", options.jobs, "N", "Threads; the cores of the machine if left out");
    add_quiet(app, options.quiet);
}

} // namespace

void add_batch(CLI::App& app, Action& action) {
    auto options = std::make_shared<BatchOptions>();
    add_files(app, *options);
    add_columns(app, *options);
    add_org_type(app, options->organization);
    add_memberships(app, options->organization);
    add_manner(app, *options);
    add_schedule(app, options->schedule);
    action.stream = [options, &action] { return run(*options, action.typed); };
}

} // namespace ptf_fees::cli
