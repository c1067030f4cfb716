#pragma once
// Which tiers are open to an organisation, why, and how to join.

#include "ptf_fees/schedule.h"

#include <string>
#include <vector>

namespace ptf_fees {

struct TierEligibility {
    const Tier* tier = nullptr;
    Answer answer = Answer::no;
    std::string reason{}; ///< one sentence, whatever the answer
};

/// Whether `tier` of `schedule` is open to organisations of `type`, with the reason.
[[nodiscard]] TierEligibility eligibility(const Schedule& schedule, const Tier& tier, OrgType type);

/// The same for every tier, in the schedule's order.
[[nodiscard]] std::vector<TierEligibility> eligibility(const Schedule& schedule, OrgType type);

/// How one joins, in a few words: "by enrolment", "by approval of the Governing Board, within 14 days".
[[nodiscard]] std::string admission_words(const Join& join);

} // namespace ptf_fees
