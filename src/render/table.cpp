// Floor 2: lays a table out for a terminal. First as a grid at its natural width, then with the columns that may wrap
// made narrower, finally as blocks, one a row.
#include "render/table.h"

#include "text/width.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace ptf_fees::render {
namespace {

using document::Align;
using document::Cell;
using document::Column;
using document::Grid;
using document::Row;
using Kind = Row::Kind;
using Lines = std::vector<std::string>;

constexpr std::size_t indent = 2;
constexpr std::size_t detail_indent = 6;
constexpr std::size_t least_value = 8; ///< columns that a block keeps for what follows a title

struct Layout {
    std::vector<std::size_t> widths;
    std::size_t gap = 0;
};

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for (const std::string& word : text::wrapped(text, 1))
        longest = std::max(longest, text::display_width(word));
    return longest;
}

std::string without_end_blanks(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string aligned(const std::string& text, std::size_t width, Align align) {
    if (align == Align::left)
        return text::pad_right(text, width);
    if (align == Align::right)
        return text::pad_left(text, width);
    const std::size_t free = width - std::min(width, text::display_width(text));
    return text::pad_right(std::string(free / 2, ' ') + text, width);
}

/// `padded` with only what is seen of it painted, so that a line never ends in coloured blanks.
std::string painted_inside(const std::string& padded, Tone tone, bool color) {
    const std::size_t start = padded.find_first_not_of(' ');
    if (start == std::string::npos)
        return padded;
    const std::string seen = without_end_blanks(padded.substr(start));
    return padded.substr(0, start) + painted(seen, tone, color) + padded.substr(start + seen.size());
}

/// The widest of what `measure` finds in the title and the cells of a column.
std::size_t widest(const Grid& table, std::size_t column, auto&& measure) {
    std::size_t width = table.bare ? 0 : measure(table.columns[column].title);
    for (const Row& row : table.rows)
        if (row.kind == Kind::cells)
            width = std::max(width, measure(row.cells[column].text));
    return width;
}

std::size_t widest_cell(const Grid& table, std::size_t column) {
    std::size_t width = 0;
    for (const Row& row : table.rows)
        if (row.kind == Kind::cells)
            width = std::max(width, text::display_width(row.cells[column].text));
    return width;
}

std::size_t total(const Layout& layout) {
    return std::accumulate(layout.widths.begin(), layout.widths.end(),
                           indent + layout.gap * (layout.widths.size() - 1));
}

/// Takes columns away from the widest that may wrap until the grid fits; false where it cannot.
bool narrowed(Layout& layout, const Grid& table, std::size_t width) {
    std::vector<std::size_t> floors;
    floors.reserve(layout.widths.size());
    for (std::size_t i = 0; i < layout.widths.size(); ++i)
        floors.push_back(table.columns[i].wraps ? std::max(widest(table, i, longest_word),
                                                           std::min(layout.widths[i], table.columns[i].least))
                                                : layout.widths[i]);
    const auto share = [&](std::size_t i) { return layout.widths[i] * 100 / table.columns[i].weight; };
    while (total(layout) > width) {
        std::size_t chosen = layout.widths.size();
        for (std::size_t i = 0; i < layout.widths.size(); ++i)
            if (layout.widths[i] > floors[i] && (chosen == layout.widths.size() || share(i) > share(chosen)))
                chosen = i;
        if (chosen == layout.widths.size())
            return false;
        --layout.widths[chosen];
    }
    return true;
}

std::optional<Layout> layout_for(const Grid& table, std::size_t width) {
    const std::size_t gap = width < 70 ? 2 : 3;
    Layout roomy{.widths = {}, .gap = gap};
    Layout natural{.widths = {}, .gap = gap};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        natural.widths.push_back(widest(table, i, text::display_width));
        roomy.widths.push_back(std::max(natural.widths.back(), table.columns[i].roomy));
    }
    if (total(roomy) <= width)
        return roomy;
    if (total(natural) <= width)
        return natural;
    if (Layout wrapped = natural; narrowed(wrapped, table, width))
        return wrapped;
    natural.gap = 2;
    if (narrowed(natural, table, width))
        return natural;
    return std::nullopt;
}

void add_details(Lines& lines, const Row& row, std::size_t width, bool color) {
    for (const document::Detail& detail : row.details)
        for (const std::string& part :
             text::wrapped(text::printable(detail.text + detail.url), width - std::min(width, detail_indent)))
            lines.push_back(std::string(detail_indent, ' ') + painted(part, Tone::faint, color));
}

/// `bottom`: a cell with fewer lines than the row is at its foot, as titles are.
void add_cells(Lines& lines, const Grid& table, const Layout& layout, const std::vector<Cell>& cells, bool color,
               bool bottom = false) {
    std::vector<Lines> parts;
    std::size_t height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        parts.push_back(table.columns[i].wraps ? text::wrapped(cells[i].text, layout.widths[i]) : Lines{cells[i].text});
        height = std::max(height, parts.back().size());
    }
    if (bottom)
        for (Lines& part : parts)
            part.insert(part.begin(), height - part.size(), std::string{});
    for (std::size_t at = 0; at < height; ++at) {
        std::string line(indent, ' ');
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string part = at < parts[i].size() ? parts[i][at] : std::string{};
            const std::string padded = aligned(part, layout.widths[i], table.columns[i].align);
            line += painted_inside(padded, cells[i].tone, color);
            if (i + 1 < cells.size())
                line.append(layout.gap, ' ');
        }
        lines.push_back(without_end_blanks(std::move(line)));
    }
}

