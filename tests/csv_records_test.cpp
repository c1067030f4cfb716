// Records of tables: the map against a slow reading that is written differently, and the limits.
#include "catch.h"
#include "table_readings.h"

#include "batch/buffer.h"
#include "batch/csv_blocks.h"
#include "batch/csv_map.h"
#include "batch/sixteen_bytes.h"
#include "text/escape.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace ptf_fees::batch;
using namespace readings;

namespace {

std::string shown(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : std::string(1, c);
    return out;
}

bool starts_with(const std::vector<Seen>& all, const std::vector<Seen>& some) {
    return some.size() <= all.size() && std::equal(some.begin(), some.end(), all.begin());
}

std::string random_text(std::mt19937_64& random, std::size_t size) {
    constexpr std::string_view alphabet = "aaaab,,,\"\"\n\r";
    constexpr std::string_view clauses[] = {"\"\"",  "\",\"", "\"\n", "\r\n", "\n\"", ",\"x\",", "abcdefghijklmnop",
                                            "\"a\"b"};
    std::string text;
    while (text.size() < size)
        if (random() % 3 == 0)
            text += clauses[random() % std::size(clauses)];
        else
            text += alphabet[random() % alphabet.size()];
    return text;
}

} // namespace

TEST_CASE("the map reads every short table as the slow reading does") {
    constexpr std::string_view alphabet = "a,\"\n\r";
    constexpr std::size_t longest = 7;
    std::size_t differing = 0;
    for (std::size_t length = 1; length <= longest; ++length) {
        std::size_t count = 1;
        for (std::size_t i = 0; i < length; ++i)
            count *= alphabet.size();
        for (std::size_t number = 0; number < count; ++number) {
            std::string text;
            for (std::size_t i = 0, rest = number; i < length; ++i, rest /= alphabet.size())
                text += alphabet[rest % alphabet.size()];
            if (mapped(text, ',', true) == slow_reading(text, ','))
                continue;
            UNSCOPED_INFO(shown(text));
            ++differing;
        }
    }
    CHECK(differing == 0);
}

TEST_CASE("blank lines at the end are dropped, and nothing else") {
    struct Row {
        std::string_view text;
        std::size_t size;
        std::size_t dropped;
    };
    const Row rows[] = {
        {"\n", 0, 1},
        {"\r\n", 0, 1},
        {"\r", 0, 1},
        {"\r\n\r\n", 0, 2},
        {"\n\r", 0, 2},
        {"a", 1, 0},
        {"a\n", 2, 0},
        {"a\r\n", 3, 0},
        {"a\r", 2, 0},
        {"a\n\n", 2, 1},
        {"a\n\r", 2, 1},
        {"a\n\n\r", 2, 2},
        {"a\r\n\r\n", 3, 1},
        {"a\nb", 3, 0},
        {"a\nb\n", 4, 0},
        {"a\n,", 2, 1},
        {"\n\na", 3, 0},
        {"\n\na\n\n", 4, 1},
        {"a\n\"\"", 2, 1},
        {"a\n\"", 3, 0},
        {"\"\n\n\"", 4, 0},
        {"\"\n\n\"\n\n", 5, 1},
        {"a\n,,\r\n , \n", 2, 2},
        {"a\n\"\",\" \"\n\xC2\xA0,\n", 2, 2},
        {"a\n\xA0\n", 2, 1},
        {"a\n\xC3\xA0\n", 5, 0},
        {"a\n\"\"\"\"\n", 7, 0},
        {"\"a\n\",\"\"\n", 8, 0},
        {"\"a\n,\n\"\n", 7, 0},
        {"a\n\" \n", 5, 0},
        {"a\n,-\n", 5, 0},
        {"\"a\n,\n", 3, 1},
    };
    for (const Row& row : rows) {
        INFO(shown(row.text));
        const std::string padded = std::string{row.text} + std::string(block_bytes, '\0');
        const std::string_view bytes = std::string_view{padded}.substr(0, row.text.size());
        CsvMap map;
        map_records(bytes, ',', true, map);
        CHECK(drop_blank_end(bytes, ',', map) == row.dropped);
        CHECK(map.size == row.size);
        CHECK((map.odd.empty() || map.odd.back().begin < map.size));
    }
}

