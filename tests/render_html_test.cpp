// The HTML format: well-formed pages that are self-contained, with nothing from a schedule as markup.
#include "catch.h"

#include "render/formats.h"
#include "replies.h"
#include "sketched_terms.h"
#include "text/decimal.h"
#include "text/escape.h"
#include "text/width.h"

#include <algorithm>
#include <set>
#include <sstream>

using namespace ptf_fees;

namespace {

std::string html_of(const document::Reply& reply) {
    return made_up::printed("html", reply);
}

struct Tag {
    std::string name;
    std::string attributes;
    bool closing = false;
    bool empty = false; ///< closes itself
};

/// The tags of `page` in order. Fails where a '<' opens none.
std::vector<Tag> tags_of(const std::string& page) {
    std::vector<Tag> tags;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        const std::size_t end = page.find('>', at);
        REQUIRE(end != std::string::npos);
        std::string inside = page.substr(at + 1, end - at - 1);
        REQUIRE(inside.find('<') == std::string::npos);
        if (inside.starts_with('!'))
            continue;
        Tag tag{.name = {}, .attributes = {}, .closing = inside.starts_with('/'), .empty = inside.ends_with('/')};
        inside = inside.substr(tag.closing ? 1 : 0);
        tag.name = inside.substr(0, inside.find_first_of(" /"));
        tag.attributes = inside.substr(tag.name.size());
        REQUIRE(!tag.name.empty());
        tags.push_back(std::move(tag));
    }
    return tags;
}

bool is_void(const Tag& tag) {
    return tag.empty || tag.name == "meta" || tag.name == "link";
}

std::string attribute(const Tag& tag, const std::string& name) {
    const std::string lead = " " + name + "=\"";
    const std::size_t at = tag.attributes.find(lead);
    if (at == std::string::npos)
        return {};
    const std::size_t start = at + lead.size();
    return tag.attributes.substr(start, tag.attributes.find('"', start) - start);
}

bool contains(const std::string& page, std::string_view said) {
    return page.find(said) != std::string::npos;
}

std::size_t count_of(const std::string& page, std::string_view said) {
    std::size_t count = 0;
    for (std::size_t at = page.find(said); at != std::string::npos; at = page.find(said, at + 1))
        ++count;
    return count;
}

} // namespace

TEST_CASE("HTML's own characters become references, and broken bytes a replacement") {
    struct Row {
        const char* text;
        const char* escaped;
    };
    constexpr Row rows[] = {{"", ""},
                            {"plain", "plain"},
                            {"<b>&amp;", "&lt;b&gt;&amp;amp;"},
                            {"\"it's\"", "&quot;it&#39;s&quot;"},
                            {"Ålesund €", "Ålesund €"},
                            {"a\xFFz", "a\xEF\xBF\xBDz"},
                            {"\xC3<", "\xEF\xBF\xBD&lt;"}};
    for (const Row& row : rows)
        CHECK(text::html(row.text) == row.escaped);
}

TEST_CASE("every page is well-formed, with one h1, headings in order and no id twice") {
    for (const document::Reply& reply : made_up::all_replies()) {
        std::vector<std::string> open;
        std::set<std::string> ids;
        std::size_t titles = 0;
        char rank = '0';
        const std::string page = html_of(reply);
        CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n"));
        for (const Tag& tag : tags_of(page)) {
            INFO(tag.name << tag.attributes);
            if (tag.closing) {
                REQUIRE(!open.empty());
                REQUIRE(open.back() == tag.name);
                open.pop_back();
            } else if (!is_void(tag)) {
                open.push_back(tag.name);
            }
            if (const std::string id = attribute(tag, "id"); !id.empty())
                CHECK(ids.insert(id).second);
            if (tag.closing || tag.name.size() != 2 || tag.name[0] != 'h' || tag.name[1] < '1' || tag.name[1] > '6')
                continue;
            titles += tag.name == "h1" ? 1 : 0;
            CHECK(tag.name[1] <= rank + 1);
            rank = tag.name[1];
        }
        CHECK(open.empty());
        CHECK(titles == 1);
    }
}

