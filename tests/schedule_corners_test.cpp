// Corners of the loader: what a schedule may say in several ways, and what of it is refused, on one schedule with one
// place changed at a time.
#include "catch.h"
#include "valid_schedule.h"

#include "ptf_fees/ptf_fees.h"

#include "text/finding.h"

#include <algorithm>

using namespace ptf_fees;

namespace {

const std::string acme =
    sound_head("USD") + std::string{sound_gold} +
    R"(join = { route = "approval", url = "https://acme.example/join", by = "Board", steps = ["Write."] }
fee = { amount = 100, source = "page", published = "$100" }

[[tier]]
id = "silver"
name = "Silver"
open_to = { company = "yes", nonprofit = "yes", academic = "yes", government = "yes", individual = "no" }
join = { route = "enrolment", url = "https://acme.example/join", steps = ["Write."] }
fee = { amount = 10, source = "page", published = "$10" }

[[benefit]]
id = "seat"
group = "governance"
name = "Seat"
source = "page"
tiers = { gold = "yes", silver = "no" }
)";

ScheduleText with(std::string_view before, std::string_view after, std::string_view text = acme) {
    std::string changed{text};
    const auto at = changed.find(before);
    REQUIRE(at != std::string::npos);
    changed.replace(at, before.size(), after);
    return {.file = "acme.toml", .text = changed};
}

ScheduleText adding(std::string_view more) {
    return {.file = "acme.toml", .text = acme + std::string{more}};
}

Loaded loaded(ScheduleText text, const Catalogue& base = embedded_catalogue()) {
    std::vector<ScheduleText> texts;
    texts.push_back(std::move(text));
    return load_schedules(std::move(texts), base);
}

std::string codes(const Loaded& result) {
    std::string all;
    for (const Finding& finding : result.findings)
        all += finding.code + " ";
    return all;
}

