// Floor 2: the replies about schedules in Markdown.
#include "render/markdown.h"
#include "render/merged.h"
#include "render/phrases.h"
#include "render/proof.h"
#include "text/decimal.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

using Rows = std::vector<std::vector<std::string>>;

void write_facts(Document& document, const std::vector<Fact>& facts) {
    Rows rows;
    for (const Fact& fact : facts)
        rows.push_back({fact.what, fact.value});
    document.table({"", ""}, rows);
}

void write_scales(Document& document, const TierTable& table, std::string_view currency) {
    Rows rows;
    for (const Bill& bill : table.resolved.bills)
        if (const BandedFee* fee = scale_of(bill.fee))
            for (std::size_t i = 0; i < fee->bands.size(); ++i)
                rows.push_back({membership_name(bill), text::band_words(range_of(*fee, i), currency),
                                text::for_people(fee->bands[i].amount, currency)});
    document.table({"Membership", "Band", "Amount"}, rows, {2});
}

void write_sources(Document& document, const Schedule& schedule) {
    Rows rows;
    for (const Source& source : schedule.sources)
        rows.push_back({std::string{source.id}, source_words(source), std::string{source.url},
                        std::string{source.archive}, source.retrieved ? text::iso(*source.retrieved) : std::string{}});
    document.heading(3, "Sources");
    document.table({"Id", "Document", "Link", "Copy", "Read on"}, rows);
}

} // namespace

void write_markdown(Document& document, const ScheduleListReply& reply) {
    document.heading(2, "Fee schedules");
    Rows rows;
    for (const Schedule* schedule : reply.editions) {
        const Schedule* successor = reply.catalogue.successor(*schedule);
        rows.push_back({std::string{schedule->id},
                        std::string{schedule->name} + " (" + std::string{schedule->foundation} + ")",
                        (schedule->effective_exact ? "" : "seen by ") + text::iso(schedule->effective),
                        successor == nullptr ? std::string{} : std::string{successor->id},
                        reply.catalogue.default_edition(schedule->foundation) == schedule ? "yes" : ""});
    }
    document.table({"Edition", "Foundation", "In force from", "Replaced by", "Default"}, rows);
}

void write_markdown(Document& document, const ScheduleShowReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    document.heading(2, std::string{schedule.name} + ": " + std::string{schedule.title});
    write_terms(document, reply.edition);
    write_facts(document, edition_facts(reply.edition));
    for (const TierTable& table : reply.tables) {
        document.heading(3, table.tier->name);
        write_facts(document, tier_facts(table, schedule));
        if (table.two_dimensional)
            write_scales(document, table, schedule.currency);
        else
            write_merged(document, table, schedule);
    }
    if (!schedule.benefits.empty()) {
        document.heading(3, "Benefits");
        write_matrix(document, schedule);
    }
    write_sources(document, schedule);
    const std::vector<std::string> notes{schedule.notes.begin(), schedule.notes.end()};
    write_notes(document, 3, notes);
}

void write_markdown(Document& document, const CheckReply& reply) {
    document.heading(2, "Check: " + counts_words(count(reply.findings)));
    document.bullets(proofs(reply));
    if (reply.findings.empty())
        return;
    Rows rows;
    for (const Finding& finding : reply.findings) {
        std::string place = finding.file;
        for (const std::size_t number : {finding.line, finding.column})
            if (number != 0)
                place += ":" + std::to_string(number);
        rows.push_back(
            {std::move(place), std::string{name_of(finding.severity)}, finding.code, finding.message, finding.remedy});
    }
    document.table({"Place", "Severity", "Code", "Message", "Remedy"}, rows);
}

void write_markdown(Document& document, const DiffReply& reply) {
    document.heading(2, diff_heading(reply));
    if (const std::string same = same_fees_sentence(reply); !same.empty())
        document.paragraph(same);
    if (reply.differences.empty())
        return;
    Rows rows;
    for (const Difference& difference : reply.differences)
        rows.push_back(
            {capitalized(name_of(difference.topic)), difference.subject, difference.before, difference.after});
    document.table({"Topic", "What", "Before", "After"}, rows);
}

} // namespace ptf_fees::render
