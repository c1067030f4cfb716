// The table of what quotes must say, typed from the published pages; every bound at -1, 0 and +1; random organisations
// against the reference; and totals that other foundations print.
#include "catch.h"

#include "ptf_fees/ptf_fees.h"
#include "reference.h"

#include <random>

using namespace ptf_fees;

namespace {

Price price_of(std::string_view edition, std::string_view tier, const Organization& organization, bool lf_member) {
    const Schedule* schedule = embedded_catalogue().edition(edition);
    REQUIRE(schedule != nullptr);
    const Tier* found = find_tier(*schedule, tier);
    REQUIRE(found != nullptr);
    const Memberships held = lf_member ? Memberships{"lf"} : Memberships{};
    const auto resolved = resolve(embedded_catalogue(), *schedule, *found, held);
    REQUIRE(resolved.has_value());
    return price(*resolved, organization);
}

Organization company(std::optional<std::int64_t> employees) {
    return {.type = OrgType::company, .employees = employees};
}

struct Row {
    std::int64_t employees;
    std::int64_t silver;
    std::int64_t general;
    std::int64_t general_not_member;
    std::int64_t premier_not_member;
};

// The editions that share one price list, from June 2023 to the end of 2025.
constexpr std::string_view editions[] = {"ptf-2023-06", "ptf-2024-06", "ptf-2024-10", "ptf-2024-12", "ptf-2025-04"};

// employees | LF Silver | General | General, not yet LF member | Premier, not yet LF member
constexpr Row rows[] = {
    {1, 5'000, 25'000, 30'000, 155'000},      {99, 5'000, 25'000, 30'000, 155'000},
    {100, 10'000, 25'000, 35'000, 160'000},   {499, 10'000, 25'000, 35'000, 160'000},
    {500, 15'000, 30'000, 45'000, 165'000},   {999, 15'000, 30'000, 45'000, 165'000},
    {1'000, 15'000, 35'000, 50'000, 165'000}, {2'999, 15'000, 35'000, 50'000, 165'000},
    {3'000, 15'000, 40'000, 55'000, 165'000}, {4'999, 15'000, 40'000, 55'000, 165'000},
    {5'000, 20'000, 50'000, 70'000, 170'000}, {100'000, 20'000, 50'000, 70'000, 170'000},
};

void check_against_reference(std::string_view edition, std::string_view tier, const Organization& organization,
                             bool lf_member) {
    const reference::Answer expected = reference::price(tier, organization.employees, organization.type, lf_member);
    const Price answer = price_of(edition, tier, organization, lf_member);
    CAPTURE(edition, tier, organization.employees, name_of(organization.type), lf_member);
    REQUIRE(answer.status == expected.status);
    if (answer.status != Status::quoted) {
        REQUIRE_FALSE(answer.total.has_value());
        return;
    }
    REQUIRE(answer.membership == Money::from_units(expected.membership));
    REQUIRE(answer.prerequisite == Money::from_units(expected.prerequisite));
    REQUIRE(answer.total == Money::from_units(expected.membership + expected.prerequisite));
}

} // namespace

