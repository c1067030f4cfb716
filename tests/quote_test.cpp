// Quotes explained: lines that add up, changes that recompute, reasons, notes, needs, eligibility, benefits and
// differences.
#include "made_up_catalogue.h"

#include "engine/unknown_name.h"

#include <random>

using namespace ptf_fees;

namespace {

TierQuote quote_of(const Catalogue& catalogue, std::string_view edition, std::string_view tier,
                   const Inquiry& inquiry) {
    const Schedule* schedule = catalogue.edition(edition);
    REQUIRE(schedule != nullptr);
    auto answer = quote(catalogue, *schedule, tier_of(*schedule, tier), inquiry);
    REQUIRE(answer.has_value());
    return std::move(*answer);
}

TierQuote ptf_quote(std::string_view tier, std::optional<std::int64_t> employees, bool lf_member = false) {
    return quote_of(
        embedded_catalogue(), "ptf-2025-04", tier,
        {.organization = {.employees = employees}, .member_of = lf_member ? Memberships{"lf"} : Memberships{}});
}

const Change* change_of(const TierQuote& quote, Change::What what, Basis by = Basis::employees) {
    for (const Change& change : quote.changes)
        if (change.what == what && (!change.range || change.range->by == by))
            return &change;
    return nullptr;
}

std::vector<TierQuote> all_quotes(const Catalogue& catalogue, const Schedule& schedule, const Inquiry& inquiry) {
    std::vector<TierQuote> quotes;
    for (const Tier& tier : schedule.tiers)
        quotes.push_back(*quote(catalogue, schedule, tier, inquiry));
    return quotes;
}

} // namespace

