// Floor 2: what a tier gives and who may join it, in text.
#include "render/phrases.h"
#include "render/text.h"

#include <utility>

namespace ptf_fees::render {
namespace {

std::string name_and_id(const Benefit& benefit) {
    return std::string{benefit.name} + " (" + std::string{benefit.id} + ")";
}

/// The benefits of which `tier` gives something, or of which the source does not say whether it does, by group.
void write_given(Page& page, const Schedule& schedule, const Tier& tier) {
    const std::size_t index = index_of(schedule, tier);
    for (const BenefitGroup& group : grouped_benefits(schedule)) {
        bool first = true;
        for (const Benefit* benefit : group.benefits) {
            const Grant grant = grant_for(schedule, *benefit, index);
            if (grant.answer == Answer::no)
                continue;
            if (std::exchange(first, false))
                page.heading(capitalized(group.name));
            page.paragraph(name_and_id(*benefit) + (grant.quantity.empty() ? "" : ": " + std::string{grant.quantity}),
                           Paint::plain, 2, given_mark(schedule, *benefit, index) + " ");
        }
    }
    page.blank();
    page.paragraph(given_legend(schedule, index), Paint::dim);
}

std::string_view word_for(Answer answer) {
    switch (answer) {
    case Answer::yes:
        return "open";
    case Answer::no:
        return "not open";
    case Answer::unstated:
        return "not stated";
    }
    return {};
}

} // namespace

void write_matrix(Page& page, const Schedule& schedule) {
    Table table{.columns = {{.title = "Benefit", .wraps = true, .weight = 4}}};
    for (const Tier& tier : schedule.tiers)
        table.columns.push_back({.title = std::string{tier.name}, .align = Align::center, .wraps = true});
    for (const BenefitGroup& group : grouped_benefits(schedule)) {
        table.rows.push_back({.cells = {{capitalized(group.name)}}, .kind = TableRow::Kind::heading});
        for (const Benefit* benefit : group.benefits) {
            TableRow row{.cells = {{name_and_id(*benefit)}}};
            for (std::size_t tier = 0; tier < schedule.tiers.size(); ++tier)
                row.cells.push_back({grant_mark(grant_for(schedule, *benefit, tier))});
            table.rows.push_back(std::move(row));
        }
    }
    page.table(table);
    page.blank();
    page.paragraph(mark_legend(schedule), Paint::dim);
}

void write_text(Page& page, const BenefitsReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    write_terms(page, reply.edition);
    page.paragraph(benefits_heading(reply), Paint::bold);
    page.blank();
    if (schedule.benefits.empty())
        page.paragraph("This edition records no benefits.");
    else if (reply.tier == nullptr)
        write_matrix(page, schedule);
    else
        write_given(page, schedule, *reply.tier);
}

void write_text(Page& page, const EligibilityReply& reply) {
    write_terms(page, reply.edition);
    page.paragraph(eligibility_heading(reply), Paint::bold);
    for (const TierEligibility& tier : reply.tiers) {
        page.heading(std::string{tier.tier->name} + ": " + std::string{word_for(tier.answer)});
        page.paragraph(ended(tier.reason), Paint::plain, 2);
        if (tier.answer == Answer::yes)
            write_join(page, tier.tier->join, 2);
    }
    page.blank();
    page.paragraph(individual_sentence);
}

} // namespace ptf_fees::render
