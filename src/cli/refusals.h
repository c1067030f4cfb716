#pragma once
// Why a command line was not understood, and what to write instead: what CLI11 would say, in this program's words.

#include "cli/described.h"

#include <string>

namespace ptf_fees::cli {

[[nodiscard]] Failure unknown_option(const Line& line, const std::string& typed);
[[nodiscard]] Failure unknown_command(const Line& line, const std::string& typed);
[[nodiscard]] Failure unexpected_argument(const Line& line, const std::string& typed);
[[nodiscard]] Failure repeated_option(const std::string& name, const std::string& first, const std::string& second);

/// "write --tier ID, such as --tier general": `name` is the one of its names that was typed.
[[nodiscard]] std::string usage(const DescribedOption& option, const std::string& name);

} // namespace ptf_fees::cli
