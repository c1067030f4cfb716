// The ground: names of closed choices, choosing editions, catalogues changed in place.
#include "catch.h"

#include "ptf_fees/ptf_fees.h"

using namespace ptf_fees;
using namespace std::chrono_literals;

namespace {

Schedule edition(std::string_view id, std::string_view foundation, Date effective) {
    return {.id = id,
            .foundation = foundation,
            .name = {},
            .title = {},
            .effective = effective,
            .verified = effective,
            .currency = "EUR",
            .period = "year",
            .employees = {}};
}

std::vector<std::string_view> ids(const Catalogue& catalogue) {
    std::vector<std::string_view> out;
    for (const Schedule* schedule : catalogue.schedules())
        out.push_back(schedule->id);
    return out;
}

using Ids = std::vector<std::string_view>;

} // namespace

TEST_CASE("every closed choice has its name") {
    CHECK(name_of(Answer::no) == "no");
    CHECK(name_of(Answer::yes) == "yes");
    CHECK(name_of(Answer::unstated) == "unstated");
    CHECK(name_of(Route::enrolment) == "enrolment");
    CHECK(name_of(Route::approval) == "approval");
    CHECK(name_of(Basis::employees) == "employees");
    CHECK(name_of(Basis::revenue) == "revenue");
    std::vector<std::string_view> statuses;
    for (const Status status : all_statuses)
        statuses.push_back(name_of(status));
    CHECK(statuses ==
          Ids{"quoted", "ineligible", "unstated", "unpublished", "needs_employees", "needs_revenue", "out_of_range"});
    CHECK(name_of(LineKind::fee) == "fee");
    CHECK(name_of(LineKind::free) == "free");
    CHECK(name_of(LineKind::waived) == "waived");
    CHECK(name_of(LineKind::included) == "included");
    CHECK(name_of(LineKind::unpublished) == "unpublished");
    using Topic = Difference::Topic;
    Ids topics;
    for (const Topic topic : {Topic::terms, Topic::tier, Topic::fee, Topic::requirement, Topic::eligibility,
                              Topic::joining, Topic::benefit})
        topics.push_back(name_of(topic));
    CHECK(topics == Ids{"terms", "tier", "fee", "requirement", "eligibility", "joining", "benefit"});
}