TEST_CASE("the editions of 2023 to 2025 quote the published table") {
    for (const std::string_view edition : editions)
        for (const Row& row : rows) {
            CAPTURE(edition, row.employees);
            const Organization organization = company(row.employees);
            CHECK(price_of("lf-2014-01", "silver", organization, false).total == Money::from_units(row.silver));
            CHECK(price_of("lf-2014-01", "silver", organization, true).total == Money::from_units(row.silver));
            CHECK(price_of(edition, "general", organization, true).total == Money::from_units(row.general));
            CHECK(price_of(edition, "general", organization, false).total == Money::from_units(row.general_not_member));
            CHECK(price_of(edition, "premier", organization, true).total == Money::from_units(150'000));
            CHECK(price_of(edition, "premier", organization, false).total == Money::from_units(row.premier_not_member));
        }
}

TEST_CASE("a member of the Linux Foundation needs no headcount for Premier, and nobody has zero employees") {
    for (const std::string_view edition : editions) {
        CAPTURE(edition);
        CHECK(price_of(edition, "premier", company({}), true).total == Money::from_units(150'000));
        CHECK(price_of(edition, "premier", company({}), false).status == Status::needs_employees);
        CHECK(price_of(edition, "general", company(0), true).status == Status::out_of_range);
        CHECK(price_of(edition, "general", company(0), false).status == Status::out_of_range);
        CHECK(price_of(edition, "premier", company(0), false).status == Status::out_of_range);
    }
    CHECK(price_of("lf-2014-01", "silver", company(0), false).status == Status::out_of_range);
}

TEST_CASE(
    "every bound holds at -1, 0 and +1, for every type of organisation, member or not, with and without a headcount") {
    for (const std::string_view edition : editions)
        for (const std::string_view tier : {"premier", "general", "associate"})
            for (const OrgType type : all_org_types)
                for (const bool lf_member : {false, true}) {
                    check_against_reference(edition, tier, {.type = type}, lf_member);
                    for (const std::int64_t bound : {100, 500, 1'000, 3'000, 5'000})
                        for (const std::int64_t employees : {bound - 1, bound, bound + 1})
                            check_against_reference(edition, tier, {.type = type, .employees = employees}, lf_member);
                }
}

TEST_CASE("random organisations are priced as the reference prices them") {
    const auto seed = static_cast<std::uint32_t>(Catch::rngSeed());
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    constexpr std::string_view tiers[] = {"premier", "general", "associate"};
    for (int i = 0; i < 20'000; ++i) {
        const auto employees = static_cast<std::int64_t>(1 + random() % (std::uint64_t{1} << (1 + random() % 40)));
        const Organization organization{.type = all_org_types[random() % all_org_types.size()], .employees = employees};
        check_against_reference(editions[random() % std::size(editions)], tiers[random() % 3], organization,
                                random() % 2 == 0);
    }
}

TEST_CASE("what no source prints has no total") {
    CHECK(price_of("ptf-2026-01", "silver", company(5'000), false).status == Status::unpublished);
    CHECK(price_of("ptf-2026-01", "silver", company(5'000), true).status == Status::unpublished);
    CHECK(price_of("ptf-2023-06", "associate", company(10), false).status == Status::ineligible);
    CHECK(price_of("ptf-2026-01", "associate", company(10), false).status == Status::ineligible);
    CHECK(price_of("ptf-2025-04", "associate", {.type = OrgType::government}, false).status == Status::unstated);
    CHECK(price_of("lf-2014-01", "associate", {.type = OrgType::academic}, false).status == Status::unstated);
    CHECK(price_of("bdk-2024-11", "associate", {.type = OrgType::nonprofit}, false).status == Status::unpublished);
}

TEST_CASE("flat fees are the published ones") {
    CHECK(price_of("ptf-2026-01", "platinum", company(10), false).total == Money::from_units(350'000));
    CHECK(price_of("ptf-2026-01", "gold", company(10), false).total == Money::from_units(150'000));
    CHECK(price_of("lf-2014-01", "gold", company(10), false).total == Money::from_units(100'000));
    CHECK(price_of("lf-2014-01", "platinum", company(10), false).total == Money::from_units(500'000));
    CHECK(price_of("lf-2014-01", "associate", {.type = OrgType::nonprofit}, false).total == Money{});
    for (const std::string_view edition : editions)
        CHECK(price_of(edition, "associate", {.type = OrgType::academic}, false).total == Money{});
}

TEST_CASE("the totals that other foundations print are quoted") {
    CHECK(price_of("cncf-2026-04", "silver", company(700), false).total == Money::from_units(35'000));
    CHECK(price_of("cncf-2024-12", "silver", company(700), false).total == Money::from_units(25'000));
    CHECK(price_of("gsf-2026-07", "general", company(700), false).total == Money::from_units(35'000));
    CHECK(price_of("gsf-2025-07", "general", company(700), false).total == Money::from_units(35'000));
    CHECK(price_of("gsf-2023-11", "general", company(700), false).total == Money::from_units(30'000));
    // One Linux Foundation fee for Steering, whatever the size.
    CHECK(price_of("gsf-2026-07", "steering", company(50), false).total == Money::from_units(120'000));
    CHECK(price_of("gsf-2026-07", "steering", company(50), true).total == Money::from_units(100'000));
}
