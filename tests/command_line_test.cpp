// The command line: which word belongs to which option, whatever it looks like.
#include "catch.h"

#include "cli/arguments.h"
#include "cli/parser.h"
#include "cli/values.h"

#include <algorithm>

using namespace ptf_fees;
using namespace ptf_fees::cli;

namespace {

using Words = std::vector<std::string>;

/// A command with an option of each kind.
struct Sample {
    std::shared_ptr<CLI::App> app = new_app();
    std::optional<std::string> one{};
    std::optional<std::string> file{};
    std::optional<std::string> member{};
    std::vector<std::string> many{};
    std::optional<std::string> argument{};
    std::vector<std::string> rest{};
    bool flag = false;

    Sample() {
        add_option(*app, "--one", one, "ONE", "");
        add_option(*app, "-o,--output", file, "FILE", "");
        add_yes_no(*app, "--lf-member", member, "");
        add_option(*app, "--many", many, "MANY", "");
        add_flag(*app, "-f,--flag", flag, "");
        add_option(*app, "argument", argument, "ARGUMENT", "");
        add_option(*app, "rest", rest, "REST", "");
    }

    /// Reads the words after a command's name; where nothing is wrong with them, the options hold their values.
    std::expected<Asked, Failure> read(const Words& words) {
        const Words path{"quote"};
        return read_words(*app, {line_of(path).command, path, words});
    }
};

std::string code_of(const Words& words) {
    Sample sample;
    const auto asked = sample.read(words);
    return asked ? "none" : asked.error().code;
}

/// What main is given.
struct Arguments {
    Words words{"ptf-fees"};
    std::vector<char*> pointers{};

    explicit Arguments(const Words& behind_the_name) {
        words.insert(words.end(), behind_the_name.begin(), behind_the_name.end());
        for (std::string& word : words)
            pointers.push_back(word.data());
    }
};

Words words_of_line(const Words& words) {
    return words_of(Arguments{words}.pointers);
}

} // namespace

TEST_CASE("a value is the next word or stands behind the option") {
    for (const Words& words : {Words{"-o", "x"}, Words{"-ox"}, Words{"--output", "x"}, Words{"--output=x"}}) {
        Sample sample;
        REQUIRE(sample.read(words) == Asked::answer);
        CHECK(sample.file == "x");
    }
}

TEST_CASE("short options share no dash, and a joined value is taken as it is") {
    for (const Words& words : {Words{"-fox"}, Words{"-fo", "x"}, Words{"-fx"}, Words{"-f-one=x"}, Words{"-f-"},
                               Words{"-flag"}, Words{"-output"}})
        CHECK(code_of(words) == "unknown-option");
    CHECK(code_of({"-f=1"}) == "unexpected-value");
    CHECK(code_of({"-o="}) == "missing-value");
    CHECK(code_of({"-o=x"}) == "bad-value");
    for (const std::string value : {"-f", "--flag", "\x1Fx", "[a,b]"}) {
        Sample sample;
        REQUIRE(sample.read({"-o" + value}) == Asked::answer);
        CHECK(sample.file == value);
    }
    Sample sample;
    REQUIRE(sample.read({"--one", "-flag", "--output", "-\x1Fx"}) == Asked::answer);
    CHECK(sample.one == "-flag");
    CHECK(sample.file == "-\x1Fx");
}

TEST_CASE("a value is taken as it is, whatever it looks like") {
    const Words values{"[a,b]", "[[a]]", "[a]",  "{}",  "%%",    "@file", "a=b", "=",
                       "-1",    "-",     "/opt", " x ", "\"x\"", "a,b",   "\xFF"};
    for (const std::string& value : values) {
        CAPTURE(value);
        Sample sample;
        REQUIRE(sample.read({"--one", value, "--many", value, "--many=" + value, "--output=" + value}) ==
                Asked::answer);
        CHECK(sample.one == value);
        CHECK(sample.many == Words{value, value});
        CHECK(sample.file == value);
    }
}

TEST_CASE("an argument is taken as it is, and behind '--' even with dashes") {
    for (const std::string& value :
         Words{"[a,b]", "[[aa]]", "{}", "%%", "@file", "--one", "-o", "--help", "--", "quote"}) {
        CAPTURE(value);
        Sample sample;
        REQUIRE(sample.read({"--many", "m", "--", value, value, value}) == Asked::answer);
        CHECK(sample.many == Words{"m"});
        CHECK(sample.argument == value);
        CHECK(sample.rest == Words{value, value});
    }
}

TEST_CASE("an option that may be repeated takes one word each time") {
    Sample sample;
    REQUIRE(sample.read({"--many", "a", "b", "--many=c", "d", "--flag", "--flag"}) == Asked::answer);
    CHECK(sample.many == Words{"a", "c"});
    CHECK(sample.argument == "b");
    CHECK(sample.rest == Words{"d"});
    CHECK(sample.flag);
}

TEST_CASE("--lf-member is content with itself before an option or at the end") {
    struct Row {
        Words words;
        std::string member;
        std::optional<std::string> argument;
    };
    const std::vector<Row> rows{{{"--lf-member"}, "yes", {}},
                                {{"--lf-member", "no"}, "no", {}},
                                {{"--lf-member", "YES"}, "YES", {}},
                                {{"--lf-member", "0"}, "0", {}},
                                {{"--lf-member", "roster.csv"}, "roster.csv", {}},
                                {{"--lf-member=false"}, "false", {}},
                                {{"--lf-member", "--flag"}, "yes", {}},
                                {{"--lf-member", "--", "no"}, "yes", "no"}};
    for (const Row& row : rows) {
        CAPTURE(row.words);
        Sample sample;
        REQUIRE(sample.read(row.words) == Asked::answer);
        CHECK(sample.member == row.member);
        CHECK(sample.argument == row.argument);
    }
}

