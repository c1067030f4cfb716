// The corners of pricing, on terms sketched on the spot: each case is one that a change of a single comparison,
// condition or number would get wrong.
#include "sketched_terms.h"

#include <limits>

using namespace sketched;

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
    CHECK(dear.holds.empty());
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
        CHECK(holds_at(0, company(employees)) == std::vector{BandRange{Basis::employees, 1, 99}});
    CHECK(holds_at(0, company(100)) == std::vector{BandRange{Basis::employees, 100, 999}});
    CHECK(holds_at(0, company(1'000)) == std::vector{BandRange{Basis::employees, 1'000, std::nullopt}});
    CHECK(holds_at(1, company(7, 5)) == std::vector{BandRange{Basis::revenue, 5, 499}});
    CHECK(holds_at(1, company(std::nullopt, 500)) == std::vector{BandRange{Basis::revenue, 500, std::nullopt}});
    CHECK(holds_at(2, company(5)) == std::vector{BandRange{Basis::employees, 5, std::nullopt}});
    CHECK(holds_at(0, company(std::nullopt)).empty());
    CHECK(holds_at(0, {.type = OrgType::individual, .employees = 5}).empty());
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

    const TierQuote foreign = quoted(catalogue, own, own_tiers[0], {});
    CHECK(memberships(foreign) == Lines{"a/own fee", "b/one fee", "b/two fee", "c/far fee"});
    CHECK(foreign.price.total == Money::from_units(1'111));
    REQUIRE(foreign.changes.size() == 2);
    CHECK(foreign.changes[0].foundation == "b");
    CHECK(foreign.changes[0].delta == Money::from_units(-1'110));
    CHECK(foreign.changes[1].foundation == "c");
    CHECK(foreign.changes[1].delta == Money::from_units(-1'000));

    const TierQuote member = quoted(catalogue, own, own_tiers[0], {.member_of = {"b"}});
    CHECK(memberships(member) == Lines{"a/own fee", "b/one waived", "b/two waived"});
    REQUIRE(member.changes.size() == 1);
    CHECK_FALSE(member.changes[0].member);
    CHECK(member.changes[0].total == Money::from_units(1'111));

    // One's own membership is never waived, nor is what it requires.
    CHECK(quoted(catalogue, own, own_tiers[0], {.member_of = {"a"}}).price.total == Money::from_units(1'111));

    for (const char* unknown : {"d", "B", " b", "b c", ""}) {
        const auto refused = quote(catalogue, own, own_tiers[0], {.member_of = {unknown}});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().message.starts_with("member_of '" + std::string{unknown} + "' is not a foundation"));
        CHECK(refused.error().message.ends_with("(the foundations are a, b and c)"));
    }
    CHECK(quoted(catalogue, own, own_tiers[0], {.member_of = {"lf"}}).price.total == Money::from_units(1'111));

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
    CHECK(answer.lines[1].charge.schedule == &old_edition);
}

TEST_CASE("of several reasons the first in the order of statuses is told, whichever charge has it") {
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
    const std::string far_note = "Whether the organisation may hold the required c far membership was not checked.";
    CHECK(notes({0, 1}) == Lines{far_note});
    CHECK(notes({2, 0}) == Lines{heads_note, far_note});
    CHECK(notes({3}).empty());
    CHECK(notes({0}, {"c"}).empty());
    own.employees = {};
    CHECK(notes({2}).empty());
}
