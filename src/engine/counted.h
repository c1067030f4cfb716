#pragma once
// What a schedule counts where it does not count employees.

#include "ptf_fees/price.h"

#include <span>

namespace ptf_fees {

/// Whether every fee among `charges` that depends on employees counts the same as `schedule` does.
[[nodiscard]] bool count_the_same(std::span<const Charge> charges, const Schedule& schedule);

} // namespace ptf_fees
