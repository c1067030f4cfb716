// Floor 2, catalogue: the matrix of benefits: whoever pays for a higher tier expects what the lower ones have.

#include "catalogue/check.h"

#include "catalogue/published.h"
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

/// The first number of a quantity: 50 of "50 vouchers".
std::optional<text::wide> number_of(const Grant& grant) {
    const auto numbers = read_published(grant.quantity).numbers;
    return numbers.empty() ? std::nullopt : std::optional{numbers.front()};
}

/// A higher tier that has less of it than a lower one.
void check_quantities(const Schedule& schedule, const Benefit& benefit, Place place, Report& report) {
    std::optional<text::wide> most;
    const Tier* lower = nullptr;
    for (std::size_t tier = schedule.tiers.size(); tier-- > 0;) {
        const auto number = number_of(grant_for(schedule, benefit, tier));
        if (number && most && *number < *most)
            report.add(Code::quantity_below_lower, place,
                       "tier " + text::quoted(schedule.tiers[tier].id) + " has less of the benefit " +
                           text::quoted(benefit.id) + " than the lower tier " + text::quoted(lower->id),
                       "compare both quantities with the source");
        if (number && (!most || *number > *most)) {
            most = number;
            lower = &schedule.tiers[tier];
        }
    }
}

void check_benefit(const Schedule& schedule, const Benefit& benefit, Place place, Report& report) {
    std::vector<Answer> answers;
    answers.reserve(schedule.tiers.size());
    for (std::size_t tier = 0; tier < schedule.tiers.size(); ++tier)
        answers.push_back(grant_for(schedule, benefit, tier).answer);
    const auto implied = [&](std::size_t tier) {
        return benefit.implied_by &&
               grant_for(schedule, schedule.benefits[*benefit.implied_by], tier).answer == Answer::yes;
    };
    for (std::size_t tier = 0; tier < answers.size(); ++tier) {
        const bool lacks = answers[tier] == Answer::no && !implied(tier);
        const Tier* lower = lacks ? lower_tier_with(answers, schedule, tier) : nullptr;
        if (lower == nullptr)
            continue;
        report.add(Code::lacks_lower_benefit, place,
                   "tier " + text::quoted(schedule.tiers[tier].id) + " lacks the benefit " + text::quoted(benefit.id) +
                       ", which the lower tier " + text::quoted(lower->id) + " has",
                   "compare it with the source; a tier left out of tiers is a \"no\"");
    }
}

} // namespace

void check_benefits(const Schedule& schedule, Reading& reading) {
    for (const Benefit& benefit : schedule.benefits) {
        const Place place = reading.places.of(&benefit.grants);
        check_benefit(schedule, benefit, place, reading.report);
        check_quantities(schedule, benefit, place, reading.report);
    }
}

} // namespace ptf_fees::catalogue
