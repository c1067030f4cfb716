// Floor 2: a quote in text: the bills as on an invoice, then what would change them, how to join, and the notes.
#include "render/merged.h"
#include "render/phrases.h"
#include "render/text.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

/// Where the figures of a line stand, and how they read there.
std::vector<std::string> explanation(const QuoteLine& quoted) {
    const Line& line = quoted.line;
    std::vector<std::string> details;
    if (!line.published.empty())
        details.push_back("As published: " + published_words(quoted));
    details.push_back(source_words(*line.source));
    if (!line.source->url.empty())
        details.emplace_back(line.source->url);
    if (!line.source->archive.empty())
        details.push_back("Copy: " + std::string{line.source->archive});
    return details;
}

void write_bills(Page& page, const TierQuote& quote, const QuoteReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    Table table{.columns = {{}, {.align = Align::right, .roomy = 14}, {.wraps = true, .folds = true}}};
    for (const QuoteLine& line : quote.lines)
        table.rows.push_back({.cells = {{membership_name(line.bill)},
                                        {amount_words(line.line, schedule.currency)},
                                        {remark_words(line.line, schedule.currency)}},
                              .details = reply.explain ? explanation(line) : std::vector<std::string>{}});
    table.rows.push_back({.kind = TableRow::Kind::rule});
    table.rows.push_back({.cells = {{"Total per " + std::string{schedule.period}, Paint::bold},
                                    {total_words(quote, schedule.currency), Paint::bold},
                                    {}}});
    page.table(table);
}

/// The organisation's place among the steps of the price.
void write_picture(Page& page, const TierQuote& quote, const QuoteReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    const Organization& organization = reply.inquiry.organization;
    if (const auto table = scale_around(quote, schedule, organization))
        write_steps(page, *table, schedule, organization);
}

/// Where a figure is missing: what would be paid for each.
void write_scale(Page& page, const TierQuote& quote, const QuoteReply& reply) {
    if (reply.explain)
        write_picture(page, quote, reply);
    write_merged(page, table_behind(quote, *reply.edition.schedule), *reply.edition.schedule,
                 reply.inquiry.organization);
    if (!reply.explain)
        return;
    page.blank();
    for (const QuoteLine& line : quote.lines) {
        page.paragraph(membership_name(line.bill), Paint::plain, 2);
        for (const std::string& detail : explanation(line))
            page.paragraph(detail, Paint::dim, 6);
    }
}

/// What is to be paid, as far as it is known.
void write_price(Page& page, const TierQuote& quote, const QuoteReply& reply) {
    for (const std::string& sentence : short_reasons({&quote, 1}))
        page.paragraph(sentence);
    page.blank();
    if (!quote.bands.empty()) {
        write_scale(page, quote, reply);
    } else if (quote.price.status != Status::ineligible) {
        write_bills(page, quote, reply);
        page.blank();
        if (reply.explain)
            write_picture(page, quote, reply);
    }
    page.blank();
}

void write_changes(Page& page, const TierQuote& quote, const Schedule& schedule) {
    for (const std::string& sentence : change_sentences(quote, schedule))
        page.paragraph(sentence);
    const std::string commitment = commitment_sentence(quote, schedule);
    if (!commitment.empty())
        page.paragraph(commitment);
    page.blank();
}

void write_one(Page& page, const TierQuote& quote, const QuoteReply& reply) {
    write_price(page, quote, reply);
    if (quote.price.status == Status::ineligible)
        return;
    write_changes(page, quote, *reply.edition.schedule);
    write_join(page, quote.tier->join, 0);
}

} // namespace

void write_text(Page& page, const QuoteReply& reply) {
    write_terms(page, reply.edition);
    page.paragraph(quote_heading(reply), Paint::bold);
    page.blank();
    if (reply.one_tier && !reply.needs && !reply.quotes.empty())
        write_one(page, reply.quotes.front(), reply);
    else
        write_overview(page, reply);
    write_notes(page, reply.notes);
}

} // namespace ptf_fees::render
