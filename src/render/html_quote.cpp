// Floor 2: a quote as a page: the total first, then the bills behind it, what would change it, and where it all stands.
#include "render/html.h"
#include "render/merged.h"
#include "render/phrases.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::render {
namespace {

void write_answer(Html& html, const TierQuote& quote, const Schedule& schedule) {
    html.open("div", "class=\"answer\"");
    if (quote.price.total) {
        html.open("p", "class=\"total\"");
        html.markup(shown(total_words(quote, schedule.currency)) + " <small>per " + shown(schedule.period) +
                    "</small>");
        html.close("p");
    }
    html.paragraph(ended(quote.reason));
    for (const std::string& sentence : change_sentences(quote, schedule))
        html.paragraph(sentence);
    html.paragraph(commitment_sentence(quote, schedule));
    html.close("div");
}

void write_bills(Html& html, const TierQuote& quote, const Schedule& schedule) {
    HtmlTable table{.caption = "What is due per " + std::string{schedule.period},
                    .header = {"Membership", "Amount"},
                    .look = "numbers"};
    for (const QuoteLine& line : quote.lines)
        table.rows.push_back({.cells = {{membership_name(line.bill), remark_words(line.line, schedule.currency)},
                                        {amount_words(line.line, schedule.currency)}}});
    table.rows.push_back(
        {.cells = {{"Total per " + std::string{schedule.period}}, {total_words(quote, schedule.currency)}},
         .look = "total"});
    html.section("The bills");
    html.table(table);
    html.close("section");
}

/// The figures of each bill as their source prints them.
void write_sources(Html& html, const QuoteReply& reply) {
    html.section("Where the figures stand");
    html.open("ul", "class=\"plain\"");
    for (const Source* source : sources_behind(reply.quotes)) {
        html.open("li");
        std::vector<std::string> said;
        for (const TierQuote& quote : reply.quotes)
            for (const QuoteLine& line : quote.lines)
                if (line.line.source == source && !line.line.published.empty())
                    said.push_back(membership_name(line.bill) + ": “" + published_words(line) + "”");
        std::ranges::sort(said);
        const auto repeated = std::ranges::unique(said);
        said.erase(repeated.begin(), repeated.end());
        for (const std::string& sentence : said)
            html.paragraph(sentence);
        write_source(html, *source);
        html.close("li");
    }
    html.close("ul");
    html.close("section");
}

void write_one(Html& html, const TierQuote& quote, const QuoteReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    const Organization& organization = reply.inquiry.organization;
    write_answer(html, quote, schedule);
    if (quote.price.status == Status::ineligible)
        return;
    if (quote.bands.empty())
        write_bills(html, quote, schedule);
    if (const auto scale = scale_around(quote, schedule, organization)) {
        html.section("The price by " + std::string{basis_words(scale->by)});
        write_steps(html, *scale, schedule, organization);
        write_merged(html, *scale, schedule, organization);
        html.close("section");
    }
    html.section("How to join");
    write_join(html, quote.tier->join);
    html.close("section");
}

void write_tiers(Html& html, const QuoteReply& reply) {
    const std::string_view currency = reply.edition.schedule->currency;
    HtmlTable table{.caption = overview_caption(reply),
                    .header = {"Tier", "Membership", "Prerequisites", "Total"},
                    .look = "numbers"};
    for (const TierQuote& quote : reply.quotes)
        table.rows.push_back(
            {.cells = {{std::string{quote.tier->name},
                        quote.price.total ? admission_words(quote.tier->join)
                                          : status_words(quote.price.status, reply.inquiry.organization.type)},
                       {membership_words(quote, currency)},
                       {prerequisite_words(quote, currency)},
                       {total_words(quote, currency)}}});
    html.table(table);
}

/// What stands below the table.
std::vector<std::string> sentences_below(const QuoteReply& reply) {
    std::vector<std::string> sentences = overview_sentences(reply.quotes, *reply.edition.schedule);
    for (std::string& sentence : reason_sentences(reply.quotes))
        sentences.push_back(std::move(sentence));
    if (reply.needs)
        for (std::string& sentence : need_sentences(reply))
            sentences.push_back(std::move(sentence));
    return sentences;
}

void write_scales(Html& html, const QuoteReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    for (const TierQuote& quote : reply.quotes) {
        const auto scale = scale_around(quote, schedule, reply.inquiry.organization);
        if (!scale)
            continue;
        html.section(std::string{quote.tier->name} + " by " + std::string{basis_words(scale->by)});
        write_steps(html, *scale, schedule, reply.inquiry.organization);
        write_merged(html, *scale, schedule, reply.inquiry.organization);
        html.close("section");
    }
}

void write_overview(Html& html, const QuoteReply& reply) {
    html.section("The tiers side by side");
    if (reply.needs)
        html.paragraph(need_heading(reply));
    if (!reply.quotes.empty())
        write_tiers(html, reply);
    html.bullets(sentences_below(reply));
    html.close("section");
    write_scales(html, reply);
}

} // namespace

std::string html_title(const QuoteReply& reply) {
    return quote_heading(reply);
}

void write_html(Html& html, const QuoteReply& reply) {
    const bool one = reply.one_tier && !reply.needs && !reply.quotes.empty();
    write_terms(html, reply.edition);
    if (one)
        write_one(html, reply.quotes.front(), reply);
    else
        write_overview(html, reply);
    if (!reply.edition.schedule->benefits.empty()) {
        html.section("What membership gives");
        write_matrix(html, *reply.edition.schedule, one ? reply.quotes.front().tier : nullptr);
        html.close("section");
    }
    if (!reply.quotes.empty())
        write_sources(html, reply);
    write_notes(html, reply.notes);
}

} // namespace ptf_fees::render
