// Floor 2: phrases about an edition as a whole: its facts, its tiers, its benefits.
#include "document/phrases.h"
#include "text/decimal.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::document {

std::string grant_mark(const Grant& grant) {
    if (!grant.quantity.empty())
        return std::string{grant.quantity};
    switch (grant.answer) {
    case Answer::no:
        return "-";
    case Answer::yes:
        return "✓";
    case Answer::unstated:
        return "?";
    }
    return {};
}

std::string mark_legend(const Schedule& schedule) {
    bool unstated = false;
    for (const Benefit& benefit : schedule.benefits)
        for (std::size_t tier = 0; tier < schedule.tiers.size(); ++tier)
            unstated = unstated || grant_for(schedule, benefit, tier).answer == Answer::unstated;
    return std::string{"✓ yes, - no"} + (unstated ? ", ? the source does not say" : "");
}

std::string name_and_id(const Benefit& benefit) {
    return std::string{benefit.name} + " (" + std::string{benefit.id} + ")";
}

std::vector<BenefitGroup> grouped_benefits(const Schedule& schedule) {
    std::vector<BenefitGroup> groups;
    for (const Benefit& benefit : schedule.benefits) {
        auto group = std::ranges::find(groups, benefit.group, &BenefitGroup::name);
        if (group == groups.end())
            group = groups.insert(group, BenefitGroup{.name = benefit.group, .benefits = {}});
        group->benefits.push_back(&benefit);
    }
    return groups;
}

std::string given_mark(const Schedule& schedule, const Benefit& benefit, std::size_t tier) {
    if (grant_for(schedule, benefit, tier).answer == Answer::unstated)
        return "?";
    return adds_over_tier_below(schedule, benefit, tier) ? "+" : "✓";
}

std::string given_legend(const Schedule& schedule, std::size_t tier) {
    std::string legend = "✓ given";
    if (tier + 1 < schedule.tiers.size())
        legend += ", + given and not by " + std::string{schedule.tiers[tier + 1].name} + ", the tier below";
    const bool unstated = std::ranges::any_of(schedule.benefits, [&](const Benefit& benefit) {
        return grant_for(schedule, benefit, tier).answer == Answer::unstated;
    });
    return legend + (unstated ? ", ? the source does not say" : "");
}

std::string benefits_heading(const BenefitsReply& reply) {
    const std::string foundation = text::in_sentence(reply.edition.schedule->name);
    if (reply.tier == nullptr)
        return "What membership of " + foundation + " gives";
    return "What " + std::string{reply.tier->name} + " membership of " + foundation + " gives";
}

std::string eligibility_heading(const EligibilityReply& reply) {
    return "Membership of " + text::in_sentence(reply.edition.schedule->name) + " for " +
           std::string{type_words(reply.inquiry.organization.type)};
}

std::string diff_heading(const DiffReply& reply) {
    return std::string{reply.before->id} + " -> " + std::string{reply.after->id} + ": " +
           (reply.differences.empty() ? "no difference"
                                      : text::counted(std::ssize(reply.differences), "difference", "differences")) +
           (reply.before->id == reply.after->id ? " (both have the same id)" : "");
}

std::string same_fees_sentence(const DiffReply& reply) {
    std::string sentence;
    for (const std::string& fee : reply.same_fees)
        sentence += (sentence.empty() ? "Fees that did not change: " : "; ") + fee;
    return sentence.empty() ? sentence : sentence + ".";
}

std::vector<Fact> edition_facts(const Edition& edition) {
    const Schedule& schedule = *edition.schedule;
    std::vector<Fact> facts{
        {"Edition", std::string{schedule.id}},
        {"In force from", text::iso(schedule.effective) +
                              (schedule.effective_exact ? "" : ", the day on which these terms were first seen")},
        {"Last seen", text::iso(schedule.verified) + ", the day of the newest copy that says the same"},
        {"Amounts", std::string{schedule.currency} + " per " + std::string{schedule.period}}};
    if (schedule.effective_source != nullptr)
        facts.push_back({"First day", "by " + std::string{schedule.effective_source->id}});
    if (schedule.until)
        facts.push_back({"Replaced", "on " + text::iso(*schedule.until) + ", by terms that no copy has"});
    if (!schedule.employees.empty())
        facts.push_back({"Employees", std::string{schedule.employees}});
    if (!schedule.revenue.empty())
        facts.push_back({"Revenue", std::string{schedule.revenue}});
    return facts;
}

std::vector<Fact> tier_facts(const TierTable& table, const Schedule& schedule) {
    const Tier& tier = *table.tier;
    std::vector<Fact> facts{{"Fee", fee_words(tier.fee, schedule.currency)}};
    std::vector<std::string> required;
    std::vector<std::string> included;
    for (const Charge& charge : table.resolved.charges) {
        if (charge.kind == ChargeKind::required)
            required.push_back(membership_name(charge) + (!charge.other_prices.empty()
                                                              ? ", at the dearest of the printed prices"
                                                          : charge.own_price ? ", at the price printed in these terms"
                                                                             : ""));
        if (charge.kind == ChargeKind::included)
            included.push_back(membership_name(charge));
    }
    if (!required.empty())
        facts.push_back({"Requires", text::listed(required)});
    if (!included.empty())
        facts.push_back({"Bundles", text::listed(included)});
    facts.push_back({"Open to", open_to_words(tier)});
    facts.push_back({"Joining", admission_words(tier.join)});
    if (tier.commitment_years)
        facts.push_back({"Commitment", text::counted(*tier.commitment_years, "year", "years")});
    if (tier.members_max)
        facts.push_back({"Members", "at most " + text::grouped(*tier.members_max)});
    for (const std::string_view note : tier.notes)
        facts.push_back({"Note", std::string{note}});
    return facts;
}

std::string open_to_words(const Tier& tier) {
    std::string words;
    for (const Answer answer : {Answer::yes, Answer::no, Answer::unstated}) {
        std::vector<std::string> types;
        for (const OrgType type : all_org_types)
            if (open_to(tier, type) == answer)
                types.emplace_back(text::plural_of(type));
        if (types.empty())
            continue;
        const std::string_view lead = answer == Answer::yes ? "" : answer == Answer::no ? "not " : "not stated for ";
        words +=
            (words.empty() ? "" : "; ") + std::string{lead} + text::listed(types, answer == Answer::yes ? "and" : "or");
    }
    return words;
}

} // namespace ptf_fees::document
