#pragma once
// Brings answers and failures to stdout, stderr or a file.

#include "cli/command.h"

namespace ptf_fees::cli {

/// Renders `outcome` as the options say and writes it. Returns the exit code.
[[nodiscard]] int deliver(const Outcome& outcome, const OutputOptions& options, bool json_errors);

/// Prints a failure: sentences on stderr, or a JSON object on stdout. Returns the exit code.
[[nodiscard]] int deliver(const Failure& failure, bool json_errors);

/// Says that memory ran out, without needing any. Returns the exit code.
[[nodiscard]] int deliver_memory_ran_out(bool json_errors) noexcept;

/// Writes to standard error; where that is a terminal without UTF-8, in ASCII.
void say(std::string_view text);

/// Writes plain text (help, version) to stdout. Returns the exit code: 0, or 5 where that fails.
[[nodiscard]] int deliver(std::string_view text);

} // namespace ptf_fees::cli
