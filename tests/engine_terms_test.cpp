// The corners of what terms say beside prices (benefits, eligibility, unknown names, differences), on terms sketched on
// the spot: each case is one that a change of a single comparison, condition or number would get wrong.
#include "sketched_terms.h"

#include "engine/choose_edition.h"
#include "engine/unknown_name.h"

using namespace sketched;

TEST_CASE("a tier's own answer yields to a better one that it inherits, and to no other") {
    // Grants of the tier itself and of the one that it includes, and what comes of them.
    struct Row {
        Grant own;
        Grant below;
        Grant result;
    };
    const Grant no{};
    const Grant yes{Answer::yes, {}};
    const Grant unstated{Answer::unstated, {}};
    const Grant ten{Answer::yes, "10"};
    const Row rows[] = {{no, no, no},         {no, unstated, unstated}, {no, yes, yes},
                        {no, ten, ten},       {unstated, no, unstated}, {unstated, unstated, unstated},
                        {unstated, yes, yes}, {yes, no, yes},           {yes, unstated, yes},
                        {yes, ten, yes},      {ten, yes, ten}};
    std::array tiers{tier("high", flat(3)), tier("low", flat(2))};
    tiers[0].includes = 1;
    for (const Row& row : rows) {
        const std::array grants{row.own, row.below};
        const std::array benefits{Benefit{"b", "group", "B", &leaflet, grants}};
        Schedule schedule = edition("e", "f", tiers);
        schedule.benefits = benefits;
        CAPTURE(name_of(row.own.answer), name_of(row.below.answer));
        CHECK(grant_for(schedule, benefits[0], 0) == row.result);
        CHECK(grant_for(schedule, benefits[0], 1) == row.below);
    }
}

TEST_CASE("a tier adds what the next lower one does not give, and an unstated answer adds nothing") {
    const Grant no{};
    const Grant yes{Answer::yes, {}};
    const Grant unstated{Answer::unstated, {}};
    const std::array grants{yes, no, yes, unstated};
    const std::array benefits{Benefit{"b", "group", "B", &leaflet, grants}};
    const std::array tiers{tier("a", flat(4)), tier("b", flat(3)), tier("c", flat(2)), tier("d", flat(1))};
    Schedule schedule = edition("e", "f", tiers);
    schedule.benefits = benefits;
    CHECK(adds_over_tier_below(schedule, benefits[0], 0));
    CHECK_FALSE(adds_over_tier_below(schedule, benefits[0], 1));
    CHECK(adds_over_tier_below(schedule, benefits[0], 2));
    CHECK_FALSE(adds_over_tier_below(schedule, benefits[0], 3));
    const std::array unsure{unstated, no, no, no};
    const std::array other{Benefit{"b", "group", "B", &leaflet, unsure}};
    CHECK_FALSE(adds_over_tier_below(schedule, other[0], 0));
}

TEST_CASE("the nearest miss lacks fewest, and of those that lack as many it is the cheapest") {
    const Grant no{};
    const Grant yes{Answer::yes, {}};
    const Grant unstated{Answer::unstated, {}};
    // In the order of the schedule; by price: cheap (lacks both), middle (lacks x), dear (lacks y).
    const std::array x_grants{no, yes, no};
    const std::array y_grants{yes, no, unstated};
    const std::array benefits{Benefit{"x", "group", "X", &leaflet, x_grants},
                              Benefit{"y", "group", "Y", &leaflet, y_grants}};
    const std::array tiers{tier("middle", flat(20)), tier("dear", flat(30)), tier("cheap", flat(10))};
    Schedule schedule = edition("e", "f", tiers);
    schedule.benefits = benefits;
    const Catalogue catalogue{{&schedule}};
    std::vector<TierQuote> quotes;
    for (const Tier& each : tiers)
        quotes.push_back(quoted(catalogue, schedule, each, {}));
    const std::array<const Benefit*, 2> both{&benefits[0], &benefits[1]};
    const Needs needs = tiers_with(schedule, quotes, both);
    CHECK(needs.met.empty());
    // A tier that certainly lacks one is refused, whatever else is not stated.
    CHECK(needs.unstated.empty());
    REQUIRE(needs.nearest != nullptr);
    CHECK(needs.nearest->id == "middle");
    REQUIRE(needs.lacks.size() == 1);
    CHECK(needs.lacks[0]->id == "x");
}

TEST_CASE("eligibility and admission say no more than the terms") {
    std::array tiers{tier("plain", flat(1)), tier("closed", flat(1))};
    tiers[1].open_to = {Answer::no, Answer::no, Answer::no, Answer::no, Answer::no};
    const Schedule schedule = edition("e", "f", tiers);
    CHECK(eligibility(schedule, tiers[0], OrgType::company).reason == "plain is open to companies");
    CHECK(eligibility(schedule, tiers[1], OrgType::company).reason == "closed is not open to companies");
    Join join{.route = Route::approval, .url = {}, .by = {}};
    CHECK(admission_words(join) == "by approval");
    join.within_days = 1;
    CHECK(admission_words(join) == "by approval, within 1 day");
    join.by = "Board";
    CHECK(admission_words(join) == "by approval of the Board, within 1 day");
    join.within_days.reset();
    CHECK(admission_words(join) == "by approval of the Board");
}

