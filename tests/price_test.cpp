// Charges gathered and priced: requirements, waivers, bundles, own prices, cycles of foundations, and the merged table.
#include "made_up_catalogue.h"

using namespace ptf_fees;

namespace {

ResolvedTier resolved(std::string_view edition, std::string_view tier, const Memberships& held = {}) {
    const Schedule& schedule = made_up(edition);
    auto result = resolve(made_up_catalogue(), schedule, tier_of(schedule, tier), held);
    REQUIRE(result.has_value());
    return std::move(*result);
}

Organization company(std::optional<std::int64_t> employees, std::optional<std::int64_t> revenue = std::nullopt) {
    return {.type = OrgType::company, .employees = employees, .revenue = revenue};
}

struct Row {
    const char* edition;
    const char* tier;
    std::optional<std::int64_t> employees;
    std::optional<std::int64_t> revenue;
    bool tide_member;
    Status status;
    std::int64_t membership_cents;
    std::int64_t prerequisite_cents;
};

} // namespace

TEST_CASE("a made-up foundation is priced without a line of code") {
    using enum Status;
    const std::optional<std::int64_t> unknown;
    const Row rows[] = {
        // Anchor: by revenue, and a Keel by headcount.
        {"harbour-2025-03", "anchor", 40, 0, false, quoted, 10'000'00, 2'000'00},
        {"harbour-2025-03", "anchor", 49, 4'999'999, false, quoted, 10'000'00, 2'000'00},
        {"harbour-2025-03", "anchor", 50, 5'000'000, false, quoted, 40'000'00, 6'000'00},
        {"harbour-2025-03", "anchor", 50, 49'999'999, true, quoted, 40'000'00, 0},
        {"harbour-2025-03", "anchor", 50, 50'000'000, true, quoted, 120'000'50, 0},
        {"harbour-2025-03", "anchor", unknown, 50'000'000, true, quoted, 120'000'50, 0},
        {"harbour-2025-03", "anchor", unknown, 50'000'000, false, needs_employees, 0, 0},
        {"harbour-2025-03", "anchor", 50, unknown, false, needs_revenue, 0, 0},
        {"harbour-2025-03", "anchor", unknown, unknown, false, needs_employees, 0, 0},
        // Mooring bundles the Keel: nothing more is due, and no headcount is needed.
        {"harbour-2025-03", "mooring", unknown, 999'999, false, quoted, 3'000'00, 0},
        {"harbour-2025-03", "mooring", 5, 1'000'000, false, quoted, 9'000'00, 0},
        // Buoy's source prints its own price for the Keel.
        {"harbour-2025-03", "buoy", unknown, unknown, false, quoted, 2'500'50, 750'00},
        {"harbour-2025-03", "buoy", unknown, unknown, true, quoted, 2'500'50, 0},
        {"harbour-2025-03", "crew", 5, unknown, false, ineligible, 0, 0},
        // Hull requires a Keel of the same foundation; a member's Keel is waived, the Hull itself never.
        {"tide-2020-01", "hull", 10, unknown, false, quoted, 5'000'00, 2'000'00},
        {"tide-2020-01", "hull", 99, unknown, false, quoted, 5'000'00, 6'000'00},
        {"tide-2020-01", "hull", 100, unknown, true, quoted, 8'000'00, 0},
        {"tide-2020-01", "hull", 9, unknown, false, out_of_range, 0, 0},
        {"tide-2020-01", "hull", unknown, unknown, false, needs_employees, 0, 0},
        {"tide-2020-01", "keel", 1, unknown, true, quoted, 2'000'00, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.edition, row.tier, row.employees, row.revenue, row.tide_member);
        const ResolvedTier tier =
            resolved(row.edition, row.tier, row.tide_member ? Memberships{"tide"} : Memberships{});
        const Price answer = price(tier, company(row.employees, row.revenue));
        REQUIRE(answer.status == row.status);
        CHECK(answer.total.has_value() == (row.status == Status::quoted));
        if (row.status != Status::quoted)
            continue;
        CHECK(answer.membership == Money::from_cents(row.membership_cents));
        CHECK(answer.prerequisite == Money::from_cents(row.prerequisite_cents));
        CHECK(answer.total == Money::from_cents(row.membership_cents + row.prerequisite_cents));
    }
}

TEST_CASE("the charges say why each membership is there") {
    const auto kinds = [](const ResolvedTier& tier) {
        std::vector<ChargeKind> out;
        for (const Charge& charge : tier.charges)
            out.push_back(charge.kind);
        return out;
    };
    using enum ChargeKind;
    CHECK(kinds(resolved("harbour-2025-03", "anchor")) == std::vector{own, required});
    CHECK(kinds(resolved("harbour-2025-03", "anchor", {"tide"})) == std::vector{own, waived});
    CHECK(kinds(resolved("harbour-2025-03", "anchor", {"harbour"})) == std::vector{own, required});
    CHECK(kinds(resolved("harbour-2025-03", "mooring")) == std::vector{own, included});
    CHECK(kinds(resolved("harbour-2025-03", "mooring", {"tide"})) == std::vector{own, included});
    CHECK(resolved("harbour-2025-03", "buoy").charges[1].own_price);
    CHECK_FALSE(resolved("harbour-2025-03", "anchor").charges[1].own_price);
}

TEST_CASE("a required foundation is taken as of the day asked for, else as of the edition's own day") {
    const Catalogue& catalogue = embedded_catalogue();
    const Schedule& schedule = *catalogue.edition("ptf-2025-04");
    const Tier& general = tier_of(schedule, "general");
    const auto early = resolve(catalogue, schedule, general, {},
                               Date{std::chrono::year{2014}, std::chrono::month{1}, std::chrono::day{27}});
    REQUIRE_FALSE(early.has_value());
    CHECK_THAT(early.error().message, Catch::Contains("lf/silver") && Catch::Contains("2014-01-27"));
    CHECK(resolve(catalogue, schedule, general, {},
                  Date{std::chrono::year{2014}, std::chrono::month{1}, std::chrono::day{28}})
              .has_value());
    CHECK(resolve(catalogue, schedule, general, {}).has_value());
}

TEST_CASE("the merged table has a breakpoint where some charge that is paid changes, and nowhere else") {
    using Breakpoints = std::vector<std::int64_t>;
    CHECK(breakpoints(resolved("harbour-2025-03", "anchor"), Basis::revenue) == Breakpoints{0, 5'000'000, 50'000'000});
    CHECK(breakpoints(resolved("harbour-2025-03", "anchor"), Basis::employees) == Breakpoints{1, 50});
    CHECK(breakpoints(resolved("harbour-2025-03", "anchor", {"tide"}), Basis::employees).empty());
    CHECK(breakpoints(resolved("harbour-2025-03", "mooring"), Basis::employees).empty());
    CHECK(breakpoints(resolved("tide-2020-01", "hull"), Basis::employees) == Breakpoints{1, 10, 50, 100});
}

TEST_CASE("every row of the merged table is what the engine quotes all over its range") {
    for (const Catalogue* catalogue : {&made_up_catalogue(), &embedded_catalogue()})
        for (const Schedule* schedule : catalogue->schedules())
            for (const Tier& tier : schedule->tiers)
                for (const Memberships& held : {Memberships{}, Memberships{"lf"}, Memberships{"tide"}}) {
                    if (!held.empty() && catalogue->first_edition(held.front()) == nullptr)
                        continue; // resolve refuses what the catalogue does not have
                    const auto resolved_tier = resolve(*catalogue, *schedule, tier, held);
                    REQUIRE(resolved_tier.has_value());
                    const Organization rest = company(std::nullopt, 7'000'000);
                    std::int64_t next = 0;
                    for (const MergedRow& row : merged_table(*resolved_tier, Basis::employees, rest)) {
                        CAPTURE(schedule->id, tier.id);
                        if (!row.range) {
                            CHECK(row.price == price_if_open(*resolved_tier, rest));
                            continue;
                        }
                        CHECK((next == 0 || row.range->from == next));
                        const std::int64_t last = row.range->to.value_or(row.range->from + 1'000'000'000);
                        for (const std::int64_t employees : {row.range->from, last})
                            CHECK(row.price == price_if_open(*resolved_tier, company(employees, 7'000'000)));
                        next = last + 1;
                    }
                }
}