TEST_CASE("money counts cents") {
    CHECK(Money::from_units(3).cents() == 300);
    CHECK(Money::from_cents(-7) + Money::from_units(1) == Money::from_cents(93));
    CHECK(Money::from_cents(-7) - Money::from_units(1) == Money::from_cents(-107));
    CHECK(Money::from_cents(1) > Money{});
    CHECK(largest_scheduled_amount.cents() == 1'000'000'000'000'000);
}

TEST_CASE("editions are ordered by foundation, then by day") {
    const Schedule early = edition("z-1", "b", Date{2020y / 1 / 1});
    const Schedule late = edition("a-9", "b", Date{2021y / 1 / 1});
    const Schedule other = edition("m-1", "a", Date{2022y / 1 / 1});
    const Catalogue catalogue{{&late, &early, &other}};
    CHECK(ids(catalogue) == Ids{"m-1", "z-1", "a-9"});
    CHECK(catalogue.successor(early)->get() == &late);
    CHECK_FALSE(catalogue.successor(late));
    // The successor is one of the same foundation, though others follow in time.
    const Schedule first_of_a = edition("a-0", "a", Date{2023y / 1 / 1});
    CHECK_FALSE(catalogue.successor(first_of_a));
    CHECK(catalogue.first_edition("b") == &early);
    CHECK(catalogue.first_edition("c") == nullptr);
    CHECK(catalogue.edition("a-9") == &late);
    CHECK(catalogue.edition("a") == nullptr);
    CHECK(catalogue.in_force("b", Date{2019y / 12 / 31}) == nullptr);
    CHECK(catalogue.in_force("b", Date{2020y / 1 / 1}) == &early);
    CHECK(catalogue.in_force("b", Date{2020y / 12 / 31}) == &early);
    CHECK(catalogue.in_force("b", Date{2030y / 1 / 1}) == &late);
}

TEST_CASE("without a default the latest edition is meant, with one it is that one") {
    const Schedule early = edition("b-1", "b", Date{2020y / 1 / 1});
    Schedule middle = edition("b-2", "b", Date{2021y / 1 / 1});
    const Schedule late = edition("b-3", "b", Date{2022y / 1 / 1});
    const Schedule other = edition("c-1", "c", Date{2023y / 1 / 1});
    CHECK(Catalogue{{&early, &middle, &late, &other}}.default_edition("b") == &late);
    middle.is_default = true;
    const Catalogue catalogue{{&early, &middle, &late, &other}};
    CHECK(catalogue.default_edition("b") == &middle);
    CHECK(catalogue.default_edition("d") == nullptr);
}

TEST_CASE("an edition added stands in place of its namesake, in order, and keeps its storage alive") {
    const Schedule one = edition("b-1", "b", Date{2020y / 1 / 1});
    const Schedule three = edition("b-3", "b", Date{2022y / 1 / 1});
    const Schedule two = edition("b-2", "b", Date{2021y / 1 / 1});
    const Schedule later_one = edition("b-1", "b", Date{2023y / 1 / 1});
    const auto first_storage = std::make_shared<int>(1);
    const auto second_storage = std::make_shared<int>(2);
    {
        const Catalogue base{{&one, &three}, first_storage};
        CHECK(first_storage.use_count() == 2);
        const Catalogue more = base.with(Catalogue{{&two}, second_storage});
        CHECK(ids(more) == Ids{"b-1", "b-2", "b-3"});
        CHECK(ids(base) == Ids{"b-1", "b-3"});
        CHECK(first_storage.use_count() == 3);
        CHECK(second_storage.use_count() == 2);
        const Catalogue replaced = more.with(Catalogue{{&later_one}});
        CHECK(ids(replaced) == Ids{"b-2", "b-3", "b-1"});
        CHECK(replaced.edition("b-1") == &later_one);
        CHECK(second_storage.use_count() == 3);
    }
    CHECK(first_storage.use_count() == 1);
    CHECK(second_storage.use_count() == 1);
}

TEST_CASE("a tier or a benefit is found by its id first, then by its name, in any case") {
    const std::array tiers{Tier{.id = "a", .name = "B", .join = {.url = {}, .by = {}}},
                           Tier{.id = "b", .name = "C", .join = {.url = {}, .by = {}}}};
    const std::array grants{Grant{}, Grant{}};
    const std::array benefits{Benefit{"x", "g", "Y", nullptr, grants}};
    Schedule schedule = edition("e", "f", Date{2020y / 1 / 1});
    schedule.tiers = tiers;
    schedule.benefits = benefits;
    CHECK(find_tier(schedule, "b") == &tiers[1]);
    CHECK(find_tier(schedule, "B") == &tiers[1]);
    CHECK(find_tier(schedule, "c") == &tiers[1]);
    CHECK(find_tier(schedule, "d") == nullptr);
    CHECK(find_benefit(schedule, "y") == &benefits[0]);
    CHECK(find_benefit(schedule, "z") == nullptr);
}

TEST_CASE("values are equal where all their parts are") {
    const Organization organization{OrgType::academic, 5, 6};
    CHECK(organization == Organization{OrgType::academic, 5, 6});
    CHECK_FALSE(organization == Organization{OrgType::company, 5, 6});
    CHECK_FALSE(organization == Organization{OrgType::academic, 6, 6});
    CHECK_FALSE(organization == Organization{OrgType::academic, 5, {}});
    CHECK(BandRange{Basis::employees, 1, 2} == BandRange{Basis::employees, 1, 2});
    CHECK_FALSE(BandRange{Basis::employees, 1, 2} == BandRange{Basis::revenue, 1, 2});
    CHECK_FALSE(BandRange{Basis::employees, 1, 2} == BandRange{Basis::employees, 0, 2});
    CHECK_FALSE(BandRange{Basis::employees, 1, 2} == BandRange{Basis::employees, 1, {}});
    CHECK_FALSE(Grant{Answer::yes, "5"} == Grant{Answer::yes, "6"});
    CHECK_FALSE(Grant{Answer::yes, {}} == Grant{Answer::no, {}});
    CHECK_FALSE(Price{Status::quoted, Money{}, Money{}, Money{}} == Price{Status::unstated, Money{}, Money{}, Money{}});
    CHECK_FALSE(Price{Status::quoted, Money{}, Money{}, Money{}} == Price{Status::quoted, {}, Money{}, Money{}});
    CHECK_FALSE(Price{Status::quoted, Money{}, Money{}, Money{}} == Price{Status::quoted, Money{}, {}, Money{}});
    CHECK_FALSE(Price{Status::quoted, Money{}, Money{}, Money{}} == Price{Status::quoted, Money{}, Money{}, {}});
    CHECK(Money::from_cents(1) < Money::from_cents(2));
    CHECK_FALSE(Money::from_cents(2) < Money::from_cents(2));
    CHECK(Money::from_cents(3) > Money::from_cents(2));
    CHECK(Money::from_cents(2) >= Money::from_cents(2));
    CHECK_FALSE(Money::from_cents(1) >= Money::from_cents(2));
    CHECK(Money::from_cents(2) <= Money::from_cents(2));
    CHECK_FALSE(Money::from_cents(3) <= Money::from_cents(2));
    CHECK_FALSE(Money::from_cents(2) > Money::from_cents(2));
    CHECK_FALSE(Money::from_cents(1) > Money::from_cents(2));
}
