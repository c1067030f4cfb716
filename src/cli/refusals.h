#pragma once
// Why a command line was not understood, and what to write instead.

#include "cli/command.h"

#include <optional>
#include <span>
#include <string>

namespace ptf_fees::cli {

/// The names that led to a command, and the words that follow them.
struct Line {
    std::span<const std::string> path;
    std::span<const std::string> words;
};

/// The commands below that path: all of them for the empty one.
[[nodiscard]] std::span<const Command> commands_below(std::span<const std::string> path);

[[nodiscard]] Failure unknown_option(const Line& line, const std::string& typed);
[[nodiscard]] Failure unknown_command(const Line& line, const std::string& typed);
[[nodiscard]] Failure unexpected_argument(const Line& line, const std::string& typed);

/// `next` is what stands where the value should; null at the end of the line.
[[nodiscard]] Failure missing_value(const Option& option, const std::string& name, const std::string* next);
/// A word after --lf-member that is neither yes nor no nor an option.
[[nodiscard]] Failure neither_yes_nor_no(const std::string& name, const std::string& next);
[[nodiscard]] Failure empty_value(const Option& option, const std::string& name);
[[nodiscard]] Failure repeated_option(const std::string& name, const std::string& first, const std::string& second);
[[nodiscard]] Failure value_for_flag(const std::string& name, const std::string& value);
[[nodiscard]] Failure equals_after_short(const Option& option, const std::string& typed);

} // namespace ptf_fees::cli
