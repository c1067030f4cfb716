// Inputs that want to crash, hang or flood the loader. Each must answer with findings, and promptly: the sizes are such
// that anything quadratic would be noticed.

#include "catch.h"

#include "ptf_fees/load.h"
#include "text/finding.h"

#include <algorithm>
#include <random>

namespace {

using namespace ptf_fees;
using namespace std::string_view_literals;

Loaded load(std::string text) {
    return load_schedules({{.file = "x.toml", .text = std::move(text)}}, embedded_catalogue());
}

std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string text;
    text.reserve(bytes);
    while (text.size() + piece.size() <= bytes)
        text += piece;
    return text;
}

std::string shipped(std::string_view name) {
    auto text = read_schedule_file(std::filesystem::path{PTF_FEES_SOURCE_DIR} / "data" / name);
    REQUIRE(text.has_value());
    return text->text;
}

/// What must hold whatever the text: an answer, bounded, printable, and a catalogue only without errors.
void check_answer(const Loaded& loaded) {
    const bool errors =
        std::ranges::any_of(loaded.findings, [](const Finding& f) { return f.severity == Severity::error; });
    CHECK(loaded.catalogue.has_value() == !errors);
    CHECK(loaded.findings.size() <= 1'001);
    for (const Finding& finding : loaded.findings) {
        const std::string words = text::to_text(finding);
        CHECK(words.size() < 4'000);
        CHECK(std::ranges::none_of(words,
                                   [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == 127; }));
    }
}

constexpr std::size_t mebibyte = std::size_t{1} << 20U;

} // namespace

TEST_CASE("a text over 1 MiB is refused unread, one of 1 MiB is read") {
    const Loaded over = load(std::string(mebibyte + 1, '#'));
    REQUIRE(over.findings.size() == 1);
    CHECK(over.findings.front().code == "file-too-large");
    CHECK(over.findings.front().line == 0);
    const Loaded exactly = load(std::string(mebibyte, '#'));
    CHECK(exactly.findings.front().code == "missing-key");
}

TEST_CASE("dotted keys have up to 64 parts, brackets nest 64 deep") {
    struct Row {
        std::string text;
        const char* code;
    };
    const auto dotted = [](std::size_t parts) { return repeated("a.", 2 * (parts - 1)) + "a"; };
    const std::vector<Row> rows{
        {dotted(64) + " = 1", "missing-key"},
        {dotted(65) + " = 1", "unsafe-toml"},
        {"[" + dotted(64) + "]", "missing-key"},
        {"[" + dotted(65) + "]", "unsafe-toml"},
        {"[" + dotted(200'000) + "]\nb=1", "unsafe-toml"},
        {"x = { " + dotted(65) + " = 1 }", "unsafe-toml"},
        {"x = " + std::string(64, '[') + std::string(64, ']'), "missing-key"},
        {"x = " + std::string(65, '[') + std::string(65, ']'), "unsafe-toml"},
        {"x = " + std::string(500'000, '['), "unsafe-toml"},
        {"x = " + repeated("{a=", 900'000), "unsafe-toml"},
        {"x = " + repeated("{a.a.a.a.a.a.a.a.a.a.a.a=", 900'000), "unsafe-toml"},
        // A table under a dotted key is as many levels deep as the key has parts; a bracket under none is one.
        {"x = [[{" + dotted(61) + " = {b = 1}}]]", "missing-key"},
        {"x = [[{" + dotted(62) + " = {b = 1}}]]", "unsafe-toml"},
        {"x = {" + dotted(62) + " = {b = [1]}}", "missing-key"},
        {"x = {" + dotted(62) + " = {b = [[1]]}}", "unsafe-toml"},
        {"x = {" + dotted(61) + " = [[], [[]]]}", "missing-key"},
        {"x = {" + dotted(61) + " = [[], [[[]]]]}", "unsafe-toml"},
        {dotted(64) + " = { b = " + std::string(63, '[') + std::string(63, ']') + " }", "missing-key"},
        {"x = \"" + dotted(100) + std::string(100, '[') + "\" # " + dotted(100) + std::string(100, '{'), "missing-key"},
    };
    for (const Row& row : rows) {
        INFO(row.text.substr(0, 80));
        const Loaded loaded = load(row.text);
        REQUIRE(!loaded.findings.empty());
        CHECK(std::ranges::any_of(loaded.findings, [&](const Finding& finding) { return finding.code == row.code; }));
        check_answer(loaded);
    }
}

TEST_CASE("a text ends where its quotes say, and what follows it is looked at") {
    struct Row {
        std::string_view text;
        std::string_view code;
    };
    // A letter outside ASCII is refused wherever it is outside quotes.
    const Row rows[] = {
        {"é = 1", "unsafe-toml"},
        {"'é' = 1", "missing-key"},
        {"\xEF\xBB\xBF'é' = 1", "missing-key"},
        {R"(x = "a" é)", "unsafe-toml"},
        {R"(x = "ab" é)", "unsafe-toml"},
        {R"(x = "" é)", "unsafe-toml"},
        {R"(x = "a\" é")", "missing-key"},
        {R"(x = "\\" é)", "unsafe-toml"},
        {R"(x = 'a' é)", "unsafe-toml"},
        {R"(x = 'a\' é)", "unsafe-toml"},
        {R"(x = 'é')", "missing-key"},
        {R"(x = """a""" é)", "unsafe-toml"},
        {R"(x = """ab""" é)", "unsafe-toml"},
        {R"(x = """""" é)", "unsafe-toml"},
        {"x = \"\"\"\n\" é\"\"\"", "missing-key"},
        {R"(x = """\""" é """)", "missing-key"},
        {R"(x = '''a''' é)", "unsafe-toml"},
        {R"(x = '''a\''' é)", "unsafe-toml"},
        {"x = '''\n' é'''", "missing-key"},
        // Of more than three quotes up to two belong to the text; a sixth begins another.
        {R"(x = """a"""" é)", "unsafe-toml"},
        {R"(x = """a""""" é)", "unsafe-toml"},
        {R"(x = """a"""""" é)", "not-toml"},
        {R"(x = '''a'''' é)", "unsafe-toml"},
        {R"(x = '''a''''' é)", "unsafe-toml"},
        {R"(x = """a"""' é)", "not-toml"},
        // One that is not closed ends with its line, or with the text.
        {"x = \"a\né = 1", "unsafe-toml"},
        {"x = \"a\\\né = 1", "unsafe-toml"},
        {"x = 'a\né = 1", "unsafe-toml"},
        {R"(x = "a)", "not-toml"},
        {R"(x = "a\)", "not-toml"},
        {R"(x = """a)", "not-toml"},
        {R"(x = """a")", "not-toml"},
        {R"(x = """a"")", "not-toml"},
        {R"(x = """a\)", "not-toml"},
        {R"(x = """a""")", "missing-key"},
        {R"(x = """a"""")", "missing-key"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(load(std::string{row.text}).findings.front().code == row.code);
    }
}

TEST_CASE("what is not parsed is refused where it stands, in characters, the byte order mark not counted") {
    struct Row {
        std::string_view text;
        std::size_t line;
        std::size_t column;
    };
    const Row rows[] = {
        {"é", 1, 1},
        {"\xEF\xBB\xBFé", 1, 1},
        {"\xEF\xBB\xBF\xFF", 1, 1},
        {"\xEF\xBB\xBF\0"sv, 1, 1},
        {"\xEF\xBB\xBF\n\nab\0"sv, 3, 3},
        {"x = 'éé' é", 1, 10},
        {"x = 1\n黄", 2, 1},
        {"x = '黄\xFF'", 1, 7},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Finding finding = load(std::string{row.text}).findings.front();
        CHECK(finding.line == row.line);
        CHECK(finding.column == row.column);
    }
}

TEST_CASE("ten thousand headers, dotted keys and decimal points are parsed, and one more is not") {
    const auto code = [](std::string_view line, std::size_t times) {
        // The parser stops at the first line.
        return load("=\n" + repeated(line, line.size() * times)).findings.front().code;
    };
    for (const std::string_view line : {"[a]\n", "[[a]]\n", "[a.b.c]\n", "a.b.c = 1\n", "a = 1.5\n", "a = [1.5]\n"}) {
        CAPTURE(line);
        CHECK(code(line, line.starts_with("[a.b") ? 5'000 : 10'000) == "not-toml");
        CHECK(code(line, line.starts_with("[a.b") ? 5'001 : 10'001) == "unsafe-toml");
    }
    for (const std::string_view line : {"a = [1, [], {}]\n", "a = [\n[],\n[]\n]\n", "a = '[.'\n", "# [a.b]\n"})
        CHECK(code(line, 20'000) == "not-toml");
}

TEST_CASE("letters outside ASCII may stand anywhere in texts and comments") {
    for (const std::string letter : {"é", "μ", "Ж", "§", "黄", "\xC2\xA0", "\xE2\x80\x83", "\xF0\x9F\x99\x82"}) {
        INFO(letter);
        std::string text = "# @\nnotes = [\"@\", '@', \"\"\"\\\n@x\"\"\", '''@'''] # @\nname = \"@\"\n";
        for (auto at = text.find('@'); at != std::string::npos; at = text.find('@'))
            text.replace(at, 1, letter);
        const Loaded loaded = load(text);
        CHECK(std::ranges::none_of(loaded.findings, [](const Finding& f) { return f.code != "missing-key"; }));
    }
}

TEST_CASE("a megabyte of anything is answered with at most a thousand findings and one that counts the rest") {
    const std::vector<std::string> pieces{"[[tier]]\n",
                                          "[[a]]\n",
                                          "[[source]]\nid=1\n",
                                          "a=",
                                          "\"",
                                          "'''",
                                          "[",
                                          "]",
                                          "{",
                                          "\n",
                                          "\r\n",
                                          "#",
                                          "\\",
                                          "=",
                                          ".",
                                          "a.b.c\n",
                                          "\xEF\xBB\xBF",
                                          "\xC3\xA9",
                                          "'\xC3\xA9' = 1\n",
                                          "1",
                                          "-",
                                          "\t",
                                          " "};
    for (const std::string& piece : pieces) {
        INFO(piece);
        check_answer(load(repeated(piece, mebibyte)));
    }
}

TEST_CASE("a hundred thousand unknown names are counted, not listed") {
    std::string keys;
    std::string tiers = "[[benefit]]\ntiers = { a=\"\"";
    std::string tables;
    for (int i = 0; i < 60'000; ++i) {
        keys += "key" + std::to_string(i) + "=1\n";
        tiers += ", k" + std::to_string(i) + "=\"yes\"";
        if (i < 4'500)
            tables += "[[t" + std::to_string(i) + "]]\n";
    }
    for (int i = 0; i < 5'000; ++i)
        tables += "[[t4499]]\n";
    for (const std::string& text : {keys, tiers + "}", tables}) {
        const Loaded loaded = load(text);
        check_answer(loaded);
        CHECK(loaded.findings.size() == 1'001);
        CHECK(loaded.findings.back().code == "more-findings");
        CHECK(loaded.findings.back().message.find("further findings") != std::string::npos);
    }
}

TEST_CASE("one line of a megabyte is not repeated in its findings") {
    std::string line = "x = {";
    for (int i = 0; i < 50'000; ++i)
        line += "k" + std::to_string(i) + "=1,";
    const Loaded loaded = load("source = [{" + line.substr(5) + "z=1}]");
    check_answer(loaded);
    std::size_t bytes = 0;
    for (const Finding& finding : loaded.findings)
        bytes += finding.source_line.size();
    CHECK(bytes < mebibyte);
}

TEST_CASE("a shipped schedule cut off anywhere is refused") {
    const std::string text = shipped("lf-2014-01.toml");
    for (std::size_t length = 0; length + 2 < text.size(); ++length) {
        const Loaded loaded = load(text.substr(0, length));
        CHECK(loaded.catalogue.has_value() == (loaded.findings.empty()));
        check_answer(loaded);
    }
}

TEST_CASE("random damage to a shipped schedule gives findings or a sound catalogue") {
    const auto seed = GENERATE(1U, 2U, 3U);
    INFO("seed " << seed);
    std::mt19937 random{seed};
    const std::string text = shipped("ptf-2025-04.toml");
    const std::string_view alphabet = "[]{}=.,\"\'#\n\r\\ \t0123456789abcZ_-+\xC3\xA9\0\x7F"sv;
    for (int round = 0; round < 700; ++round) {
        std::string damaged = text;
        for (unsigned hits = 1 + random() % 8; hits > 0; --hits) {
            const std::size_t at = random() % damaged.size();
            const char with = alphabet[random() % alphabet.size()];
            const auto how = random() % 3;
            if (how == 0)
                damaged[at] = with;
            else if (how == 1)
                damaged.insert(at, 1 + random() % 3, with);
            else
                damaged.erase(at, 1 + random() % 40);
        }
        check_answer(load(damaged));
    }
}