TEST_CASE("an unknown name is refused with where it is, what is near, and what there is") {
    const std::array ours{tier("gold", flat(1))};
    const std::array theirs{tier("ruby", flat(1)), tier("gold", flat(1))};
    const Schedule first = edition("a-1", "a", ours);
    const Schedule second = edition("a-2", "a", theirs, Date{2021y / 1 / 1});
    const Schedule foreign = edition("b-1", "b", theirs);
    const Catalogue catalogue{{&first, &second, &foreign}};
    CHECK(unknown_tier(catalogue, first, "ruby") == "a-1 has no tier 'ruby', which is in a-2; it has gold");
    CHECK(unknown_tier(catalogue, first, "gold ") == "a-1 has no tier 'gold ', did you mean 'gold'? It has gold");
    CHECK(unknown_tier(catalogue, first, "xyzzy") == "a-1 has no tier 'xyzzy'; it has gold");
    CHECK(unknown_benefit(catalogue, first, "seat") == "a-1 has no benefit 'seat'; it names none");
    // The same of benefits, which have ids and names too.
    const Grant given{Answer::yes, {}};
    const std::array seat{Benefit{"seat", "x", "A seat", &leaflet, {&given, 1}}};
    const std::array flag{Benefit{"flag", "x", "A flag", &leaflet, {&given, 1}}};
    Schedule with_seat = edition("c-1", "c", ours);
    with_seat.benefits = seat;
    Schedule with_flag = edition("c-2", "c", ours, Date{2021y / 1 / 1});
    with_flag.benefits = flag;
    Schedule elsewhere = edition("d-1", "d", ours);
    elsewhere.benefits = flag;
    const Catalogue benefits{{&with_seat, &with_flag, &elsewhere}};
    CHECK(unknown_benefit(benefits, with_seat, "flag") == "c-1 has no benefit 'flag', which is in c-2; it has seat");
    CHECK(unknown_benefit(benefits, with_seat, "seet") ==
          "c-1 has no benefit 'seet', did you mean 'seat'? It has seat");
    CHECK(unknown_benefit(benefits, with_seat, "xyzzy") == "c-1 has no benefit 'xyzzy'; it has seat");
    CHECK(unknown_benefit(benefits, elsewhere, "seat") == "d-1 has no benefit 'seat'; it has flag");
    // A file that stands in for an edition of the catalogue is not sent to itself.
    Schedule edited = edition("c-2", "c", ours, Date{2021y / 1 / 1});
    edited.benefits = seat;
    CHECK(unknown_benefit(benefits, edited, "flag") == "c-2 has no benefit 'flag'; it has seat");
    const Schedule changed = edition("a-2", "a", ours, Date{2021y / 1 / 1});
    CHECK(unknown_tier(catalogue, changed, "ruby") == "a-2 has no tier 'ruby'; it has gold");
}

TEST_CASE("every change between editions is told once, with both values") {
    const std::array needs_low{Requirement{.membership = {"b", "low"}}, Requirement{.membership = {"b", "low"}}};
    const std::array needs_low_at_price{
        Requirement{.membership = {"b", "low"}, .price = FlatFee{Money::from_units(7), &leaflet, "7"}}};
    const std::array bundles_high{MembershipRef{"b", "high"}};
    std::array before_tiers{tier("top", by_heads), tier("low", flat(0))};
    before_tiers[0].requires_memberships = needs_low;
    before_tiers[0].includes = 1;
    before_tiers[0].commitment_years = 1;
    before_tiers[0].members_max = 1'000;
    const std::array fewer_heads{Band{1, Money::from_units(12), "1"}, Band{10, Money::from_units(11), "10"}};
    std::array after_tiers{tier("top", BandedFee{Basis::employees, fewer_heads, &leaflet}), tier("low", flat(5))};
    after_tiers[0].requires_memberships = needs_low_at_price;
    after_tiers[0].bundles = bundles_high;
    after_tiers[0].join.route = Route::approval;
    after_tiers[0].join.url = "https://y.example";
    after_tiers[0].open_to[0] = Answer::unstated;
    const std::array before_grants{Grant{Answer::yes, "3"}, Grant{}};
    const std::array after_grants{Grant{Answer::yes, {}}, Grant{}};
    const std::array before_benefits{Benefit{"seat", "g", "Seat", &leaflet, before_grants}};
    const std::array after_benefits{Benefit{"seat", "g", "Seat", &leaflet, after_grants}};
    Schedule before = edition("a-1", "a", before_tiers);
    Schedule after = edition("a-2", "a", after_tiers, Date{2021y / 2 / 3});
    before.benefits = before_benefits;
    after.benefits = after_benefits;
    after.effective_exact = false;
    std::vector<std::string> told;
    for (const Difference& difference : differences(before, after))
        told.push_back(std::string{name_of(difference.topic)} + ": " + difference.subject + ": " + difference.before +
                       " -> " + difference.after);
    CHECK(told == std::vector<std::string>{
                      "terms: effective: 2020-01-01 -> seen by 2021-02-03",
                      "tier: top, includes: low -> ",
                      "tier: top, commitment: 1 year -> ",
                      "tier: top, most members: 1,000 -> ",
                      "fee: top, 1 to 9 employees: €10 -> €12",
                      "fee: top, 10 to 99 employees: €10 -> ",
                      "fee: top, 100 to 999 employees: €0 -> ",
                      "fee: top, 1,000 or more employees: €70 -> ",
                      "fee: low: free -> €5",
                      "fee: top, 10 or more employees:  -> €11",
                      "requirement: top, requires b/low: at its own price -> €7",
                      "requirement: top, bundles b/high:  -> included",
                      "eligibility: top, companies: yes -> unstated",
                      "joining: top, route: by enrolment -> by approval",
                      "joining: top, link: https://x.example/join -> https://y.example",
                      "benefit: top, seat: 3 -> yes",
                  });
    CHECK(differences(before, before).empty());
}

