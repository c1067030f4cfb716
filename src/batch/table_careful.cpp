// Floor 2, batch: the careful path of TableRows, for rows that are not quoted, not plain or not valid. One row in, one
// row out: whatever is wrong with it, the output stays a table of the header's width.
#include "batch/row_faults.h"
#include "batch/sheet_cell.h"
#include "batch/table_rows.h"

#include "text/blanks.h"
#include "text/escape.h"

#include <algorithm>
#include <span>

namespace ptf_fees::batch {
namespace {

/// This many cells beyond the header's width are looked at at a time.
constexpr std::size_t extra_at_a_time = 4096;

} // namespace

UsedSet TableRows::seen() const noexcept {
    UsedSet seen{};
    for (std::size_t key = 0; key < used_count; ++key)
        seen[key] = key_cells_[key] != no_cell;
    return seen;
}

/// Splits a record into its cells, without those at its end that are empty and beyond the header.
void TableRows::split(const Row& row) {
    auto next = split_cells(row.bytes, *plan_.separator, row.kind, cells_, 0, width_);
    cells_found_ = cells_.size();
    for (; next; cells_found_ += extra_.size())
        next = split_cells(row.bytes, *plan_.separator, row.kind, extra_, *next, extra_at_a_time);
    const bool from_rejects = plan_.columns.from_rejects && cells_found_ >= width_;
    cells_kept_ = cells_found_ - (from_rejects ? reject_columns.size() : 0);
    const bool whole = row.kind == RecordKind::whole;
    const auto empty = [&](const Cell& cell) { return text::is_blank(text_of(cell, room_)); };
    blank_ = whole &&
             std::all_of(cells_.begin(),
                         cells_.begin() + static_cast<std::ptrdiff_t>(std::min(columns_, cells_.size())), empty) &&
             all_blank(row, columns_);
    if (blank_) {
        cells_kept_ = 0;
    } else if (whole && cells_found_ > width_ && all_blank(row, columns_)) {
        cells_kept_ = columns_;
        cells_found_ = width_;
        counts_.count_dropped_cells();
    }
}

/// Whether no cell from `first` on is filled, except what is past of an older file of rejects.
bool TableRows::all_blank(const Row& row, std::size_t first) {
    auto next = first < cells_kept_ ? std::optional<std::size_t>{0} : std::nullopt;
    for (std::size_t i = 0; next && i < cells_kept_;) {
        next = split_cells(row.bytes, *plan_.separator, row.kind, extra_, *next, extra_at_a_time);
        for (const Cell& cell : extra_) {
            if (i >= first && i < cells_kept_ && !text::is_blank(text_of(cell, room_)))
                return false;
            ++i;
        }
    }
    return true;
}

/// Why the record cannot be a row, or nothing.
std::string TableRows::why_no_row(const Row& row) {
    if (row.kind == RecordKind::too_long)
        return length_fault(row.true_size);
    if (row.kind == RecordKind::malformed)
        return quote_fault(row.bytes, *plan_.separator);
    if (blank_)
        return blank_fault();
    if (repeats_header())
        return header_fault();
    if (cells_found_ > width_)
        return width_fault(row.bytes, cells_kept_, columns_);
    if (cells_found_ < width_)
        return width_fault(row.bytes, cells_found_, width_);
    return {};
}

/// Why the cells of the record cannot be written, or nothing.
std::string TableRows::why_not_written() {
    if (pricer_.text().style().json)
        for (std::size_t i = 0; i < columns_; ++i)
            if (!text::is_utf8(cells_[i].bytes))
                return encoding_fault(plan_.columns.names[i]);
    if (pricer_.text().style().table.sheet)
        for (std::size_t i = 0; i < columns_; ++i)
            if (std::string fault = sheet_fault(text_of(cells_[i], room_), plan_.columns.names[i]); !fault.empty())
                return fault;
    return {};
}

/// Whether the record says what the header says, as where files were put one after the other.
bool TableRows::repeats_header() {
    if (cells_found_ != width_)
        return false;
    return std::ranges::equal(std::span{cells_}.first(columns_), plan_.columns.names,
                              [&](const Cell& cell, const std::string& name) {
                                  return text::trimmed(text_of(cell, room_)) == text::trimmed(name);
                              });
}

/// Whether the row, whose tier is that cell, is a total and not an organisation.
bool TableRows::looks_like_total(std::string_view tier) {
    if (!pricer_.takes_default_tier(tier))
        return false;
    RowWords words;
    for (std::size_t i = 0; i < columns_; ++i) {
        const std::string_view cell = text_of(cells_[i], room_);
        if (std::ranges::find(key_cells_, i) == key_cells_.end() || !means_no_value(cell))
            words.add(cell);
    }
    return words.total();
}

std::expected<ReadRow, UnreadRow> TableRows::read(const Row& row) {
    if (std::string fault = why_no_row(row); !fault.empty())
        return std::unexpected{UnreadRow{std::move(fault)}};
    std::array<std::string, used_count> texts;
    KeyCells keys;
    for (std::size_t key = 0; key < used_count; ++key)
        if (key_cells_[key] != no_cell)
            keys[key] = texts[key] = text_of(cells_[key_cells_[key]], room_);
    const std::string_view tier = cell_of(keys, UsedColumn::tier);
    if (looks_like_total(tier))
        return std::unexpected{UnreadRow{total_fault()}};
    if (std::string fault = why_not_written(); !fault.empty())
        return std::unexpected{UnreadRow{std::move(fault), pricer_.tier_of(tier)}};
    return pricer_.read(keys);
}

void TableRows::careful_row(const Row& row) {
    split(row);
    const Outcome outcome = counts_.outcome_of(read(row));
    ++result_->rows;
    result_->stopped = plan_.fail_fast && !outcome.quoted();
    if (!result_->stopped) {
        write_cells(result_->output, pricer_.text().style());
        result_->output.append(outcome.ending);
    }
    if (!outcome.quoted())
        note_row(row, outcome);
}

/// Writes the cells of the columns that pass through, and in JSON the comma after them.
void TableRows::write_cells(Buffer& out, const OutputStyle& style) {
    if (style.json)
        out.append('{');
    for (std::size_t i = 0; i < columns_; ++i) {
        const Cell cell = i < std::min(cells_.size(), cells_kept_) ? cells_[i] : Cell{};
        if (style.json) {
            out.append(plan_.json_keys[i]);
            append_to_json(out, cell, room_);
            out.append(',');
            continue;
        }
        if (i != 0)
            out.append(style.table.separator);
        append_to_table(out, cell, style.table, room_);
    }
}

/// Writes the cells that the record has beyond those columns, except what is past of an older file of rejects.
void TableRows::write_extra_cells(Buffer& out, const OutputStyle& style, const Row& row) {
    auto next = columns_ < cells_kept_ ? std::optional<std::size_t>{0} : std::nullopt;
    for (std::size_t i = 0; next && i < cells_kept_;) {
        next = split_cells(row.bytes, *plan_.separator, row.kind, extra_, *next, extra_at_a_time);
        for (const Cell& cell : extra_) {
            if (i >= columns_ && i < cells_kept_) {
                out.append(style.table.separator);
                append_to_table(out, cell, style.table, room_);
            }
            ++i;
        }
    }
}

/// Keeps a row that is not quoted for the rejects and for standard error. Where neither wants it its line is not even
/// counted.
void TableRows::note_row(const Row& row, const Outcome& outcome) {
    const bool shown = wants_bad_row(*result_, outcome) && result_->bad_rows.count(outcome.sentence);
    const bool in_sheet = pricer_.text().style().table.sheet && !result_->stopped;
    if (!shown && !plan_.write_rejects && !in_sheet)
        return;
    const std::uint64_t line = row.blank_line != 0 ? row.blank_line : lines_->line_at(row.begin);
    if (in_sheet)
        result_->output.append(sheet_line(line));
    if (shown)
        result_->bad_rows.keep({line, result_->rows, outcome.status, outcome.sentence});
    if (!plan_.write_rejects)
        return;
    const OutputStyle style = plan_.rejects_style();
    write_cells(result_->rejects, style);
    write_extra_cells(result_->rejects, style, row);
    result_->rejects.append(reject_ending(line, outcome, style));
}

} // namespace ptf_fees::batch
