// Floor 2, batch: the hot path. The map of cell ends is unfolded into places, some blocks at a time. A plain record
// with as many cells as the header, whose key cells the pricer knows directly, is its own bytes and a ready-made
// ending. Everything else takes the careful path (table_careful.cpp).
#include "batch/table_rows.h"

#include "batch/csv_blocks.h"
#include "batch/sheet_cell.h"

#include "text/escape.h"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

namespace ptf_fees::batch {
namespace {

/// This many blocks of the map are unfolded at a time.
constexpr std::size_t blocks_at_a_time = 32;

/// At least this many places are written at a time: most blocks have no more ends, and how many cannot be foreseen.
constexpr std::size_t usual_ends = 8;

/// Writes the places of the ones in `bits`, counted from `base`, to `out`, and up to `usual_ends` after them that mean
/// nothing. Returns where the meaningful ones end.
std::uint32_t* unfold(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) noexcept {
    const std::size_t count = count_ones(bits);
    for (std::size_t done = 0; done == 0 || done < count; done += usual_ends)
        for (std::size_t i = done; i < done + usual_ends; ++i) {
            constexpr std::uint64_t last = std::uint64_t{1} << 63U; // so that there always is one
            out[i] = base + static_cast<std::uint32_t>(std::countr_zero(bits | last));
            bits &= bits - 1;
        }
    return out + count;
}

/// Where the record from `begin` ends whose line feed is at `feed`: before its line end.
std::size_t end_before(const char* bytes, std::size_t begin, std::size_t feed) noexcept {
    return feed - (feed > begin && bytes[feed - 1] == '\r' ? 1 : 0);
}

/// The line feed of the record that begins at `at`. Precondition: the map has it.
std::size_t feed_after(const Chunk& chunk, std::size_t at) noexcept {
    std::size_t block = at / block_bytes;
    std::uint64_t bits = chunk.map.cell_ends[block] & (~std::uint64_t{0} << (at % block_bytes));
    while (true) {
        for (; bits != 0; bits &= bits - 1)
            if (const std::size_t end = block * block_bytes + static_cast<std::size_t>(std::countr_zero(bits));
                chunk.bytes.data()[end] == '\n')
                return end;
        bits = chunk.map.cell_ends[++block];
    }
}

/// The first of these cells with a word in it.
std::string_view first_word_of(std::span<const std::string> cells) {
    for (const std::string& cell : cells)
        if (FirstWord{{}}.look(cell) != FirstWord::Look::no_word)
            return cell;
    return {};
}

} // namespace

TableRows::TableRows(const Plan& plan)
    : plan_{plan}, pricer_{*plan.pricer}, counts_{plan}, width_{plan.columns.width()},
      columns_{plan.columns.names.size()}, first_word_{first_word_of(plan.columns.names)},
      has_default_tier_{pricer_.takes_default_tier({})},
      ends_(width_ + 1 + blocks_at_a_time * block_bytes + usual_ends), places_(blocks_at_a_time * block_bytes + 1) {
    const OutputStyle& style = pricer_.text().style();
    separators_sum_ = static_cast<std::uint32_t>(width_ - 1) * static_cast<unsigned char>(*plan.separator);
    verbatim_ = !style.json && style.table.separator == *plan.separator && !style.table.excel_safe;
    for (std::size_t i = 0; i < used_count; ++i)
        key_cells_[i] = plan.columns.used[i].value_or(no_cell);
}

void TableRows::work(const Chunk& chunk, ChunkResult& result) {
    result_ = &result;
    result.clear();
    result.output.make_room(std::min(2 * chunk.bytes.size(), most_output));
    lines_.emplace(chunk);
    blank_rows(chunk);
    if (chunk.cut_line != 0 && !result.stopped)
        careful_row({chunk.bytes.view(), RecordKind::too_long, 0, chunk.cut_line});
    else
        mapped_rows(chunk);
}

void TableRows::blank_rows(const Chunk& chunk) {
    for (std::uint64_t i = 0; i < chunk.blank_rows && !result_->stopped; ++i)
        careful_row({.bytes = {}, .blank_line = chunk.first_line + i});
}

void TableRows::mapped_rows(const Chunk& chunk) {
    auto odd = chunk.map.odd.begin();
    const auto last_odd = chunk.map.odd.end();
    std::size_t begin = 0;
    while (begin < chunk.map.size && !result_->stopped) {
        if (odd == last_odd || begin < odd->begin) {
            begin = plain_records(chunk, begin, odd == last_odd ? chunk.map.size : odd->begin);
            continue;
        }
        const std::size_t size = odd->end - odd->begin;
        const std::string_view kept = chunk.bytes.view().substr(begin, std::min(size, longest_record));
        careful_row({kept, odd->kind, begin, size});
        begin = odd->next;
        ++odd;
    }
}

/// Answers the records from `begin` to `stop`, all plain, up to the first one of another width; returns where it
/// stopped.
std::size_t TableRows::plain_records(const Chunk& chunk, std::size_t begin, std::size_t stop) {
    const char* const bytes = chunk.bytes.data();
    const std::size_t blocks = (stop + block_bytes - 1) / block_bytes;
    std::uint64_t wanted = ~std::uint64_t{0} << (begin % block_bytes);
    std::uint32_t* unfolded = ends_.data();
    *unfolded++ = static_cast<std::uint32_t>(begin) - 1; // the end of the record before
    for (std::size_t block = begin / block_bytes; block < blocks;) {
        for (const std::size_t next = std::min(blocks, block + blocks_at_a_time); block < next; ++block) {
            if (block + 1 == blocks && stop % block_bytes != 0)
                wanted &= ~(~std::uint64_t{0} << (stop % block_bytes));
            const auto base = static_cast<std::uint32_t>(block * block_bytes);
            unfolded = unfold(chunk.map.cell_ends[block] & wanted, base, unfolded);
            wanted = ~std::uint64_t{0};
        }
        // First all answers, then all records: either loop is short enough for the machine to work on several rounds
        // of it in parallel.
        const std::uint32_t* const last_place = find_places(bytes, unfolded);
        std::uint32_t* record = ends_.data();
        make_room(record, unfolded);
        for (const std::uint32_t* place = places_.data(); place != last_place; ++place) {
            if (!answer_at_once(bytes, record, *place)) {
                answer_carefully(bytes, record[0] + 1, record[width_]);
                if (result_->stopped)
                    return record[width_] + std::size_t{1};
                make_room(record + width_, unfolded);
            }
            record += width_;
        }
        const auto left = static_cast<std::size_t>(unfolded - record);
        if (left > width_ || (block == blocks && left > 1))
            return odd_width(chunk, record[0] + 1);
        unfolded = std::copy(record, unfolded, ends_.data());
    }
    return stop;
}

/// Notes the places of the answers to the current whole records, up to the first one of another width; returns the end
/// of those places.
std::uint32_t* TableRows::find_places(const char* bytes, const std::uint32_t* unfolded) {
    std::uint32_t* place = places_.data();
    for (std::uint32_t* record = ends_.data();
         static_cast<std::size_t>(unfolded - record) > width_ && has_width(bytes, record); record += width_)
        *place++ = quoted_place(bytes, record);
    return place;
}

/// Room in the output for all whole records between these ends, if they are answered directly and verbatim.
inline void TableRows::make_room(const std::uint32_t* record, const std::uint32_t* unfolded) {
    const std::size_t records = static_cast<std::size_t>(unfolded - record - 1) / width_;
    result_->output.make_room(unfolded[-1] - record[0] + records * pricer_.longest_ending());
}

/// Whether the cells of the record after `record[0]` are as many as the header's. Each end is a separator or a line
/// feed: their sum says whether all but the last one are separators.
inline bool TableRows::has_width(const char* bytes, const std::uint32_t* record) const noexcept {
    std::uint32_t sum = 0;
#pragma GCC unroll 4
    for (std::size_t i = 1; i < width_; ++i)
        sum += static_cast<unsigned char>(bytes[record[i]]);
    return sum == separators_sum_ && bytes[record[width_]] == '\n';
}

/// Answers a record with too few or too many cells; returns where the next one begins.
std::size_t TableRows::odd_width(const Chunk& chunk, std::size_t begin) {
    const std::size_t feed = feed_after(chunk, begin);
    answer_carefully(chunk.bytes.data(), begin, feed);
    return feed + 1;
}

/// Answers the record from `begin` to its line feed.
void TableRows::answer_carefully(const char* bytes, std::size_t begin, std::size_t feed) {
    careful_row({{bytes + begin, bytes + end_before(bytes, begin, feed)}, RecordKind::whole, begin});
}

/// Where the last cell of a record ends: before its line end.
inline std::uint32_t TableRows::last_end(const char* bytes, const std::uint32_t* record) const noexcept {
    return static_cast<std::uint32_t>(end_before(bytes, record[0] + 1, record[width_]));
}

/// Answers the record after `record[0]`, which has as many cells as the header, if all about it is known directly.
inline bool TableRows::answer_at_once(const char* bytes, const std::uint32_t* record, std::uint32_t place) {
    if (place == RowPricer::unknown)
        return false;
    const std::uint32_t end = last_end(bytes, record);
    const std::uint32_t kept_end = columns_ == width_ ? end : record[columns_];
    if (!write_quoted({bytes + (record[0] + 1), bytes + end}, bytes + kept_end, place))
        return false;
    counts_.count_place(place);
    ++result_->rows;
    return true;
}

/// The place of the answer to a plain record, or unknown.
inline std::uint32_t TableRows::quoted_place(const char* bytes, std::uint32_t* record) const noexcept {
    const std::uint32_t feed = std::exchange(record[width_], last_end(bytes, record));
    bool doubled = false;
    const auto cell = [&](UsedColumn used) {
        const std::size_t i = key_cells_[static_cast<std::size_t>(used)];
        if (i == no_cell)
            return no_text;
        const char* const begin = bytes + (record[i] + 1);
        std::string_view text{begin, bytes + record[i + 1]};
        if (*begin == '"') [[unlikely]] { // of an empty cell it is what ends it
            text = text.substr(1, text.size() - 2);
            doubled = doubled || text.find('"') != std::string_view::npos;
        }
        return text;
    };
    const std::uint32_t place =
        pricer_.quoted_place({cell(UsedColumn::tier), cell(UsedColumn::employees), cell(UsedColumn::revenue),
                              cell(UsedColumn::org_type), cell(UsedColumn::lf_member)});
    const bool plain = !has_default_tier_ || !cell(UsedColumn::tier).empty() || is_surely_organization(bytes, record);
    record[width_] = feed;
    return doubled || !plain ? RowPricer::unknown : place;
}

/// Whether a row without a tier of its own is not a blank line, total or repeated header, by its first word.
bool TableRows::is_surely_organization(const char* bytes, const std::uint32_t* record) const noexcept {
    bool filled = false;
    for (std::size_t i = 0; i < columns_; ++i) {
        std::string_view text{bytes + (record[i] + 1), bytes + record[i + 1]};
        if (text.starts_with('"'))
            text = text.substr(1, text.size() - 2);
        const FirstWord::Look look = first_word_.look(text);
        if (look != FirstWord::Look::no_word)
            return look == FirstWord::Look::plain;
        filled = filled || std::ranges::any_of(text, is_figure_byte);
    }
    return filled;
}

/// Writes a quoted record, the cells of which that pass through end at `kept_end`, if that can be done directly.
inline bool TableRows::write_quoted(std::string_view record, const char* kept_end, std::uint32_t place) {
    const std::string_view ending = pricer_.ending(place);
    if (!verbatim_)
        return restyle(record, ending);
    result_->output.append_wide(record.substr(0, static_cast<std::size_t>(kept_end - record.data())));
    result_->output.append_wide(ending);
    return true;
}

/// Writes a quoted record in another style than the input's, if all in it can be.
bool TableRows::restyle(std::string_view record, std::string_view ending) {
    const OutputStyle& style = pricer_.text().style();
    if ((style.json && !text::is_utf8(record)) || (style.table.sheet && !sheet_surely_holds(record)))
        return false;
    split({record});
    write_cells(result_->output, style);
    result_->output.append(ending);
    return true;
}

} // namespace ptf_fees::batch
