#pragma once
// The command line: argv to exit code.

namespace ptf_fees::cli {

/// Runs the program on `argv` and returns its exit code (README: exit codes). Never throws.
[[nodiscard]] int run(int argc, char** argv) noexcept;

} // namespace ptf_fees::cli
