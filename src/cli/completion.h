#pragma once
// The completion scripts: static text for the commands, options and embedded catalogue of this build.

#include "cli/values.h"

#include <string>

namespace ptf_fees::cli {

/// Shell commands that leave the tiers, or the benefits, of what 'ptf-fees benefits --format csv' prints, one a line.
inline constexpr std::string_view tiers_filter = "sed -n '1s/^[^,]*,[^,]*,[^,]*,//p' | tr , '\\n'";
inline constexpr std::string_view benefits_filter = "sed '1d;s/,.*//'";

[[nodiscard]] std::string bash_completion(std::span<const DescribedCommand> commands);
[[nodiscard]] std::string zsh_completion(std::span<const DescribedCommand> commands);
[[nodiscard]] std::string fish_completion(std::span<const DescribedCommand> commands);

} // namespace ptf_fees::cli
