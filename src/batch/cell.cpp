// Floor 2, batch: cells from one format to another. Bytes stay as they are unless the other format gives them another
// meaning.
#include "batch/cell.h"

#include "batch/sheet_cell.h"

#include "text/escape.h"
#include "text/utf8.h"

#include <algorithm>

namespace ptf_fees::batch {
namespace {

constexpr std::size_t most_escaped = std::size_t{64} << 10U;

bool must_be_quoted(std::string_view bare, char separator) noexcept {
    return bare.find(separator) != std::string_view::npos;
}

void append_literal(Buffer& out, std::string_view text, const TableStyle& style, std::string& room) {
    room.clear();
    if (style.excel_safe && is_formula(text))
        text::append_csv(room, "'" + std::string{text}, style.separator);
    else
        text::append_csv(room, text, style.separator);
    out.append(room);
}

} // namespace

std::string_view text_of(const Cell& cell, std::string& room) {
    if (cell.kind != CellKind::quoted)
        return cell.bytes;
    const std::string_view inner = cell.bytes.substr(1, cell.bytes.size() - 2);
    if (inner.find('"') == std::string_view::npos)
        return inner;
    room.clear();
    for (std::size_t i = 0; i < inner.size(); ++i) {
        room.push_back(inner[i]);
        if (inner[i] == '"')
            ++i; // a quote inside is doubled
    }
    return room;
}

void append_to_table(Buffer& out, const Cell& cell, const TableStyle& style, std::string& room) {
    if (style.sheet) {
        std::string unquoted;
        room.clear();
        append_to_sheet(room, text_of(cell, unquoted));
        out.append(room);
        return;
    }
    switch (cell.kind) {
    case CellKind::null:
        return;
    case CellKind::literal:
    case CellKind::json:
        append_literal(out, cell.bytes, style, room);
        return;
    case CellKind::bare:
        if (must_be_quoted(cell.bytes, style.separator)) {
            append_literal(out, cell.bytes, style, room);
            return;
        }
        if (style.excel_safe && is_formula(cell.bytes))
            out.append('\'');
        out.append(cell.bytes);
        return;
    case CellKind::quoted:
        if (style.excel_safe && is_formula(cell.bytes.substr(1, cell.bytes.size() - 2))) {
            out.append("\"'");
            out.append(cell.bytes.substr(1));
            return;
        }
        out.append(cell.bytes);
    }
}

void append_json_string(Buffer& out, std::string_view text, std::string& room) {
    out.append('"');
    while (!text.empty()) { // in pieces of whole characters: escapes may take six times as many bytes
        std::size_t size = std::min(text.size(), most_escaped);
        while (size + 4 > most_escaped && size < text.size() && text::continues_character(text[size]))
            --size;
        room.clear();
        text::append_json(room, text.substr(0, size));
        out.append(std::string_view{room}.substr(1, room.size() - 2));
        text.remove_prefix(size);
    }
    out.append('"');
}

void append_to_json(Buffer& out, const Cell& cell, std::string& room) {
    if (cell.kind == CellKind::json || cell.kind == CellKind::null) {
        out.append(cell.kind == CellKind::null ? "null" : cell.bytes);
        return;
    }
    std::string unquoted;
    append_json_string(out, text_of(cell, unquoted), room);
}

bool is_formula(std::string_view text) noexcept {
    const std::size_t first = text.find_first_not_of(" \n");
    if (first == std::string_view::npos)
        return false;
    const char c = text[first];
    if (c == '=' || c == '@' || c == '\t' || c == '\r')
        return true;
    if (c != '+' && c != '-')
        return false;
    const std::string_view rest = text.substr(first + 1);
    const bool number = rest.find_first_of("0123456789") != std::string_view::npos &&
                        rest.find_first_not_of("0123456789., ") == std::string_view::npos;
    return !number;
}

} // namespace ptf_fees::batch