TEST_CASE(
    "an edition is chosen by id, by foundation, or by foundation and day, and anything else is refused with words") {
    const std::array tiers{tier("gold", flat(1))};
    const Schedule old_edition = edition("alp-1", "alp", tiers);
    Schedule new_edition = edition("alp-2", "alp", tiers, Date{2021y / 2 / 3});
    const Schedule other = edition("Bay-1", "Bay", tiers, Date{2022y / 1 / 1});
    const Catalogue catalogue{{&old_edition, &new_edition, &other}};
    const Spelling spelling{.before_name = "--schedule ", .day = "--as-of"};
    const auto chosen = [&](std::string_view name, std::optional<std::string_view> day = std::nullopt) {
        const auto choice = choose_edition(catalogue, name, day, spelling);
        REQUIRE(choice.has_value());
        CHECK(choice->day.has_value() == day.has_value());
        return choice->schedule->id;
    };
    CHECK(chosen("alp-1") == "alp-1");
    CHECK(chosen("ALP-1") == "alp-1");
    CHECK(chosen("alp") == "alp-2");
    CHECK(chosen("Alp") == "alp-2");
    CHECK(chosen("Bay") == "Bay-1");
    CHECK(chosen("Bay-1") == "Bay-1");
    CHECK(chosen("alp", "2021-02-02") == "alp-1");
    CHECK(chosen("alp", "2021-02-03") == "alp-2");

    using Why = NotChosen::Why;
    const auto refused = [&](std::string_view name, std::optional<std::string_view> day = std::nullopt) {
        const auto choice = choose_edition(catalogue, name, day, spelling);
        REQUIRE_FALSE(choice.has_value());
        return choice.error();
    };
    const NotChosen unknown = refused("xyzzy");
    CHECK(unknown.why == Why::unknown_name);
    CHECK(unknown.message == "there is no schedule 'xyzzy'");
    CHECK(unknown.remedy == "the foundations are Bay and alp");
    CHECK_THAT(refused("alp-3").message, Catch::Contains("did you mean 'alp-"));
    CHECK_THAT(refused("alpp").message, Catch::Contains("did you mean 'alp'"));
    const NotChosen edition_and_day = refused("alp-1", "2021-01-01");
    CHECK(edition_and_day.why == Why::day_of_an_edition);
    CHECK(edition_and_day.message == "--as-of chooses among a foundation's editions, and alp-1 is one edition");
    CHECK(edition_and_day.remedy == "write --schedule alp, or leave --as-of out");
    const NotChosen no_day = refused("alp", "2021-02-30");
    CHECK(no_day.why == Why::not_a_day);
    CHECK(no_day.message == "--as-of '2021-02-30' is not a day of the calendar as YYYY-MM-DD");
    CHECK(no_day.remedy == "write year, month and day in digits, such as --as-of 2024-10-08");
    const NotChosen early = refused("alp", "2019-12-31");
    CHECK(early.why == Why::before_first);
    CHECK(early.message == "no terms of alp are known for 2019-12-31: the first edition, alp-1, is of 2020-01-01");
    CHECK(early.remedy.empty());
}

TEST_CASE("a cell that names no tier is refused with its column and the tiers") {
    const std::array tiers{tier("gold", flat(2)), tier("ruby", flat(1))};
    const Schedule schedule = edition("a-1", "a", tiers);
    const std::array newer_tiers{tier("gold", flat(2)), tier("opal", flat(1))};
    const Schedule newer = edition("a-2", "a", newer_tiers);
    const Catalogue catalogue{{&schedule, &newer}};
    CHECK(unknown_tier_in("tier", catalogue, schedule, "") == "tier is empty: name a tier");
    CHECK(unknown_tier_in("Level", catalogue, schedule, "xyzzy") ==
          "Level 'xyzzy' is not a tier of a-1 (it has gold and ruby)");
    CHECK(unknown_tier_in("tier", catalogue, schedule, "Opal") == "tier 'Opal' is in a-2: --schedule a-2");
}
