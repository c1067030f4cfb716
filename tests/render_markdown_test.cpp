// The Markdown format: tables that hold together, and no markup from a schedule.
#include "catch.h"

#include "render/formats.h"
#include "replies.h"

#include <algorithm>

using namespace ptf_fees;

namespace {

std::string markdown_of(const document::Reply& reply) {
    return made_up::printed("markdown", reply);
}

/// How many cells a table row has: unescaped pipes less one.
std::ptrdiff_t cells(std::string_view row) {
    std::ptrdiff_t pipes = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\')
            ++i;
        else
            pipes += row[i] == '|' ? 1 : 0;
    }
    return pipes - 1;
}

} // namespace

TEST_CASE("every table in Markdown has the same number of cells in each row") {
    for (const document::Reply& reply : made_up::all_replies()) {
        const std::string text = markdown_of(reply);
        CHECK(text.starts_with("## "));
        std::ptrdiff_t width = 0;
        for (std::size_t start = 0; start < text.size(); start = text.find('\n', start) + 1) {
            const std::string_view line = std::string_view{text}.substr(start, text.find('\n', start) - start);
            INFO(line);
            const bool row = line.starts_with("|");
            CHECK((!row || width == 0 || cells(line) == width));
            width = row ? cells(line) : 0;
        }
    }
}

TEST_CASE("a quote in Markdown carries its charges, its total, its notes and what replaced its terms") {
    const std::string text = markdown_of(made_up::one_quote("anchor", made_up::company(50, 2'000'000)));
    for (const char* said :
         {"**Terms of 2020-03-01 (superseded by harbour-2022, in effect by 2022-03-01; see --schedule harbour-2022).**",
          "| Pilots' Guild Association Patron | €1,000 | |\n", "| **Total per year** | **€21,000** | |\n",
          "\nUp to €999,999 revenue: €6,000, €15,000 less.\n", "<https://harbour.example/join>\n", "### Notes\n",
          "2. Sign, and wait for the tide.\n"})
        CHECK(text.find(said) != std::string::npos);
}

TEST_CASE("texts of a schedule are no markup and drive no terminal") {
    const std::string text = markdown_of(made_up::explained(made_up::one_quote("anchor", made_up::company(50, 0))));
    CHECK(text.find("printing \\| draft") != std::string::npos);
    CHECK(text.find("\\*to shout\\* \\| in a table") != std::string::npos);
    for (const document::Reply& reply : made_up::all_replies())
        CHECK(std::ranges::none_of(markdown_of(reply), [](char c) { return c != '\n' && c >= 0 && c < ' '; }));
}

TEST_CASE("only the formats for people and JSON carry the notes themselves") {
    const auto formats = render::formats();
    REQUIRE(formats.size() >= 4);
    CHECK(formats.front().name == "text");
    for (const render::Format& format : formats) {
        if (!format.is_text)
            continue;
        const std::string out = format.render(made_up::one_quote("deck", made_up::company(1, 1)), {}).value();
        CHECK((out.find("Fees rise with the tide") != std::string::npos) == format.carries_notes);
    }
}