bool says(const Loaded& result, std::string_view words) {
    return std::ranges::any_of(result.findings, [&](const Finding& finding) {
        return (finding.message + finding.remedy).find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("addresses are of the web or of mail, whole and without blanks") {
    for (const char* url : {"https://a.example", "http://a.example", "mailto:a@example.org"})
        CHECK(codes(loaded(with("https://acme.example/join", url))).empty());
    for (const char* url : {"ftp://a.example", "https://", "http://", "mailto:", "acme.example", "https://a b", ":"})
        CHECK(codes(loaded(with("https://acme.example/join", url))) == "bad-value ");
}

TEST_CASE("an edition is the default only where it says true") {
    CHECK(loaded(with("period", "default = true\nperiod")).editions.front()->is_default);
    CHECK_FALSE(loaded(with("period", "default = false\nperiod")).editions.front()->is_default);
    CHECK_FALSE(loaded(with("period", "")).catalogue.has_value());
    std::vector<ScheduleText> both;
    both.push_back(with("period", "default = false\nperiod"));
    both.push_back(with("2024-01-15", "2025-01-15",
                        with("acme-2024-01", "acme-2025-01", with("period", "default = true\nperiod").text).text));
    both.back().file = "later.toml";
    const Loaded two = load_schedules(std::move(both), Catalogue{});
    REQUIRE(two.catalogue.has_value());
    CHECK(two.catalogue->default_edition("acme")->id == "acme-2025-01");
}

TEST_CASE("a currency is three capitals") {
    CHECK(codes(loaded(with("\"USD\"", "\"CHF\""))).empty());
    for (const char* currency : {"\"usd\"", "\"US\"", "\"USDX\"", "\"U5D\"", "\"Usd\"", "\"US{\""})
        CHECK(codes(loaded(with("\"USD\"", currency))) == "bad-value ");
}

TEST_CASE("ids are letters, digits and dashes that begin with a letter") {
    for (const char* id : {"\"\"", "\"a b\"", "\"-a\"", "\"5a\"", "\"a_b\""})
        CHECK_FALSE(loaded(with("\"acme-2024-01\"", id)).catalogue.has_value());
    CHECK(loaded(with("acme-2024-01", std::string(64, 'a'))).catalogue.has_value());
    CHECK_FALSE(loaded(with("acme-2024-01", std::string(65, 'a'))).catalogue.has_value());
    CHECK(loaded(with("acme-2024-01", "a")).catalogue.has_value());
}

TEST_CASE("an answer in other letters is refused, and a quantity is not") {
    for (const char* answer : {"Yes", "NO", "Unstated", "true", "FALSE"})
        CHECK(codes(loaded(with("gold = \"yes\"", "gold = \"" + std::string{answer} + "\""))) == "bad-value ");
    CHECK(codes(loaded(with("gold = \"yes\"", "gold = \"yes, two\""))).empty());
    CHECK_FALSE(loaded(with("gold = \"yes\"", "gold = 5")).catalogue.has_value());
}

TEST_CASE("examples are recomputed for the organisation and the membership that they name") {
    const auto example = [](const std::string& of) {
        return codes(loaded(adding("\n[[example]]\ntier = \"silver\"\nsource = \"page\"\n" + of)));
    };
    CHECK(example("total = 10").empty());
    CHECK(example("org_type = \"academic\"\nemployees = 5\nrevenue = 0\ntotal = 10").empty());
    CHECK(example("org_type = \"individual\"\ntotal = 10") == "example-differs ");
    CHECK(example("lf_member = true\ntotal = 11") == "example-differs ");
    const auto silver = [](const std::string& of) {
        ScheduleText text = with("fee = { amount = 10,", "requires = [\"lf/silver\"]\nfee = { amount = 10,");
        text.text += "\n[[example]]\ntier = \"silver\"\nsource = \"page\"\nemployees = 5000\n" + of;
        return codes(loaded(std::move(text)));
    };
    CHECK(silver("lf_member = true\ntotal = 10").empty());
    const auto by_revenue = [](const std::string& of) {
        ScheduleText text =
            with(R"({ amount = 10, source = "page", published = "$10" })",
                 R"({ by = "revenue", source = "page", bands = [{ from = 0, amount = 10, published = "0 to 499: $10" },
                                      { from = 500, amount = 20, published = "500 or more: $20" }] })");
        text.text += "\n[[example]]\ntier = \"silver\"\nsource = \"page\"\n" + of;
        return codes(loaded(std::move(text)));
    };
    CHECK(by_revenue("revenue = 500\ntotal = 20").empty());
    CHECK(by_revenue("revenue = 499\ntotal = 10").empty());
    CHECK(by_revenue("revenue = 499\ntotal = 20") == "example-differs ");
    CHECK(by_revenue("total = 10") == "example-differs ");
    CHECK(silver("lf_member = false\ntotal = 20010").empty());
    CHECK(silver("lf_member = false\ntotal = 10") == "example-differs ");
}

TEST_CASE("memberships of another currency or period are added only at a price that the source prints") {
    const auto requiring = [](std::string_view line, std::string_view currency, std::string_view period = "year") {
        std::string text = with("fee = { amount = 10,", std::string{line} + "\nfee = { amount = 10,").text;
        text = with("\"USD\"", "\"" + std::string{currency} + "\"", text).text;
        text = with("\"year\"", "\"" + std::string{period} + "\"", text).text;
        return loaded({.file = "acme.toml", .text = text});
    };
    const auto has = [](const Loaded& result, std::string_view code) {
        return codes(result).find(code) != std::string::npos;
    };
    CHECK_FALSE(has(requiring("requires = [\"lf/silver\"]", "USD"), "currency-differs"));
    CHECK(has(requiring("requires = [\"lf/silver\"]", "EUR"), "currency-differs"));
    CHECK(has(requiring("requires = [\"lf/silver\"]", "USD", "month"), "currency-differs"));
    CHECK_FALSE(
        has(requiring(R"(requires = [{ membership = "lf/silver", amount = 5, source = "page", published = "EUR 5" }])",
                      "EUR"),
            "currency-differs"));
    CHECK_FALSE(has(requiring("bundles = [\"lf/silver\"]", "EUR"), "currency-differs"));
    // What is bundled and brings requirements of its own still adds them.
    CHECK(has(requiring("bundles = [\"ptf/general\"]", "EUR"), "currency-differs"));
}

TEST_CASE("figures begin where they can mean something") {
    const auto tier = [](const std::string& line) { return codes(loaded(with("fee =", line + "\nfee ="))); };
    CHECK(tier("commitment_years = 0") == "bad-value ");
    CHECK(tier("commitment_years = 1").empty());
    CHECK(tier("members_max = 0") == "bad-value ");
    CHECK(tier("members_max = 1").empty());
    const auto days = [](const std::string& line) { return codes(loaded(with("by = \"Board\"", line))); };
    CHECK(days("within_days = 0") == "bad-value ");
    CHECK(days("within_days = 1").empty());
    const auto example = [](const std::string& line) {
        return codes(loaded(adding("[[example]]\ntier = \"gold\"\nsource = \"page\"\ntotal = 100\n" + line)));
    };
    CHECK(example("employees = 0") == "bad-value ");
    CHECK(example("employees = 1").empty());
    CHECK(example("revenue = -1") == "bad-value ");
    CHECK(example("revenue = 0").empty());
    const auto format = [](std::string_view line) {
        const Loaded result = loaded(with("format = 1", line));
        return result.findings.empty() ? "" : result.findings.front().message;
    };
    CHECK(format("format = 0") == "'format' of the schedule is 0, expected 1 or more");
    CHECK(format("format = 2") == "this file has format 2, expected 1");
}

TEST_CASE("the largest amount may be written, and no cent more") {
    const auto amount = [](std::string_view value) { return codes(loaded(with("amount = 100,", value))); };
    CHECK(amount("amount = \"10000000000000.00\",") == "published-amount-differs ");
    CHECK(amount("amount = 10000000000000,") == "published-amount-differs ");
    CHECK(amount("amount = \"9999999999999.99\",") == "published-amount-differs ");
    CHECK(amount("amount = \"10000000000000.01\",") == "amount-too-large ");
    CHECK(amount("amount = 10000000000001,") == "amount-too-large ");
}

TEST_CASE("lists are lists, and each of their entries is of its kind") {
    CHECK(codes(loaded(with("[\"Write.\"]", "\"Write.\""))) == "wrong-type ");
    CHECK(says(loaded(with("fee =", "requires = \"lf/silver\"\nfee =")), "put it between square brackets"));
    CHECK(codes(loaded(with("{ amount = 100, source = \"page\", published = \"$100\" }",
                            "{ by = \"employees\", source = \"page\", bands = [5] }"))) == "wrong-type ");
    CHECK(codes(loaded(with("{ amount = 100, source = \"page\", published = \"$100\" }",
                            "{ by = \"employees\", source = \"page\", bands = [] }"))) == "empty-bands ");
    CHECK(says(loaded(with("{ amount = 100, source = \"page\", published = \"$100\" }",
                           "{ by = \"employees\", source = \"page\" }")),
               "bands"));
    CHECK(says(loaded(with("[[benefit]]", "[benefit]")), "begin each entry with [[benefit]]"));
    CHECK(says(loaded(with("open_to", "requires = \"lf/silver\"\nopen_to")), "put it between square brackets"));
}

TEST_CASE("what is no TOML is explained where it stands, in words of this program") {
    struct Row {
        const char* before;
        const char* after;
        const char* words;
    };
    const Row rows[] = {
        {"period = \"year\"", "period = \"year\"\nperiod = \"year\"", "a key is written twice"},
        {"period = \"year\"", "period = \"year\"\n\"period\" = \"year\"", "a key is written twice"},
        {"period = \"year\"", "period = \"year\"\n'period' = \"year\"", "a key is written twice"},
        {"[[benefit]]", "[page]\na = 1\n[page]\nb = 2\n[[benefit]]", "a table is defined twice"},
        {"period = \"year\"", "period = \"year\"\nperiod.a = 1", ""},
        {"format = 1", "format = 1 1", "this is not TOML"},
        {"title = \"Join\"", "title = \"Join", "this is not TOML"},
        {"title = \"Join\"", "title = \"Jo\\\nin\"", "this is not TOML"},
        {"title = \"Join\"", "title = \"Join\\", "this is not TOML"},
        {"effective = 2024-01-15", "effective = 2024-13-15", "this is not TOML"},
        {"amount = 100", "amount = 99999999999999999999", "amounts reach up to"},
        {"join = { route", "join = { \"r\xC3\xA9\" = 1, \"r\xC3\xA9\" = 2, route", "written twice"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.after);
        const Loaded result = loaded(with(row.before, row.after));
        CHECK_FALSE(result.catalogue.has_value());
        CHECK(says(result, row.words));
        CHECK(result.findings.front().line > 0);
    }
}

TEST_CASE("a key that is written twice is found at its second place, however it is quoted") {
    struct Row {
        const char* text;
        std::size_t line;
        std::size_t column;
    };
    const Row rows[] = {
        {"a = 1\na = 2", 2, 1},
        {"a = 1\n  a = 2", 2, 3},
        {"a = 1\n\ta\t=\t2", 2, 2},
        {"a = 1\n  \"a\" = 2", 2, 3},
        {"a = 1\n  'a' = 2", 2, 3},
        {"a = 1\n\"a\" = 2", 2, 1},
        {"\"a b\" = 1\n  \"a b\" = 2", 2, 3},
        {"'a b' = 1\n  'a b' = 2", 2, 3},
        {"a = 1\na=2", 2, 1},
        {"x = {a = 1,a = 2}", 1, 12},
        {"x = { a = 1, a=2 }", 1, 14},
        {"x = { 'é' = 1, 'é' = 2 }", 1, 16},
        {"\xEF\xBB\xBFx = { a = \"é\", a = 2 }", 1, 16},
        {"a.b = 1\na.b = 2", 2, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Loaded result = loaded({.file = "acme.toml", .text = row.text});
        REQUIRE(says(result, "a key is written twice"));
        CHECK(result.findings.front().line == row.line);
        CHECK(result.findings.front().column == row.column);
    }
    const Finding other = loaded({.file = "acme.toml", .text = "a = ]"}).findings.front();
    CHECK(other.column == 5); // not at a key
}

TEST_CASE("a finding without a column shows no caret, and one without a line shows no place") {
    Finding finding{.file = "a.toml",
                    .line = 3,
                    .severity = Severity::error,
                    .code = "x",
                    .message = "m",
                    .remedy = {},
                    .source_line = "text"};
    CHECK(text::to_text(finding) == "a.toml:3: error: x: m\n");
    finding.line = 0;
    CHECK(text::to_text(finding) == "a.toml: error: x: m\n");
}

TEST_CASE("more table headers than any terms have are refused before they are read") {
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many += "[a.b]\n";
    const Loaded result = loaded(adding(many));
    CHECK_FALSE(result.catalogue.has_value());
    CHECK(says(result, "table headers, dotted keys and decimal points"));
}
