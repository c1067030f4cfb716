// Floor 2, batch: run() is the table of contents. Everything that can be refused is refused before an output is opened,
// and files are put in place only when all is written.
#include "batch/batch.h"

#include "batch/checks.h"
#include "batch/pipeline.h"
#include "batch/reading.h"
#include "batch/source.h"

#include "platform/terminal.h"
#include "text/decimal.h"
#include "text/escape.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <new>
#include <utility>

namespace ptf_fees::batch {
namespace {

/// Below this size of the input one thread is as fast as several.
constexpr std::uint64_t worth_threads = std::uint64_t{32} << 20U;

OutputStyle style_of(const Options& options, const Formats& formats, const Source& source) {
    OutputStyle style{.json = formats.output == FileFormat::jsonl, .prefix = options.prefix};
    style.table.excel_safe = options.excel_safe;
    if (formats.output == FileFormat::xlsx) {
        style.table = {.separator = '\0', .sheet = true};
        style.line_end = std::string(1, '\0');
        return style;
    }
    if (formats.output == FileFormat::tsv)
        style.table.separator = '\t';
    else if (formats.input == FileFormat::csv && formats.output == FileFormat::csv)
        style.table.separator = *source.separator;
    if (style.json != source.separator.has_value())
        style.line_end = source.line_end;
    return style;
}

/// `module`: of workbooks, where the output is to be one.
std::expected<Outputs, Refusal> open_outputs(const Options& options, const Source& source, const Names& names,
                                             const workbook::Module* module) {
    auto records = platform::Output::open(options.output);
    if (!records)
        return failed(records.error());
    Outputs outputs{std::move(*records)};
    if (options.rejects) {
        auto rejects = platform::Output::open(options.rejects);
        if (!rejects)
            return failed(rejects.error());
        outputs.rejects.emplace(std::move(*rejects));
    }
    if (module != nullptr) {
        auto workbook = Workbook::begin(*module, source, names, options, outputs.records);
        if (!workbook)
            return std::unexpected{std::move(workbook.error())};
        outputs.workbook.emplace(std::move(*workbook));
    }
    return outputs;
}

void append_header(Buffer& out, const Source& source, const OutputStyle& style,
                   std::span<const std::string_view> added) {
    if (style.json)
        return;
    std::vector<Cell> cells;
    header_cells(source, cells);
    std::string room;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != 0)
            out.append(style.table.separator);
        append_to_table(out, cells[i], style.table, room);
    }
    out.append(header_end(added, style));
}

/// The byte order mark that a table had: without it a spreadsheet would read other letters into the output.
void append_mark(Buffer& out, const Source& source, const OutputStyle& style) {
    if (source.has_byte_order_mark && source.separator && !style.json)
        out.append(byte_order_mark);
}

Checked write_headers(const Source& source, const Plan& plan, Outputs& outputs) {
    Buffer header;
    if (!outputs.workbook)
        append_mark(header, source, plan.pricer->text().style());
    if (!outputs.workbook)
        append_header(header, source, plan.pricer->text().style(), added_columns);
    if (auto written = outputs.records.write(header.view()); !written)
        return failed(written.error());
    if (!outputs.rejects)
        return {};
    header.clear();
    append_mark(header, source, plan.rejects_style());
    append_header(header, source, plan.rejects_style(), reject_columns);
    if (auto written = outputs.rejects->write(header.view()); !written)
        return failed(written.error());
    return {};
}

/// The refusal where a file was not put in place: those of `names` are; what was written through has no name.
std::unexpected<Refusal> failed_after(platform::SystemError error, std::span<const std::string> names) {
    std::string in_place;
    for (const std::string& name : names)
        if (!name.empty())
            in_place += (in_place.empty() ? "" : ", ") + name;
    if (!in_place.empty())
        error.message += "; already the new one: " + in_place;
    return failed(error);
}

/// Puts all files in place: first everything is made durable, so that what can fail fails before any of them is there;
/// the records last, so that they are the old ones whenever something failed.
Checked finish(const Options& options, const Tally& tally, const PriceTable& table, Outputs& outputs) {
    if (outputs.workbook)
        if (auto written = outputs.workbook->finish(tally, table, options.catalogue->successor(*options.schedule),
                                                    outputs.records);
            !written)
            return failed(written.error());
    std::vector<platform::Output> files;
    if (outputs.rejects)
        files.push_back(std::move(*outputs.rejects));
    if (options.summary) {
        auto summary = platform::Output::open(options.summary);
        if (!summary)
            return failed(summary.error());
        if (auto written = summary->write(tally.json()); !written)
            return failed(written.error());
        files.push_back(std::move(*summary));
    }
    files.push_back(std::move(outputs.records));
    for (platform::Output& file : files)
        if (auto flushed = file.flush(); !flushed)
            return failed(flushed.error());
    std::vector<std::string> names; // made before the first file is in place, so that memory cannot run out after it
    for (const platform::Output& file : files)
        names.push_back(file.folder() ? text::quoted(file.name()) : "");
    for (std::size_t i = 0; i < files.size(); ++i)
        if (auto committed = files[i].commit(); !committed)
            return failed_after(std::move(committed.error()), std::span{names}.first(i));
    return {};
}

unsigned threads_for(const Options& options, const Source& source) {
    if (options.fail_fast)
        return 1; // what comes behind the first bad row is not even to be looked at
    constexpr unsigned most_threads = 256;
    const auto size = source.reader.bytes_in_all();
    const unsigned usual = size && *size < worth_threads ? 1 : platform::core_count();
    return std::clamp(options.jobs.value_or(usual), 1U, most_threads);
}

