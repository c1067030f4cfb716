#pragma once
// A second pricing, written as differently as we could: no schedule, no bands, no table; the published terms of 2023
// to 2025 as plain questions, typed from the sources. What the engine says must be what this says.

#include "ptf_fees/price.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reference {

struct Answer {
    ptf_fees::Status status = ptf_fees::Status::quoted;
    std::int64_t membership = 0;   ///< whole dollars; meaningful only when quoted
    std::int64_t prerequisite = 0; ///< the same
};

/// What Linux Foundation Silver costs an organisation of that size.
inline std::int64_t silver(std::int64_t employees) {
    return employees < 100 ? 5'000 : employees < 500 ? 10'000 : employees < 5'000 ? 15'000 : 20'000;
}

/// What the General scale says.
inline std::int64_t general(std::int64_t employees) {
    if (employees >= 5'000)
        return 50'000;
    if (employees >= 3'000)
        return 40'000;
    if (employees >= 1'000)
        return 35'000;
    return employees >= 500 ? 30'000 : 25'000;
}

/// The terms of 2023 to 2025 for one organisation. `employees` is unknown, or exact and at least 1.
inline Answer price(std::string_view tier, std::optional<ptf_fees::Figure> employees, ptf_fees::OrgType type,
                    bool lf_member) {
    using enum ptf_fees::Status;
    using ptf_fees::OrgType;
    if (tier == "associate") {
        if (type == OrgType::company || type == OrgType::individual)
            return {ineligible};
        if (type == OrgType::government)
            return {unstated};
        return {};
    }
    if (type == OrgType::individual)
        return {ineligible};
    const bool premier = tier == "premier";
    if (!employees && (!premier || !lf_member))
        return {needs_employees};
    return {quoted, premier ? 150'000 : general(employees->from), lf_member ? 0 : silver(employees->from)};
}

} // namespace reference
