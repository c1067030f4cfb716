// Terms that state as little as a schedule may, and replies with nothing in them, in every format: nothing is shown
// where nothing is known, and no empty list, link or table is left behind.
#include "catch.h"

#include "document/phrases.h"
#include "render/formats.h"
#include "render/page.h"
#include "replies.h"

#include <array>
#include <tuple>

using namespace ptf_fees;
using namespace ptf_fees::document;
using namespace ptf_fees::render;

namespace {

const Source memory{.id = "memory", .title = "From memory", .url = {}, .archive = {}, .locator = {}};
const std::array bare_tiers{Tier{.id = "only",
                                 .name = "Only",
                                 .fee = FlatFee{Money::from_units(5), &memory, "five"},
                                 .open_to = made_up::open_to_nonprofits,
                                 .join = {.url = {}, .by = {}},
                                 .commitment_years = 1},
                            Tier{.id = "other",
                                 .name = "Other",
                                 .fee = UnpublishedFee{"forgotten", &memory},
                                 .open_to = made_up::open_to_nonprofits,
                                 .join = {.url = {}, .by = {}}}};
const Schedule bare{.id = "bare-2020",
                    .foundation = "bare",
                    .name = "Bare Foundation",
                    .title = "Only",
                    .effective = made_up::harbour.effective,
                    .verified = made_up::harbour.effective,
                    .currency = "EUR",
                    .period = "year",
                    .employees = {},
                    .sources = {&memory, 1},
                    .tiers = bare_tiers};

Inquiry nonprofit() {
    return {.organization = {.type = OrgType::nonprofit}};
}

QuoteReply quoted(std::span<const Tier> tiers, bool one) {
    const Catalogue catalogue{{&bare}};
    QuoteReply reply{.edition = {.schedule = &bare}, .inquiry = nonprofit(), .one_tier = one, .explain = true};
    for (const Tier& tier : tiers)
        reply.quotes.push_back(quote(catalogue, bare, tier, nonprofit()).value());
    return reply;
}

/// No tier gives what was asked for.
QuoteReply unmet() {
    QuoteReply reply =
        made_up::with_needs(made_up::quotes(made_up::company(50, 2'000'000)), {"seat", "berths", "flag"});
    reply.needs->met.clear();
    reply.quotes.clear();
    reply.explain = true;
    return reply;
}

std::vector<Reply> bare_replies() {
    const std::span<const Tier> tiers{bare_tiers};
    ScheduleShowReply shown{.edition = {.schedule = &bare}};
    for (const Tier& tier : tiers)
        shown.tables.push_back({.tier = &tier, .resolved = resolve(Catalogue{{&bare}}, bare, tier, {}).value()});
    return {quoted(tiers, false),
            quoted(tiers.first(1), true),
            quoted(tiers.last(1), true),
            unmet(),
            BenefitsReply{.edition = {.schedule = &bare}},
            BenefitsReply{.edition = {.schedule = &bare}, .tier = &bare_tiers[0]},
            EligibilityReply{.edition = {.schedule = &bare},
                             .inquiry = nonprofit(),
                             .tiers = eligibility(bare, OrgType::nonprofit),
                             .one_tier = false},
            shown,
            CheckReply{.files = {"bare.toml"}, .editions = {&bare}, .catalogue = Catalogue{{&bare}}},
            CheckReply{.files = {"bare.toml"}}};
}

const Format& format_named(std::string_view name) {
    return *std::ranges::find(formats(), name, &Format::name);
}

} // namespace

TEST_CASE("what the terms do not say leaves nothing empty behind, in any format") {
    for (const Reply& reply : bare_replies())
        for (const Format& format : formats()) {
            if (!format.is_text)
                continue;
            const std::string shown = format.render(reply, {}).value();
            CAPTURE(format.name, shown);
            for (const char* empty :
                 {"href=\"\"", "<ul>\n</ul>", "<ol>\n</ol>", "<p>\n</p>", "<>", "\n- \n", "\n1. \n"})
                REQUIRE(shown.find(empty) == std::string::npos);
        }
}

TEST_CASE("where no tier meets the needs, every format says so and none shows a tier") {
    for (const char* name : {"text", "markdown", "html"}) {
        const std::string shown = format_named(name).render(unmet(), {}).value();
        CAPTURE(name, shown);
        CHECK(shown.find("A seat at the captain") != std::string::npos);
        CHECK(shown.find("Sources") == std::string::npos);
    }
    CHECK(format_named("json").render(unmet(), {}).value().find("\"quotes\": []") != std::string::npos);
}