/// What --map names and no row had. (Of a table that is refused before; records of JSON Lines may differ.)
void add_unseen(text::Lines& lines, const Run& run, const Names& names) {
    for (std::size_t i = 0; i < used_count; ++i)
        if (const auto used = static_cast<Used>(i);
            names.is_mapped(used) && names.reads(used) && !run.seen[i] && run.tally.rows() != 0)
            lines.add("warning: no row has " + text::quoted(names.name_of(used)) + ", which --map reads as " +
                      std::string{used_columns()[i]});
}

/// What was passed over in rows, counted.
void add_remarks(text::Lines& lines, const Remarks& remarks) {
    const auto counted = [](std::uint64_t number, std::string_view one, std::string_view many) {
        return text::counted(static_cast<std::int64_t>(number), one, many);
    };
    if (remarks.no_values != 0)
        lines.add(counted(remarks.no_values, "cell", "cells") + " such as NA or - read as no value");
    if (remarks.dropped_ends != 0)
        lines.add(counted(remarks.dropped_ends, "row", "rows") +
                  " with empty cells at the end, beyond the header: those were dropped");
}

text::Lines closing_lines(const Run& run, const Source& source, const Names& names, const Options& options) {
    const Tally& tally = run.tally;
    text::Lines lines;
    add_unseen(lines, run, names);
    add_remarks(lines, tally.remarks());
    std::uint64_t unsaid = tally.invalid();
    for (const auto& [first, rows] : run.bad_rows) {
        const std::string where =
            source.name + ":" + std::to_string(first.line) + ": record " + std::to_string(first.row);
        lines.add(rows == 1 ? where + ": " + first.status + ": " + first.sentence
                            : where + ", the first of " + text::grouped(static_cast<std::int64_t>(rows)) +
                                  " rows: " + first.sentence);
        unsaid -= std::min(unsaid, rows);
    }
    if (unsaid != 0 && !run.stopped)
        lines.add("... and " + text::counted(static_cast<std::int64_t>(unsaid), "row", "rows") +
                  " more that could not be read: see the column " + options.prefix + "error" +
                  (options.rejects ? "" : ", or collect them with --rejects FILE"));
    for (std::size_t i = 0; i < tally.by_tier().size(); ++i)
        if (!options.quiet && tally.by_tier()[i].quoted != 0)
            for (const std::string_view note : options.schedule->tiers[i].notes)
                lines.add("note: " + std::string{note});
    if (run.stopped)
        lines.add("stopped at the first row that is not quoted (--fail-fast); those before it are in place");
    return options.quiet && tally.all_quoted() ? lines : lines.add(tally.line());
}

std::expected<int, Refusal> quote_all(const Options& options) {
    if (auto checked = check_map(options); !checked)
        return std::unexpected{std::move(checked.error())};
    if (auto checked = check_files(options); !checked)
        return std::unexpected{std::move(checked.error())};
    const auto formats = choose_formats(options);
    if (!formats)
        return std::unexpected{formats.error()};
    const workbook::Module* workbook_module = nullptr;
    if (formats->output == FileFormat::xlsx) {
        const auto loaded = load_workbook_module();
        if (!loaded)
            return std::unexpected{loaded.error()};
        workbook_module = *loaded;
    }
    const Names names{options.map, options.prefix, reads_revenue(options)};
    auto source = open_source(options, formats->input, names, formats->output);
    if (!source)
        return std::unexpected{std::move(source.error())};

    const bool lf_member = holds(options.member_of, linux_foundation_id);
    const bool rows_say = !source->separator || source->columns.used[static_cast<std::size_t>(Used::lf_member)];
    const auto table = PriceTable::compile(*options.catalogue, *options.schedule, options.member_of, options.as_of,
                                           rows_say ? std::nullopt : std::optional{lf_member});
    if (!table)
        return std::unexpected{Refusal{4, table.error().message}};
    if (source->separator)
        if (auto checked = check_columns(*source, options, *table); !checked)
            return std::unexpected{std::move(checked.error())};

    const RowPricer pricer{*table, names,
                           Defaults{options.tier, options.org_type.value_or(OrgType::company), lf_member},
                           AnswerText{style_of(options, *formats, *source), *options.schedule}};
    const Plan plan{.pricer = &pricer,
                    .columns = source->columns,
                    .separator = source->separator,
                    .input_line_end = source->line_end,
                    .json_keys = json_keys(*source),
                    .write_rejects = options.rejects.has_value(),
                    .fail_fast = options.fail_fast};
    auto outputs = open_outputs(options, *source, names, workbook_module);
    if (!outputs)
        return std::unexpected{std::move(outputs.error())};
    if (auto written = write_headers(*source, plan, *outputs); !written)
        return std::unexpected{std::move(written.error())};

    const Say say = options.say ? options.say : [](const text::Lines& lines) { platform::write_error(lines.view()); };
    if (const text::Lines lines = reading_lines(*source, options, names, *table); !lines.view().empty())
        say(lines);
    Pipeline pipeline{*source, plan, *outputs};
    const auto run = pipeline.run(threads_for(options, *source));
    if (!run)
        return failed(run.error());
    // Made before the files are in place, so that memory cannot run out behind them.
    const text::Lines lines = closing_lines(*run, *source, names, options);
    if (auto finished = finish(options, run->tally, *table, *outputs); !finished)
        return std::unexpected{std::move(finished.error())};
    say(lines);
    return run->tally.all_quoted() ? 0 : 1;
}

} // namespace

Ending run(const Options& options) {
    try {
        auto done = quote_all(options);
        if (done)
            return {.exit_code = *done};
        return {done.error().exit_code, std::move(done.error().message), done.error().closed_pipe};
    } catch (const std::bad_alloc&) {
        return {.exit_code = 5, .error = "memory ran out"};
    }
}

} // namespace ptf_fees::batch
