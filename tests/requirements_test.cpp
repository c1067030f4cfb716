// Memberships that tiers require: what is wrong with them is found at the membership that it is about.
#include "catch.h"
#include "valid_schedule.h"

#include "ptf_fees/load.h"
#include "ptf_fees/merged_table.h"
#include "ptf_fees/quote.h"

#include <algorithm>

using namespace ptf_fees;

namespace {

constexpr std::string_view flat = R"({ amount = 5, source = "page", published = "$5" })";

std::string scale(std::string_view by, int from) {
    const std::string first = std::to_string(from);
    return "{ by = \"" + std::string{by} + "\", source = \"page\", bands = [{ from = " + first +
           ", amount = 5, published = \"" + first + " or more: $5\" }] }";
}

/// A valid tier that requires `memberships`, written as TOML writes a list.
std::string tier(const std::string& id, const std::string& memberships, std::string_view fee = flat) {
    return "[[tier]]\nid = \"" + id + "\"\nname = \"The " + id + " one\"\nrequires = [" + memberships +
           "]\nopen_to = { company = \"yes\", nonprofit = \"yes\", academic = \"yes\", government = \"yes\", "
           "individual = \"no\" }\njoin = { route = \"enrolment\", url = \"https://acme.example\", steps = "
           "[\"Write.\"] "
           "}\nfee = " +
           std::string{fee} + "\n";
}

/// The findings with `code`: the message, and in brackets what is where it points.
std::string found(const std::string& tiers, std::string_view code) {
    std::string all;
    for (const Finding& finding :
         load_schedules({{.file = "a.toml", .text = sound_head("USD") + tiers}}, {}).findings) {
        if (finding.code == code)
            all += finding.message + " [" + finding.source_line.substr(finding.column - 1) + "]\n";
    }
    return all;
}

} // namespace

TEST_CASE("a circle is told from where it begins, and found at the membership that leads on") {
    const auto circles = [](const std::string& tiers) { return found(tiers, "requirement-circle"); };
    CHECK(circles(tier("gold", R"("acme/bronze", "acme/silver")") + tier("silver", R"("acme/gold")") +
                  tier("bronze", "")) == "memberships require each other in a circle: acme/gold -> acme/silver -> "
                                         "acme/gold [\"acme/silver\"]]\n");
    CHECK(circles(tier("gold", R"("acme/silver")") + tier("silver", R"("acme/bronze", "acme/silver")") +
                  tier("bronze", "")) ==
          "memberships require each other in a circle: acme/silver -> acme/silver [\"acme/silver\"]]\n");
    CHECK(circles(tier("gold", R"("acme/silver")") + tier("silver", R"("acme/bronze")") +
                  tier("bronze", R"("acme/silver")")) ==
          "memberships require each other in a circle: acme/silver -> acme/bronze -> acme/silver [\"acme/bronze\"]]\n");
    CHECK(circles(tier("gold", R"("acme/silver", "acme/bronze")") + tier("silver", R"("acme/bronze")") +
                  tier("bronze", ""))
              .empty());
}

