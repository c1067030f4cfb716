// Floor 2, batch: what is done with a roster, wherever it comes from and goes to. Whoever opens the files and starts
// the threads (batch.cpp), or has neither (the page), does the same work with the same words.
#include "batch/job.h"

#include "text/ascii.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <utility>

namespace ptf_fees::batch {
namespace {

OutputStyle style_of(const Options& options, const Formats& formats, const Source& source) {
    OutputStyle style{.json = formats.output == FileFormat::jsonl, .prefix = options.prefix};
    style.table.excel_safe = options.excel_safe;
    if (formats.output == FileFormat::xlsx) {
        style.table = {.separator = '\0', .sheet = true};
        style.line_end = std::string(1, '\0');
        return style;
    }
    if (source.separator && formats.input == formats.output)
        style.table.separator = *source.separator;
    else if (formats.output == FileFormat::tsv)
        style.table.separator = '\t';
    if (style.json != source.separator.has_value())
        style.line_end = source.line_end;
    return style;
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

/// What spreadsheets look for at the beginning, as a table had it: the byte order mark, and the line that names the
/// separator where that is the same.
void append_beginning(Buffer& out, const Source& source, const OutputStyle& style) {
    if (!source.separator || style.json)
        return;
    if (source.has_byte_order_mark)
        out.append(text::byte_order_mark);
    if (style.table.separator == *source.separator)
        out.append(source.separator_line);
}

/// What --map names and no row had. (Of a table that is refused before; records of JSON Lines may differ.)
void add_unseen(text::Lines& lines, const Run& run, const Names& names) {
    for (std::size_t i = 0; i < used_count; ++i)
        if (const auto used = static_cast<UsedColumn>(i);
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

Defaults defaults_of(const Options& options) {
    return {options.tier, options.org_type.value_or(OrgType::company), holds(options.member_of, linux_foundation_id)};
}

} // namespace

Job::Job(const Options& asked, const Formats& formats, Names read_names, Source begun, PriceTable compiled)
    : options{asked}, names{std::move(read_names)}, source{std::move(begun)}, table{std::move(compiled)},
      pricer{table, names, defaults_of(options), AnswerText{style_of(options, formats, source), *options.schedule}},
      plan{.pricer = &pricer,
           .columns = source.columns,
           .separator = source.separator,
           .input_line_end = source.line_end,
           .json_keys = pricer.text().style().json ? json_keys(source) : std::vector<std::string>{},
           .write_rejects = options.rejects.has_value(),
           .fail_fast = options.fail_fast} {}

std::expected<std::unique_ptr<Job>, Refusal> Job::begin(const Options& options, const Formats& formats,
                                                        platform::Input input) {
    Names names{options.map, options.prefix, reads_revenue(options)};
    auto source = begin_source(std::move(input), options, formats.input, names, formats.output);
    if (!source)
        return std::unexpected{std::move(source.error())};
    const bool rows_say = !source->separator || source->columns.used[static_cast<std::size_t>(UsedColumn::lf_member)];
    auto table =
        PriceTable::compile(*options.catalogue, *options.schedule, options.member_of, options.as_of,
                            rows_say ? std::nullopt : std::optional{holds(options.member_of, linux_foundation_id)});
    if (!table)
        return std::unexpected{Refusal{4, table.error().message}};
    if (source->separator)
        if (auto checked = check_columns(*source, options, *table); !checked)
            return std::unexpected{std::move(checked.error())};
    return std::unique_ptr<Job>{new Job{options, formats, std::move(names), std::move(*source), std::move(*table)}};
}

std::string Job::header() const {
    return header_with(pricer.text().style(), added_columns);
}

std::string Job::rejects_header() const {
    return header_with(plan.rejects_style(), reject_columns);
}

std::string Job::header_with(const OutputStyle& style, std::span<const std::string_view> added) const {
    Buffer header;
    append_beginning(header, source, style);
    append_header(header, source, style, added);
    return std::string{header.view()};
}

text::Lines Job::closing_lines(const Run& run) const {
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

} // namespace ptf_fees::batch
