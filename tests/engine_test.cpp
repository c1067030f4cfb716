// The corners of the engine, on schedules made up on the spot: each case is one that a change of a single comparison,
// condition or number would get wrong.
#include "catch.h"

#include "engine/choose_edition.h"
#include "engine/unknown_name.h"
#include "ptf_fees/ptf_fees.h"

#include <array>
#include <limits>

using namespace ptf_fees;
using namespace std::chrono_literals;

namespace {

const Source leaflet{.id = "leaflet", .title = "Leaflet", .url = "https://x.example", .archive = {}, .locator = {}};
constexpr std::array all_but_individuals{Answer::yes, Answer::yes, Answer::yes, Answer::yes, Answer::no};

constexpr Date january{2020y / 1 / 1};

Fee flat(std::int64_t units) {
    return FlatFee{Money::from_units(units), &leaflet, "as printed"};
}

Tier tier(std::string_view id, Fee fee) {
    return {.id = id,
            .name = id,
            .fee = fee,
            .open_to = all_but_individuals,
            .join = {.url = "https://x.example/join", .by = {}}};
}

Schedule edition(std::string_view id, std::string_view foundation, std::span<const Tier> tiers,
                 Date effective = january) {
    return {.id = id,
            .foundation = foundation,
            .name = foundation,
            .title = "Terms",
            .effective = effective,
            .verified = effective,
            .currency = "EUR",
            .period = "year",
            .employees = {},
            .tiers = tiers};
}

Organization company(std::optional<std::int64_t> employees, std::optional<std::int64_t> revenue = std::nullopt) {
    return {.type = OrgType::company, .employees = employees, .revenue = revenue};
}

const std::array heads{Band{1, Money::from_units(10), "1 to 9"}, Band{10, Money::from_units(10), "10 to 99"},
                       Band{100, Money{}, "100 to 999: free"}, Band{1'000, Money::from_units(70), "1,000 and more"}};
const std::array sales{Band{5, Money::from_units(1), "from 5"}, Band{500, Money::from_units(3), "from 500"}};
const BandedFee by_heads{Basis::employees, heads, &leaflet};
const BandedFee by_sales{Basis::revenue, sales, &leaflet};

TierQuote quoted(const Catalogue& catalogue, const Schedule& schedule, const Tier& asked, const Inquiry& inquiry) {
    auto answer = quote(catalogue, schedule, asked, inquiry);
    REQUIRE(answer.has_value());
    return std::move(*answer);
}

std::vector<std::string> memberships(const TierQuote& answer) {
    std::vector<std::string> out;
    for (const QuoteLine& line : answer.lines)
        out.push_back(std::string{line.bill.schedule->foundation} + "/" + std::string{line.bill.tier->id} + " " +
                      std::string{name_of(line.line.kind)});
    return out;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("each band says its kind, its range and its figures") {
    const std::array tiers{tier("by-heads", by_heads)};
    const Schedule schedule = edition("e", "f", tiers);
    const Catalogue catalogue{{&schedule}};
    struct Row {
        std::int64_t employees;
        LineKind kind;
        std::int64_t from;
        std::optional<std::int64_t> to;
        std::string_view published;
    };
    const Row rows[] = {
        {1, LineKind::fee, 1, 9, "1 to 9"},
        {9, LineKind::fee, 1, 9, "1 to 9"},
        {10, LineKind::fee, 10, 99, "10 to 99"},
        {99, LineKind::fee, 10, 99, "10 to 99"},
        {100, LineKind::free, 100, 999, "100 to 999: free"},
        {999, LineKind::free, 100, 999, "100 to 999: free"},
        {1'000, LineKind::fee, 1'000, std::nullopt, "1,000 and more"},
        {std::numeric_limits<std::int64_t>::max(), LineKind::fee, 1'000, std::nullopt, "1,000 and more"}};
    for (const Row& row : rows) {
        CAPTURE(row.employees);
        const Line line = quoted(catalogue, schedule, tiers[0], {.organization = company(row.employees)}).lines[0].line;
        CHECK(line.kind == row.kind);
        CHECK(line.band == BandRange{Basis::employees, row.from, row.to});
        CHECK(line.published == row.published);
        CHECK(line.source == &leaflet);
    }
}

TEST_CASE("flat fees are fees, and nothing is free but 0") {
    const std::array tiers{tier("dear", flat(1)), tier("gift", flat(0))};
    const Schedule schedule = edition("e", "f", tiers);
    const Catalogue catalogue{{&schedule}};
    const TierQuote dear = quoted(catalogue, schedule, tiers[0], {});
    CHECK(memberships(dear) == Lines{"f/dear fee"});
    CHECK(dear.bands.empty());
    CHECK(dear.changes.empty());
    CHECK_FALSE(dear.holds.has_value());
    CHECK(memberships(quoted(catalogue, schedule, tiers[1], {})) == Lines{"f/gift free"});
}

TEST_CASE("a total holds over neighbouring bands of one amount, up and down, and nowhere else") {
    const std::array level{Band{1, Money::from_units(10), "1"}, Band{5, Money::from_units(20), "5"},
                           Band{9, Money::from_units(20), "9"}};
    const std::array tiers{tier("by-heads", by_heads), tier("by-sales", by_sales),
                           tier("level", BandedFee{Basis::employees, level, &leaflet})};
    const Schedule schedule = edition("e", "f", tiers);
    const Catalogue catalogue{{&schedule}};
    const auto holds_at = [&](std::size_t asked, const Organization& organization) {
        return quoted(catalogue, schedule, tiers[asked], {.organization = organization}).holds;
    };
    for (const std::int64_t employees : {1, 9, 10, 99})
        CHECK(holds_at(0, company(employees)) == BandRange{Basis::employees, 1, 99});
    CHECK(holds_at(0, company(100)) == BandRange{Basis::employees, 100, 999});
    CHECK(holds_at(0, company(1'000)) == BandRange{Basis::employees, 1'000, std::nullopt});
    CHECK(holds_at(1, company(7, 5)) == BandRange{Basis::revenue, 5, 499});
    CHECK(holds_at(1, company(std::nullopt, 500)) == BandRange{Basis::revenue, 500, std::nullopt});
    CHECK(holds_at(2, company(5)) == BandRange{Basis::employees, 5, std::nullopt});
    CHECK_FALSE(holds_at(0, company(std::nullopt)).has_value());
    CHECK_FALSE(holds_at(0, {.type = OrgType::individual, .employees = 5}).has_value());
}

TEST_CASE("the neighbouring intervals are told where they cost something else") {
    const std::array tiers{tier("by-heads", by_heads)};
    const Schedule schedule = edition("e", "f", tiers);
    const Catalogue catalogue{{&schedule}};
    const auto changes_at = [&](std::int64_t employees) {
        std::vector<std::pair<Change::What, std::int64_t>> out;
        for (const Change& change : quoted(catalogue, schedule, tiers[0], {.organization = company(employees)}).changes)
            out.emplace_back(change.what, change.range->from);
        return out;
    };
    using Changes = std::vector<std::pair<Change::What, std::int64_t>>;
    using enum Change::What;
    CHECK(changes_at(5).empty());
    CHECK(changes_at(50) == Changes{{above, 100}});
    CHECK(changes_at(500) == Changes{{below, 10}, {above, 1'000}});
    CHECK(changes_at(5'000) == Changes{{below, 100}});
}

TEST_CASE("what only a held membership requires is left out, whichever way it is held") {
    // a/own requires b/one and b/two; b/one requires c/far.
    const std::array far_tiers{tier("far", flat(1'000))};
    const Schedule far = edition("c-1", "c", far_tiers);
    const std::array needs_far{Requirement{.membership = {"c", "far"}}};
    std::array near_tiers{tier("one", flat(100)), tier("two", flat(10))};
    near_tiers[0].requires_memberships = needs_far;
    const Schedule near = edition("b-1", "b", near_tiers);
    const std::array needs_both{Requirement{.membership = {"b", "one"}}, Requirement{.membership = {"b", "two"}},
                                Requirement{.membership = {"b", "one"}}};
    std::array own_tiers{tier("own", flat(1))};
    own_tiers[0].requires_memberships = needs_both;
    const Schedule own = edition("a-1", "a", own_tiers);
    const Catalogue catalogue{{&far, &near, &own}};

    const TierQuote stranger = quoted(catalogue, own, own_tiers[0], {});
    CHECK(memberships(stranger) == Lines{"a/own fee", "b/one fee", "b/two fee", "c/far fee"});
    CHECK(stranger.price.total == Money::from_units(1'111));
    REQUIRE(stranger.changes.size() == 2);
    CHECK(stranger.changes[0].foundation == "b");
    CHECK(stranger.changes[0].delta == Money::from_units(-1'110));
    CHECK(stranger.changes[1].foundation == "c");
    CHECK(stranger.changes[1].delta == Money::from_units(-1'000));

    const TierQuote member = quoted(catalogue, own, own_tiers[0], {.member_of = {"b"}});
    CHECK(memberships(member) == Lines{"a/own fee", "b/one waived", "b/two waived"});
    REQUIRE(member.changes.size() == 1);
    CHECK_FALSE(member.changes[0].member);
    CHECK(member.changes[0].total == Money::from_units(1'111));

    // One's own membership is never waived, nor is what it requires.
    CHECK(quoted(catalogue, own, own_tiers[0], {.member_of = {"a"}}).price.total == Money::from_units(1'111));

    SECTION("another answer that cannot be resolved is not a change") {
        const Catalogue without_far{{&near, &own}};
        CHECK_FALSE(quote(without_far, own, own_tiers[0], {}).has_value());
        const TierQuote known = quoted(without_far, own, own_tiers[0], {.member_of = {"b"}});
        CHECK(known.price.total == Money::from_units(1));
        CHECK(known.changes.empty());
    }
}

TEST_CASE("a bundled membership is included, once, and its foundation is not asked about") {
    // a/own bundles b/near, which requires c/far; a/circle requires b/loop, which bundles a/circle.
    const std::array far_tiers{tier("far", flat(1'000))};
    const Schedule far = edition("c-1", "c", far_tiers);
    const std::array needs_far{Requirement{.membership = {"c", "far"}}};
    const std::array bundles_circle{MembershipRef{"a", "circle"}};
    std::array near_tiers{tier("near", flat(100)), tier("loop", flat(10)), tier("pack", flat(20))};
    const std::array bundles_near_of_b{MembershipRef{"b", "near"}};
    near_tiers[0].requires_memberships = needs_far;
    near_tiers[1].bundles = bundles_circle;
    near_tiers[2].bundles = bundles_near_of_b;
    const Schedule near = edition("b-1", "b", near_tiers);
    const std::array bundles_near{MembershipRef{"b", "near"}};
    const std::array needs_loop{Requirement{.membership = {"b", "loop"}}};
    const std::array needs_near_and_pack{Requirement{.membership = {"b", "near"}},
                                         Requirement{.membership = {"b", "pack"}}};
    std::array own_tiers{tier("own", flat(1)), tier("circle", flat(2)), tier("twice", flat(3))};
    own_tiers[0].bundles = bundles_near;
    own_tiers[1].requires_memberships = needs_loop;
    own_tiers[2].requires_memberships = needs_near_and_pack;
    const Schedule own = edition("a-1", "a", own_tiers);
    const Catalogue catalogue{{&far, &near, &own}};

    const TierQuote bundle = quoted(catalogue, own, own_tiers[0], {});
    CHECK(memberships(bundle) == Lines{"a/own fee", "b/near included", "c/far fee"});
    CHECK(bundle.price.membership == Money::from_units(1));
    CHECK(bundle.price.prerequisite == Money::from_units(1'000));
    REQUIRE(bundle.changes.size() == 1);
    CHECK(bundle.changes[0].foundation == "c");

    const TierQuote circle = quoted(catalogue, own, own_tiers[1], {});
    CHECK(memberships(circle) == Lines{"a/circle fee", "b/loop fee"});
    CHECK(circle.price.total == Money::from_units(12));

    // Required by one and bundled by another: included.
    CHECK(memberships(quoted(catalogue, own, own_tiers[2], {})) ==
          Lines{"a/twice fee", "b/near included", "b/pack fee", "c/far fee"});

    SECTION("a bundle that nobody knows is an error that says so") {
        const Catalogue alone{{&own}};
        const auto refused = quote(alone, own, own_tiers[0], {});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().message ==
              "own (a-1) requires b/near, and no edition of 'b' in the catalogue was in force on 2020-01-01");
        const std::array others{tier("other", flat(1))};
        const Schedule other = edition("b-0", "b", others);
        const auto nameless = quote(Catalogue{{&own, &other}}, own, own_tiers[0], {});
        REQUIRE_FALSE(nameless.has_value());
        CHECK(nameless.error().message == "own (a-1) requires b/near, and edition b-0 has no such tier");
    }
}

TEST_CASE("every bundled membership is included, and one that is nowhere is refused") {
    const std::array both{MembershipRef{"b", "low"}, MembershipRef{"b", "high"}};
    const std::array lost{MembershipRef{"b", "low"}, MembershipRef{"b", "lost"}, MembershipRef{"b", "high"}};
    std::array ours{tier("all", flat(5)), tier("more", flat(6))};
    ours[0].bundles = both;
    ours[1].bundles = lost;
    const std::array theirs{tier("low", flat(1)), tier("high", flat(2))};
    const Schedule schedule = edition("a-1", "a", ours);
    const Schedule other = edition("b-1", "b", theirs);
    const Catalogue catalogue{{&schedule, &other}};
    CHECK(memberships(quoted(catalogue, schedule, ours[0], {.organization = company(1)})) ==
          Lines{"a/all fee", "b/low included", "b/high included"});
    const auto refused = resolve(catalogue, schedule, ours[1], {});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message == "more (a-1) requires b/lost, and edition b-1 has no such tier");
}

TEST_CASE("a requirement on the same foundation is met by the same edition, whatever the day") {
    const std::array needs_low{Requirement{.membership = {"a", "low"}}};
    std::array old_tiers{tier("high", flat(100)), tier("low", flat(1))};
    old_tiers[0].requires_memberships = needs_low;
    std::array new_tiers{tier("high", flat(200)), tier("low", flat(2))};
    new_tiers[0].requires_memberships = needs_low;
    const Schedule old_edition = edition("a-1", "a", old_tiers);
    const Schedule new_edition = edition("a-2", "a", new_tiers, Date{2021y / 1 / 1});
    const Catalogue catalogue{{&old_edition, &new_edition}};
    const TierQuote answer = quoted(catalogue, old_edition, old_tiers[0], {.as_of = Date{2022y / 1 / 1}});
    CHECK(answer.price.total == Money::from_units(101));
    CHECK(answer.lines[1].bill.schedule == &old_edition);
}

TEST_CASE("of several reasons the first in the order of statuses is told, whichever bill has it") {
    const std::array unpublished_tiers{tier("hidden", UnpublishedFee{"torn", &leaflet}),
                                       tier("mute", UnpublishedFee{{}, &leaflet}), tier("by-heads", by_heads),
                                       tier("by-sales", by_sales)};
    const Schedule near = edition("b-1", "b", unpublished_tiers);
    const std::array needs_hidden{Requirement{.membership = {"b", "hidden"}}};
    const std::array needs_mute{Requirement{.membership = {"b", "mute"}}};
    const std::array needs_heads{Requirement{.membership = {"b", "by-heads"}}};
    const std::array needs_sales{Requirement{.membership = {"b", "by-sales"}}};
    std::array own_tiers{tier("heads-hidden", by_heads), tier("hidden-heads", UnpublishedFee{"torn", &leaflet}),
                         tier("sales-heads", by_sales), tier("heads-sales", by_heads), tier("mute", flat(1))};
    own_tiers[0].requires_memberships = needs_hidden;
    own_tiers[1].requires_memberships = needs_heads;
    own_tiers[2].requires_memberships = needs_heads;
    own_tiers[3].requires_memberships = needs_sales;
    own_tiers[4].requires_memberships = needs_mute;
    const Schedule own = edition("a-1", "The Alpha Fund", own_tiers);
    const Catalogue catalogue{{&near, &own}};
    const auto reason = [&](std::size_t asked, const Organization& organization) {
        const TierQuote answer = quoted(catalogue, own, own_tiers[asked], {.organization = organization});
        return std::string{name_of(answer.price.status)} + ": " + answer.reason;
    };
    CHECK(reason(0, company(std::nullopt)) ==
          "unpublished: The fee for b hidden is not published (torn): ask b, https://x.example/join");
    CHECK(reason(1, company(std::nullopt)) == "unpublished: The fee for Alpha Fund hidden-heads is not published "
                                              "(torn): ask the Alpha Fund, https://x.example/join");
    CHECK(reason(2, company(std::nullopt)) ==
          "needs_employees: The price of sales-heads depends on the number of employees, which is not given; the bands "
          "are 1 to 9, 10 to 99, 100 to 999 and 1,000 or more");
    CHECK(reason(3, company(5)) ==
          "needs_revenue: The price of heads-sales depends on the annual revenue, which is not "
          "given; the bands are 5 to 499 and 500 or more");
    CHECK(reason(3, company(5, 4)) ==
          "out_of_range: 4 of revenue lie below the first band of b by-sales, which begins at 5");
    CHECK(reason(4, company(5)) == "unpublished: The fee for b mute is not published: ask b, https://x.example/join");
    CHECK(reason(3, company(5, 5)) == "quoted: ");

    const TierQuote missing = quoted(catalogue, own, own_tiers[3], {.organization = company(5)});
    REQUIRE(missing.bands.size() == 2);
    CHECK(missing.bands[0].range == BandRange{Basis::revenue, 5, 499});
    CHECK(missing.bands[0].price.total == Money::from_units(11));
    CHECK(quoted(catalogue, own, own_tiers[2], {}).bands.size() == 4);
    CHECK(quoted(catalogue, own, own_tiers[3], {.organization = company(5, 5)}).bands.empty());
}

TEST_CASE("notes speak of heads only where a fee depends on them, and of each required membership once") {
    const std::array far_tiers{tier("far", by_sales)};
    const Schedule far = edition("c-1", "c", far_tiers);
    const std::array needs_far{Requirement{.membership = {"c", "far"}}};
    std::array own_tiers{tier("one", flat(1)), tier("two", flat(2)), tier("heads", by_heads), tier("free", flat(0))};
    own_tiers[0].requires_memberships = needs_far;
    own_tiers[1].requires_memberships = needs_far;
    Schedule own = edition("a-1", "a", own_tiers);
    own.employees = "by hand";
    const Catalogue catalogue{{&far, &own}};
    const auto notes = [&](std::vector<std::size_t> asked, const Memberships& held = {}) {
        std::vector<TierQuote> quotes;
        for (const std::size_t index : asked)
            quotes.push_back(quoted(catalogue, own, own_tiers[index], {.member_of = held}));
        return notes_for(own, quotes);
    };
    const std::string heads_note = "Employees: by hand.";
    const std::string far_note = "Whether the organisation may hold the required c far membership was not examined.";
    CHECK(notes({0, 1}) == Lines{far_note});
    CHECK(notes({2, 0}) == Lines{heads_note, far_note});
    CHECK(notes({3}).empty());
    CHECK(notes({0}, {"c"}).empty());
    own.employees = {};
    CHECK(notes({2}).empty());
}

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
    // A file that stands for an edition of the catalogue is not sent to itself.
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
    CHECK(unknown_tier_in("tier", schedule, "") == "tier is empty: name a tier");
    CHECK(unknown_tier_in("Level", schedule, "xyzzy") == "Level 'xyzzy' is not a tier of a-1 (it has gold and ruby)");
}
