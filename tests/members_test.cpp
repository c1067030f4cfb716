// Lists of members: what is compiled in, who is a member on a day, and what is wrong with a list.
#include "catch.h"
#include "scratch_folder.h"

#include "catalogue/packed.h"
#include "ptf_fees/ptf_fees.h"

#include <algorithm>

namespace {

using namespace ptf_fees;

Date day(int year, unsigned month, unsigned of_month) {
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
}

std::shared_ptr<const MemberList> ptf_members() {
    auto list = embedded_members("ptf");
    REQUIRE(list != nullptr);
    return list;
}

/// "Arm, NVIDIA": who holds the tier on that day.
std::string holders(const MemberList& list, Date on, std::string_view tier) {
    std::string names;
    for (const TierMembers& group : members_on(list, on, embedded_catalogue().in_force("ptf", on)))
        if (group.tier == tier)
            for (const Membership& membership : group.members)
                names += (names.empty() ? "" : ", ") + std::string{membership.member->name};
    return names;
}

/// A list in which nothing is wrong.
constexpr std::string_view sound_list = R"(format = 1
foundation = "ptf"
verified = 2026-03-01
complete_from = 2025-03-18

[[source]]
id = "list"
title = "The list"
url = "https://members.example/list"

[[member]]
name = "Acme"
also = ["Acme Inc."]
founding = true
founded = 2022-09-12
held = [
  { tier = "general", from = 2023-12-05, source = "list" },
  { tier = "silver", from = 2026-01-08, exact = false, source = "list" },
]
until = 2026-02-01

[[member]]
name = "Bolt"
held = [{ tier = "premier", from = 2024-01-01, source = "list" }]
)";

std::string with(std::string_view before, std::string_view after) {
    std::string text{sound_list};
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    text.replace(at, before.size(), after);
    return text;
}

/// "line:column code" of each finding.
std::string found(std::string text) {
    const LoadedMembers loaded = load_members({.file = "ptf.toml", .text = std::move(text)}, embedded_catalogue());
    std::string all;
    for (const Finding& finding : loaded.findings)
        all += (all.empty() ? "" : " ") + std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " +
               finding.code;
    const bool refused = std::ranges::count(loaded.findings, Severity::error, &Finding::severity) != 0;
    CHECK(refused == (loaded.list == nullptr));
    return all;
}

} // namespace

TEST_CASE("the compiled list of members equals a fresh parse of its file, which has no finding") {
    auto text = read_schedule_file(std::filesystem::path{PTF_FEES_SOURCE_DIR} / "data/members/ptf.toml");
    REQUIRE(text.has_value());
    CHECK(is_member_list(*text));
    const LoadedMembers loaded = load_members(std::move(*text), embedded_catalogue());
    CHECK(loaded.findings.empty());
    REQUIRE(loaded.list != nullptr);
    CHECK(catalogue::packed(*ptf_members()) == catalogue::packed(*loaded.list));
    CHECK(embedded_members("lf") == nullptr);
    CHECK(embedded_members("") == nullptr);
}

TEST_CASE("a list comes back from its bytes value by value, the empty ones too") {
    const LoadedMembers loaded =
        load_members({.file = "ptf.toml", .text = std::string{sound_list}}, embedded_catalogue());
    REQUIRE(loaded.list != nullptr);
    const std::string bytes = catalogue::packed(*loaded.list);
    const auto list = catalogue::unpacked_members(bytes);
    REQUIRE(list != nullptr);
    CHECK(list->foundation == "ptf");
    CHECK(list->verified == day(2026, 3, 1));
    CHECK(list->complete_from == day(2025, 3, 18));
    REQUIRE(list->sources.size() == 1);
    CHECK(list->sources[0].url == "https://members.example/list");
    CHECK(list->sources[0].archive.empty());
    CHECK_FALSE(list->sources[0].dated.has_value());
    REQUIRE(list->members.size() == 2);
    const Member& acme = list->members[0];
    CHECK(acme.name == "Acme");
    REQUIRE(acme.also.size() == 1);
    CHECK(acme.also[0] == "Acme Inc.");
    CHECK(acme.founded == day(2022, 9, 12));
    CHECK(acme.until == day(2026, 2, 1));
    REQUIRE(acme.held.size() == 2);
    CHECK(acme.held[0].exact);
    CHECK(acme.held[1].tier == "silver");
    CHECK(acme.held[1].from == day(2026, 1, 8));
    CHECK_FALSE(acme.held[1].exact);
    CHECK(acme.held[1].source == &list->sources[0]);
    CHECK(list->members[1].also.empty());
    CHECK_FALSE(list->members[1].founded.has_value());
    CHECK_FALSE(list->members[1].until.has_value());
    const std::string no_members = catalogue::packed(MemberList{.foundation = "other", .verified = day(2024, 2, 29)});
    const auto empty = catalogue::unpacked_members(no_members);
    CHECK(empty->foundation == "other");
    CHECK(empty->verified == day(2024, 2, 29));
    CHECK(empty->members.empty());
    CHECK_FALSE(empty->complete_from.has_value());
}

