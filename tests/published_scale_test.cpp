// Published texts beside the amounts and bounds of a schedule, on the way through the loader: what agrees and what not.
#include "catch.h"
#include "valid_schedule.h"

#include "ptf_fees/load.h"

#include <algorithm>

using namespace ptf_fees;

namespace {

/// A valid schedule with one tier, whose fee is `fee`.
Loaded loaded_with(const std::string& fee, const std::string& more = "") {
    const std::string text = sound_head("EUR") + std::string{sound_gold} +
                             R"(join = { route = "enrolment", url = "https://acme.example/join", steps = ["Write."] }
fee = )" + fee + "\n" + more;
    return load_schedules({ScheduleText{.file = "acme.toml", .text = text}}, Catalogue{});
}

/// The codes of the findings, each with a blank after it; `message` is found in one of them.
std::string codes(const Loaded& loaded) {
    std::string all;
    for (const Finding& finding : loaded.findings)
        all += finding.code + " ";
    return all;
}

bool says(const Loaded& loaded, std::string_view words) {
    return std::ranges::any_of(loaded.findings, [&](const Finding& finding) {
        return (finding.message + finding.remedy).find(words) != std::string::npos;
    });
}

/// A valid schedule whose tier has `line` besides.
Loaded loaded_with_line(const std::string& line) {
    const std::string fee = R"({ amount = 5, source = "page", published = "EUR 5" })";
    return loaded_with(fee + "\n" + line);
}

std::string scale(std::string_view by, std::string_view first, std::string_view second, std::string_view from = "0") {
    return "{ by = \"" + std::string{by} + "\", source = \"page\", bands = [{ from = " + std::string{from} +
           ", amount = 100, published = \"" + std::string{first} +
           "\" }, { from = 1_000, amount = 200, published = \"" + std::string{second} + "\" }] }";
}

} // namespace

TEST_CASE("printed headcounts may begin at 0 or below the band, and end at its end or where the next begins") {
    const auto employees = [](std::string_view first, std::string_view second) {
        return codes(loaded_with(scale("employees", first, second, "1")));
    };
    CHECK(employees("0 - 999 employees: EUR 100", "1,000 employees or more: EUR 200").empty());
    CHECK(employees("1 - 1,000 employees: EUR 100", "over 999 employees: EUR 200").empty());
    CHECK(employees("2 - 999 employees: EUR 100", "1,000 employees or more: EUR 200") == "published-bounds-differ ");
    CHECK(employees("1 - 999 employees: EUR 100", "0 employees or more: EUR 200") == "published-bounds-differ ");
    CHECK(employees("1 - 1,001 employees: EUR 100", "1,000 employees or more: EUR 200") == "published-bounds-differ ");
    CHECK(employees("1 - 998 employees: EUR 100", "1,000 employees or more: EUR 200") == "published-bounds-differ ");
    CHECK(employees("1 - 999 employees: EUR 100", "1,000 to 2,000: EUR 200") == "published-bounds-differ ");
}

TEST_CASE("printed revenues are read by the same rule") {
    const auto revenue = [](std::string_view first, std::string_view second, std::string_view from = "0") {
        return codes(loaded_with(scale("revenue", first, second, from)));
    };
    CHECK(revenue("revenue of 0 to 999: EUR 100", "revenue of 1,000 or more: EUR 200").empty());
    CHECK(revenue("revenue of 0 to 1k: EUR 100", "> EUR 1 thousand: EUR 200").empty());
    CHECK(revenue("revenue of 0 to 998: EUR 100", "revenue of 1,000 or more: EUR 200") == "published-bounds-differ ");
    CHECK(revenue("revenue of 0 to 999: EUR 100", "revenue of 1,000 or more: EUR 200", "2") ==
          "published-bounds-differ headcounts-not-covered ");
}

