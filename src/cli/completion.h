#pragma once
// The completion scripts: static text for the commands, options and embedded catalogue of this build.

#include "cli/described.h"

#include <string>

namespace ptf_fees::cli {

[[nodiscard]] std::string bash_completion(std::span<const DescribedCommand> commands);
[[nodiscard]] std::string zsh_completion(std::span<const DescribedCommand> commands);
[[nodiscard]] std::string fish_completion(std::span<const DescribedCommand> commands);

} // namespace ptf_fees::cli