TEST_CASE("a tier is held from its first day to the day before the next, or before the member leaves") {
    const auto list = ptf_members();
    const struct {
        std::string_view tier;
        Date on;
        bool held;
    } rows[] = {
        {"general", day(2023, 12, 4), false},  {"general", day(2023, 12, 5), true},
        {"general", day(2024, 1, 15), true},   {"general", day(2025, 5, 2), true},
        {"general", day(2025, 5, 3), false},   {"premier", day(2025, 5, 3), true},
        {"premier", day(2025, 6, 30), true},   {"premier", day(2026, 1, 7), true},
        {"platinum", day(2026, 1, 8), true},   {"premier", day(2026, 1, 8), false},
        {"platinum", day(2026, 12, 31), true},
    };
    for (const auto& [tier, on, held] : rows) {
        CAPTURE(tier, static_cast<int>(on.year()), static_cast<unsigned>(on.month()));
        CHECK((holders(*list, on, tier).find("Snowflake") != std::string::npos) == held);
    }
    CHECK(holders(*list, day(2025, 6, 11), "associate").find("Bayero") != std::string::npos);
    CHECK(holders(*list, day(2025, 6, 12), "associate").find("Bayero") == std::string::npos);
    CHECK(holders(*list, day(2026, 2, 1), "platinum") == "AMD, Arm, Amazon Web Services, Google Cloud, Huawei, IBM, "
                                                         "Intel, Lightning AI, Meta, NVIDIA, Snowflake");
}

TEST_CASE("founding members have no tier until a source names one") {
    const auto list = ptf_members();
    CHECK(first_day(*list) == day(2022, 9, 12));
    CHECK(members_on(*list, day(2022, 9, 11), nullptr).empty());
    const std::string founders = "AMD, Amazon Web Services, Google Cloud, Meta, Microsoft, NVIDIA";
    CHECK(holders(*list, day(2022, 9, 12), "") == founders);
    CHECK(holders(*list, day(2025, 3, 17), "") == founders);
    CHECK(holders(*list, day(2025, 3, 18), "").empty());
    CHECK(holders(*list, day(2025, 3, 17), "premier") == "Arm, Huawei, Hugging Face, IBM, Intel, Lightning AI");
}

TEST_CASE("tiers come in the order of the edition in force, whether or not someone holds them") {
    const auto list = ptf_members();
    const auto ids = [&](Date on, const Schedule* edition) {
        std::string all;
        for (const TierMembers& tier : members_on(*list, on, edition))
            all += std::string{tier.tier} + (tier.members.empty() ? "- " : " ");
        return all;
    };
    const Catalogue& catalogue = embedded_catalogue();
    CHECK(ids(day(2023, 6, 7), catalogue.in_force("ptf", day(2023, 6, 7))) == "premier- general- associate-  ");
    CHECK(ids(day(2026, 1, 8), catalogue.in_force("ptf", day(2026, 1, 8))) == "platinum gold silver associate ");
    CHECK(ids(day(2026, 1, 8), catalogue.edition("ptf-2025-04")) ==
          "premier- general- associate platinum gold silver ");
}

TEST_CASE("a list is whole from complete_from to verified, both included, and never without complete_from") {
    const auto list = ptf_members();
    CHECK_FALSE(is_whole_on(*list, day(2025, 3, 17)));
    CHECK(is_whole_on(*list, day(2025, 3, 18)));
    CHECK(is_whole_on(*list, day(2026, 7, 1)));
    CHECK_FALSE(is_whole_on(*list, day(2026, 7, 2)));
    CHECK_FALSE(is_whole_on({.verified = day(2026, 7, 1)}, day(2026, 7, 1)));
}

TEST_CASE("the last day on which a tier was held is the latest one before the day asked for") {
    const auto list = ptf_members();
    CHECK(last_day_held(*list, "premier", day(2026, 7, 1)) == day(2026, 1, 7));
    CHECK(last_day_held(*list, "premier", day(2026, 1, 8)) == day(2026, 1, 7));
    CHECK(last_day_held(*list, "associate", day(2026, 7, 1)) == day(2026, 2, 26)); // LightSeek, which is Silver now
    CHECK(last_day_held(*list, "associate", day(2025, 7, 1)) == day(2025, 6, 11));
    CHECK_FALSE(last_day_held(*list, "premier", day(2026, 1, 7)).has_value());
    CHECK_FALSE(last_day_held(*list, "gold", day(2026, 7, 1)).has_value());
}