/// A rule as wide as the widest amount of each right-aligned column.
std::vector<Cell> rule_cells(const Grid& table) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::string rule;
        if (table.columns[i].align == Align::right)
            for (std::size_t width = widest_cell(table, i); width > 0; --width)
                rule += "─";
        cells.push_back({.text = std::move(rule)});
    }
    return cells;
}

bool has_titles(const Grid& table) {
    return !table.bare &&
           std::ranges::any_of(table.columns, [](const Column& column) { return !column.title.empty(); });
}

void add_heading(Lines& lines, const Row& row, bool color) {
    if (!lines.empty() && !lines.back().empty())
        lines.emplace_back();
    lines.push_back(painted(row.cells.front().text, Tone::strong, color));
}

Lines as_grid(const Grid& table, const Layout& layout, std::size_t width, bool color) {
    Lines lines;
    if (has_titles(table)) {
        std::vector<Cell> titles;
        titles.reserve(table.columns.size());
        for (const Column& column : table.columns)
            titles.push_back({.text = column.title, .tone = Tone::faint});
        add_cells(lines, table, layout, titles, color, true);
    }
    for (const Row& row : table.rows) {
        if (row.kind == Kind::heading)
            add_heading(lines, row, color);
        else
            add_cells(lines, table, layout, row.kind == Kind::rule ? rule_cells(table) : row.cells, color);
        add_details(lines, row, width, color);
    }
    return lines;
}

/// How the rows of a table look as blocks: the width of the titles, and of the amounts beside them.
struct BlockShape {
    std::size_t label = 0;
    std::size_t amount = 0;
};

BlockShape block_shape(const Grid& table) {
    BlockShape shape;
    for (std::size_t i = 1; i < table.columns.size(); ++i) {
        shape.label = std::max(shape.label, text::display_width(table.columns[i].title));
        if (table.columns[i].align == Align::right)
            shape.amount = std::max(shape.amount, widest_cell(table, i));
    }
    shape.label += shape.label == 0 ? 0 : 3;
    return shape;
}

/// `value` wrapped after `lead`.
void add_value(Lines& lines, std::string lead, const Cell& value, std::size_t width, bool color) {
    const std::size_t taken = 2 * indent + text::display_width(lead);
    // An amount comes with the blanks that align it, which wrapping would take away.
    const bool fits = taken + text::display_width(value.text) <= width;
    for (const std::string& part :
         fits ? Lines{value.text} : text::wrapped(value.text, width - std::min(width - 1, taken))) {
        lines.push_back(std::string(2 * indent, ' ') + lead + painted_inside(part, value.tone, color));
        lead.assign(text::display_width(lead), ' ');
    }
}

/// A row as a block: its first cell, then the others below it, each after its title.
void add_block(Lines& lines, const Grid& table, const BlockShape& shape, const Row& row, std::size_t width,
               bool color) {
    for (const std::string& part : text::wrapped(row.cells.front().text, width - indent))
        lines.push_back(std::string(indent, ' ') + painted(part, Tone::strong, color));
    const std::size_t taken = 2 * indent + shape.label;
    const bool aligned_values = taken + std::max(shape.amount, least_value) <= width;
    for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const std::string& title = table.columns[i].title;
        Cell value = row.cells[i];
        if (value.text.empty())
            continue;
        if (table.columns[i].align == Align::right)
            value.text = aligned(value.text, aligned_values ? shape.amount : 0, Align::right);
        if (aligned_values)
            add_value(lines, text::pad_right(title, shape.label), value, width, color);
        else
            add_value(lines, "", {.text = title.empty() ? value.text : title + ": " + value.text}, width, color);
    }
}

Lines as_blocks(const Grid& table, std::size_t width, bool color) {
    const BlockShape shape = block_shape(table);
    Lines lines;
    for (const Row& row : table.rows) {
        if (row.kind == Kind::rule)
            continue;
        if (row.kind == Kind::heading)
            add_heading(lines, row, color);
        else
            add_block(lines, table, shape, row, width, color);
        add_details(lines, row, width, color);
        if (has_titles(table) && row.kind == Kind::cells && &row != &table.rows.back())
            lines.emplace_back();
    }
    return lines;
}

/// `table` with its last column moved below the rows.
Grid folded(Grid table) {
    for (Row& row : table.rows) {
        if (row.kind == Kind::cells && !row.cells.back().text.empty())
            row.details.insert(row.details.begin(), {.text = row.cells.back().text});
        if (row.kind == Kind::cells)
            row.cells.pop_back();
    }
    table.columns.pop_back();
    return table;
}

Grid printable(Grid table) {
    for (Row& row : table.rows)
        for (Cell& cell : row.cells)
            cell.text = text::printable(cell.text);
    for (Column& column : table.columns)
        column.title = text::printable(column.title);
    return table;
}

} // namespace

std::string painted(std::string_view text, Tone tone, bool color) {
    if (!color || tone == Tone::plain || text.empty())
        return std::string{text};
    const std::string_view start = tone == Tone::strong ? "\x1b[1m" : tone == Tone::faint ? "\x1b[2m" : "\x1b[33m";
    return std::string{start} + std::string{text} + "\x1b[0m";
}

std::vector<std::string> laid_out(const Grid& grid, std::size_t width, bool color) {
    Grid shown = printable(grid);
    auto layout = layout_for(shown, width);
    if (!layout && shown.columns.back().folds) {
        Grid without_last = folded(shown);
        layout = layout_for(without_last, width);
        if (layout)
            shown = std::move(without_last);
    }
    return layout ? as_grid(shown, *layout, width, color) : as_blocks(shown, width, color);
}

} // namespace ptf_fees::render
