// Floor 2: what a tier gives and who may join it, as pages.
#include "render/html.h"
#include "render/phrases.h"

namespace ptf_fees::render {
namespace {

std::string_view heading_for(Answer answer) {
    switch (answer) {
    case Answer::yes:
        return ": open";
    case Answer::no:
        return ": not open";
    case Answer::unstated:
        return ": not stated";
    }
    return {};
}

/// The benefits of which `tier` gives something, or of which the source does not say whether it does.
void write_given(Html& html, const Schedule& schedule, const Tier& tier) {
    const std::size_t index = index_of(schedule, tier);
    HtmlTable table{
        .caption = given_legend(schedule, index), .header = {"Benefit", std::string{tier.name}}, .look = "marks"};
    for (const BenefitGroup& group : grouped_benefits(schedule)) {
        const std::size_t before = table.rows.size();
        for (const Benefit* benefit : group.benefits) {
            const Grant grant = grant_for(schedule, *benefit, index);
            if (grant.answer == Answer::no)
                continue;
            if (table.rows.size() == before)
                table.rows.push_back({.cells = {{capitalized(group.name)}}, .look = "group"});
            table.rows.push_back({.cells = {{std::string{benefit->name}, std::string{benefit->id}},
                                            {given_mark(schedule, *benefit, index), std::string{grant.quantity}}}});
        }
    }
    html.table(table);
}

} // namespace

std::string html_title(const BenefitsReply& reply) {
    return benefits_heading(reply);
}

std::string html_title(const EligibilityReply& reply) {
    return eligibility_heading(reply);
}

void write_html(Html& html, const BenefitsReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    write_terms(html, reply.edition);
    html.section("Benefits");
    if (schedule.benefits.empty())
        html.paragraph("This edition records no benefits.");
    else if (reply.tier == nullptr)
        write_matrix(html, schedule);
    else
        write_given(html, schedule, *reply.tier);
    html.close("section");
}

void write_html(Html& html, const EligibilityReply& reply) {
    write_terms(html, reply.edition);
    for (const TierEligibility& tier : reply.tiers) {
        html.section(std::string{tier.tier->name} + std::string{heading_for(tier.answer)});
        html.paragraph(ended(tier.reason));
        if (tier.answer == Answer::yes) {
            html.element("h3", "How to join");
            write_join(html, tier.tier->join);
        }
        html.close("section");
    }
    html.paragraph(individual_sentence);
}

} // namespace ptf_fees::render
