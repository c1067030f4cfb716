#pragma once
// Aligned columns for a terminal, that fold into blocks where there is no room for them.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::render {

/// How a stretch of text is coloured, where colour is wanted.
enum class Paint : std::uint8_t { plain, bold, dim, yellow };

/// `text` in that colour, or as it is where `color` is false.
[[nodiscard]] std::string painted(std::string_view text, Paint paint, bool color);

enum class Align : std::uint8_t { left, right, center };

struct Column {
    std::string title{}; ///< no header line where all titles are empty
    Align align = Align::left;
    bool wraps = false;     ///< may be made narrower, its cells broken at blanks
    std::size_t roomy = 0;  ///< width to take where there is room for it
    std::size_t least = 12; ///< a column that wraps is not made narrower
    std::size_t weight = 1; ///< how many times as wide as the others it may stay when columns are made narrower
    bool folds = false;     ///< only of the last column: goes below its row where the grid does not fit otherwise
};

struct Cell {
    std::string text;
    Paint paint = Paint::plain;
};

struct TableRow {
    enum class Kind : std::uint8_t {
        cells,
        rule,    ///< a line across the right-aligned columns, as above a sum
        heading, ///< its first cell stands alone, further left, after a blank line
    };
    std::vector<Cell> cells{};
    Kind kind = Kind::cells;
    std::vector<std::string> details{}; ///< lines below the row
};

struct Table {
    std::vector<Column> columns{};
    std::vector<TableRow> rows{};
};

/// The lines of `table`, none wider than `width` but by a word that cannot be broken, and without blanks at their ends.
/// Every cell passes through text::printable. Where even wrapped columns do not fit, each row becomes a block.
[[nodiscard]] std::vector<std::string> laid_out(const Table& table, std::size_t width, bool color);

} // namespace ptf_fees::render
