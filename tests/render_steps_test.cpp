// The picture of the steps: its geometry, the terminal's drawing of it, and the words around it.
#include "catch.h"

#include "document/merged.h"
#include "document/pieces.h"
#include "render/formats.h"
#include "render/steps.h"
#include "replies.h"
#include "text/width.h"

#include <algorithm>
#include <limits>

using namespace ptf_fees;

namespace {

/// A table of `count` bands, each ten times as far along as the one before and dearer by `rise`.
document::TierTable flight(std::size_t count, std::int64_t rise = 1'000) {
    document::TierTable table{.tier = &made_up::guild_tiers[1]};
    std::int64_t from = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const Money total = Money::from_units(5'000 + rise * static_cast<std::int64_t>(i));
        table.rows.push_back(
            {.range = BandRange{.by = Basis::employees, .from = from, .to = from * 10 - 1}, .price = {.total = total}});
        from *= 10;
    }
    table.rows.back().range->to.reset();
    return table;
}

std::string drawn(const document::Reply& reply, std::size_t columns, bool unicode) {
    return made_up::printed("text", reply, {.columns = columns, .unicode = unicode});
}

/// From the title of the picture up to the blank line after it.
std::vector<std::string> picture_in(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t at = text.find("  Total per year by ");
    while (at < text.size() && text[at] != '\n') {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

} // namespace

TEST_CASE("steps begin in order, each as wide as it must be, whatever the width") {
    for (std::size_t count = 2; count <= 12; ++count) {
        const auto chart = document::step_chart(flight(count), made_up::harbour);
        REQUIRE(chart);
        for (std::size_t width = 1; width <= 200; ++width) {
            const auto edges = render::step_edges(*chart, width, 3);
            INFO(count << " steps on " << width);
            REQUIRE(edges.empty() == (width < 3 * count));
            if (edges.empty())
                continue;
            CHECK(edges.front() == 0);
            CHECK(edges.back() == width);
            for (std::size_t i = 1; i < edges.size(); ++i)
                CHECK(edges[i] >= edges[i - 1] + 3);
        }
    }
}

TEST_CASE("an organisation stands in its own step, at each breakpoint and beside it") {
    const document::TierTable table = flight(6);
    struct Row {
        std::int64_t employees;
        std::size_t step;
    };
    constexpr Row rows[] = {
        {1, 0},   {9, 0},      {10, 1},      {11, 1},      {99, 1},
        {100, 2}, {99'999, 4}, {100'000, 5}, {100'001, 5}, {std::numeric_limits<std::int64_t>::max(), 5}};
    for (const Row& row : rows) {
        const auto chart = document::step_chart(table, made_up::harbour, {.employees = row.employees});
        REQUIRE(chart);
        INFO(row.employees);
        CHECK(render::step_of(*chart, row.employees) == row.step);
        for (const std::size_t width : {18U, 40U, 333U, 704U}) {
            const auto edges = render::step_edges(*chart, width, 3);
            const std::size_t place = render::place_on(*chart, edges);
            CHECK(place >= edges[row.step]);
            CHECK(place < edges[row.step + 1]);
        }
    }
}

TEST_CASE("equal ratios are equal distances, and the further figure never stands before the nearer one") {
    const auto chart = document::step_chart(flight(4), made_up::harbour);
    REQUIRE(chart);
    const auto edges = render::step_edges(*chart, 3'600, 1);
    for (std::size_t i = 2; i + 1 < edges.size(); ++i) {
        const std::size_t first = edges[1] - edges[0];
        const std::size_t other = edges[i] - edges[i - 1];
        CHECK(std::max(first, other) - std::min(first, other) <= 2);
    }
    std::size_t before = 0;
    for (std::int64_t employees = 1; employees <= 5'000; ++employees) {
        auto placed = *chart;
        placed.place = employees;
        const std::size_t place = render::place_on(placed, edges);
        REQUIRE(place >= before);
        before = place;
    }
}

TEST_CASE("there is no picture of one price, of an unknown one, or of one that is broken off") {
    CHECK(!document::step_chart(flight(1), made_up::harbour));
    CHECK(!document::step_chart({.tier = &made_up::guild_tiers[0], .rows = {MergedRow{}}}, made_up::harbour));
    auto table = flight(4);
    table.rows[2].price.total.reset();
    CHECK(!document::step_chart(table, made_up::harbour));
    table = flight(4);
    table.rows[0].price.total.reset();
    const auto chart = document::step_chart(table, made_up::harbour, {.employees = 5});
    REQUIRE(chart);
    CHECK(chart->steps.size() == 3);
    CHECK(!chart->place);
}

TEST_CASE("a share is rounded, and right up to the largest amounts") {
    CHECK(render::share_of(Money::from_cents(1), Money::from_cents(2), 1) == 1);
    CHECK(render::share_of(Money::from_cents(1), Money::from_cents(3), 1) == 0);
    CHECK(render::share_of(Money{}, Money{}, 100) == 0);
    const Money most = Money::from_cents(std::numeric_limits<std::int64_t>::max());
    CHECK(render::share_of(most, most, 1'000) == 1'000);
}

TEST_CASE("labels share a line only where they do not touch, and are left out where no line has room") {
    const std::vector<render::Label> labels{{0, 3}, {4, 3}, {6, 3}, {7, 3}, {8, 3}};
    const auto lines = render::lines_for(labels, 2, 1);
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == 0U);
    CHECK(lines[1] == 0U);
    CHECK(lines[2] == 1U);
    CHECK(!lines[3]);
    CHECK(lines[4] == 0U);
}

TEST_CASE("the picture keeps to the terminal's width, and in ASCII has no other byte") {
    const std::vector<document::Reply> replies{
        made_up::show(made_up::harbour), made_up::show(made_up::guild),
        made_up::explained(made_up::one_quote("anchor", made_up::company(50, 2'000'000))),
        made_up::explained(made_up::one_quote("crew", made_up::company(50, {})))};
    for (const document::Reply& reply : replies) {
        for (std::size_t columns = 40; columns <= 200; ++columns) {
            const auto lines = picture_in(drawn(reply, columns, true));
            CHECK(lines.size() >= 4);
            for (const std::string& line : lines) {
                INFO(columns << ": " << line);
                CHECK(text::display_width(line) <= std::min<std::size_t>(columns, 100));
            }
            for (const std::string& line : picture_in(drawn(reply, columns, false))) {
                INFO(line);
                CHECK(std::ranges::all_of(line, [](char c) { return c >= ' ' && c < '\x7F'; }));
            }
        }
    }
}

TEST_CASE("an explained quote marks the organisation on the step of its total, a plain one draws nothing") {
    struct Row {
        std::int64_t revenue;
        const char* total;
    };
    constexpr Row rows[] = {{0, "€6,000 "},           {999'999, "€6,000 "},     {1'000'000, "€21,000 "},
                            {49'999'999, "€21,000 "}, {50'000'000, "€81,000 "}, {50'000'001, "€81,000 "}};
    for (const Row& row : rows) {
        const document::QuoteReply plain = made_up::one_quote("anchor", made_up::company(50, row.revenue));
        CHECK(picture_in(drawn(plain, 80, true)).empty());
        for (const std::size_t columns : {40U, 80U, 100U}) {
            const auto lines = picture_in(drawn(made_up::explained(plain), columns, true));
            const auto marked = std::ranges::find_if(
                lines, [](const std::string& line) { return line.find("●") != std::string::npos; });
            REQUIRE(marked != lines.end());
            INFO(row.revenue << ": " << *marked);
            CHECK(marked->find(row.total) != std::string::npos);
        }
    }
}

TEST_CASE("the picture of two bands is this one") {
    const auto lines = picture_in(drawn(made_up::show(made_up::guild), 48, true));
    REQUIRE(lines.size() > 3);
    CHECK(lines[2] == "  €1,234.50 ┤                      ┌────────────");
    CHECK(lines.back() == "             10                    100");
    const auto ascii = picture_in(drawn(made_up::show(made_up::guild), 48, false));
    CHECK(ascii[2].starts_with("  EUR 1,234.50 +"));
}

TEST_CASE("a missing figure is named once for all tiers, with the option that gives it") {
    const std::string all = drawn(made_up::quotes(made_up::company({}, {})), 80, true);
    CHECK(all.find("Anchor depends on the annual revenue: give --revenue N.") != std::string::npos);
    CHECK(all.find("Crew depends on the number of employees: give --employees N.") != std::string::npos);
    CHECK(all.find("the bands are") == std::string::npos);
    const std::string one = drawn(made_up::one_quote("crew", made_up::company({}, {})), 80, true);
    CHECK(one.find("Crew depends on the number of employees: give --employees N.") != std::string::npos);
    CHECK(one.find("the bands are") == std::string::npos);
}