TEST_CASE("scales begin at one head, or at no revenue, or later") {
    const auto first = [](std::string_view by, std::string_view from) {
        const std::string said = std::string{from} + " - 999: EUR 100";
        return codes(loaded_with(scale(by, said, "1,000 or more: EUR 200", from)));
    };
    CHECK(first("employees", "1").empty());
    CHECK(first("employees", "0") == "bad-value ");
    CHECK(first("employees", "2") == "headcounts-not-covered ");
    CHECK(first("revenue", "0").empty());
    CHECK(first("revenue", "-1") == "bad-value ");
    CHECK(first("revenue", "1") == "headcounts-not-covered ");
}

TEST_CASE("a scale whose bands fall or lack a bound is not compared with what is printed") {
    const std::string falling = scale("employees", "9 - 8 employees: EUR 100", "7 employees: EUR 200", "2_000");
    CHECK(codes(loaded_with(falling)) == "band-order ");
    const std::string lacking = R"({ by = "employees", source = "page", bands = [
      { from = 1, amount = 100, published = "5 - 9 employees: EUR 100" },
      { amount = 200, published = "7 - 8 employees: EUR 200" }] })";
    CHECK(codes(loaded_with(lacking)) == "missing-key ");
    CHECK(codes(loaded_with(R"({ source = "page", bands = [{ from = 1, amount = 100, published = "x" }] })")) ==
          "missing-key ");
}

TEST_CASE("values of every wrong type are named by their type") {
    for (const auto& [value, words] : {std::pair{"2024-01-01", "a date"},
                                       {"12:00:00", "a time"},
                                       {"2024-01-01T12:00:00", "a date with a time"},
                                       {"true", "true or false"},
                                       {"[1]", "a list"},
                                       {"{ a = 1 }", "a table"}}) {
        CAPTURE(value);
        const Loaded loaded =
            loaded_with("{ amount = " + std::string{value} + ", source = \"page\", published = \"EUR 1\" }");
        CHECK_FALSE(loaded.catalogue.has_value());
        CHECK(codes(loaded) == "wrong-type ");
        CHECK(says(loaded, words));
    }
}

TEST_CASE("amounts below zero are refused whichever way they are written") {
    for (const char* amount : {"-5", "\"-5.00\"", "\"-0.01\""})
        CHECK(codes(loaded_with("{ amount = " + std::string{amount} + R"(, source = "page", published = "EUR 5" })")) ==
              "negative-amount ");
    CHECK(codes(loaded_with(R"({ amount = "0.00", source = "page", published = "free" })")).empty());
}

TEST_CASE("lists in a tier hold what they are for, and each other thing is refused where it stands") {
    struct Row {
        const char* line;
        const char* codes;
        const char* words;
    };
    const Row rows[] = {
        {R"(requires = [5])", "wrong-type ", "foundation/tier"},
        {R"(requires = ["a b/c"])", "bad-value ", "is not a membership"},
        {R"(requires = ["a/b c"])", "bad-value ", "is not a membership"},
        {R"(requires = [""])", "bad-value ", "empty"},
        {R"(requires = [{ membership = 5, amount = 1, source = "page", published = "EUR 1" }])", "wrong-type ", "text"},
        {R"(requires = [{ membership = "a", amount = 1, source = "page", published = "EUR 1" }])", "bad-value ",
         "is not a membership"},
        {R"(bundles = [5])", "wrong-type ", "text"},
        {R"(bundles = ["x"])", "bad-value ", "is not a membership"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const Loaded loaded = loaded_with_line(row.line);
        CHECK(codes(loaded) == row.codes);
        CHECK(says(loaded, row.words));
    }
}

TEST_CASE("nobody decides on an enrolment") {
    const auto join = [](const std::string& more) {
        const std::string text = sound_head("EUR") + std::string{sound_gold} +
                                 R"(fee = { amount = 5, source = "page", published = "EUR 5" }
join = { url = "https://acme.example/join", steps = ["Write."], )" +
                                 more + " }\n";
        return codes(load_schedules({ScheduleText{.file = "acme.toml", .text = text}}, Catalogue{}));
    };
    CHECK(join("route = \"enrolment\"").empty());
    CHECK(join("route = \"approval\", by = \"Board\", within_days = 3").empty());
    CHECK(join("route = \"enrolment\", by = \"Board\"") == "bad-value ");
    CHECK(join("route = \"enrolment\", within_days = 3") == "bad-value ");
}
