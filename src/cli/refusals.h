#pragma once
// Why a command line was not understood, and what to write instead: what CLI11 would say, in this program's words.

#include "cli/described.h"

#include <string>

namespace ptf_fees::cli {

[[nodiscard]] Failure unknown_option(const Line& line, const std::string& typed);
[[nodiscard]] Failure unknown_command(const Line& line, const std::string& typed);
[[nodiscard]] Failure unexpected_argument(const Line& line, const std::string& typed);

/// `name` is that of the option as it was typed, `next` the word after it; empty at the end of the line.
[[nodiscard]] Failure missing_value(const DescribedOption& option, const std::string& name, const std::string& next);
[[nodiscard]] Failure empty_value(const DescribedOption& option);
[[nodiscard]] Failure repeated_option(const std::string& name, const std::string& first, const std::string& second);
[[nodiscard]] Failure value_for_flag(const DescribedOption& option, const std::string& value);
/// "-o=FILE".
[[nodiscard]] Failure equals_after_short(const DescribedOption& option, const std::string& value);

} // namespace ptf_fees::cli