TEST_CASE("a page asks nobody for anything: no script, no picture, no font, and links only where they lead") {
    for (const document::Reply& reply : made_up::all_replies()) {
        const std::string page = html_of(reply);
        CHECK(contains(page, "default-src 'none'"));
        CHECK(!contains(page, "@import"));
        CHECK(!contains(page, "url("));
        for (const Tag& tag : tags_of(page)) {
            INFO(tag.name << tag.attributes);
            for (const char* forbidden : {"script", "img", "iframe", "object", "form", "base"})
                CHECK(tag.name != forbidden);
            CHECK(!contains(tag.attributes, " on"));
            CHECK(!contains(tag.attributes, "src=\""));
            const std::string target = attribute(tag, "href");
            const bool web = target.starts_with("https://") || target.starts_with("http://");
            CHECK((target.empty() || (tag.name == "a" ? web : target == "data:,")));
        }
    }
}

TEST_CASE("texts of a schedule are no markup, and an address that is none is text") {
    static constexpr std::array<std::string_view, 1> notes{"<script>alert(1)</script> & \"more\" \x1b[31m"};
    Tier tier = made_up::harbour_tiers[1];
    tier.name = "<img src=x onerror=alert(1)>";
    for (const std::string_view url :
         {"javascript:alert(1)", "https://a.example/\" onclick=\"alert(1)", "ftp://a.example", "data:text/html,x"}) {
        tier.join.url = url;
        Schedule schedule = made_up::harbour;
        schedule.notes = notes;
        schedule.tiers = {&tier, 1};
        schedule.benefits = {};
        const std::string page = html_of(made_up::one_quote(tier.id, made_up::company(1, 1), schedule));
        CHECK(contains(page, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot; \\x1B[31m"));
        CHECK(contains(page, "&lt;img src=x onerror=alert(1)&gt;"));
        CHECK(contains(page, text::html(url)));
        for (const Tag& tag : tags_of(page)) {
            CHECK((tag.name != "script" && tag.name != "img"));
            CHECK(!contains(attribute(tag, "href"), url));
            CHECK(!contains(tag.attributes, " onclick="));
        }
    }
}

TEST_CASE("a quote's page has its total, its charges, its sources, what changes it and its place in the steps") {
    const std::string page = html_of(made_up::one_quote("anchor", made_up::company(50, 2'000'000)));
    for (const char* said :
         {"Terms of 2020-03-01 (superseded by harbour-2022, in effect by 2022-03-01; see --schedule harbour-2022)",
          "€21,000 <small>per year</small>", "Pilots&#39; Guild Association Patron", "from 1 million: 20,000”",
          "Copy:", "href=\"https://archive.example/harbour/leaflet-2020\"",
          "Up to €999,999 revenue: €6,000, €15,000 less.", "Commitment: 3 years, €63,000 in all at these fees.",
          "aria-current=\"true\"", "class=\"place\"", "The organisation is at €2,000,000 revenue.",
          "<li>Write to the harbour master.</li>", "12 berths", "Fees rise with the tide"})
        CHECK(contains(page, said));
    CHECK(count_of(page, "<svg ") == 2);
    CHECK(count_of(page, "role=\"img\"") == 2);
    CHECK(count_of(page, "<desc ") == 2);
}

TEST_CASE("a page draws no steps where there are none, and marks no place that is not known") {
    CHECK(!contains(html_of(made_up::one_quote("deck", made_up::company(50, 0))), "<svg"));
    CHECK(!contains(html_of(made_up::one_quote("guest", made_up::company(50, 0))), "<svg"));
    CHECK(!contains(html_of(made_up::show(made_up::lagoon)), "<svg"));
    const std::string page = html_of(made_up::one_quote("crew", made_up::company({}, {})));
    CHECK(contains(page, "<svg"));
    CHECK(!contains(page, "class=\"place\""));
    CHECK(!contains(page, "aria-current"));
}

namespace {

/// A step of a drawing, or a total in it.
struct Drawn {
    double from = 0;
    double to = 0;
    double y = 0;
    std::string words{};
};

/// The steps of a drawing, as its outline has them: "M8 150H120V90H200".
std::vector<Drawn> steps_of(const std::string& svg) {
    std::istringstream outline{svg.substr(svg.find("class=\"top\" d=\"M") + 16)};
    std::vector<Drawn> steps(1);
    outline >> steps[0].from >> steps[0].y;
    for (char command = 0; outline >> command && command != '"';)
        if (command == 'H') {
            outline >> steps.back().to;
        } else {
            steps.push_back({.from = steps.back().to});
            outline >> steps.back().y;
        }
    return steps;
}

/// The words of that look in a drawing; `from` is where they begin.
std::vector<Drawn> words_of(const std::string& svg, const std::string& look) {
    std::vector<Drawn> all;
    const std::string lead = "<text class=\"" + look + "\"";
    for (std::size_t at = svg.find(lead); at != std::string::npos; at = svg.find(lead, at + 1)) {
        const std::size_t end = svg.find('>', at);
        const Tag tag{.name = "text", .attributes = svg.substr(at, end - at)};
        all.push_back({.from = std::stod(attribute(tag, "x")),
                       .y = std::stod(attribute(tag, "y")),
                       .words = svg.substr(end + 1, svg.find('<', end) - end - 1)});
    }
    return all;
}

} // namespace

TEST_CASE("the row of the organisation is marked at both ends of its band, and no other row") {
    const std::array bands{Band{1, Money::from_units(30'000), "1"}, Band{100, Money::from_units(40'000), "100"},
                           Band{500, Money::from_units(50'000), "500"}};
    const Tier tier = sketched::tier("top", BandedFee{Basis::employees, bands, &sketched::leaflet});
    const Schedule schedule = sketched::edition("x-2020", "x", {&tier, 1});
    for (const auto& [employees, band] : {std::pair{1, "1 to 99"},
                                          {99, "1 to 99"},
                                          {100, "100 to 499"},
                                          {499, "100 to 499"},
                                          {500, "500 or more"},
                                          {9'999, "500 or more"}}) {
        const std::string page = html_of(made_up::one_quote("top", made_up::company(employees, {}), schedule));
        CHECK(count_of(page, "aria-current") == 1);
        CHECK(contains(page, "aria-current=\"true\">\n<th scope=\"row\">● " + std::string{band} + "</th>"));
    }
}

TEST_CASE("a total in the chart is over its own step, whole, or left out; the organisation's own is always there") {
    const std::array bands{
        Band{1, Money::from_units(30'000), "1"},        Band{100, Money::from_units(40'000), "100"},
        Band{500, Money::from_units(50'000), "500"},    Band{1'000, Money::from_units(55'000), "1000"},
        Band{3'000, Money::from_units(54'000), "3000"}, Band{5'000, Money::from_units(70'000), "5000"}};
    const Tier tier = sketched::tier("top", BandedFee{Basis::employees, bands, &sketched::leaflet});
    const Schedule schedule = sketched::edition("x-2020", "x", {&tier, 1});
    std::size_t shown = 0;
    for (const std::int64_t employees : {5, 200, 700, 2'000, 3'500, 9'000}) {
        const std::string page = html_of(made_up::one_quote("top", made_up::company(employees, {}), schedule));
        const std::size_t here = static_cast<std::size_t>(
            std::ranges::count_if(bands, [&](const Band& band) { return band.from <= employees; }) - 1);
        for (std::size_t at = page.find("<svg"); at != std::string::npos; at = page.find("<svg", at + 1)) {
            const std::string svg = page.substr(at, page.find("</svg", at) - at);
            const std::vector<Drawn> steps = steps_of(svg);
            REQUIRE(steps.size() == bands.size());
            const std::string own = text::for_people(bands[here].amount, schedule.currency);
            std::vector<Drawn> totals = words_of(svg, "strong");
            const std::string place = totals.front().words;
            CHECK(contains(place, " employees"));
            CHECK(contains(place, own) == (totals.size() == 1));
            totals.erase(totals.begin());
            CHECK((totals.empty() || totals.front().words == own));
            std::ranges::copy(words_of(svg, "plain-label"), std::back_inserter(totals));
            for (const Drawn& total : totals) {
                const auto step = std::ranges::find_if(
                    steps, [&](const Drawn& one) { return one.from <= total.from && total.from < one.to; });
                REQUIRE(step != steps.end());
                CHECK(total.y == step->y - 8);
                CHECK(total.words == text::for_people(bands[static_cast<std::size_t>(step - steps.begin())].amount,
                                                      schedule.currency));
                CHECK(step->to - total.from >= 7.0 * static_cast<double>(text::display_width(total.words)));
                ++shown;
            }
        }
    }
    CHECK(shown == 6 * (4 + 1)); // of six steps on a desk and on a phone
}

TEST_CASE("tables of a page have a caption, and heads for their columns and rows") {
    for (const document::Reply& reply : made_up::all_replies()) {
        const std::string page = html_of(reply);
        CHECK(count_of(page, "<caption>") == count_of(page, "<table"));
        CHECK(count_of(page, "scope=\"col\"") >= count_of(page, "<table"));
        CHECK(count_of(page, "<th") == count_of(page, "<thead>") + count_of(page, "scope=\""));
    }
}