TEST_CASE("the quote of the contract: General with 5,000 employees") {
    const TierQuote answer = ptf_quote("general", 5'000);
    CHECK(answer.price.total == Money::from_units(70'000));
    REQUIRE(answer.lines.size() == 2);
    CHECK(answer.lines[0].line.amount == Money::from_units(50'000));
    CHECK(answer.lines[1].line.amount == Money::from_units(20'000));
    CHECK(answer.lines[0].line.band == BandRange{Basis::employees, 5'000, std::nullopt});
    REQUIRE(answer.changes.size() == 2);
    const Change& below = answer.changes[0];
    CHECK(below.what == Change::What::below);
    CHECK(below.range == BandRange{Basis::employees, 3'000, 4'999});
    CHECK(below.total == Money::from_units(55'000));
    CHECK(below.delta == Money::from_units(-15'000));
    const Change& member = answer.changes[1];
    CHECK(member.what == Change::What::membership);
    CHECK(member.foundation == "lf");
    CHECK(member.member);
    CHECK(member.total == Money::from_units(50'000));
    CHECK(member.delta == Money::from_units(-20'000));
    CHECK(answer.holds == std::vector{BandRange{Basis::employees, 5'000, std::nullopt}});
    CHECK(answer.reason.empty());
}

TEST_CASE("a change that changes nothing is left out, and the total holds across it") {
    // 499 and 500: Premier's requirement changes at 500 and not at 1,000, where only General's scale does.
    const TierQuote premier = ptf_quote("premier", 700);
    CHECK(premier.holds == std::vector{BandRange{Basis::employees, 500, 4'999}});
    CHECK(change_of(premier, Change::What::above)->total == Money::from_units(170'000));
    const TierQuote member = ptf_quote("premier", 700, true);
    CHECK(change_of(member, Change::What::above) == nullptr);
    CHECK(change_of(member, Change::What::below) == nullptr);
    CHECK(member.holds.empty());
    CHECK(change_of(member, Change::What::membership)->delta == Money::from_units(15'000));
    CHECK_FALSE(change_of(member, Change::What::membership)->member);
}

TEST_CASE("the other answer to a membership may give a total where there is none") {
    const TierQuote answer = ptf_quote("premier", std::nullopt);
    CHECK(answer.price.status == Status::needs_employees);
    REQUIRE(answer.changes.size() == 1);
    CHECK(answer.changes[0].total == Money::from_units(150'000));
    CHECK_FALSE(answer.changes[0].delta.has_value());
    CHECK(answer.bands.size() == 4);
    CHECK_THAT(answer.reason, Catch::Contains("1 to 99, 100 to 499, 500 to 4,999 and 5,000 or more"));
}

TEST_CASE("a tier that depends on two figures changes along each of them") {
    const TierQuote answer = quote_of(made_up_catalogue(), "harbour-2025-03", "anchor",
                                      {.organization = {.employees = 40, .revenue = 6'000'000}, .member_of = {}});
    CHECK(answer.price.total == Money::from_units(42'000));
    CHECK(change_of(answer, Change::What::above, Basis::employees)->total == Money::from_units(46'000));
    CHECK(change_of(answer, Change::What::below, Basis::employees) == nullptr);
    CHECK(change_of(answer, Change::What::below, Basis::revenue)->total == Money::from_units(12'000));
    CHECK(change_of(answer, Change::What::above, Basis::revenue)->total == Money::from_cents(122'000'50));
    CHECK(change_of(answer, Change::What::membership)->foundation == "tide");
}

TEST_CASE("lines add up and changes recompute, for random organisations in every edition") {
    const auto seed = static_cast<std::uint32_t>(Catch::rngSeed());
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (const Catalogue* catalogue : {&embedded_catalogue(), &made_up_catalogue()})
        for (const Schedule* schedule : catalogue->schedules())
            for (const Tier& tier : schedule->tiers)
                for (int i = 0; i < 60; ++i) {
                    Inquiry inquiry{.organization = {.type = all_org_types[random() % 5],
                                                     .employees = static_cast<std::int64_t>(1 + random() % 8'000),
                                                     .revenue = static_cast<std::int64_t>(random() % 60'000'000)},
                                    .member_of = {}};
                    for (const std::string_view foundation : {"lf", "tide"})
                        if (catalogue->first_edition(foundation) != nullptr && random() % 2 == 0)
                            inquiry.member_of.emplace_back(foundation);
                    if (random() % 8 == 0)
                        inquiry.organization.employees.reset();
                    const TierQuote answer = *quote(*catalogue, *schedule, tier, inquiry);
                    CAPTURE(schedule->id, tier.id, inquiry.organization.employees, inquiry.organization.revenue);
                    CHECK(answer.reason.empty() == answer.price.total.has_value());
                    if (answer.price.total) {
                        Money sum;
                        for (const QuoteLine& line : answer.lines)
                            sum = sum + line.line.amount.value();
                        CHECK(sum == *answer.price.total);
                    }
                    for (const Change& change : answer.changes) {
                        Inquiry other = inquiry;
                        if (change.range)
                            (change.range->by == Basis::employees ? other.organization.employees
                                                                  : other.organization.revenue) = change.range->from;
                        else
                            other.member_of = with_membership(other.member_of, change.foundation, change.member);
                        const TierQuote there = *quote(*catalogue, *schedule, tier, other);
                        CHECK(there.price.total == change.total);
                        CHECK(there.price.total != answer.price.total);
                        if (change.delta)
                            CHECK(*answer.price.total + *change.delta == change.total);
                    }
                }
}

TEST_CASE("each reason is a sentence with its remedy") {
    const auto reason = [](std::string_view edition, std::string_view tier, const Organization& organization) {
        return quote_of(embedded_catalogue(), edition, tier, {.organization = organization, .member_of = {}}).reason;
    };
    CHECK(reason("ptf-2025-04", "associate", {}) ==
          "Associate is not open to companies: it is open to nonprofit organisations and academic institutions");
    CHECK_THAT(
        reason("ptf-2025-04", "associate", {.type = OrgType::government}),
        Catch::StartsWith("The terms do not state whether Associate is open to government bodies: ask the PyTorch "
                          "Foundation, https://"));
    CHECK_THAT(reason("ptf-2026-01", "silver", {.employees = 5}),
               Catch::StartsWith("The fee for PyTorch Foundation Silver is not published (") &&
                   Catch::Contains("ask the"));
    const TierQuote low =
        quote_of(made_up_catalogue(), "tide-2020-01", "hull", {.organization = {.employees = 9}, .member_of = {}});
    CHECK(low.reason == "9 employees lie below the first band of Tide Alliance Hull, which begins at 10");
    const TierQuote revenue = quote_of(made_up_catalogue(), "harbour-2025-03", "mooring", {});
    CHECK_THAT(revenue.reason, Catch::Contains("annual revenue, which is not given; the bands are 0 to 999,999 and"));
}

TEST_CASE("needs are met cheapest first, with the nearest miss and what might be") {
    const Catalogue& catalogue = made_up_catalogue();
    const Schedule& schedule = made_up("harbour-2025-03");
    const Inquiry inquiry{.organization = {.employees = 40, .revenue = 100}, .member_of = {}};
    const auto needs = [&](std::vector<std::string_view> ids) {
        std::vector<const Benefit*> benefits;
        for (const auto id : ids)
            benefits.push_back(find_benefit(schedule, id));
        return tiers_with(schedule, all_quotes(catalogue, schedule, inquiry), benefits);
    };
    const auto ids = [](const std::vector<TierQuote>& quotes) {
        std::vector<std::string_view> out;
        for (const TierQuote& quote : quotes)
            out.push_back(quote.tier->id);
        return out;
    };
    using Ids = std::vector<std::string_view>;
    const Needs newsletter = needs({"newsletter"});
    CHECK(ids(newsletter.met) == Ids{"mooring", "buoy", "anchor", "crew"});
    CHECK(newsletter.nearest == nullptr);
    const Needs berths = needs({"berths"});
    CHECK(ids(berths.met) == Ids{"mooring", "anchor"});
    CHECK(ids(berths.unstated) == Ids{"buoy"});
    CHECK(berths.nearest->id == "crew");
    const Needs all = needs({"council-seat", "berths", "newsletter"});
    CHECK(ids(all.met) == Ids{"anchor"});
    CHECK(all.nearest->id == "mooring");
    REQUIRE(all.lacks.size() == 1);
    CHECK(all.lacks[0]->id == "council-seat");
}

TEST_CASE("a tier has the benefits of the tier that it includes, and keeps its own quantities") {
    const Schedule& schedule = made_up("harbour-2025-03");
    const auto grant = [&](std::string_view benefit, std::size_t tier) {
        return grant_for(schedule, *find_benefit(schedule, benefit), tier);
    };
    CHECK(grant("newsletter", 0).answer == Answer::yes);
    CHECK(grant("berths", 0).quantity == "12 berths");
    CHECK(grant("berths", 1).quantity == "4 berths");
    CHECK(grant("berths", 2).answer == Answer::unstated);
    CHECK(grant("berths", 3).answer == Answer::no);
    CHECK(adds_over_tier_below(schedule, *find_benefit(schedule, "berths"), 0));
    CHECK_FALSE(adds_over_tier_below(schedule, *find_benefit(schedule, "newsletter"), 0));
    CHECK_FALSE(adds_over_tier_below(schedule, *find_benefit(schedule, "newsletter"), 3));
    CHECK(index_of(schedule, tier_of(schedule, "crew")) == 3);
}

TEST_CASE("eligibility gives its answer with a reason and a route") {
    const Schedule& schedule = made_up("harbour-2025-03");
    const auto answers = eligibility(schedule, OrgType::company);
    REQUIRE(answers.size() == 4);
    CHECK(answers[0].answer == Answer::yes);
    CHECK(answers[0].reason == "Anchor is open to companies, up to 12 members in all");
    CHECK(answers[3].reason == "Crew is not open to companies: it is open to individuals");
    CHECK(admission_words(schedule.tiers[0].join) == "by approval of the Council, within 30 days");
    CHECK(admission_words(schedule.tiers[1].join) == "by enrolment");
}

TEST_CASE("notes say what every reader of the quote must know") {
    const Schedule& schedule = made_up("harbour-2025-03");
    const auto with_keel = all_quotes(made_up_catalogue(), schedule, {});
    const auto notes = notes_for(schedule, with_keel);
    REQUIRE(notes.size() == 3);
    CHECK(notes[0] == "Fees are net of value added tax.");
    CHECK_THAT(notes[1], Catch::Contains("full-time equivalents"));
    CHECK_THAT(notes[2], Catch::Contains("Tide Alliance Keel") && Catch::Contains("was not checked"));
}

TEST_CASE("an unknown tier is refused with the edition that has it, or the nearest name") {
    const Catalogue& catalogue = embedded_catalogue();
    CHECK_THAT(unknown_tier(catalogue, *catalogue.edition("ptf-2026-01"), "general"),
               Catch::Contains("which is in ptf-2023-06, ptf-2024-06, ptf-2024-10, ptf-2024-12 and ptf-2025-04"));
    CHECK_THAT(unknown_tier(catalogue, *catalogue.edition("ptf-2025-04"), "genral"),
               Catch::Contains("did you mean 'general'?"));
    CHECK_THAT(unknown_benefit(catalogue, *catalogue.edition("ptf-2025-04"), "tac-saet"),
               Catch::Contains("did you mean 'tac-seat'?"));
    CHECK_THAT(unknown_benefit(catalogue, *catalogue.edition("lf-2014-01"), "x"), Catch::Contains("names none"));
}

TEST_CASE("two editions differ in what a member would notice, and in nothing else") {
    const Catalogue& catalogue = embedded_catalogue();
    const Schedule& june = *catalogue.edition("ptf-2024-06");
    const Schedule& october = *catalogue.edition("ptf-2024-10");
    const Schedule& april = *catalogue.edition("ptf-2025-04");
    CHECK(differences(june, june).empty());
    for (const Difference& difference : differences(june, october)) {
        CAPTURE(difference.subject);
        CHECK((difference.topic == Difference::Topic::terms || difference.topic == Difference::Topic::benefit));
    }
    const auto later = differences(april, *catalogue.edition("ptf-2026-01"));
    const auto has = [&](Difference::Topic topic, std::string_view subject, std::string_view before,
                         std::string_view after) {
        return std::ranges::find_if(later, [&](const Difference& difference) {
                   return difference.topic == topic && difference.subject == subject && difference.before == before &&
                          difference.after == after;
               }) != later.end();
    };
    CHECK(has(Difference::Topic::tier, "premier", "Premier", ""));
    CHECK(has(Difference::Topic::tier, "platinum", "", "Platinum"));
    CHECK(has(Difference::Topic::fee, "platinum", "", "$350,000"));
    CHECK(has(Difference::Topic::fee, "general, 500 to 999 employees", "$30,000", ""));
    CHECK(has(Difference::Topic::fee, "silver", "", "not published"));
}

TEST_CASE("an edition is chosen by id, by default, by day") {
    const Catalogue& catalogue = embedded_catalogue();
    const auto on = [&](int year, unsigned month, unsigned day) {
        const Schedule* schedule =
            catalogue.in_force("ptf", Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}});
        return schedule == nullptr ? std::string_view{} : schedule->id;
    };
    CHECK(catalogue.default_edition("ptf")->id == "ptf-2025-04");
    CHECK(catalogue.default_edition("lf")->id == "lf-2014-01");
    CHECK(catalogue.default_edition("nobody") == nullptr);
    CHECK(on(2023, 6, 6).empty());
    CHECK(on(2023, 6, 7) == "ptf-2023-06");
    CHECK(on(2024, 6, 18) == "ptf-2023-06");
    CHECK(on(2024, 6, 19) == "ptf-2024-06");
    CHECK(on(2024, 10, 7) == "ptf-2024-06");
    CHECK(on(2024, 10, 8) == "ptf-2024-10");
    CHECK(on(2024, 12, 20) == "ptf-2024-10");
    CHECK(on(2024, 12, 21) == "ptf-2024-12");
    CHECK(on(2025, 4, 28) == "ptf-2024-12");
    CHECK(on(2025, 4, 29) == "ptf-2025-04");
    CHECK(on(2026, 1, 7) == "ptf-2025-04");
    CHECK(on(2026, 1, 8) == "ptf-2026-01");
    CHECK(catalogue.successor(*catalogue.edition("ptf-2025-04"))->id == "ptf-2026-01");
    CHECK_FALSE(catalogue.successor(*catalogue.edition("ptf-2026-01")));
    CHECK(catalogue.first_edition("ptf")->id == "ptf-2023-06");
}

TEST_CASE("a range is quoted exactly where every figure in it has the same lines, whatever its ends") {
    const Catalogue& catalogue = embedded_catalogue();
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random{seed};
    // Ends that matter: around every breakpoint of any shipped scale, and some between them.
    std::vector<std::int64_t> ends;
    for (const std::int64_t breakpoint : {1, 10, 11, 50, 100, 500, 1'000, 3'000, 5'000, 10'000, 20'000, 50'000})
        for (const std::int64_t end : {breakpoint - 1, breakpoint, breakpoint + 1})
            if (end > 0)
                ends.push_back(end);
    int quoted = 0;
    int open = 0;
    for (int round = 0; round < 3'000; ++round) {
        const Schedule& schedule = *catalogue.schedules()[random() % catalogue.schedules().size()];
        const Tier& tier = schedule.tiers[random() % schedule.tiers.size()];
        const std::int64_t from = ends[random() % ends.size()];
        const std::int64_t to = ends[random() % ends.size()];
        if (to <= from)
            continue;
        const bool endless = random() % 4 == 0;
        CAPTURE(schedule.id, tier.id, from, to, endless);
        const Figure range{from, endless ? std::nullopt : std::optional{to}};
        const auto resolved = resolve(catalogue, schedule, tier, {});
        if (!resolved)
            continue;
        const Price over = price(*resolved, {.employees = range});
        // One figure after the other up to a limit beyond the last breakpoint, and no table.
        std::optional<Price> one;
        bool same = true;
        for (std::int64_t figure = from; figure <= (endless ? 60'000 : to); figure += figure < 12'000 ? 1 : 997) {
            const Price there = price(*resolved, {.employees = figure});
            if (!one)
                one = there;
            same = same && there == *one;
        }
        if (over.total) {
            CHECK(same);
            CHECK(over == *one);
            ++quoted;
        } else if (over.status == Status::needs_employees) {
            CHECK((!same || one->status == Status::needs_employees));
            const auto answer = quote(catalogue, schedule, tier, {.organization = {.employees = range}});
            REQUIRE(answer.has_value());
            CHECK_THAT(answer->reason, Catch::Contains("is not the same for all of"));
            REQUIRE_FALSE(answer->bands.empty());
            CHECK(answer->bands.front().range->from >= from);
            CHECK((endless || answer->bands.back().range->to == to));
            ++open;
        } else {
            CHECK(one->status == over.status);
        }
    }
    CHECK(quoted > 20);
    CHECK(open > 20);
}

TEST_CASE("the band of a range joins those that it covers, and what would change it lies outside the range") {
    const Figure range{10'001, std::nullopt};
    const TierQuote answer =
        quote_of(embedded_catalogue(), "ptf-2025-04", "general", {.organization = {.employees = range}});
    CHECK(answer.price.total == Money::from_units(70'000));
    CHECK(answer.lines[0].line.band == BandRange{Basis::employees, 5'000, std::nullopt});
    const TierQuote inside =
        quote_of(embedded_catalogue(), "ptf-2025-04", "general", {.organization = {.employees = Figure{501, 999}}});
    CHECK(inside.price.total == Money::from_units(45'000));
    REQUIRE(change_of(inside, Change::What::below) != nullptr);
    CHECK(change_of(inside, Change::What::below)->range == BandRange{Basis::employees, 100, 499});
    REQUIRE(change_of(inside, Change::What::above) != nullptr);
    CHECK(change_of(inside, Change::What::above)->range == BandRange{Basis::employees, 1'000, 2'999});
    const TierQuote open =
        quote_of(embedded_catalogue(), "ptf-2025-04", "general", {.organization = {.employees = Figure{501, 1'000}}});
    CHECK(open.price.status == Status::needs_employees);
    CHECK_THAT(open.reason, Catch::Contains("it is $45,000 or $50,000, changing at 1,000"));
    REQUIRE(open.bands.size() == 2);
    CHECK(open.bands[0].range == BandRange{Basis::employees, 501, 999});
    CHECK(open.bands[1].range == BandRange{Basis::employees, 1'000, 1'000});
}
