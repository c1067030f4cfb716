#pragma once
// The question of ptf-fees quote, as typed on a command line or in a link, and its answer.

#include "cli/options.h"

namespace ptf_fees::cli {

struct QuoteOptions {
    std::vector<std::string> tiers{}; ///< several are a portfolio
    std::optional<std::string> need{};
    bool explain = false;
    OrganizationOptions organization{};
    ScheduleOptions schedule{};
};

[[nodiscard]] Result answer(const QuoteOptions& options);

} // namespace ptf_fees::cli
