#pragma once
// The manual page.

#include "cli/described.h"

#include <string>

namespace ptf_fees::cli {

/// ptf-fees(1) as roff with the man macros.
[[nodiscard]] std::string manual(std::span<const DescribedCommand> commands);

} // namespace ptf_fees::cli