TEST_CASE("what has no place or no value is refused by a stable code") {
    struct Row {
        Words words;
        std::string code;
    };
    const std::vector<Row> rows{
        {{"--one"}, "missing-value"},
        {{"--one", "--flag"}, "missing-value"},
        {{"--one", "--unknown"}, "missing-value"},
        {{"--one", "-o"}, "missing-value"},
        {{"--one", "--"}, "missing-value"},
        {{"--one="}, "missing-value"},
        {{"--one", ""}, "missing-value"},
        {{"--one=", "--flag"}, "missing-value"},
        {{"--many", ""}, "missing-value"},
        {{"--lf-member="}, "missing-value"},
        {{""}, "missing-value"},
        {{"-o"}, "missing-value"},
        {{"-o=x"}, "bad-value"},
        {{"-output", "x"}, "unknown-option"},
        {{"-output=x"}, "unknown-option"},
        {{"-flag"}, "unknown-option"},
        {{"-x"}, "unknown-option"},
        {{"-hx"}, "unknown-option"},
        {{"--on", "x"}, "unknown-option"},
        {{"--One", "x"}, "unknown-option"},
        {{"--help-all"}, "unknown-option"},
        {{"--config", "x"}, "unknown-option"},
        {{"--=x"}, "unknown-option"},
        {{"--flag=yes"}, "unexpected-value"},
        {{"--flag="}, "unexpected-value"},
        {{"--one", "x", "--one", "x"}, "repeated-option"},
        {{"--output", "x", "-oy"}, "repeated-option"},
        {{"--lf-member", "--lf-member"}, "repeated-option"},
        {{"/one", "x"}, "none"},
        {{"++"}, "none"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.words);
        CHECK(code_of(row.words) == row.code);
    }
}

TEST_CASE("help wins over what is wrong beside it, but not behind '--' or as a value") {
    Sample sample;
    CHECK(sample.read({"--unknown", "-h"}) == Asked::help);
    CHECK(sample.read({"--one", "--help"}) == Asked::help);
    CHECK(sample.read({"--version"}) == Asked::version);
    Sample other;
    CHECK(other.read({"--one=--help", "--", "--help"}) == Asked::answer);
    CHECK(other.one == "--help");
}

TEST_CASE("what newcomers type for help becomes --help") {
    const std::vector<std::pair<Words, Words>> rows{
        {{"help"}, {"--help"}},
        {{"/?"}, {"--help"}},
        {{"-help"}, {"--help"}},
        {{"help", "quote"}, {"quote", "--help"}},
        {{"--help", "schedule", "show"}, {"schedule", "show", "--help"}},
        {{"-h", "quote"}, {"quote", "--help"}},
        {{"quote", "help"}, {"quote", "--help"}},
        {{"schedule", "help"}, {"schedule", "--help"}},
        {{"schedule", "show", "/?"}, {"schedule", "show", "--help"}},
        {{"version"}, {"--version"}},
        {{"batch", "help", "-o", "x"}, {"batch", "help", "-o", "x"}},
        {{"quote", "--tier", "help"}, {"quote", "--tier", "help"}},
        {{}, {}},
    };
    for (const auto& [typed, meant] : rows) {
        CAPTURE(typed);
        CHECK(words_of_line(typed) == meant);
    }
    CHECK(words_of({}).empty());
}

TEST_CASE("errors are JSON when the last --format says so") {
    const std::vector<std::pair<Words, bool>> rows{
        {{"--format", "json"}, true},
        {{"--format=json"}, true},
        {{"--bogus", "quote", "--format", "json"}, true},
        {{"--format"}, false},
        {{"--format=jsonx"}, false},
        {{"--formats=json"}, false},
        {{"--format", "json", "--format", "text"}, false},
        {{"--", "--format", "json"}, false},
    };
    for (const auto& [words, json] : rows) {
        CAPTURE(words);
        CHECK(asks_for_json(Arguments{words}.pointers) == json);
    }
}

TEST_CASE("every word that completion offers of a closed list stands in the option's description") {
    int checked = 0;
    for (const DescribedCommand& command : described_commands())
        for (const DescribedOption& option : command.options)
            for (const std::string& name : Words{"--org-type", "--format", "--input-format", "--color", "--lf-member"})
                if (option.is_called(name))
                    for (const std::string& word : values_of(option).words) {
                        CAPTURE(command.words(), name, word);
                        CHECK(option.description.find(word) != std::string::npos);
                        ++checked;
                    }
    CHECK(checked > 30);
}

TEST_CASE("every example of a value is one that is offered") {
    for (const DescribedCommand& command : described_commands())
        for (const DescribedOption& option : command.options) {
            const Values values = values_of(option);
            CAPTURE(command.words(), option.names, values.example);
            CHECK((values.words.empty() || values.has(values.example)));
        }
}

TEST_CASE("no two options or arguments of a command share a name, with dashes or without") {
    for (const DescribedCommand& command : described_commands()) {
        Words names;
        for (const auto* declared : {&command.options, &command.arguments})
            for (const DescribedOption& one : *declared)
                for (const std::string& name : one.names)
                    names.push_back(name.substr(name.find_first_not_of('-')));
        CAPTURE(command.words(), names);
        std::ranges::sort(names);
        CHECK(std::ranges::adjacent_find(names) == names.end());
    }
}
