// The findings of one file: which are kept, in which order, and the line that each shows.
#include "catch.h"

#include "catalogue/report.h"

using namespace ptf_fees;
using namespace ptf_fees::catalogue;

namespace {

constexpr Code error = Code::bad_value;
constexpr Code warning = Code::fee_falls;

/// What is listed of that many errors and warnings, in the order of the file.
std::vector<Finding> listed(std::size_t errors, std::size_t warnings) {
    Report report{"a.toml", ""};
    for (std::size_t i = 0; i < warnings; ++i)
        report.add(warning, {.line = 1, .column = i + 1}, "w");
    for (std::size_t i = 0; i < errors; ++i)
        report.add(error, {.line = 2, .column = i + 1}, "e");
    CHECK(report.has_errors() == (errors > 0));
    CHECK(report.is_full() == (errors >= most_findings));
    return report.take();
}

std::string shown_line(std::string_view text, std::size_t line) {
    Report report{"a.toml", text};
    report.add(error, {.line = line, .column = 1}, "e");
    return report.take().front().source_line;
}

} // namespace

TEST_CASE("a thousand findings are listed, errors before warnings, and the rest is counted") {
    struct Row {
        std::size_t errors;
        std::size_t warnings;
        std::size_t listed_errors;
        std::size_t listed_warnings;
        std::string last;
    };
    const Row rows[] = {
        {0, 0, 0, 0, ""},
        {1'000, 0, 1'000, 0, ""},
        {0, 1'000, 0, 1'000, ""},
        {999, 1, 999, 1, ""},
        {1'001, 0, 1'000, 0, "1 further finding of this file is not listed"},
        {0, 1'001, 0, 1'000, "1 further finding of this file is not listed"},
        {999, 3, 999, 1, "2 further findings of this file are not listed"},
        {1'000, 1, 1'000, 0, "1 further finding of this file is not listed"},
        {3'000, 2'000, 1'000, 0, "4,000 further findings of this file are not listed"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.errors, row.warnings);
        std::vector<Finding> all = listed(row.errors, row.warnings);
        if (!row.last.empty()) {
            CHECK(all.back().message == row.last);
            CHECK(all.back().code == "more-findings");
            CHECK(all.back().line == 2 - (row.errors == 0 ? 1 : 0));
            all.pop_back();
        }
        CHECK(std::ranges::count(all, "e", &Finding::message) == std::ssize(all) - std::ptrdiff_t(row.listed_warnings));
        CHECK(all.size() == row.listed_errors + row.listed_warnings);
        CHECK(std::ranges::is_sorted(all, {}, [](const Finding& f) { return std::pair{f.line, f.column}; }));
    }
}

TEST_CASE("findings stand in the order of their places, and at one place in the order in which they were found") {
    Report report{"a.toml", "x\ny"};
    report.add(error, {.line = 2, .column = 3}, "c");
    report.add(warning, {.line = 2, .column = 1}, "b2");
    report.add(error, {.line = 2, .column = 1}, "b1");
    report.add(error, {.line = 1, .column = 9}, "a");
    std::string order;
    for (const Finding& finding : report.take())
        order += finding.message + finding.source_line + " ";
    CHECK(order == "ax b1y b2y cy ");
}

TEST_CASE("a finding shows its line without its end and without a byte order mark") {
    CHECK(shown_line("one\ntwo\r\n\r\nfour", 1) == "one");
    CHECK(shown_line("one\ntwo\r\n\r\nfour", 2) == "two");
    CHECK(shown_line("one\ntwo\r\n\r\nfour", 3).empty());
    CHECK(shown_line("one\ntwo\r\n\r\nfour", 4) == "four");
    CHECK(shown_line("one\ntwo\n", 3).empty());
    CHECK(shown_line("one\n", 0).empty());
    CHECK(shown_line("one\n", 3).empty());
    CHECK(shown_line("\n", 1).empty());
    CHECK(shown_line("\xEF\xBB\xBFone\ntwo", 1) == "one");
    CHECK(shown_line("\xEF\xBB\xBFone\ntwo", 2) == "two");
    CHECK(shown_line("one\r", 1) == "one");
    const std::string longest(longest_source_line, 'x');
    CHECK(shown_line(longest, 1) == longest);
    CHECK(shown_line(longest + "x", 1).empty());
}
