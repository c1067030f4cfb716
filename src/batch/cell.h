#pragma once
// A cell of a record on its way from one format to another.

#include "batch/buffer.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ptf_fees::batch {

enum class CellKind : std::uint8_t {
    bare,    ///< bytes of a table, without quotes around them
    quoted,  ///< bytes of a table, with their quotes
    literal, ///< text that no format has been given yet
    json,    ///< a JSON number, true, false, object or array, as written
    null,    ///< JSON's null, or nothing at all
};

/// A view of its text; who made it says how long that lives.
struct Cell {
    std::string_view bytes{};
    CellKind kind = CellKind::null;
};

/// The text that a cell means. `room` holds it where it is not simply part of the bytes.
[[nodiscard]] std::string_view text_of(const Cell& cell, std::string& room);

/// How cells are written into a table.
struct TableStyle {
    char separator = ',';
    bool excel_safe = false;
    bool sheet = false; ///< for a workbook: text without quotes, the separator is NUL
};

/// Appends a cell to a table: its own bytes wherever they mean the same there. What is in `room` is lost.
void append_to_table(Buffer& out, const Cell& cell, const TableStyle& style, std::string& room);

/// Appends a cell as a JSON value; cells of a table are strings. What is in `room` is lost.
void append_to_json(Buffer& out, const Cell& cell, std::string& room);

/// Appends `text` as a JSON string.
void append_json_string(Buffer& out, std::string_view text, std::string& room);

/// Whether a spreadsheet would run this text as a formula: it begins with = + - @, a tab or a carriage return, blanks
/// before them not counted, and is not a number (a sign with digits, blanks, points and commas).
[[nodiscard]] bool is_formula(std::string_view text) noexcept;

} // namespace ptf_fees::batch
