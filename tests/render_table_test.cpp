// Tables on a terminal: a grid, a narrower grid, folded rows, blocks.
#include "catch.h"

#include "render/table.h"

using namespace ptf_fees::document;
using namespace ptf_fees::render;

namespace {

using Lines = std::vector<std::string>;

Grid prices() {
    return {.columns = {{.title = "Tier"}, {.title = "Fee", .align = Align::right}, {.title = "Remark", .wraps = true}},
            .rows = {{.cells = {{"Anchor"}, {"1,000"}, {"for ships that stay"}}},
                     {.kind = Row::Kind::rule},
                     {.cells = {{"Sum"}, {"1,000"}, {}}, .details = {{"below"}}}}};
}

} // namespace

TEST_CASE("a table that has room is a grid") {
    CHECK(laid_out(prices(), 80, false) == Lines{"  Tier       Fee   Remark", "  Anchor   1,000   for ships that stay",
                                                 "           ─────", "  Sum      1,000", "      below"});
}

TEST_CASE("a column that wraps is made narrower, and stays in its place") {
    CHECK(laid_out(prices(), 30, false) == Lines{"  Tier      Fee  Remark", "  Anchor  1,000  for ships",
                                                 "                 that stay", "          ─────", "  Sum     1,000",
                                                 "      below"});
}

TEST_CASE("a last column that folds goes below its row before a table falls into blocks") {
    Grid table = prices();
    table.columns[2].folds = true;
    CHECK(laid_out(table, 24, false) == Lines{"  Tier      Fee", "  Anchor  1,000", "      for ships that",
                                              "      stay", "          ─────", "  Sum     1,000", "      below"});
}

TEST_CASE("a table without room becomes blocks") {
    CHECK(laid_out(prices(), 24, false) == Lines{"  Anchor", "    Fee      1,000", "    Remark   for ships",
                                                 "             that stay", "", "  Sum", "    Fee      1,000",
                                                 "      below"});
}

TEST_CASE("blocks take time by the number of their rows") {
    Grid table = prices();
    const Row first = table.rows.front();
    table.rows.assign(40'000, first);
    CHECK(laid_out(table, 24, false).size() == 5 * table.rows.size() - 1); // by their square: many minutes
}

TEST_CASE("titles stand at the foot, headings apart, marks in the middle, and wide characters count double") {
    const Grid table{.columns = {{.title = "名"}, {.title = "a b", .align = Align::center, .wraps = true, .least = 1}},
                     .rows = {{.cells = {{"Group"}}, .kind = Row::Kind::heading}, {.cells = {{"x"}, {"✓"}}}}};
    CHECK(laid_out(table, 80, false) == Lines{"  名   a b", "", "Group", "  x     ✓"});
    CHECK(laid_out(table, 7, false) == Lines{"      a", "  名  b", "", "Group", "  x   ✓"});
}

TEST_CASE("control characters in cells are made visible, and colour stands only around what is seen") {
    const Grid table{.columns = {{}, {.align = Align::right, .roomy = 6}},
                     .rows = {{.cells = {{"a\x1b[2J"}, {"1", Tone::strong}}}}};
    CHECK(laid_out(table, 80, false) == Lines{"  a\\x1B[2J        1"});
    CHECK(laid_out(table, 80, true) == Lines{"  a\\x1B[2J        \x1b[1m1\x1b[0m"});
}