TEST_CASE("a membership that is required at several prices costs the dearest, in whatever order") {
    const std::string tin_at_7 = R"({ membership = "acme/tin", amount = 7, source = "page", published = "$7" })";
    const std::string tin_at_8 = R"({ membership = "acme/tin", amount = 8, source = "page", published = "$8" })";
    const std::string tin = R"("acme/tin")";
    const std::string scale_of_tin = R"({ by = "employees", source = "page", bands = [)"
                                     R"({ from = 1, amount = 3, published = "1 to 99: $3" }, )"
                                     R"({ from = 100, amount = 9, published = "from 100: $9" }] })";
    const std::string unpublished = R"({ unpublished = "on request", source = "page" })";
    const auto quoted = [&](const std::string& silver, const std::string& bronze, std::string_view fee,
                            std::optional<std::int64_t> employees) {
        const auto loaded =
            load_schedules({{.file = "a.toml",
                             .text = sound_head("USD") + tier("gold", R"("acme/silver", "acme/bronze")") +
                                     tier("silver", silver) + tier("bronze", bronze) + tier("tin", "", fee)}},
                           {});
        REQUIRE(loaded.catalogue.has_value());
        const Schedule& schedule = *loaded.editions.front();
        const auto answer =
            quote(*loaded.catalogue, schedule, schedule.tiers.front(), {.organization = {.employees = employees}});
        REQUIRE(answer.has_value());
        std::string words{name_of(answer->price.status)};
        for (const QuoteLine& line : answer->lines)
            words += line.line.amount ? " " + std::to_string(line.line.amount->cents() / 100) : " ?";
        for (const std::string& note : notes_for(schedule, std::span{&*answer, 1}))
            if (note.find("different prices") != std::string::npos)
                words += "; " + note;
        return words;
    };
    // Gold, Silver and Bronze at $5 each, then Tin.
    CHECK(quoted(tin, tin_at_7, flat, 1) ==
          "quoted 5 5 5 7; Acme The tin one is required at different prices, $5 and $7: the dearest one is charged.");
    CHECK(quoted(tin_at_7, tin, flat, 1) ==
          "quoted 5 5 5 7; Acme The tin one is required at different prices, $5 and $7: the dearest one is charged.");
    CHECK(quoted(tin_at_8, tin_at_7, flat, 1) ==
          "quoted 5 5 5 8; Acme The tin one is required at different prices, $8 and $7: the dearest one is charged.");
    CHECK(quoted(tin_at_7, tin_at_7, flat, 1) == "quoted 5 5 5 7");
    CHECK(quoted(tin, tin, flat, 1) == "quoted 5 5 5 5");
    for (const auto& [silver, bronze] : {std::pair{tin, tin_at_7}, std::pair{tin_at_7, tin}}) {
        const std::string note = "; Acme The tin one is required at different prices, a scale by employees and $7: the "
                                 "dearest one is charged.";
        CHECK(quoted(silver, bronze, scale_of_tin, 99) == "quoted 5 5 5 7" + note);
        CHECK(quoted(silver, bronze, scale_of_tin, 100) == "quoted 5 5 5 9" + note);
        CHECK(quoted(silver, bronze, scale_of_tin, std::nullopt) == "needs_employees 5 5 5 ?" + note);
        CHECK(
            quoted(silver, bronze, unpublished, 1) ==
            "unpublished 5 5 5 ?; Acme The tin one is required at different prices, one that is not published and $7: "
            "the dearest one is charged.");
    }
}

TEST_CASE("a membership that is nowhere is found where it is named, and where it is brought in") {
    const auto nowhere = [](const std::string& tiers) { return found(tiers, "requirement-unresolved"); };
    CHECK(nowhere(tier("gold", R"("acme/tin", "acme/silver")") + tier("silver", R"("bolt/x")") + tier("tin", "")) ==
          "The silver one (acme-2024-01) requires bolt/x, and no edition of 'bolt' in the catalogue was in force on "
          "2024-01-15 [\"acme/tin\", \"acme/silver\"]]\n'bolt/x' is not a membership: the catalogue has no foundation "
          "'bolt' [\"bolt/x\"]]\n");
}

TEST_CASE("of a foundation whose file is broken nothing is said to be missing") {
    const std::string tiers = tier("gold", R"("acme/silver")") + tier("silver", R"("bolt/x")");
    for (const char* broken : {"foundation = \"bolt\"\n", "id = \"bolt-1\"\n"}) {
        const auto loaded = load_schedules(
            {{.file = "a.toml", .text = sound_head("USD") + tiers}, {.file = "b.toml", .text = broken}}, {});
        CHECK(std::ranges::count(loaded.findings, "requirement-unresolved", &Finding::code) == 0);
    }
    const auto other = load_schedules(
        {{.file = "a.toml", .text = sound_head("USD") + tiers}, {.file = "b.toml", .text = "foundation = \"tin\"\n"}},
        {});
    CHECK(std::ranges::count(other.findings, "requirement-unresolved", &Finding::code) == 2);
}

