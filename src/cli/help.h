#pragma once
// What --help and --version print.

#include "cli/command.h"

#include <string>

namespace ptf_fees::cli {

/// The help of the whole program: a screen that teaches by examples, at most 60 columns wide.
[[nodiscard]] std::string program_help();

/// The help of the command that `path` leads to, from its own options and its entry in the table, wrapped to `columns`.
[[nodiscard]] std::string command_help(const Parser& command, std::span<const std::string> path, const Command& entry,
                                       std::size_t columns);

/// Version, commit, and the SHA-256 digest of the embedded schedules: a line each.
[[nodiscard]] std::string version_text();

} // namespace ptf_fees::cli
