// Floor 2, batch: the hot path. A plain record with as many cells as the header, whose key cells the pricer knows at
// once, is its own bytes and a ready-made ending. Everything else takes the careful path (table_careful.cpp).
#include "batch/table_rows.h"

#include "batch/sheet_cell.h"

#include "text/escape.h"

#include <algorithm>
#include <bit>

namespace ptf_fees::batch {

TableRows::TableRows(const Plan& plan)
    : plan_{plan}, pricer_{*plan.pricer}, ledger_{plan}, width_{plan.columns.width()},
      columns_{plan.columns.names.size()}, ends_(width_ + 2) {
    const OutputStyle& style = pricer_.text().style();
    verbatim_ = !style.json && style.table.separator == *plan.separator && !style.table.excel_safe;
    for (std::size_t i = 0; i < used_count; ++i)
        if (plan.columns.used[i])
            key_cells_.emplace_back(*plan.columns.used[i], i);
    for (const std::string& name : plan.columns.names) {
        std::string key;
        text::append_json(key, name);
        json_keys_.push_back(key + ":");
    }
}

void TableRows::work(const Chunk& chunk, ChunkResult& result) {
    result_ = &result;
    result.clear();
    result.output.make_room(2 * chunk.bytes.size());
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

/// Reads the records from `begin` to `stop`, all plain; returns where it stopped.
std::size_t TableRows::plain_records(const Chunk& chunk, std::size_t begin, std::size_t stop) {
    const char* const bytes = chunk.bytes.data();
    const std::uint64_t* block = chunk.map.cell_ends.data() + begin / 64;
    const char* block_bytes_at = bytes + begin / 64 * 64;
    std::uint64_t bits = *block & (~std::uint64_t{0} << (begin % 64));
    const char* record = bytes + begin;
    std::size_t cell = 0;
    ends_[0] = record - 1;
    while (record < bytes + stop && !result_->stopped) {
        while (bits == 0) {
            bits = *++block;
            block_bytes_at += 64;
        }
        const char* const at = block_bytes_at + std::countr_zero(bits);
        bits &= bits - 1;
        cell += cell <= width_ ? 1 : 0;
        ends_[cell] = at;
        if (*at != '\n')
            continue;
        const char* const end = at > record && at[-1] == '\r' ? at - 1 : at;
        ends_[cell] = end;
        if (cell != width_ || !plain_row(record, end))
            careful_row({{record, end}, RecordKind::whole, static_cast<std::size_t>(record - bytes)});
        else
            ++result_->rows;
        record = at + 1;
        ends_[0] = at;
        cell = 0;
    }
    return static_cast<std::size_t>(record - bytes);
}

/// The row of a plain record, if all about it is known at once.
bool TableRows::plain_row(const char* begin, const char* end) {
    KeyCells keys;
    for (const auto& [cell, key] : key_cells_) {
        std::string_view text{ends_[cell] + 1, ends_[cell + 1]};
        if (text.starts_with('"')) {
            text = text.substr(1, text.size() - 2);
            if (text.find('"') != std::string_view::npos)
                return false;
        }
        keys[key] = text;
    }
    const std::uint32_t place = pricer_.quoted_place(keys);
    if (place == RowPricer::unknown)
        return false;
    const std::string_view ending = pricer_.ending(place);
    Buffer& out = result_->output;
    if (verbatim_) {
        const auto size = static_cast<std::size_t>((plan_.columns.from_rejects ? ends_[columns_] : end) - begin);
        out.make_room(size + ending.size());
        out.append_wide(begin, size);
        out.append_wide(ending.data(), ending.size());
    } else {
        split({{begin, end}});
        if (pricer_.text().style().json && !text::is_utf8({begin, end}))
            return false;
        if (pricer_.text().style().table.sheet && !sheet_surely_holds({begin, end}))
            return false;
        write_cells(out, pricer_.text().style(), columns_, columns_);
        out.append(ending);
    }
    ledger_.count_place(place);
    return true;
}

} // namespace ptf_fees::batch
