// Floor 2: one edition in text: its head, its tiers, the merged tables, the benefits and the sources.
#include "render/merged.h"
#include "render/phrases.h"
#include "render/text.h"
#include "text/decimal.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

void write_facts(Page& page, const std::vector<Fact>& facts) {
    Table table{.columns = {{}, {.wraps = true}}};
    for (const Fact& fact : facts)
        table.rows.push_back({.cells = {{fact.what, Paint::dim}, {fact.value}}});
    page.table(table);
}

void write_scale(Page& page, const Bill& bill, std::string_view currency) {
    const BandedFee* fee = scale_of(bill.fee);
    if (fee == nullptr)
        return;
    page.blank();
    Table table{.columns = {{.title = capitalized(name_of(fee->by))},
                            {.title = membership_name(bill), .align = Align::right, .wraps = true}}};
    for (std::size_t i = 0; i < fee->bands.size(); ++i)
        table.rows.push_back({.cells = {{band_figures(range_of(*fee, i), currency)},
                                        {text::for_people(fee->bands[i].amount, currency)}}});
    page.table(table);
}

void write_prices(Page& page, const TierTable& table, const Schedule& schedule) {
    if (!table.two_dimensional) {
        if (table.rows.size() > 1 || table.resolved.bills.size() > 1) {
            page.blank();
            write_steps(page, table, schedule);
            write_merged(page, table, schedule);
        }
        return;
    }
    page.blank();
    page.paragraph("The total depends on employees and on revenue; each bill has its own scale.", Paint::plain, 2);
    for (const Bill& bill : table.resolved.bills)
        write_scale(page, bill, schedule.currency);
}

void write_sources(Page& page, const Schedule& schedule) {
    page.heading("Sources");
    for (const Source& source : schedule.sources)
        write_source(page, source);
}

} // namespace

void write_text(Page& page, const ScheduleShowReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    write_terms(page, reply.edition);
    page.paragraph(std::string{schedule.name} + ": " + std::string{schedule.title}, Paint::bold);
    page.blank();
    write_facts(page, edition_facts(reply.edition));
    for (const TierTable& table : reply.tables) {
        page.heading(table.tier->name);
        write_facts(page, tier_facts(table, schedule));
        write_prices(page, table, schedule);
    }
    if (!schedule.benefits.empty()) {
        page.heading("Benefits");
        write_matrix(page, schedule);
    }
    write_sources(page, schedule);
    const std::vector<std::string> notes{schedule.notes.begin(), schedule.notes.end()};
    write_notes(page, notes);
}

} // namespace ptf_fees::render
