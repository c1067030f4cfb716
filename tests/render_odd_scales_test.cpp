// Scales and terms of unusual shape: what is said and drawn of them.
#include "catch.h"

#include "render/formats.h"
#include "replies.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace ptf_fees;
using namespace ptf_fees::document;

namespace {

const Source page{.id = "page", .title = "Page", .url = "https://x.example", .archive = {}, .locator = {}};

Tier tier(std::string_view id, Fee fee) {
    return {.id = id,
            .name = id,
            .fee = fee,
            .open_to = made_up::open_to_nonprofits,
            .join = {.url = "https://x.example/join", .by = {}}};
}

Schedule edition(std::string_view foundation, std::string_view name, std::span<const Tier> tiers,
                 std::string_view period = "year") {
    return {.id = foundation,
            .foundation = foundation,
            .name = name,
            .title = "Terms",
            .effective = made_up::harbour.effective,
            .verified = made_up::harbour.effective,
            .currency = "EUR",
            .period = period,
            .employees = {},
            .sources = {&page, 1},
            .tiers = tiers};
}

BandedFee scale(Basis by, std::span<const Band> bands) {
    return {by, bands, &page};
}

Band band(std::int64_t from, std::int64_t units) {
    return {from, Money::from_units(units), "as printed"};
}

Inquiry asked(std::optional<std::int64_t> employees, std::optional<std::int64_t> revenue = {},
              Memberships member_of = {}) {
    return {.organization = {.type = OrgType::nonprofit, .employees = employees, .revenue = revenue},
            .member_of = std::move(member_of)};
}

QuoteReply quoted(const Catalogue& catalogue, const Schedule& schedule, const Tier& tier, const Inquiry& inquiry) {
    QuoteReply reply{.edition = {.schedule = &schedule}, .inquiry = inquiry, .one_tier = true};
    reply.quotes.push_back(quote(catalogue, schedule, tier, inquiry).value());
    return reply;
}

std::string shown(std::string_view format, const Reply& reply) {
    render::Style style;
    style.columns = 90;
    return made_up::printed(format, reply, style);
}

std::string text_of(const Schedule& schedule, const Tier& tier, const Inquiry& inquiry) {
    return shown("text", quoted(Catalogue{{&schedule}}, schedule, tier, inquiry));
}

bool contains(const std::string& text, std::string_view words) {
    CAPTURE(text, words);
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("a total is said to hold for one figure, for a range, for all, or whatever the size") {
    const std::array bands{band(1, 10), band(2, 20), band(3, 20), band(1'000, 5)};
    const std::array one_band{band(1, 7)};
    const std::array late{band(5, 7), band(6, 8)};
    const std::array tiers{
        tier("steps", scale(Basis::employees, bands)), tier("even", scale(Basis::employees, one_band)),
        tier("flat", FlatFee{Money::from_units(3), &page, "3"}), tier("late", scale(Basis::employees, late))};
    const Schedule schedule = edition("odd", "Odd Foundation", tiers);
    CHECK(contains(text_of(schedule, tiers[0], asked(1)),
                   "The total holds up to 1 employee; from 2 employees it is €20, €10 more."));
    CHECK(contains(text_of(schedule, tiers[0], asked(2)), "The total holds from 2 to 999 employees.\n"));
    CHECK(contains(text_of(schedule, tiers[0], asked(3)), "; from 1,000 employees it is €5, €15"));
    CHECK(contains(text_of(schedule, tiers[0], asked(1'000)), "The total holds from 1,000 employees up."));
    CHECK(contains(text_of(schedule, tiers[1], asked(1)), "The total holds for any number of employees."));
    CHECK(contains(text_of(schedule, tiers[2], asked(1)),
                   "The total is the same whatever the size of the organisation."));
    CHECK(contains(text_of(schedule, tiers[3], asked(5)), "The total holds for 5 employees; from 6 employees it is"));
}

TEST_CASE("a picture of a scale that rises and falls has strokes for both") {
    const std::array bands{band(1, 10), band(20, 40), band(400, 40), band(8'000, 5)};
    const std::array tiers{tier("wave", scale(Basis::employees, bands))};
    const Schedule schedule = edition("odd", "Odd Foundation", tiers);
    ScheduleShowReply reply{.edition = {.schedule = &schedule}};
    const Catalogue catalogue{{&schedule}};
    TierTable table{.tier = &tiers[0], .resolved = resolve(catalogue, schedule, tiers[0], {}).value()};
    table.rows = merged_table(table.resolved, Basis::employees);
    reply.tables.push_back(table);
    const std::string picture = shown("text", reply);
    for (const char* stroke : {"┘", "┌", "┐", "└"})
        CHECK(contains(picture, stroke));
    for (const char* total : {"€40", "€10", "€5"})
        CHECK(contains(picture, total));
}

TEST_CASE("scales that end at the largest figures and places beyond them are drawn") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const std::array bands{band(0, 10), band(1'000, 20), band(most / 3, 30)};
    const std::array tiers{tier("vast", scale(Basis::revenue, bands))};
    const Schedule schedule = edition("odd", "Odd Foundation", tiers);
    const Catalogue catalogue{{&schedule}};
    for (const std::int64_t revenue : {std::int64_t{0}, std::int64_t{999}, most / 3, most / 2 + 1, most})
        for (const char* format : {"text", "html", "markdown", "json", "csv"}) {
            const std::string said = shown(format, quoted(catalogue, schedule, tiers[0], asked({}, revenue)));
            CHECK(contains(said, revenue >= most / 3 ? "30" : "10"));
        }
}

TEST_CASE("many steps close together keep the totals that have room, and the table has all") {
    std::vector<Band> bands;
    for (std::int64_t i = 1; i <= 14; ++i)
        bands.push_back(band(i * i * i, 1'000'000 + i));
    const std::array tiers{tier("stairs", scale(Basis::employees, bands))};
    const Schedule schedule = edition("odd", "Odd Foundation", tiers);
    const Catalogue catalogue{{&schedule}};
    const std::string html = shown("html", quoted(catalogue, schedule, tiers[0], asked(30)));
    for (std::int64_t i = 1; i <= 14; ++i)
        CHECK(contains(html, "<td>€1,000,0" + std::string{i < 10 ? "0" : ""} + std::to_string(i)));
    const std::string narrow =
        made_up::printed("text", quoted(catalogue, schedule, tiers[0], asked(30)), {.columns = 40});
    CHECK(contains(narrow, "€1,000,003"));
}

TEST_CASE("a scale with more steps than a picture has room for is a table alone") {
    std::vector<Band> bands;
    for (std::int64_t i = 0; i < 200; ++i)
        bands.push_back(band(1 + 5 * i, 10 + i));
    const std::array tiers{tier("stairs", scale(Basis::employees, bands))};
    const Schedule schedule = edition("odd", "Odd Foundation", tiers);
    const Catalogue catalogue{{&schedule}};
    QuoteReply reply = quoted(catalogue, schedule, tiers[0], asked(7));
    reply.explain = true;
    CHECK(contains(shown("text", reply), "The total holds from 6 to 10 employees"));
    CHECK_FALSE(contains(shown("text", reply), "logarithmic"));
    CHECK(contains(shown("html", reply), "<td>€209"));
}

TEST_CASE("an organisation far beyond the last breakpoint stands in the picture") {
    const std::array bands{band(1, 10), band(100, 20), band(1'000, 30)};
    const std::array tiers{tier("steps", scale(Basis::employees, bands))};
    const Schedule schedule = edition("odd", "Odd Foundation", tiers);
    const Catalogue catalogue{{&schedule}};
    for (const std::int64_t employees : {std::int64_t{1'999}, std::int64_t{2'001}, std::int64_t{5'000'000}}) {
        QuoteReply reply = quoted(catalogue, schedule, tiers[0], asked(employees));
        reply.explain = true;
        CHECK(contains(shown("text", reply), "●"));
    }
}

TEST_CASE("where two figures decide, each scale is shown and a flat charge beside them is none") {
    const std::array heads{band(1, 3), band(10, 4)};
    const std::array sales{band(0, 30), band(100, 40)};
    const std::array theirs{tier("heads", scale(Basis::employees, heads)),
                            tier("flat", FlatFee{Money::from_units(1), &page, "1"})};
    const Schedule other = edition("zoo", "Zoo Foundation", theirs);
    const std::array needs{Requirement{.membership = {"zoo", "heads"}}, Requirement{.membership = {"zoo", "flat"}}};
    std::array tiers{tier("sales", scale(Basis::revenue, sales))};
    tiers[0].requires_memberships = needs;
    const Schedule schedule = edition("odd", "Odd Foundation", tiers);
    const Catalogue catalogue{{&schedule, &other}};
    ScheduleShowReply reply{.edition = {.schedule = &schedule}};
    TierTable table{
        .tier = &tiers[0], .two_dimensional = true, .resolved = resolve(catalogue, schedule, tiers[0], {}).value()};
    table.rows = merged_table(table.resolved, Basis::employees);
    reply.tables.push_back(table);
    for (const char* format : {"text", "markdown", "html"}) {
        const std::string said = shown(format, reply);
        CHECK(contains(said, "€40"));
        CHECK(contains(said, "€4"));
    }
}

TEST_CASE("needs that different tiers leave open are told apart") {
    const std::array seat{Grant{Answer::unstated, {}}, Grant{Answer::yes, {}}, Grant{Answer::no, {}}};
    const std::array flag{Grant{Answer::yes, {}}, Grant{Answer::unstated, {}}, Grant{Answer::yes, {}}};
    const std::array benefits{Benefit{"seat", "x", "A seat", &page, seat}, Benefit{"flag", "x", "A flag", &page, flag}};
    const std::array tiers{tier("one", FlatFee{Money::from_units(3), &page, "3"}),
                           tier("two", FlatFee{Money::from_units(2), &page, "2"}),
                           tier("three", FlatFee{Money::from_units(1), &page, "1"})};
    Schedule schedule = edition("odd", "Odd Foundation", tiers);
    schedule.benefits = benefits;
    const Catalogue catalogue{{&schedule}};
    QuoteReply reply{.edition = {.schedule = &schedule}, .inquiry = asked(5)};
    for (const Tier& each : tiers)
        reply.quotes.push_back(quote(catalogue, schedule, each, reply.inquiry).value());
    reply = made_up::with_needs(std::move(reply), {"seat", "flag"});
    CHECK(reply.needs->unstated.size() == 2);
    for (const char* format : {"text", "markdown", "html"}) {
        const std::string said = shown(format, reply);
        CHECK(contains(said, "seat"));
        CHECK(contains(said, "flag"));
    }
    // Two benefits of one group are under one heading.
    const std::string page_of_one = shown("html", BenefitsReply{.edition = {.schedule = &schedule}, .tier = &tiers[1]});
    CHECK(contains(page_of_one, "A seat"));
    CHECK(contains(page_of_one, "A flag"));
}

TEST_CASE("a commitment is summed up where it can be") {
    std::array tiers{tier("one", FlatFee{Money::from_units(5), &page, "5"}),
                     tier("two", FlatFee{Money::from_units(5), &page, "5"}),
                     tier("dear", FlatFee{Money::from_cents(std::numeric_limits<std::int64_t>::max()), &page, "much"}),
                     tier("secret", UnpublishedFee{"forgotten", &page})};
    tiers[0].commitment_years = 1;
    for (Tier& each : std::span{tiers}.subspan(1))
        each.commitment_years = 2;
    const Schedule yearly = edition("odd", "Odd Foundation", tiers);
    const Schedule monthly = edition("odd", "Odd Foundation", tiers, "month");
    CHECK(contains(text_of(yearly, tiers[0], asked(1)), "Commitment: 1 year."));
    CHECK(contains(text_of(yearly, tiers[1], asked(1)), "Commitment: 2 years, €10 in all at these fees."));
    CHECK(contains(text_of(monthly, tiers[1], asked(1)), "Commitment: 2 years."));
    CHECK(contains(text_of(yearly, tiers[2], asked(1)), "Commitment: 2 years."));
    CHECK(contains(text_of(yearly, tiers[3], asked(1)), "Commitment: 2 years."));
}

TEST_CASE("members of foundations are named with their article, and by the id where no charge has the name") {
    const std::array ocean_bands{band(1, 3), band(10, 4)};
    const std::array ocean_tiers{tier("deep", scale(Basis::employees, ocean_bands)),
                                 tier("flat", FlatFee{Money::from_units(1), &page, "1"})};
    const Schedule ocean = edition("ocean", "Ocean Foundation", ocean_tiers);
    const std::array needs{Requirement{.membership = {"ocean", "deep"}}, Requirement{.membership = {"ocean", "flat"}}};
    std::array tiers{tier("boat", FlatFee{Money::from_units(5), &page, "5"})};
    tiers[0].requires_memberships = needs;
    const Schedule schedule = edition("odd", "Odd Foundation", tiers);
    const Schedule zoo = edition("zoo", "Zoo Foundation", ocean_tiers);
    const Catalogue catalogue{{&schedule, &ocean, &zoo}};
    const auto said = [&](const Inquiry& inquiry) {
        return shown("text", quoted(catalogue, schedule, tiers[0], inquiry));
    };
    CHECK(contains(said(asked(5)), "Already an Ocean Foundation member: €4 less."));
    CHECK(contains(said(asked(5, {}, {"ocean"})), "Without the Ocean Foundation membership: €4 more."));
    CHECK(contains(said(asked(5, {}, {"zoo"})), "already a zoo member"));
    // Three charges, one of which waits for a figure: what they come to together is not known.
    QuoteReply all{.edition = {.schedule = &schedule}, .inquiry = asked({})};
    all.quotes.push_back(quote(catalogue, schedule, tiers[0], all.inquiry).value());
    for (const char* format : {"text", "markdown", "html"})
        CHECK(contains(shown(format, all), "by headcount"));
}

TEST_CASE("side by side a tier says that its terms do not state to whom it is open") {
    const Inquiry government{.organization = {.type = OrgType::government, .employees = 5}};
    const QuoteReply reply = made_up::quotes(government);
    for (const char* format : {"text", "markdown", "html"})
        CHECK(contains(shown(format, reply), "The terms do not state whether Guest is open to government"));
    QuoteReply twice = reply;
    twice.quotes.push_back(twice.quotes.back());
    for (const char* format : {"text", "markdown", "html"}) {
        const std::string said = shown(format, twice);
        const auto first = said.find("The terms do not state whether Guest");
        CHECK(said.find("The terms do not state whether Guest", first + 1) == std::string::npos);
    }
}

TEST_CASE("a benefit that the source leaves open has a mark of its own") {
    const BenefitsReply reply{.edition = made_up::edition(), .tier = &made_up::harbour_tiers[3]};
    for (const char* format : {"text", "markdown", "html"})
        CHECK(contains(shown(format, reply), "? the source does not say"));
}