TEST_CASE("a quote knows the number of members only where the list is whole") {
    const auto list = ptf_members();
    const auto note = [&](std::string_view edition, std::string_view tier) {
        const Schedule& schedule = *embedded_catalogue().edition(edition);
        return member_count_note(*list, schedule, *find_tier(schedule, tier));
    };
    CHECK(note("ptf-2025-04", "premier") == "Premier had 12 members on 2025-04-29.");
    CHECK(note("ptf-2025-04", "general") == "General had 3 members on 2025-04-29.");
    CHECK(note("ptf-2026-01", "silver") == "Silver had 2 members on 2026-01-08.");
    CHECK(note("ptf-2024-12", "general").empty()); // before the list is whole
}

TEST_CASE("what is wrong with a list is found where it stands") {
    CHECK(found(std::string{sound_list}).empty());
    const struct {
        std::string_view before;
        std::string_view after;
        std::string_view findings;
    } rows[] = {
        {"format = 1", "format = 2", "1:10 bad-value"},
        {"verified", "verifed", "1:1 missing-key 3:1 unknown-key"},
        {"verified = 2026-03-01", "verified = \"2026-03-01\"", "3:12 wrong-type"},
        {"foundation = \"ptf\"", "foundation = \"ptt\"", "2:14 bad-value"},
        {"complete_from = 2025-03-18", "complete_from = 2026-03-02", "3:12 days-out-of-order"},
        {"complete_from = 2025-03-18", "complete_from = 2026-03-01", ""},
        {"complete_from = 2025-03-18\n", "", ""},
        {"url = \"https", "url = \"htps", "9:7 bad-value"},
        {"[[member]]\nname",
         "[[source]]\nid = \"more\"\ntitle = \"More\"\nurl = \"https://a.example\"\n\n[[member]]\nname",
         "12:6 unused-source"},
        {"name = \"Bolt\"", "name = \"acme inc.\"", "23:8 duplicate-id"},
        {"also = [\"Acme Inc.\"]", "also = [\"ACME\", \"Acme Inc.\"]", ""}, // its own name in another case
        {"also = [\"Acme Inc.\"]", "also = \"Acme Inc.\"", "13:8 wrong-type"},
        {"founding = true\n", "", "11:1 missing-key"},
        {"founded = 2022-09-12\n", "", "11:1 missing-key"},
        {"founding = true", "founding = false", "14:12 bad-value"},
        {"founding = true\nfounded = 2022-09-12\n", "", ""},
        {"founded = 2022-09-12", "founded = 2023-12-05", ""},
        {"founded = 2022-09-12", "founded = 2023-12-06", "17:30 days-out-of-order"},
        {"from = 2026-01-08", "from = 2023-12-05", "18:12 unknown-tier 18:29 days-out-of-order"},
        {"until = 2026-02-01", "until = 2026-01-08", "20:9 days-out-of-order"},
        {"until = 2026-02-01", "until = 2026-01-09", ""},
        {"tier = \"general\"", "tier = \"genral\"", "17:12 unknown-tier"},
        {"tier = \"silver\", from = 2026-01-08", "tier = \"silver\", from = 2026-01-07", "18:12 unknown-tier"},
        {"tier = \"general\", from = 2023-12-05", "tier = \"general\", from = 2023-06-07", ""},
        {"tier = \"general\", from = 2023-12-05", "tier = \"general\", from = 2023-06-06", "17:12 unknown-tier"},
        {"source = \"list\" },\n  {", "source = \"lits\" },\n  {", "17:51 unknown-source"},
        {"exact = false", "exact = \"no\"", "18:49 wrong-type"},
        {"held = [{ tier = \"premier\", from = 2024-01-01, source = \"list\" }]", "held = []", "24:8 bad-value"},
        {"held = [{ tier = \"premier\", from = 2024-01-01, source = \"list\" }]", "", "22:1 missing-key"},
        {"name = \"Bolt\"\n", "", "22:1 missing-key"},
        {"[[member]]\nname = \"Bolt\"", "[[member]\nname = \"Bolt\"", "22:10 not-toml"},
    };
    for (const auto& [before, after, findings] : rows) {
        CAPTURE(before, after);
        CHECK(found(with(before, after)) == findings);
    }
}

TEST_CASE("a list is told from a schedule by its members, and is refused as one") {
    CHECK(is_member_list({.text = std::string{sound_list}}));
    CHECK_FALSE(is_member_list({.text = "format = 1\nid = \"a-1\"\n"}));
    CHECK_FALSE(is_member_list({.text = "[["}));
    const Loaded loaded = load_schedules({{.file = "x.toml", .text = std::string{sound_list}}}, embedded_catalogue());
    CHECK_FALSE(loaded.catalogue.has_value());
}
