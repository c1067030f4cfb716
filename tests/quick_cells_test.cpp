// The texts and figures of the hot path, looked up by machine words: the same answers as the slow and obvious way.
#include "catch.h"

#include "batch/csv_blocks.h"
#include "batch/price_table.h"
#include "batch/quick_cells.h"
#include "batch/short_text.h"

#include "text/names.h"

#include <bit>
#include <map>
#include <random>

using namespace ptf_fees;
using namespace ptf_fees::batch;

namespace {

/// A cell as it is in a chunk: between other bytes.
class CellInChunk {
public:
    CellInChunk(std::string_view text, char behind) : room_(text.size() + ShortText::bytes_read, behind) {
        std::ranges::copy(text, room_.begin());
        size_ = text.size();
    }
    [[nodiscard]] std::string_view text() const { return std::string_view{room_}.substr(0, size_); }

private:
    std::string room_;
    std::size_t size_ = 0;
};

std::string random_word(std::mt19937_64& random, std::size_t longest, std::string_view letters) {
    std::string word(random() % (longest + 1), ' ');
    for (char& c : word)
        c = letters[random() % letters.size()];
    return word;
}

/// The edit distance with swaps, by its definition.
std::size_t slow_edits(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty())
        return std::max(a.size(), b.size());
    const std::size_t changed = slow_edits(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
    std::size_t fewest = std::min({changed, slow_edits(a.substr(1), b) + 1, slow_edits(a, b.substr(1)) + 1});
    if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
        fewest = std::min(fewest, slow_edits(a.substr(2), b.substr(2)) + 1);
    return fewest;
}

} // namespace

TEST_CASE("a short text equals itself whatever stands behind it, and no other text") {
    const std::string_view texts[] = {"",
                                      "a",
                                      "no",
                                      std::string_view{"no\0", 3},
                                      "premier",
                                      "associate",
                                      "generals",
                                      "government",
                                      "fourteen-chars",
                                      "fifteen-letters"};
    for (const std::string_view one : texts)
        for (const std::string_view other : texts) {
            const CellInChunk here{one, ','};
            const CellInChunk there{other, '\xFF'};
            INFO(one << "|" << other);
            CHECK((ShortText{here.text()} == ShortText{there.text()}) == (one == other));
            CHECK((ShortText{here.text()} == ShortText::of_name(other)) == (one == other));
        }
}

TEST_CASE("a text of more than 15 bytes equals no short one") {
    for (const std::size_t size : {16U, 17U, 31U, 255U, 256U, 271U}) {
        const std::string text(size, 'a');
        INFO(size);
        CHECK_FALSE(ShortText{CellInChunk{text, 'a'}.text()} == ShortText::of_name(text.substr(0, 15)));
        CHECK_FALSE(ShortText{CellInChunk{text, 'a'}.text()} == ShortText::of_name(text.substr(0, size % 16)));
    }
}

TEST_CASE("a table of short texts answers as a map does") {
    std::mt19937_64 random{11};
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> words(random() % 40);
        std::map<std::string, std::uint32_t, std::less<>> expected;
        std::vector<ShortTextTable::Meaning> meanings;
        for (std::string& word : words) {
            word = random_word(random, 17, "ab");
            meanings.push_back({word, static_cast<std::uint32_t>(random() % 1'000)});
            if (word.size() <= ShortText::longest)
                expected.emplace(word, meanings.back().value);
        }
        const ShortTextTable table{meanings};
        for (int i = 0; i < 200; ++i) {
            const std::string asked =
                words.empty() || i % 2 == 0 ? random_word(random, 17, "ab") : words[random() % words.size()];
            const auto known = expected.find(asked);
            INFO(asked);
            REQUIRE(table.find(ShortText{CellInChunk{asked, 'b'}.text()}) ==
                    (known == expected.end() ? ShortTextTable::none : known->second));
        }
    }
}

TEST_CASE("quick breakpoints number intervals as the table of prices does, or leave a figure to it") {
    std::mt19937_64 random{12};
    const auto figure = [&] {
        const std::int64_t any = static_cast<std::int64_t>(random() >> (1U + random() % 63));
        return random() % 4 == 0 ? std::int64_t{0x7FFFFFFF} + static_cast<std::int64_t>(random() % 3) - 1 : any;
    };
    int known = 0;
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::int64_t> breakpoints(random() % 11);
        std::ranges::generate(breakpoints, figure);
        std::ranges::sort(breakpoints);
        breakpoints.erase(std::unique(breakpoints.begin(), breakpoints.end()), breakpoints.end());
        const QuickBreakpoints quick{breakpoints};
        const PriceTable::Breakpoints slow{breakpoints};
        for (int i = 0; i < 20; ++i) {
            const std::int64_t asked =
                breakpoints.empty() || i % 2 == 0
                    ? figure()
                    : std::max<std::int64_t>(0, breakpoints[random() % breakpoints.size()] - i % 3);
            INFO(asked);
            if (!quick.knows(asked))
                continue;
            ++known;
            REQUIRE(quick.interval(asked) == slow.interval(asked));
        }
    }
    CHECK(known > 10'000);
    CHECK(QuickBreakpoints{std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8}}.knows(2'147'483'646));
    CHECK_FALSE(QuickBreakpoints{std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8}}.knows(2'147'483'647));
    CHECK_FALSE(QuickBreakpoints{std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9}}.knows(5));
}

TEST_CASE("ones are counted") {
    std::mt19937_64 random{13};
    CHECK(count_ones(0) == 0);
    CHECK(count_ones(~std::uint64_t{0}) == 64);
    for (int i = 0; i < 10'000; ++i) {
        const std::uint64_t bits = random() & random();
        REQUIRE(count_ones(bits) == static_cast<std::size_t>(std::popcount(bits)));
    }
}

TEST_CASE("the nearest name is the first of those with the fewest edits") {
    std::mt19937_64 random{14};
    int found = 0;
    for (int round = 0; round < 400; ++round) {
        const std::string typed = random_word(random, 6, "abc");
        std::vector<std::string> names(1 + random() % 4);
        for (std::string& name : names)
            name = random_word(random, 6, "abc");
        std::optional<std::string_view> expected;
        std::size_t fewest = 64;
        for (const std::string& name : names) {
            const std::size_t distance = slow_edits(typed, name);
            const bool begins =
                typed.size() >= 2 && !name.empty() && (name.starts_with(typed) || typed.starts_with(name));
            if (!typed.empty() && distance < fewest &&
                (begins || distance <= std::max(typed.size(), name.size()) / 3)) {
                fewest = distance;
                expected = name;
            }
        }
        INFO(typed);
        const std::vector<std::string_view> candidates{names.begin(), names.end()};
        REQUIRE(text::nearest(typed, candidates) == expected);
        found += expected ? 1 : 0;
    }
    CHECK(found > 50);
}
