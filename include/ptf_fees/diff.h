#pragma once
// What changed between two editions.

#include "ptf_fees/schedule.h"

#include <string>
#include <vector>

namespace ptf_fees {

/// One difference: for example fees / "general, 500 to 999 employees" / "$30,000" / "$32,000".
struct Difference {
    enum class Topic : std::uint8_t { terms, tier, fee, requirement, eligibility, joining, benefit };
    Topic topic = Topic::terms;
    std::string subject{}; ///< what changed
    std::string before{};  ///< empty: it was not there
    std::string after{};   ///< empty: it is not there any more
};

/// "terms", "tier", "fee", "requirement", "eligibility", "joining", "benefit". Static storage.
[[nodiscard]] std::string_view name_of(Difference::Topic topic) noexcept;

/// All differences from `before` to `after`: terms, tiers, fees, bands, requirements, eligibility, how to join,
/// benefits; in that order. Empty when nothing that a member would notice differs.
[[nodiscard]] std::vector<Difference> differences(const Schedule& before, const Schedule& after);

/// The fees that are the same in both, each with its amount: "general, 500 to 999 employees: $30,000".
[[nodiscard]] std::vector<std::string> same_fees(const Schedule& before, const Schedule& after);

} // namespace ptf_fees
