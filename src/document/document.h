#pragma once
// A document: an answer in words, before it has a format. A builder for each kind of answer (document_of) makes one; a
// printer for each format for people (render/) turns any of them into text. Adding an answer touches no printer, and
// adding a format no builder.

#include "ptf_fees/schedule.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ptf_fees::document {

enum class Tone : std::uint8_t { plain, strong, faint, warning };

/// The place of the document's title in plain text, where the first line is another. Other formats begin with it.
struct Title {};

/// Whose terms these are and how old. One line outside a terminal, however long: scripts look for it.
struct Terms {
    std::string text{};
    bool replaced = false;
};

/// Begins a section.
struct Heading {
    std::string text{};
};

struct Paragraph {
    std::string text{};
    Tone tone = Tone::plain;
    std::size_t indent = 0; ///< columns of plain text; the same in the blocks below
};

/// The figure that the reader looks for, with its unit: "$70,000", "per year".
struct Result {
    std::string figure{};
    std::string unit{};
};

struct Items {
    enum class Kind : std::uint8_t { bullets, numbers, marks };
    std::vector<std::string> texts{};
    Kind kind = Kind::bullets;
    std::size_t indent = 0;
    std::vector<std::string> marks{}; ///< for marks: one for each text
};

/// An address on a line of its own, after `label`.
struct Link {
    std::string url{};
    std::string label{};
    std::size_t indent = 2;
};

struct Fact {
    std::string what{};
    std::string value{};
};

/// Short facts, each under its name.
struct Facts {
    std::vector<Fact> facts{};
};

enum class Align : std::uint8_t { left, right, center };

struct Column {
    std::string title{};
    Align align = Align::left;
    bool wraps = false;     ///< may be made narrower, its cells broken at blanks
    std::size_t roomy = 0;  ///< width to take if there is room for it
    std::size_t least = 12; ///< a column that wraps is not made narrower
    std::size_t weight = 1; ///< how many times as wide as the others it may stay when columns are made narrower
    bool folds = false;     ///< only of the last column: a remark on its row, below it if there is no room beside it
    bool emphasis = false;  ///< the column that the document speaks of
};

struct Cell {
    std::string text{};
    Tone tone = Tone::plain;
};

/// A line below a row: words, then an address; either may be empty.
struct Detail {
    std::string text{};
    std::string url{};
};

struct Row {
    enum class Kind : std::uint8_t {
        cells,
        rule,    ///< a line above the next row, which is a sum
        heading, ///< one cell across the table: begins a group of rows
    };
    std::vector<Cell> cells{};
    Kind kind = Kind::cells;
    std::vector<Detail> details{};
    bool here = false; ///< the row into which the organisation falls
};

/// A table. The first column names the rows.
struct Grid {
    std::string caption{}; ///< not shown in plain text, where the words around it say the same
    std::vector<Column> columns{};
    std::vector<Row> rows{};
    bool bare = false; ///< plain text shows no titles of columns
};

/// One interval of a merged table that has a total.
struct Step {
    BandRange range{};
    Money total{};
    std::vector<Money> parts{}; ///< what the total is made of, in the order of StepChart::parts
    std::string label{};        ///< where it begins, in words: "5,000"
};

/// A merged table as a flight of steps on a logarithmic axis of headcount or revenue.
struct StepChart {
    std::string title{};
    std::string subject{};               ///< the tier's name
    std::vector<std::string> parts{};    ///< names of the memberships that are paid for
    std::string currency{};              ///< ISO 4217
    std::vector<Step> steps{};           ///< at least two, lowest first, without a gap
    std::int64_t first = 1;              ///< the figure at the left end of the axis, 1 or more
    std::int64_t last = 1;               ///< the figure at its right end
    std::optional<std::int64_t> place{}; ///< the organisation's figure, where it lies on a step
    std::string place_label{};           ///< "700 employees"
};

/// Lines that are laid out already.
struct Verbatim {
    std::string lines{};
};

/// The end of a group of paragraphs.
struct Gap {};

using Block =
    std::variant<Title, Terms, Heading, Paragraph, Result, Items, Link, Facts, Grid, StepChart, Verbatim, Gap>;

struct Document {
    std::string title{};
    std::deque<Block> blocks{}; ///< blocks are large: none is moved when others are added

    void add(Block block) { blocks.push_back(std::move(block)); }
    void say(std::string text, Tone tone = Tone::plain, std::size_t indent = 0) {
        blocks.emplace_back(Paragraph{std::move(text), tone, indent});
    }
    void gap() { blocks.emplace_back(Gap{}); }
};

} // namespace ptf_fees::document
