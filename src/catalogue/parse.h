#pragma once
// Text to TOML, or a finding that says why not.

#include "catalogue/report.h"
#include "catalogue/toml.h"

#include <optional>
#include <string_view>

namespace ptf_fees::catalogue {

/// The TOML of `text`; nullopt where it is refused or is not TOML, which has been reported then. Never throws.
[[nodiscard]] std::optional<toml::table> parse_toml(std::string_view text, Report& report);

} // namespace ptf_fees::catalogue