TEST_CASE("a check that proves nothing and finds nothing has neither list") {
    const CheckReply nothing{.files = {"bare.toml"}};
    CHECK(format_named("html").render(nothing, {}).value().find("What was proved") == std::string::npos);
    CHECK(format_named("html").render(nothing, {}).value().find("Findings") == std::string::npos);
    CHECK(format_named("markdown").render(nothing, {}).value().find("|") == std::string::npos);
    const CheckReply proved{.files = {"bare.toml"}, .editions = {&bare}, .catalogue = Catalogue{{&bare}}};
    CHECK(format_named("html").render(proved, {}).value().find("What was proved") != std::string::npos);
    CHECK(format_named("markdown").render(proved, {}).value().find("1 fee is not published") != std::string::npos);
    // A file with errors has no edition, wherever it is in the list.
    CheckReply mixed{.files = {"bad.toml", "bare.toml"}, .editions = {&bare}, .catalogue = Catalogue{{&bare}}};
    mixed.findings = made_up::checked().findings;
    CHECK(format_named("text").render(mixed, {}).value().find("bare.toml: valid") != std::string::npos);
    CHECK(format_named("text").render(mixed, {}).value().find("bad.toml: valid") == std::string::npos);
    const CheckReply unproved{.files = {"bare.toml"}, .editions = {&bare}};
    CHECK(format_named("text").render(unproved, {}).value().find("valid") == std::string::npos);
    const CheckReply warned = made_up::checked();
    CHECK(format_named("html").render(warned, {}).value().find("Findings") != std::string::npos);
}

TEST_CASE("what one edition lacks is (none) in the comparison as a page") {
    const DiffReply reply{.before = &bare,
                          .after = &made_up::harbour,
                          .differences = {{Difference::Topic::fee, "only", "EUR 5", ""},
                                          {Difference::Topic::fee, "deck", "", "EUR 6"},
                                          {Difference::Topic::benefit, "seat", "no", "yes"}}};
    const std::string page = format_named("html").render(reply, {}).value();
    CHECK(page.find("<td>(none)</td>") != std::string::npos);
    CHECK(page.find("<td>EUR 6</td>") != std::string::npos);
}

TEST_CASE("an address is a link only where a browser and a terminal can take it") {
    const auto with_link = [](std::string url) {
        Document document{.title = "x"};
        document.add(Link{.url = std::move(url)});
        return document;
    };
    for (const auto& [url, in_page, in_markdown] : {std::tuple{"https://x.example/a", true, true},
                                                    {"http://x.example/a", true, true},
                                                    {"ftp://x.example/a", false, true},
                                                    {"https://x.example/a b", false, false},
                                                    {"https://x.example/<b>", false, false},
                                                    {"https://x.example/\x1b[31m", false, false},
                                                    {"javascript:alert(1)", false, true},
                                                    {"", false, false}}) {
        CAPTURE(url);
        CHECK((html(with_link(url)).find("<a href=") != std::string::npos) == in_page);
        CHECK((markdown(with_link(url)).find("\n<") != std::string::npos) == in_markdown);
    }
}

TEST_CASE("an empty list and an empty colour leave nothing") {
    Document document{.title = "x"};
    document.add(Items{});
    document.add(Facts{});
    CHECK(markdown(document) == "## x\n");
    CHECK(text(document, {}).empty());
    CHECK(html(document).find("<ul") == std::string::npos);
    CHECK(painted("", Tone::strong, true).empty());
    CHECK(painted("a", Tone::strong, true) == "\x1b[1ma\x1b[0m");
}

TEST_CASE("a page has no blank line at its beginning or end and never two") {
    Page page{Style{}};
    page.blank();
    page.paragraph("a");
    page.blank();
    page.blank();
    page.paragraph("b");
    page.blank();
    CHECK(page.take() == "a\n\nb\n");
}

TEST_CASE("sentences end once and begin with a capital where they begin with a letter") {
    CHECK(capitalized("") == "");
    CHECK(capitalized("a b") == "A b");
    CHECK(capitalized("Z") == "Z");
    CHECK(capitalized("{") == "{");
    CHECK(capitalized("5 b") == "5 b");
    CHECK(ended("") == "");
    CHECK(ended("a.") == "a.");
    CHECK(ended("a") == "a.");
    CHECK(ended("see https://x.example") == "see https://x.example");
}
