#pragma once
// The commands and options as plain values, read from CLI11's own description of them: for help, completion, the
// manual, and hints about a line that was not understood.

#include "cli/command.h"

#include <string>
#include <vector>

namespace ptf_fees::cli {

/// An option, or an argument that needs no option before it.
struct DescribedOption {
    std::vector<std::string> names{}; ///< "-o", "--output"; for an argument, its name without dashes
    std::string type{};               ///< what is shown for the value in help: "FILE"; empty for a flag
    std::string description{};
    bool is_argument = false;
    bool is_repeatable = false;
    bool value_is_optional = false;

    [[nodiscard]] bool is_called(std::string_view name) const;
};

/// A command. The program itself is the one with an empty path.
struct DescribedCommand {
    std::vector<std::string> path{}; ///< "schedule", "show"
    std::string_view summary{};
    std::span<const Command> below{};
    std::vector<DescribedOption> options{};
    std::vector<DescribedOption> arguments{};

    [[nodiscard]] std::string words() const;       ///< "schedule show"
    [[nodiscard]] std::string names_below() const; ///< "list show check diff"
};

/// The words with blanks between them.
[[nodiscard]] std::string joined(std::span<const std::string> words);

/// The command that the line names, whose options are those of `app`.
[[nodiscard]] DescribedCommand described_command(const Line& line, const CLI::App& app);
[[nodiscard]] DescribedCommand described_command(const Line& line);

/// The program, then every command, each before those below it.
[[nodiscard]] std::vector<DescribedCommand> described_commands();

} // namespace ptf_fees::cli
