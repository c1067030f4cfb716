// Floor 2: the replies about schedules as pages.
#include "render/html.h"
#include "render/merged.h"
#include "render/phrases.h"
#include "render/proof.h"
#include "text/decimal.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

void write_facts(Html& html, const std::vector<Fact>& facts) {
    html.open("dl");
    for (const Fact& fact : facts) {
        html.element("dt", fact.what);
        html.element("dd", fact.value);
    }
    html.close("dl");
}

/// Where the total depends on two figures: the scale of each bill.
void write_scales(Html& html, const TierTable& table, std::string_view currency) {
    html.paragraph("The total depends on employees and on revenue; each bill has its own scale.");
    for (const Bill& bill : table.resolved.bills) {
        const BandedFee* fee = scale_of(bill.fee);
        if (fee == nullptr)
            continue;
        HtmlTable scale{
            .caption = membership_name(bill), .header = {capitalized(name_of(fee->by)), "Amount"}, .look = "numbers"};
        for (std::size_t i = 0; i < fee->bands.size(); ++i)
            scale.rows.push_back({.cells = {{band_figures(range_of(*fee, i), currency)},
                                            {text::for_people(fee->bands[i].amount, currency)}}});
        html.table(scale);
    }
}

void write_tier(Html& html, const TierTable& table, const Schedule& schedule) {
    html.section(table.tier->name);
    write_facts(html, tier_facts(table, schedule));
    if (table.two_dimensional) {
        write_scales(html, table, schedule.currency);
    } else if (table.rows.size() > 1 || table.resolved.bills.size() > 1) {
        write_steps(html, table, schedule);
        write_merged(html, table, schedule);
    }
    html.close("section");
}

std::string place_of(const Finding& finding) {
    std::string place = finding.file;
    for (const std::size_t number : {finding.line, finding.column})
        if (number != 0)
            place += ":" + std::to_string(number);
    return place;
}

void write_finding(Html& html, const Finding& finding) {
    html.open("li");
    html.markup("<p><strong>" + shown(name_of(finding.severity)) + "</strong> <code>" + shown(finding.code) +
                "</code> <span class=\"soft\">" + shown(place_of(finding)) + "</span></p>");
    html.paragraph(finding.message);
    if (!finding.source_line.empty())
        html.element("pre", finding.source_line);
    if (!finding.remedy.empty())
        html.paragraph("Remedy: " + finding.remedy);
    html.close("li");
}

} // namespace

std::string html_title(const ScheduleListReply&) {
    return "Fee schedules";
}

std::string html_title(const ScheduleShowReply& reply) {
    return std::string{reply.edition.schedule->name} + ": " + std::string{reply.edition.schedule->title};
}

std::string html_title(const CheckReply& reply) {
    return "Check: " + counts_words(count(reply.findings));
}

std::string html_title(const DiffReply& reply) {
    return diff_heading(reply);
}

void write_html(Html& html, const ScheduleListReply& reply) {
    HtmlTable table{.caption = "The editions of each foundation's terms",
                    .header = {"Edition", "In force from", "Replaced by"}};
    for (const Schedule* schedule : reply.editions) {
        const Schedule* successor = reply.catalogue.successor(*schedule);
        const bool is_default = reply.catalogue.default_edition(schedule->foundation) == schedule;
        table.rows.push_back(
            {.cells = {{std::string{schedule->id}, std::string{schedule->name} + (is_default ? ", default" : "")},
                       {text::iso(schedule->effective), schedule->effective_exact ? "" : "first seen on that day"},
                       {successor == nullptr ? "" : std::string{successor->id}}}});
    }
    html.section("Editions");
    html.table(table);
    html.close("section");
}

void write_html(Html& html, const ScheduleShowReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    write_terms(html, reply.edition);
    html.section("This edition");
    write_facts(html, edition_facts(reply.edition));
    html.close("section");
    for (const TierTable& table : reply.tables)
        write_tier(html, table, schedule);
    if (!schedule.benefits.empty()) {
        html.section("Benefits");
        write_matrix(html, schedule);
        html.close("section");
    }
    html.section("Sources");
    html.open("ul", "class=\"plain\"");
    for (const Source& source : schedule.sources) {
        html.open("li");
        write_source(html, source);
        html.close("li");
    }
    html.close("ul");
    html.close("section");
    const std::vector<std::string> notes{schedule.notes.begin(), schedule.notes.end()};
    write_notes(html, notes);
}

void write_html(Html& html, const CheckReply& reply) {
    const std::vector<std::string> proved = proofs(reply);
    if (!proved.empty()) {
        html.section("What was proved");
        html.bullets(proved);
        html.close("section");
    }
    if (reply.findings.empty())
        return;
    html.section("Findings");
    html.open("ol", "class=\"plain\"");
    for (const Finding& finding : reply.findings)
        write_finding(html, finding);
    html.close("ol");
    html.close("section");
}

void write_html(Html& html, const DiffReply& reply) {
    if (const std::string same = same_fees_sentence(reply); !same.empty())
        html.paragraph(same);
    if (reply.differences.empty())
        return html.paragraph("The two editions say the same.");
    HtmlTable table{.caption = "From " + std::string{reply.before->id} + " to " + std::string{reply.after->id},
                    .header = {"What", "Before", "After"}};
    std::string_view topic;
    for (const Difference& difference : reply.differences) {
        if (topic != name_of(difference.topic)) {
            topic = name_of(difference.topic);
            table.rows.push_back({.cells = {{capitalized(topic)}}, .look = "group"});
        }
        table.rows.push_back({.cells = {{difference.subject},
                                        {difference.before.empty() ? "(none)" : difference.before},
                                        {difference.after.empty() ? "(none)" : difference.after}}});
    }
    html.section("Differences");
    html.table(table);
    html.close("section");
}

} // namespace ptf_fees::render