TEST_CASE("a required membership with a price of its own names the source of that price") {
    const auto sources = [](const std::string& source, std::string_view code) {
        const std::string more =
            "[[source]]\nid = \"other\"\ntitle = \"Other\"\nurl = \"https://acme.example/other\"\n";
        return found(
            more +
                tier("gold", R"({ membership = "acme/tin", amount = 1, published = "$1", source = )" + source + " }") +
                tier("tin", ""),
            code);
    };
    CHECK(sources("\"other\"", "unknown-source").empty());
    CHECK(sources("\"other\"", "unused-source").empty());
    CHECK(sources("\"page\"", "unused-source") == "nothing names the source 'other' [\"other\"]\n");
    CHECK(sources("\"pge\"", "unknown-source") ==
          "no source of this file has the id 'pge', did you mean 'page'? [\"pge\" }]]\n");
}

TEST_CASE("headcounts that a required scale leaves out are those that the tier itself covers") {
    // What is said of bronze, and of the scale by itself, comes after.
    const auto gaps = [](const std::string& required, std::string_view own, const std::string& fee) {
        const std::string words = found(tier("gold", required, own) + tier("bronze", R"("acme/silver")") +
                                            tier("silver", "", fee) + tier("tin", ""),
                                        "headcounts-not-covered");
        return words.substr(0, words.find('\n'));
    };
    const std::string late = scale("employees", 10);
    CHECK(gaps(R"("acme/silver")", flat, late) ==
          "the required 'acme/silver' has no fee for 1 to 9 employees, which tier 'gold' covers [\"acme/silver\"]]");
    CHECK(gaps(R"("acme/tin", "acme/silver")", flat, late) ==
          "the required 'acme/silver' has no fee for 1 to 9 employees, which tier 'gold' covers [\"acme/silver\"]]");
    CHECK(gaps(R"("acme/tin", "acme/bronze")", flat, late) ==
          "the required 'acme/silver' has no fee for 1 to 9 employees, which tier 'gold' covers "
          "[\"acme/tin\", \"acme/bronze\"]]");
    CHECK(gaps(R"("acme/silver")", scale("employees", 5), late) ==
          "the required 'acme/silver' has no fee for 5 to 9 employees, which tier 'gold' covers [\"acme/silver\"]]");
    CHECK(gaps(R"("acme/silver")", scale("revenue", 5), late) ==
          "the required 'acme/silver' has no fee for 1 to 9 employees, which tier 'gold' covers [\"acme/silver\"]]");
    CHECK(gaps(R"("acme/silver")", flat, scale("revenue", 1000)) ==
          "the required 'acme/silver' has no fee for $0 to $999 revenue, which tier 'gold' covers "
          "[\"acme/silver\"]]");
}

TEST_CASE("a required scale that begins where the tier does leaves nothing out") {
    const auto gaps = [](std::string_view own, std::string_view fee) {
        const std::string words =
            found(tier("gold", R"("acme/silver")", own) + tier("silver", "", fee), "headcounts-not-covered");
        return words.find("the required") != std::string::npos;
    };
    CHECK_FALSE(gaps(flat, scale("employees", 1)));
    CHECK(gaps(flat, scale("employees", 2)));
    CHECK_FALSE(gaps(flat, scale("revenue", 0)));
    CHECK(gaps(flat, scale("revenue", 1)));
    CHECK_FALSE(gaps(scale("employees", 10), scale("employees", 10)));
    CHECK(gaps(scale("employees", 9), scale("employees", 10)));
    CHECK_FALSE(gaps(scale("revenue", 10), scale("revenue", 10)));
}
