#pragma once
// The words of the command line, before CLI11 reads them.

#include "cli/command.h"

#include <span>
#include <string>
#include <vector>

namespace ptf_fees::cli {

/// The arguments after the program's name. What newcomers type for help is put as the program has it: "help quote"
/// and "--help quote" become "quote --help", "quote help" and "quote /?" too, "version" becomes "--version".
[[nodiscard]] std::vector<std::string> words_of(std::span<char* const> arguments);

/// The command that the first of the words name, which must live as long as the line.
[[nodiscard]] Line line_of(std::span<const std::string> words);

/// Whether errors are to be JSON: the last --format in the arguments after the program's name says json. Looked at
/// before parsing, since parsing may be what fails, and without memory, since that may be what runs out.
[[nodiscard]] bool asks_for_json(std::span<char* const> arguments) noexcept;

[[nodiscard]] bool is_help_option(std::string_view word);

} // namespace ptf_fees::cli
