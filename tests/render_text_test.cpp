// The text format: what it says, and that it keeps to its width.
#include "catch.h"

#include "render/formats.h"
#include "replies.h"
#include "text/width.h"

using namespace ptf_fees;

namespace {

std::string text_of(const document::Reply& reply, std::size_t columns = 80, bool color = false) {
    return made_up::printed("text", reply, {.color = color, .columns = columns});
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// Whether no shorter line was possible: all of it but its margin is one word.
bool is_one_word(const std::string& line) {
    const std::size_t start = line.find_first_not_of(' ');
    return start != std::string::npos && line.find(' ', start) == std::string::npos;
}

std::string without_colors(std::string text) {
    for (std::size_t at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b'))
        text.erase(at, text.find('m', at) + 1 - at);
    return text;
}

} // namespace

TEST_CASE("no line of text is wider than the terminal or a hundred columns") {
    for (const document::Reply& reply : made_up::all_replies()) {
        for (std::size_t columns = 40; columns <= 200; columns += columns < 104 ? 1 : 32) {
            for (const std::string& line : lines_of(text_of(reply, columns))) {
                INFO(columns << ": " << line);
                const bool fits = text::display_width(line) <= std::min<std::size_t>(columns, 100);
                // A check prints one line a finding or file, as compilers do.
                const bool check = std::holds_alternative<document::CheckReply>(reply);
                const bool terms = line.starts_with("Terms of "); // the first line is never broken
                CHECK((fits || check || terms || is_one_word(line)));
            }
        }
    }
}

TEST_CASE("no line of text ends in blanks, and none drives the terminal") {
    for (const document::Reply& reply : made_up::all_replies()) {
        for (const std::size_t columns : {0U, 40U, 60U, 80U, 200U}) {
            const std::string text = text_of(reply, columns);
            REQUIRE(text.ends_with('\n'));
            CHECK(text.find("\n\n\n") == std::string::npos);
            for (const std::string& line : lines_of(text)) {
                INFO(line);
                CHECK(!line.ends_with(' '));
                CHECK(line == text::printable(line));
            }
        }
    }
}

TEST_CASE("colour changes nothing but colour") {
    for (const document::Reply& reply : made_up::all_replies())
        for (const std::size_t columns : {40U, 80U})
            CHECK(without_colors(text_of(reply, columns, true)) == text_of(reply, columns));
    CHECK(text_of(made_up::quotes(made_up::company(50, 0)), 80, true).find("\x1b[1m") != std::string::npos);
}

TEST_CASE("a quote reads as an invoice, with all that would change it") {
    const std::string text = text_of(made_up::one_quote("anchor", made_up::company(50, 2'000'000)));
    const std::string expected =
        R"(Terms of 2020-03-01 (superseded by harbour-2022, in effect by 2022-03-01; see --schedule harbour-2022)

Anchor membership of the Ålesund Harbour Foundation, 50 employees, €2,000,000
revenue

  Ålesund Harbour Foundation Anchor   €20,000   €1,000,000 to €49,999,999
                                                revenue
  Pilots' Guild Association Patron     €1,000
                                      ───────
  Total per year                      €21,000

The total holds from €1,000,000 to €49,999,999 revenue; from €50,000,000 revenue
it is €81,000, €60,000 more.
Up to €999,999 revenue: €6,000, €15,000 less.
Already a Pilots' Guild Association member: €1,000 less.
Commitment: 3 years, €63,000 in all at these fees.

How to join: by approval of the Harbour Master, within 1 day
  1. Write to the harbour master.
  2. Sign, and wait for the tide.
  https://harbour.example/join
)";
    CHECK(text.substr(0, text.find("\nNotes")) == expected);
}

TEST_CASE("the first line says whose terms they are and whether they are replaced") {
    struct Row {
        const Schedule* schedule;
        std::optional<Catalogue::Entry> successor;
        const char* line;
    };
    const Catalogue::Entry harbour = Catalogue::entry_of(&made_up::harbour);
    const Catalogue::Entry later_harbour = Catalogue::entry_of(&made_up::later_harbour);
    const Row rows[] = {
        {&made_up::harbour, later_harbour,
         "Terms of 2020-03-01 (superseded by harbour-2022, in effect by 2022-03-01; see --schedule harbour-2022)\n"},
        {&made_up::later_harbour, harbour,
         "Terms of 2022-03-01 (superseded by harbour-2020, in effect from 2020-03-01; see --schedule harbour-2020)\n"},
        {&made_up::harbour, {}, "Terms of 2020-03-01 (last seen on 2024-05-06)\n"},
        {&made_up::later_harbour, {}, "Terms of 2022-03-01 (last seen on 2024-05-06)\n"},
    };
    for (const Row& row : rows)
        CHECK(text_of(document::BenefitsReply{.edition = {row.schedule, row.successor}}).starts_with(row.line));
}

TEST_CASE("what is not paid is said in words, never as a number that might be meant") {
    struct Row {
        const char* tier;
        Inquiry inquiry;
        const char* said;
    };
    const std::vector<Row> rows{
        {"anchor", made_up::company(50, 0, {"guild"}), "already held"},
        {"anchor", made_up::company(50, 0, {"guild"}),
         "Without the Pilots' Guild Association membership: €1,000 more."},
        {"deck", made_up::company(50, 0), "included"},
        {"deck", made_up::company(50, 0), "The total is the same whatever the size of the organisation."},
        {"guest", {.organization = {.type = OrgType::nonprofit}}, "Guest             free"},
        {"guest", {.organization = {.type = OrgType::government}}, "not stated"},
        {"guest", made_up::company(50, 0), "Guest is not open to companies"},
        {"secret", made_up::company(50, 0), "not published"},
        {"crew", made_up::company({}, {}), "10 to 99"},
        {"crew", made_up::company({}, {}), "€1,934.50"},
        {"crew", made_up::company(9, {}), "none stated"},
    };
    for (const Row& row : rows) {
        const std::string text = text_of(made_up::one_quote(row.tier, row.inquiry));
        INFO(row.tier << "\n" << text);
        CHECK(text.find(row.said) != std::string::npos);
    }
}

TEST_CASE("an explained quote shows under each line what was published, where and when") {
    const std::string text = text_of(made_up::explained(made_up::one_quote("anchor", made_up::company(50, 0))));
    for (const char* said :
         {"As published: below 1 million: 5,000", "Leaflet, \"second\" printing | draft, 2020-02-29,",
          "https://harbour.example/a-very-long-address", "https://archive.example/harbour/leaflet-2020",
          "As published: guild fee 1,000"})
        CHECK(text.find(said) != std::string::npos);
    CHECK(text_of(made_up::one_quote("anchor", made_up::company(50, 0))).find("As published") == std::string::npos);
}

TEST_CASE("all tiers stand side by side, and one below the other where it is narrow") {
    const document::QuoteReply reply = made_up::quotes(made_up::company(50, 2'000'000));
    const std::string wide = text_of(reply, 100);
    CHECK(wide.find("  Tier      Membership") == std::string::npos);
    CHECK(wide.find("Prerequisites") != std::string::npos);
    CHECK(wide.find("Already a Pilots' Guild Association member: Anchor €1,000 less and Crew €400 less.") !=
          std::string::npos);
    const std::string narrow = text_of(reply, 40);
    CHECK(narrow.find("  Anchor\n    Membership ") != std::string::npos);
}

TEST_CASE("needs name the cheapest tiers, the nearest miss and what the source leaves open") {
    const std::string text = text_of(made_up::with_needs(made_up::quotes(made_up::company(50, 2'000'000)), {"seat"}));
    for (const char* said : {"1 tier gives this benefit: A seat at the captain's table (seat).",
                             "Closest: Crew, without seat.", "The source does not say whether seat comes with Secret."})
        CHECK(text.find(said) != std::string::npos);
    const std::string two = text_of(made_up::with_needs(made_up::quotes(made_up::company(50, 2'000'000)), {"flag"}));
    CHECK(two.find("4 tiers give this benefit, cheapest first: The flag of the") != std::string::npos);
    CHECK(two.find("  Crew ") < two.find("  Deck "));
}

TEST_CASE("the benefits tell yes, no and unstated apart, print quantities and mark what a tier adds") {
    const std::string matrix = text_of(document::BenefitsReply{.edition = made_up::edition()});
    for (const char* said : {"✓", "?", "12 berths", "? the source does not say", "Governance"})
        CHECK(matrix.find(said) != std::string::npos);
    const std::string one =
        text_of(document::BenefitsReply{.edition = made_up::edition(), .tier = &made_up::harbour_tiers[0]});
    CHECK(one.find("+ Berths | with water, and light (berths): 12 berths") != std::string::npos);
    CHECK(one.find("✓ The flag of the \\x1B[31mharbour (flag)") != std::string::npos);
}

TEST_CASE("eligibility says who, why and how, and that an individual may contribute without") {
    const std::string text = text_of(made_up::who_may_join(OrgType::government));
    for (const char* said :
         {"for a government body", "Anchor: open", "Guest: not stated", "2. Sign, and wait for the tide.",
          "by approval of the Harbour Master, within 1 day", "Individuals need no membership to contribute."})
        CHECK(text.find(said) != std::string::npos);
}

TEST_CASE("a check ends in its counts, and claims of valid files only what was proved") {
    const std::string text = text_of(made_up::checked(), 200);
    CHECK(text.find("good.toml: valid. 5 tiers, 8 fees, every headcount from 10 up has at most one price") !=
          std::string::npos);
    CHECK(text.ends_with("2 files: 1 error, 1 warning.\n"));
    CHECK(text.find("bad.toml: valid") == std::string::npos);
}

TEST_CASE("a tier that depends on two figures shows the scale of each charge") {
    const std::string text = text_of(made_up::show(made_up::lagoon));
    for (const char* said :
         {"The total depends on employees and on revenue", "  Revenue                     Lagoon Raft",
          "  €0 to €999,999                   €5,000", "  10 to 99                                €400"})
        CHECK(text.find(said) != std::string::npos);
    CHECK(text.find("Total ") == std::string::npos);
}

TEST_CASE("where one of two figures is missing, the other one still prices its charge") {
    const std::string text = text_of(made_up::one_quote("raft", made_up::company(50, {}), made_up::lagoon));
    CHECK(text.find("€0 to €999,999                   €5,000                         €400    €5,400") !=
          std::string::npos);
}

TEST_CASE("every neighbouring band of either figure is said") {
    const std::string text = text_of(made_up::one_quote("raft", made_up::company(50, 5), made_up::lagoon));
    CHECK(text.find("The total holds from 10 to 99 employees and up to €999,999 revenue.") != std::string::npos);
    CHECK(text.find("€6,234.50, €834.50 more.") != std::string::npos);
    CHECK(text.find("From €1,000,000 to €49,999,999 revenue: €20,400, €15,000 more.") != std::string::npos);
}

TEST_CASE("differences are grouped by topic, and none is said too") {
    CHECK(text_of(made_up::diff()) == R"(harbour-2020 -> harbour-2022: 2 differences

  What        Before       After

Terms
  effective   2020-03-01   seen by 2022-03-01

Fee
  deck        €12,500      €13,000
)");
    CHECK(text_of(document::DiffReply{.before = &made_up::harbour, .after = &made_up::harbour}) ==
          "harbour-2020 -> harbour-2020: no difference (both have the same id)\n");
}

TEST_CASE("the published terms of the PyTorch Foundation read as they should") {
    const Catalogue& catalogue = embedded_catalogue();
    const Schedule* schedule = catalogue.default_edition("ptf");
    REQUIRE(schedule != nullptr);
    document::QuoteReply reply{.edition = {.schedule = schedule, .successor = catalogue.successor(*schedule)},
                               .inquiry = made_up::company(5'000, {}),
                               .one_tier = true};
    reply.quotes.push_back(quote(catalogue, *schedule, *find_tier(*schedule, "general"), reply.inquiry).value());
    CHECK(text_of(reply).starts_with(
        R"(Terms of 2025-04-29 (superseded by ptf-2026-01, in effect by 2026-01-08; see --schedule ptf-2026-01)

General membership of the PyTorch Foundation, 5,000 employees

  PyTorch Foundation General          $50,000   5,000 or more employees
  Linux Foundation Silver             $20,000   5,000 or more employees
                                      ───────
  Total per year                      $70,000

The total holds from 5,000 employees up.
From 3,000 to 4,999 employees: $55,000, $15,000 less.
Already a Linux Foundation member: $20,000 less.
)"));
}
