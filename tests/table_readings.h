#pragma once
// Two readings of a table: the program's own, by its map, and a slow one that is written differently.

#include "batch/buffer.h"
#include "batch/csv_blocks.h"
#include "batch/csv_map.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace readings {

using namespace ptf_fees::batch;

/// A record as both readings see it: views of the table.
struct Seen {
    std::string_view text;
    RecordKind kind = RecordKind::whole;
    std::vector<std::string_view> cells;

    friend bool operator==(const Seen&, const Seen&) = default;
};

// The slow reading: a record is the fewest lines that together are cells and separators, or else one line.

/// Takes one cell off the front of `rest`; false where none is there.
inline bool take_cell(std::string_view& rest, char separator, std::vector<std::string_view>& cells) {
    std::size_t length = std::min(rest.find(separator), rest.size());
    if (rest.starts_with('"')) {
        length = 1;
        while (true) {
            length = rest.find('"', length);
            if (length == std::string_view::npos)
                return false;
            if (!rest.substr(length).starts_with("\"\""))
                break;
            length += 2;
        }
        ++length;
    } else if (rest.substr(0, length).find('\n') != std::string_view::npos) {
        return false;
    }
    cells.push_back(rest.substr(0, length));
    rest.remove_prefix(length);
    return true;
}

inline bool all_cells(std::string_view lines, char separator, std::vector<std::string_view>& cells) {
    cells.clear();
    while (take_cell(lines, separator, cells)) {
        if (lines.empty())
            return true;
        if (!lines.starts_with(separator))
            return false;
        lines.remove_prefix(1);
    }
    return false;
}

inline std::string_view without_line_end(std::string_view lines) {
    if (lines.ends_with('\n'))
        lines.remove_suffix(1);
    if (lines.ends_with('\r'))
        lines.remove_suffix(1);
    return lines;
}

/// Takes one record off the front of `rest`, which is not empty.
inline Seen take_record(std::string_view& rest, char separator) {
    Seen seen;
    std::size_t taken = 0;
    bool whole = false;
    while (!whole && taken < rest.size()) {
        const std::size_t feed = rest.find('\n', taken);
        taken = feed == std::string_view::npos ? rest.size() : feed + 1;
        seen.text = without_line_end(rest.substr(0, taken));
        whole = all_cells(seen.text, separator, seen.cells);
    }
    if (!whole) {
        taken = std::min(rest.find('\n'), rest.size() - 1) + 1;
        seen = {without_line_end(rest.substr(0, taken)), RecordKind::malformed, {}};
    }
    rest.remove_prefix(taken);
    return seen;
}

inline std::vector<Seen> slow_reading(std::string_view text, char separator) {
    std::vector<Seen> records;
    while (!text.empty())
        records.push_back(take_record(text, separator));
    return records;
}

/// A copy with the room after it that the map may read, filled with what would mislead it.
inline Buffer padded(std::string_view text) {
    Buffer buffer;
    buffer.append(text);
    static const std::string misleading(Buffer::slack, '"');
    buffer.append(misleading);
    buffer.shrink_to(text.size());
    return buffer;
}

inline Seen seen_at(std::string_view text, std::size_t begin, std::size_t end, RecordKind kind, char separator) {
    Seen seen{text.substr(begin, end - begin), kind, {}};
    std::vector<Cell> cells;
    split_cells(seen.text, separator, kind, cells);
    for (const Cell& cell : cells)
        if (kind == RecordKind::whole)
            seen.cells.push_back(cell.bytes);
    return seen;
}

/// The records as the map tells them. `plain` becomes the cells that the bits alone tell.
inline std::vector<Seen> mapped(std::string_view text, char separator, bool at_end) {
    const Buffer bytes = padded(text);
    CsvMap map;
    map.cell_ends.assign(text.size() / block_bytes + 1, ~std::uint64_t{0}); // of an earlier chunk
    map_records(bytes.view(), separator, at_end, map);
    std::vector<Seen> records;
    std::size_t begin = 0;
    auto odd = map.odd.begin();
    while (begin < map.size) {
        if (odd != map.odd.end() && odd->begin == begin) {
            records.push_back(seen_at(text, odd->begin, odd->end, odd->kind, separator));
            begin = odd++->next;
            continue;
        }
        Seen seen;
        std::size_t cell = begin;
        for (std::size_t at = begin;; ++at) {
            if (at >= map.size)
                throw std::logic_error{"a plain record has no end"};
            if ((map.cell_ends[at / 64] >> (at % 64) & 1U) == 0)
                continue;
            if (text[at] != '\n') {
                seen.cells.push_back(text.substr(cell, at - cell));
                cell = at + 1;
                continue;
            }
            seen.text = without_line_end(text.substr(begin, at + 1 - begin));
            seen.cells.push_back(text.substr(cell, begin + seen.text.size() - cell));
            begin = at + 1;
            break;
        }
        records.push_back(std::move(seen));
    }
    // Only this many odd records are mapped together; the others are read the next time.
    if (map.odd.size() >= most_odd_records && map.size < text.size())
        for (Seen& seen : mapped(text.substr(map.size), separator, at_end))
            records.push_back(std::move(seen));
    return records;
}

} // namespace readings
