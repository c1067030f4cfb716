// Floor 2: what a tier gives and who may join it, as documents.
#include "document/answers.h"
#include "document/phrases.h"
#include "document/pieces.h"

namespace ptf_fees::document {
namespace {

/// The benefits of which `tier` gives something, or of which the source does not say whether it does, by group.
void add_given(Document& document, const Schedule& schedule, const Tier& tier) {
    const std::size_t index = index_of(schedule, tier);
    for (const BenefitGroup& group : grouped_benefits(schedule)) {
        Items items{.kind = Items::Kind::marks, .indent = 2};
        for (const Benefit* benefit : group.benefits) {
            const Grant grant = grant_for(schedule, *benefit, index);
            if (grant.answer == Answer::no)
                continue;
            items.texts.push_back(name_and_id(*benefit) +
                                  (grant.quantity.empty() ? "" : ": " + std::string{grant.quantity}));
            items.marks.push_back(given_mark(schedule, *benefit, index));
        }
        if (items.texts.empty())
            continue;
        document.add(Heading{capitalized(group.name)});
        document.add(std::move(items));
    }
    document.gap();
    document.say(given_legend(schedule, index), Tone::faint);
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

Document document_of(const BenefitsReply& reply, Scope) {
    const Schedule& schedule = *reply.edition.schedule;
    Document document{.title = benefits_heading(reply)};
    add_terms(document, reply.edition);
    document.add(Title{});
    document.gap();
    if (schedule.benefits.empty())
        document.say("This edition records no benefits.");
    else if (reply.tier == nullptr)
        add_matrix(document, schedule);
    else
        add_given(document, schedule, *reply.tier);
    return document;
}

Document document_of(const EligibilityReply& reply, Scope) {
    Document document{.title = eligibility_heading(reply)};
    add_terms(document, reply.edition);
    document.add(Title{});
    for (const TierEligibility& tier : reply.tiers) {
        document.add(Heading{std::string{tier.tier->name} + ": " + std::string{word_for(tier.answer)}});
        document.say(ended(tier.reason), Tone::plain, 2);
        if (tier.answer == Answer::yes)
            add_join(document, tier.tier->join, 2);
    }
    document.gap();
    document.say(std::string{individual_sentence});
    return document;
}

} // namespace ptf_fees::document