TEST_CASE("the map reads random tables over several blocks as the slow reading does, whole and cut anywhere") {
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 4'000; ++i) {
        const std::string text = random_text(random, random() % 400);
        const std::vector<Seen> expected = slow_reading(text, ',');
        INFO(shown(text));
        REQUIRE(mapped(text, ',', true) == expected);
        const std::string_view begun = std::string_view{text}.substr(0, random() % (text.size() + 1));
        REQUIRE(starts_with(expected, mapped(begun, ',', false)));
    }
}

TEST_CASE("a block is read in registers and in words as it is byte by byte") {
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937_64 random{seed};
    for (int i = 0; i < 4'000; ++i) {
        // Few values in many places, or all values; at any address.
        std::string bytes = random_text(random, 80);
        if (i % 2 == 0)
            std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
        const char* const at = bytes.data() + random() % 16;
        for (const char wanted : {'"', ',', '\n', '\0', '\x7F', '\x80', '\xFF', at[random() % 64]}) {
            std::uint64_t expected = 0;
            for (std::size_t k = 0; k < block_bytes; ++k)
                expected |= static_cast<std::uint64_t>(at[k] == wanted) << k;
            REQUIRE(Block{at}.positions(wanted) == expected);
            REQUIRE(WordBlock{at}.positions(wanted) == expected);
            REQUIRE(Block{at}.count(wanted) == count_ones(expected));
            REQUIRE(WordBlock{at}.count(wanted) == count_ones(expected));
        }
        unsigned special = 0;
        for (std::size_t k = 0; k < SixteenBytes::count; ++k)
            special |= static_cast<unsigned>(ptf_fees::text::is_special_in_json(at[k])) << k;
        REQUIRE(SixteenBytes{at}.special_in_json() == special);
        REQUIRE(SixteenInWords{at}.special_in_json() == special);
    }
}

TEST_CASE("a record may have a mebibyte, its line end not counted") {
    struct Row {
        std::size_t bytes;
        const char* line_end;
        RecordKind kind;
    };
    const Row rows[] = {
        {longest_record - 1, "\n", RecordKind::whole},      {longest_record, "\n", RecordKind::whole},
        {longest_record, "\r\n", RecordKind::whole},        {longest_record + 1, "\n", RecordKind::too_long},
        {longest_record + 1, "\r\n", RecordKind::too_long}, {longest_record, "", RecordKind::whole},
        {longest_record, "\r", RecordKind::whole},          {longest_record + 1, "", RecordKind::too_long},
    };
    for (const Row& row : rows) {
        const std::string tail = *row.line_end != '\0' && std::string_view{row.line_end}.ends_with('\n') ? "b\n" : "";
        const std::string bare_text = std::string(row.bytes, 'a') + row.line_end + tail;
        const auto bare = mapped(bare_text, ',', true);
        CHECK(bare.front().kind == row.kind);
        CHECK(bare.front().text.size() == row.bytes);
        CHECK(bare.size() == (tail.empty() ? 1 : 2));
        const std::string quoted_text = "\"" + std::string(row.bytes - 2, 'a') + "\"" + row.line_end + tail;
        const auto quoted = mapped(quoted_text, ',', true);
        CHECK(quoted.front().kind == row.kind);
    }
}

TEST_CASE("a quoted cell with line ends that is longer than a record may be costs its first line") {
    const std::string lines = "\"first\n" + std::string(longest_record, 'x') + "\nlast\",1\nnext,2\n";
    const auto records = mapped(lines, ',', true);
    REQUIRE(records.size() == 4);
    CHECK(records[0].text == "\"first");
    CHECK(records[0].kind == RecordKind::malformed);
    CHECK(records[1].kind == RecordKind::whole);
    CHECK(records[2].text == "last\",1");
    CHECK(records[2].kind == RecordKind::whole);
    CHECK(records[3].text == "next,2");
}

TEST_CASE("many stray quotes cost one row each, and each byte is looked at only a few times") {
    // Every one of these lines leaves a quote open that the next ones do not close; and lines between that break
    // immediately.
    for (const std::string_view line : {"a\",\"c\n", "a\",\"c\n\"\"g\n", "\"x\n"}) {
        std::string text;
        while (text.size() < 3 * longest_record / 2)
            text += line;
        const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        // With a scan of a mebibyte for each line this would take hours.
        if (line == "\"x\n")
            CHECK(mapped(text, ',', true).size() >= lines / 2);
        else
            CHECK(mapped(text, ',', true).size() == lines);
    }
}
