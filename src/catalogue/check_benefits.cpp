// Floor 2, catalogue: the matrix of benefits: whoever pays for a higher tier expects what the lower ones have.

#include "catalogue/check.h"

#include "ptf_fees/benefits.h"
#include "text/names.h"
#include "text/words.h"

namespace ptf_fees::catalogue {

namespace {

/// The highest of the tiers below `tier` that has the benefit, or nullptr.
const Tier* lower_tier_with(std::span<const Answer> answers, const Schedule& schedule, std::size_t tier) {
    for (std::size_t lower = tier + 1; lower < answers.size(); ++lower) {
        if (answers[lower] == Answer::yes)
            return &schedule.tiers[lower];
    }
    return nullptr;
}

void check_benefit(const Schedule& schedule, const Benefit& benefit, Place place, Report& report) {
    std::vector<Answer> answers;
    answers.reserve(schedule.tiers.size());
    for (std::size_t tier = 0; tier < schedule.tiers.size(); ++tier)
        answers.push_back(grant_for(schedule, benefit, tier).answer);
    for (std::size_t tier = 0; tier < answers.size(); ++tier) {
        const Tier* lower = answers[tier] == Answer::no ? lower_tier_with(answers, schedule, tier) : nullptr;
        if (lower == nullptr)
            continue;
        report.add(Code::lacks_lower_benefit, place,
                   "tier " + text::quoted(schedule.tiers[tier].id) + " lacks the benefit " + text::quoted(benefit.id) +
                       ", which the lower tier " + text::quoted(lower->id) + " has",
                   "compare it with the source; a tier left out of tiers is a \"no\"");
    }
}

} // namespace

void check_benefits(LoadedFile& file) {
    for (std::size_t i = 0; i < file.schedule->benefits.size(); ++i)
        check_benefit(*file.schedule, file.schedule->benefits[i], file.draft.benefits[i].tiers, file.report);
}

} // namespace ptf_fees::catalogue
