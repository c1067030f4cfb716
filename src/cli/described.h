#pragma once
// The commands and options as plain values, made from the same table that parses them: for completion, the manual, and
// hints about a line that was not understood.

#include "cli/command.h"
#include "cli/values.h"

#include <string>
#include <vector>

namespace ptf_fees::cli {

/// An option, or an argument that stands by itself.
struct DescribedOption {
    std::vector<std::string> names{}; ///< "-o", "--output"; for an argument, its name without dashes
    std::string type{};               ///< what stands for the value in help: "FILE"; empty for a flag
    std::string description{};
    bool repeatable = false;
    Values values{};

    [[nodiscard]] bool is_called(std::string_view name) const;
};

/// A command. The program itself is the one with an empty path.
struct DescribedCommand {
    std::vector<std::string> path{}; ///< "schedule", "show"
    std::string summary{};
    std::span<const Command> below{};
    std::vector<DescribedOption> options{};
    std::vector<DescribedOption> arguments{};

    [[nodiscard]] std::string words() const; ///< "schedule show"
};

/// The words with blanks between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

/// The program, then every command, each before those below it.
[[nodiscard]] std::vector<DescribedCommand> described_commands();

} // namespace ptf_fees::cli
