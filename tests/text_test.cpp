// Amounts, words, names, escapes, widths and JSON: the ground that every output rests on.
#include "catch.h"

#include "text/decimal.h"
#include "text/escape.h"
#include "text/json_writer.h"
#include "text/lines.h"
#include "text/names.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/words.h"

#include <nlohmann/json.hpp>

#include <array>
#include <limits>

using namespace ptf_fees;
using namespace std::string_literals;

TEST_CASE("an amount for machines has two decimals and nothing else") {
    CHECK(text::plain(Money{}) == "0.00");
    CHECK(text::plain(Money::from_cents(5)) == "0.05");
    CHECK(text::plain(Money::from_cents(-5)) == "-0.05");
    CHECK(text::plain(Money::from_units(50'000)) == "50000.00");
    CHECK(text::plain(Money::from_units(-15'000)) == "-15000.00");
    CHECK(text::plain(Money::from_cents(std::numeric_limits<std::int64_t>::min())) == "-92233720368547758.08");
}

TEST_CASE("a sum beyond 64 bits is printed exactly") {
    text::wide sum = std::numeric_limits<std::int64_t>::max();
    sum *= 1000;
    CHECK(text::plain(sum) == "92233720368547758070.00");
    CHECK(text::plain(-sum) == "-92233720368547758070.00");
}

TEST_CASE("an amount for people has a sign, thousands commas, and cents only where there are any") {
    CHECK(text::for_people(Money::from_units(50'000), "USD") == "$50,000");
    CHECK(text::for_people(Money::from_units(-20'000), "USD") == "-$20,000");
    CHECK(text::for_people(Money::from_cents(123'450), "EUR") == "€1,234.50");
    CHECK(text::for_people(Money::from_units(1'000), "CHF") == "CHF 1,000");
    CHECK(text::for_people(Money{}, "USD") == "$0");
}

TEST_CASE("whole numbers are grouped by thousands") {
    CHECK(text::grouped(0) == "0");
    CHECK(text::grouped(999) == "999");
    CHECK(text::grouped(1'000) == "1,000");
    CHECK(text::grouped(-1'234'567) == "-1,234,567");
    CHECK(text::grouped(std::numeric_limits<std::int64_t>::max()) == "9,223,372,036,854,775,807");
}

TEST_CASE("an amount in a string is digits, a point and two decimals") {
    CHECK(text::parse_plain("1234.50") == Money::from_cents(123'450));
    CHECK(text::parse_plain("0.00") == Money{});
    CHECK(text::parse_plain("92233720368547758.07") == Money::from_cents(std::numeric_limits<std::int64_t>::max()));
    for (const std::string_view bad : {"", ".00", "1", "1.0", "1.000", "1,5", "-1.00", "+1.00", " 1.00", "1.0a",
                                       "1e1.00", "92233720368547758.08", "99999999999999999999.00"}) {
        CAPTURE(bad);
        CHECK_FALSE(text::parse_plain(bad).has_value());
    }
}

TEST_CASE("digits are read up to the largest 64-bit number") {
    CHECK(text::parse_digits("0007") == 7);
    CHECK(text::parse_digits("9223372036854775807") == std::numeric_limits<std::int64_t>::max());
    CHECK_FALSE(text::parse_digits("9223372036854775808").has_value());
    CHECK_FALSE(text::parse_digits("").has_value());
    CHECK_FALSE(text::parse_digits("-1").has_value());
}

TEST_CASE("a band is put into words") {
    CHECK(text::band_words({Basis::employees, 5'000, std::nullopt}) == "5,000 or more");
    CHECK(text::band_words({Basis::employees, 1'000, 2'999}) == "1,000 to 2,999");
    CHECK(text::band_words({Basis::employees, 7, 7}) == "7");
    CHECK(text::band_words({Basis::employees, 1, 1}, "USD") == "1 employee");
    CHECK(text::band_words({Basis::employees, 1, 499}, "USD") == "1 to 499 employees");
    CHECK(text::band_words({Basis::revenue, 0, 4'999'999}, "EUR") == "€0 to €4,999,999 revenue");
}

TEST_CASE("days are read and written as ISO 8601 alone") {
    const auto day = text::parse_iso("2024-02-29");
    REQUIRE(day.has_value());
    CHECK(text::iso(*day) == "2024-02-29");
    for (const std::string_view bad : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "24-01-01", "2024/01/01",
                                       "2024-01-01 ", "", "yesterday"}) {
        CAPTURE(bad);
        CHECK_FALSE(text::parse_iso(bad).has_value());
    }
}

TEST_CASE("lists and counts read as sentences do") {
    const std::array items{"a"s, "b"s, "c"s};
    CHECK(text::listed(items) == "a, b and c");
    CHECK(text::listed(std::span{items}.first(2), "or") == "a or b");
    CHECK(text::listed(std::span{items}.first(1)) == "a");
    CHECK(text::listed({}).empty());
    CHECK(text::counted(1, "row", "rows") == "1 row");
    CHECK(text::counted(12'000, "row", "rows") == "12,000 rows");
}

TEST_CASE("a foundation's name takes its article inside a sentence") {
    CHECK(text::in_sentence("PyTorch Foundation") == "the PyTorch Foundation");
    CHECK(text::in_sentence("The Linux Foundation") == "the Linux Foundation");
    CHECK(text::in_sentence("Harbour Commons") == "Harbour Commons");
    CHECK(text::without_article("The Linux Foundation") == "Linux Foundation");
}

TEST_CASE("the nearest name is found across slips, swaps and beginnings, and none where nothing is near") {
    using namespace std::string_view_literals;
    constexpr std::array tiers{"premier"sv, "general"sv, "associate"sv};
    CHECK(text::nearest("genral", tiers) == "general");
    CHECK(text::nearest("GENERAL", tiers) == "general");
    CHECK(text::nearest("egneral", tiers) == "general");
    CHECK(text::nearest("prem", tiers) == "premier");
    CHECK_FALSE(text::nearest("gold", tiers).has_value());
    CHECK_FALSE(text::nearest("", tiers).has_value());
    CHECK_FALSE(text::nearest(std::string(1'000, 'g'), tiers).has_value());
    CHECK(text::did_you_mean("asociate", tiers) == ", did you mean 'associate'?");
    CHECK(text::did_you_mean("zzz", tiers).empty());
}

TEST_CASE("what is quoted in a message stays on its line and within bounds") {
    CHECK(text::quoted("a\nb\x1b[31m") == "'a\\x0Ab\\x1B[31m'");
    CHECK(text::quoted("\xff") == "'\\xFF'");
    CHECK(text::quoted(std::string(500, 'x')) == "'" + std::string(60, 'x') + "...'");
    CHECK(text::display_width(text::quoted("é" + std::string(500, 'x'))) <= 65);
}

TEST_CASE("only well-formed UTF-8 is UTF-8, however much ASCII stands around it") {
    const auto is_utf8_amid = [](std::size_t before, std::string_view middle, std::size_t behind) {
        return text::is_utf8(std::string(before, 'a') + std::string{middle} + std::string(behind, 'z'));
    };
    for (std::size_t before = 0; before < 20; ++before)
        for (std::size_t behind = 0; behind < 10; ++behind) {
            INFO(before << " before, " << behind << " behind");
            for (const std::string_view good : {"", "abc", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80",
                                                "\xF4\x8F\xBF\xBF", "\xEE\x80\x80", "\xED\x9F\xBF"})
                CHECK(is_utf8_amid(before, good, behind));
            for (const std::string_view bad :
                 {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80",
                  "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82",
                  "\xE2\x28\xA1", "\xFE"})
                CHECK_FALSE(is_utf8_amid(before, bad, behind));
        }
}

TEST_CASE("JSON strings survive another parser") {
    std::string all;
    for (int c = 0; c < 128; ++c)
        all.push_back(static_cast<char>(c));
    all += "€ \xF0\x9F\x98\x80";
    std::string out;
    text::append_json(out, all);
    CHECK(nlohmann::json::parse(out).get<std::string>() == all);
    out.clear();
    text::append_json(out, "a\xff\xfe");
    CHECK(out == "\"a\xEF\xBF\xBD\xEF\xBF\xBD\"");
    out.clear();
    text::append_json(out, "\x7F\u009B\u00A0\u061C\u200F\u2028\u202E\u2069");
    CHECK(out == "\"\\u007f\\u009b\u00A0\\u061c\\u200f\\u2028\\u202e\\u2069\"");
}

TEST_CASE("CSV fields are quoted where they must be, and only there") {
    const auto csv = [](std::string_view field, char separator) {
        std::string out;
        text::append_csv(out, field, separator);
        return out;
    };
    CHECK(csv("plain text", ',') == "plain text");
    CHECK(csv("", ',').empty());
    CHECK(csv("5,000 or more", ',') == "\"5,000 or more\"");
    CHECK(csv("5,000 or more", ';') == "5,000 or more");
    CHECK(csv("a;b", ';') == "\"a;b\"");
    CHECK(csv("say \"hi\"", ',') == "\"say \"\"hi\"\"\"");
    CHECK(csv("a\nb", ',') == "\"a\nb\"");
    CHECK(csv("a\rb", ',') == "\"a\rb\"");
    CHECK(csv(" a", ',') == "\" a\"");
    CHECK(csv("a ", ',') == "\"a \"");
}

TEST_CASE("a Markdown cell cannot break its table or become markup") {
    CHECK(text::markdown_cell("a|b") == "a\\|b");
    CHECK(text::markdown_cell("<b>&\n*x*") == "&lt;b>&amp; \\*x\\*");
}

TEST_CASE("display width counts columns, not bytes") {
    CHECK(text::display_width("abc") == 3);
    CHECK(text::display_width("é") == 1);
    CHECK(text::display_width("e\xCC\x81") == 1);
    CHECK(text::display_width("漢字") == 4);
    CHECK(text::display_width("\xF0\x9F\x98\x80") == 2);
    CHECK(text::display_width("\xff") == 1);
    CHECK(text::pad_right("é", 3) == "é  ");
    CHECK(text::pad_left("é", 3) == "  é");
    CHECK(text::pad_left("long", 3) == "long");
}

TEST_CASE("text wraps at blanks and keeps long words whole") {
    CHECK(text::wrapped("one two three", 7) == std::vector{"one two"s, "three"s});
    CHECK(text::wrapped("a https://long.example/path b", 5) == std::vector{"a"s, "https://long.example/path"s, "b"s});
    CHECK(text::wrapped("", 10) == std::vector{""s});
    CHECK(text::wrapped("  a   b  ", 10) == std::vector{"a b"s});
}

TEST_CASE("nothing from a file drives a terminal") {
    CHECK(text::printable("\x1b[2J") == "\\x1B[2J");
    CHECK(text::printable("a\xC2\x9B") == "a\\xC2\\x9B");
    CHECK(text::printable("\xE2\x80\xAE") == "\\xE2\\x80\\xAE");
    CHECK(text::printable("a\u2028b") == "a\\xE2\\x80\\xA8b");
    CHECK(text::printable("a\u2029b") == "a\\xE2\\x80\\xA9b");
    CHECK(text::printable("a\u2027b") == "a\u2027b");
    CHECK(text::printable("Ünïcode €") == "Ünïcode €");
}

TEST_CASE("the JSON writer nests, separates and indents") {
    text::JsonWriter json;
    json.begin_object().member("a", 1).member("b", "x").member("c", true).key("d").begin_array();
    json.number(1).null().begin_object().end_object().end_array();
    json.member_or_null("e", std::optional<std::string>{}).member_or_null("f", std::optional<std::int64_t>{7});
    json.key("g").begin_array().end_array().end_object();
    const std::string document = json.take();
    CHECK(document.ends_with("}\n"));
    CHECK(nlohmann::json::parse(document) ==
          nlohmann::json::parse(R"({"a":1,"b":"x","c":true,"d":[1,null,{}],"e":null,"f":7,"g":[]})"));
    CHECK(document.starts_with("{\n  \"a\": 1,\n  \"b\": \"x\",\n"));
}

TEST_CASE("what drives Markdown is escaped in a cell, each character of it") {
    CHECK(text::markdown_cell("a|b\\c`d*e_f[g]h") == "a\\|b\\\\c\\`d\\*e\\_f\\[g\\]h");
    CHECK(text::markdown_cell("a&b<c\nd\re") == "a&amp;b&lt;c d e");
    CHECK(text::markdown_cell("plain > text") == "plain > text");
}

TEST_CASE("controls that reorder what is read are shown as bytes, their neighbours are not") {
    for (const std::string shown :
         {"\u2027", "\u202F", "\u2065", "\u206A", "\u00A0", "\u061B", "\u061D", "\u200D", "\u2010"})
        CHECK(text::printable(shown) == shown);
    for (const std::string hidden : {"\u2028", "\u202A", "\u202E", "\u2066", "\u2069", "\u0080", "\u009F", "\x7F",
                                     "\x1F", "\u061C", "\u200E", "\u200F"})
        CHECK(text::printable(hidden).starts_with("\\x"));
}

TEST_CASE("a sentence for standard error stays one line, whatever it quotes") {
    CHECK(text::Lines{}.add("a\nb\x1b").add("c").view() == "a\\x0Ab\\x1B\nc\n");
}

TEST_CASE("a long quotation is cut between characters") {
    CHECK(text::quoted(std::string(2'000, 'x')).ends_with("x...'"));
    std::string wide;
    for (int i = 0; i < 2'000; ++i)
        wide += "\u4E00";
    for (const std::string lead : {"", "a", "ab"}) {
        const std::string cut = text::quoted(lead + wide);
        CHECK(cut.ends_with("\u4E00...'"));
        CHECK(text::is_utf8(cut));
    }
    // Marks of no width: few columns, many bytes.
    std::string marks = "a";
    for (int i = 0; i < 2'000; ++i)
        marks += "\u0301";
    CHECK(text::quoted(marks).ends_with("...'"));
    CHECK(text::is_utf8(text::quoted(marks)));
}

TEST_CASE("names beyond a sensible length are not compared") {
    const std::string endless(10'000, 'g');
    const std::array<std::string_view, 2> names{endless, "general"};
    CHECK(text::nearest("genral", names) == "general");
    CHECK(text::nearest(endless, names) == std::nullopt);
}

TEST_CASE("a day is ten characters, digits and two dashes in their places") {
    CHECK(text::parse_iso("2024-02-29") == Date{std::chrono::year{2024}, std::chrono::month{2}, std::chrono::day{29}});
    for (const char* wrong : {"2024-02-30", "2024-2-009", "2024/02-03", "2024-02/03", "x024-02-03", "2024-x2-03",
                              "2024-02-x3", "2024-02-031", ""})
        CHECK(text::parse_iso(wrong) == std::nullopt);
}

TEST_CASE("a name takes its article where it has one or is a common noun") {
    CHECK(text::in_sentence("The Linux Foundation") == "the Linux Foundation");
    CHECK(text::in_sentence("PyTorch Foundation") == "the PyTorch Foundation");
    CHECK(text::in_sentence("Harbour Commons") == "Harbour Commons");
}

TEST_CASE(
    "a schedule that counts something else than employees is told by the plural that its description begins with") {
    CHECK(text::counted_noun("") == "employees");
    CHECK(text::counted_noun("consolidated: parents; contractors not counted") == "employees");
    CHECK(text::counted_noun("as full-time equivalents") == "employees");
    CHECK(text::counted_noun("the business and its subsidiaries") == "employees");
    CHECK(text::counted_noun("journals that the publisher has") == "journals");
    CHECK(text::counted_noun("members, on 1 January") == "members");
    CHECK(text::counted_noun("journals") == "journals");
    const auto said = [](std::string_view sentence) {
        return text::counted_as(sentence, "journals that the publisher has");
    };
    CHECK(said("600 or more employees, 1 employee") == "600 or more journals, 1 journal");
    CHECK(said("Employees") == "Journals");
    CHECK(said("give --employees 5") == "give --employees 5");
    CHECK(said("needs_employees") == "needs_employees");
    CHECK(said("as in “5 employees” of 5 employees") == "as in “5 employees” of 5 journals");
    CHECK(text::counted_as("5 employees", "consolidated") == "5 employees");
}
