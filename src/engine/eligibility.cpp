// Floor 1, pure: who may join a tier, why, and by which route.
#include "ptf_fees/eligibility.h"

#include "text/words.h"

namespace ptf_fees {
namespace {

/// "nonprofit organisations and academic institutions": the types for which the source gives `answer`.
std::vector<std::string> types_with(const Tier& tier, Answer answer) {
    std::vector<std::string> types;
    for (const OrgType type : all_org_types)
        if (open_to(tier, type) == answer)
            types.emplace_back(text::plural_of(type));
    return types;
}

/// To whom the tier is open instead, as the end of a sentence; empty where it is open to nobody.
std::string open_instead(const Tier& tier) {
    const auto others = types_with(tier, Answer::yes);
    if (others.empty())
        return {};
    return ": it is open to " + text::listed(others);
}

/// How many may be members, as the end of a sentence; empty where any number may.
std::string up_to_most_members(const Tier& tier) {
    if (!tier.members_max)
        return {};
    return ", up to " + text::counted(*tier.members_max, "member", "members") + " in all";
}

std::string reason_of(const Schedule& schedule, const Tier& tier, OrgType type) {
    const std::string who{text::plural_of(type)};
    const std::string name{tier.name};
    switch (open_to(tier, type)) {
    case Answer::yes:
        return name + " is open to " + who + up_to_most_members(tier);
    case Answer::no:
        return name + " is not open to " + who + open_instead(tier);
    case Answer::unstated:
        break;
    }
    return "The terms do not state whether " + name + " is open to " + who + ": ask " +
           text::in_sentence(schedule.name) + ", " + std::string{tier.join.url};
}

} // namespace

TierEligibility eligibility(const Schedule& schedule, const Tier& tier, OrgType type) {
    return {&tier, open_to(tier, type), reason_of(schedule, tier, type)};
}

std::vector<TierEligibility> eligibility(const Schedule& schedule, OrgType type) {
    std::vector<TierEligibility> answers;
    for (const Tier& tier : schedule.tiers)
        answers.push_back(eligibility(schedule, tier, type));
    return answers;
}

std::string admission_words(const Join& join) {
    if (join.route == Route::enrolment)
        return "by enrolment";
    std::string words = "by approval";
    if (!join.by.empty())
        words += " of the " + std::string{join.by};
    if (join.within_days)
        words += ", within " + text::counted(*join.within_days, "day", "days");
    return words;
}

} // namespace ptf_fees
