#pragma once
// What --help and --version print.

#include "cli/command.h"

#include <string>

namespace ptf_fees::cli {

/// The help of the whole program: a screen that teaches by examples, at most 60 columns wide.
[[nodiscard]] std::string program_help();

/// The help of the command that the line names, with the options of `app`, wrapped to `columns`.
[[nodiscard]] std::string command_help(const Line& line, const CLI::App& app, std::size_t columns);

/// Version, commit, and the SHA-256 digest of the embedded schedules: a line each.
[[nodiscard]] std::string version_text();

} // namespace ptf_fees::cli
