#pragma once
// The words of the command line, and which option or argument each of them belongs to.

#include "cli/outcome.h"
#include "cli/parser.h"

#include <expected>
#include <span>
#include <string>
#include <vector>

namespace ptf_fees::cli {

/// The arguments after the program's name. What newcomers type for help is put as the program has it: "help quote"
/// and "--help quote" become "quote --help", "quote help" and "quote /?" too, "version" becomes "--version".
[[nodiscard]] std::vector<std::string> words_of(std::span<char* const> arguments);

/// Whether errors are to be JSON: the last --format in the arguments after the program's name says json. Looked at
/// before parsing, since parsing may be what fails, and without memory, since that may be what runs out.
[[nodiscard]] bool asks_for_json(std::span<char* const> arguments) noexcept;

/// What the words ask of a command.
enum class Asked : std::uint8_t { answer, help, version };

/// Gives the words after the command's name to the options and arguments of `command`, for the parser to store; or says
/// what is wrong with the first that has no place. `path` holds the names that led to `command`.
///
/// CLI11's own reading is not used: it lets a value that is missing or empty swallow the next option, takes an
/// empty value for none, and reads brackets as lists.
[[nodiscard]] std::expected<Asked, Failure> assign(const Parser& command, std::span<const std::string> path,
                                                   std::span<const std::string> words);

} // namespace ptf_fees::cli
