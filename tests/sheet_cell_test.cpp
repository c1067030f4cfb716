// Cells of a workbook: what it holds as it is, what is escaped, and what it cannot hold.
#include "catch.h"

#include "batch/sheet_cell.h"
#include "workbook/border.h"

#include <string>

using namespace ptf_fees;
using namespace ptf_fees::batch;
using namespace std::string_literals;

namespace {

std::string written(std::string_view text) {
    std::string out;
    append_to_sheet(out, text);
    return out;
}

std::string times(std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

} // namespace

TEST_CASE("a workbook holds text as it is, and what looks like its own escapes is escaped") {
    for (const std::string& text :
         {""s, "007"s, "=cmd"s, "two\nlines\r\n"s, "caf\u00e9 \U0001F600"s, "_x"s, "_x004_"s, "_xZZZZ_"s, "_y0041_"s}) {
        CHECK(sheet_fault(text, "c").empty());
        CHECK(written(text) == text);
    }
    CHECK(written("_x0041_") == "_x005F_x0041_");
    CHECK(written("a_x00aF__x0041_") == "a_x005F_x00aF__x005F_x0041_");
    CHECK(written("__x0041_") == "__x005F_x0041_");
}

TEST_CASE("an escape of the format is four hexadecimal digits, no more, no less and no others") {
    const std::string zeros = "_x0000_";
    for (std::size_t at = 2; at < 6; ++at) {
        for (const char digit : "0189afAFbE"s) {
            std::string text = zeros;
            text[at] = digit;
            CHECK(written(text) == "_x005F" + text);
        }
        for (const char other : "/:`g@G_ "s) {
            std::string text = zeros;
            text[at] = other;
            CHECK(written(text) == text);
        }
    }
    for (const std::string& text : {"_x00000"s, "_x00000_"s, "_x000_"s, "_x000"s, "_X0000_ _x"s})
        CHECK(written(text) == text);
}

TEST_CASE("what a workbook cannot hold has a reason, and as much of it as can be is kept") {
    CHECK(sheet_fault("\xFF", "c").find("is not UTF-8, which a workbook must be") != std::string::npos);
    CHECK(written("a\xFF\x62") == "a\uFFFDb");
    for (const std::string& text : {"a\0b"s, "a\uFFFEb"s, "a\uFFFFb"s}) {
        CHECK(sheet_fault(text, "c").starts_with("the cell in column 'c' has a character that no workbook can hold"));
        CHECK(written(text) == "a\uFFFDb");
        CHECK_FALSE(sheet_surely_holds(text));
    }
}

TEST_CASE("the length of a cell is counted as spreadsheets count it") {
    struct Case {
        std::string_view unit;
        std::size_t most; // this many fit
    };
    for (const auto& [unit, most] :
         {Case{"x", 32'767}, {"\u00e9", 32'767}, {"\U0001F600", 16'383}, {"_x0041_", 2'520}}) {
        const std::string fits = times(most, unit);
        CHECK(sheet_fault(fits, "c").empty());
        const std::string longer = fits + std::string{unit};
        CHECK(sheet_fault(longer, "c").find(" characters long where a workbook holds 32,767") != std::string::npos);
        CHECK(written(longer).starts_with(written(fits)));
        CHECK_FALSE(sheet_surely_holds(longer));
    }
    CHECK(sheet_surely_holds(times(workbook::longest_text, "x")));
}
