// Floor 2: quotes, benefits and eligibility in Markdown.
#include "render/markdown.h"
#include "render/merged.h"
#include "render/phrases.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

using Rows = std::vector<std::vector<std::string>>;

void write_bills(Document& document, const TierQuote& quote, const QuoteReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    std::vector<std::string> header{"Membership", "Amount", "Remark"};
    if (reply.explain)
        header.insert(header.end(), {"As published", "Source", "Link", "Copy"});
    Rows rows;
    for (const QuoteLine& line : quote.lines) {
        rows.push_back({membership_name(line.bill), amount_words(line.line, schedule.currency),
                        remark_words(line.line, schedule.currency)});
        const Source& source = *line.line.source;
        if (reply.explain)
            rows.back().insert(rows.back().end(), {published_words(line), source_words(source), std::string{source.url},
                                                   std::string{source.archive}});
    }
    rows.push_back({"Total per " + std::string{schedule.period}, total_words(quote, schedule.currency)});
    rows.back().resize(header.size());
    document.table(header, rows, {1}, true);
}

void write_join(Document& document, const Join& join) {
    document.paragraph("How to join: " + admission_words(join) + ".");
    document.steps(join.steps);
    document.link(join.url);
}

void write_one(Document& document, const TierQuote& quote, const QuoteReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    if (!quote.reason.empty())
        document.paragraph(ended(quote.reason));
    if (quote.price.status == Status::ineligible)
        return;
    if (quote.bands.empty())
        write_bills(document, quote, reply);
    else
        write_merged(document, table_behind(quote, schedule), schedule, reply.inquiry.organization);
    std::vector<std::string> changes = change_sentences(quote, schedule);
    if (const std::string commitment = commitment_sentence(quote, schedule); !commitment.empty())
        changes.push_back(commitment);
    document.bullets(changes);
    write_join(document, quote.tier->join);
}

/// With --explain: every bill of every tier, as published, with its source.
void write_explanation(Document& document, const QuoteReply& reply) {
    Rows rows;
    for (const TierQuote& quote : reply.quotes)
        for (const QuoteLine& line : quote.lines)
            rows.push_back({std::string{quote.tier->name}, membership_name(line.bill),
                            amount_words(line.line, reply.edition.schedule->currency), published_words(line),
                            source_words(*line.line.source), std::string{line.line.source->url},
                            std::string{line.line.source->archive}});
    document.table({"Tier", "Membership", "Amount", "As published", "Source", "Link", "Copy"}, rows, {2});
}

void write_tiers(Document& document, const QuoteReply& reply) {
    const std::string_view currency = reply.edition.schedule->currency;
    Rows rows;
    for (const TierQuote& quote : reply.quotes)
        rows.push_back({std::string{quote.tier->name}, membership_words(quote, currency),
                        prerequisite_words(quote, currency), total_words(quote, currency),
                        quote.price.total ? admission_words(quote.tier->join)
                                          : status_words(quote.price.status, reply.inquiry.organization.type)});
    document.table({"Tier", "Membership", "Prerequisites", "Total", "Joining"}, rows, {1, 2, 3});
    document.paragraph(overview_caption(reply));
    if (reply.explain)
        write_explanation(document, reply);
}

void write_overview(Document& document, const QuoteReply& reply) {
    if (reply.needs)
        document.paragraph(need_heading(reply));
    std::vector<std::string> sentences;
    if (!reply.quotes.empty()) {
        write_tiers(document, reply);
        sentences = overview_sentences(reply.quotes, *reply.edition.schedule);
        for (std::string& sentence : reason_sentences(reply.quotes))
            sentences.push_back(std::move(sentence));
    }
    if (reply.needs)
        for (std::string& sentence : need_sentences(reply))
            sentences.push_back(std::move(sentence));
    document.bullets(sentences);
}

} // namespace

void write_matrix(Document& document, const Schedule& schedule) {
    std::vector<std::string> header{"Group", "Benefit", "Id"};
    for (const Tier& tier : schedule.tiers)
        header.emplace_back(tier.name);
    Rows rows;
    for (const BenefitGroup& group : grouped_benefits(schedule)) {
        for (const Benefit* benefit : group.benefits) {
            rows.push_back({capitalized(group.name), std::string{benefit->name}, std::string{benefit->id}});
            for (std::size_t tier = 0; tier < schedule.tiers.size(); ++tier)
                rows.back().push_back(grant_mark(grant_for(schedule, *benefit, tier)));
        }
    }
    document.table(header, rows);
    document.paragraph(mark_legend(schedule));
}

void write_markdown(Document& document, const QuoteReply& reply) {
    document.heading(2, quote_heading(reply));
    write_terms(document, reply.edition);
    if (reply.one_tier && !reply.needs && !reply.quotes.empty())
        write_one(document, reply.quotes.front(), reply);
    else
        write_overview(document, reply);
    write_notes(document, 3, reply.notes);
}

void write_markdown(Document& document, const BenefitsReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    document.heading(2, benefits_heading(reply));
    write_terms(document, reply.edition);
    if (reply.tier == nullptr)
        return write_matrix(document, schedule);
    const std::size_t tier = index_of(schedule, *reply.tier);
    Rows rows;
    for (const BenefitGroup& group : grouped_benefits(schedule)) {
        for (const Benefit* benefit : group.benefits) {
            const Grant grant = grant_for(schedule, *benefit, tier);
            if (grant.answer != Answer::no)
                rows.push_back({given_mark(schedule, *benefit, tier), capitalized(group.name),
                                std::string{benefit->name}, std::string{benefit->id}, std::string{grant.quantity}});
        }
    }
    document.table({"", "Group", "Benefit", "Id", "Quantity"}, rows);
    document.paragraph(given_legend(schedule, tier));
}

void write_markdown(Document& document, const EligibilityReply& reply) {
    document.heading(2, eligibility_heading(reply));
    write_terms(document, reply.edition);
    Rows rows;
    for (const TierEligibility& tier : reply.tiers)
        rows.push_back({std::string{tier.tier->name}, std::string{name_of(tier.answer)}, ended(tier.reason)});
    document.table({"Tier", "Open", "Why"}, rows);
    for (const TierEligibility& tier : reply.tiers) {
        if (tier.answer != Answer::yes)
            continue;
        document.heading(3, tier.tier->name);
        write_join(document, tier.tier->join);
    }
    document.paragraph(individual_sentence);
}

} // namespace ptf_fees::render
