// Floor 2: all tiers of a quote side by side in text, and the answer of --need.
#include "render/phrases.h"
#include "render/text.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

/// With --explain: the figures that a tier's price is made of, as published, and the id of the source below the table.
std::vector<std::string> explanation(const TierQuote& quote, std::string_view currency) {
    std::vector<std::string> details;
    details.reserve(quote.lines.size());
    for (const QuoteLine& line : quote.lines) {
        const std::string published =
            line.line.published.empty() ? std::string{} : "published as \"" + published_words(line) + "\" in ";
        details.push_back(membership_name(line.bill) + " " + amount_words(line.line, currency) + ": " + published +
                          std::string{line.line.source->id});
    }
    return details;
}

void write_tiers(Page& page, const QuoteReply& reply) {
    const std::string_view currency = reply.edition.schedule->currency;
    Table table{.columns = {{.title = "Tier", .roomy = 12},
                            {.title = "Membership", .align = Align::right},
                            {.title = "Prerequisites", .align = Align::right},
                            {.title = "Total", .align = Align::right, .roomy = 10},
                            {.title = "Joining", .wraps = true, .least = 22, .folds = true}}};
    for (const TierQuote& quote : reply.quotes) {
        const bool quoted = quote.price.status == Status::quoted;
        table.rows.push_back({.cells = {{std::string{quote.tier->name}},
                                        {membership_words(quote, currency)},
                                        {prerequisite_words(quote, currency)},
                                        {total_words(quote, currency), Paint::bold},
                                        {quoted ? admission_words(quote.tier->join)
                                                : status_words(quote.price.status, reply.inquiry.organization.type)}},
                              .details = reply.explain ? explanation(quote, currency) : std::vector<std::string>{}});
    }
    page.table(table);
    page.blank();
}

} // namespace

void write_overview(Page& page, const QuoteReply& reply) {
    if (reply.needs)
        page.paragraph(need_heading(reply));
    page.blank();
    if (!reply.quotes.empty()) {
        write_tiers(page, reply);
        page.paragraph(overview_caption(reply));
        for (const std::string& sentence : overview_sentences(reply.quotes, *reply.edition.schedule))
            page.paragraph(sentence);
        for (const std::string& sentence : short_reasons(reply.quotes))
            page.paragraph(sentence);
    }
    if (reply.needs)
        for (const std::string& sentence : need_sentences(reply))
            page.paragraph(sentence);
    if (reply.explain && !reply.quotes.empty()) {
        page.heading("Sources");
        for (const Source* source : sources_behind(reply.quotes))
            write_source(page, *source);
    }
}

} // namespace ptf_fees::render
