#pragma once
// A subcommand: a file of its own with an options struct, add_x(app) and run. This is their list.

#include "cli/options.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace ptf_fees::cli {

/// What the named command does once its options are parsed. Filled as its options are added.
struct Action {
    std::function<Result()> answer{}; ///< for commands that answer with a reply
    std::function<int()> stream{};    ///< for commands that write as they go: returns the exit code
    std::string typed{};              ///< the command line, ready to be typed again
    OutputOptions output{};
};

/// A command line that people start from.
struct Example {
    std::string_view line;
    std::string_view meaning; ///< a sentence
};

/// A subcommand, or one below it.
struct Command {
    std::string_view name;
    std::string_view summary;                           ///< one line for the list of commands
    void (*add_options)(CLI::App& app, Action& action); ///< its options, and what it does
    std::span<const Command> below{};                   ///< the commands below it; then it does nothing by itself
    std::span<const Example> examples{};                ///< shown at the end of its help, and in the manual
};

/// The program itself: a command without a name, and below it all others in the order in which help lists them. A new
/// one is a file, a declaration below and a line there.
[[nodiscard]] const Command& program();

/// A command line: the command that its first words name, and the words that follow.
struct Line {
    const Command* command; ///< the program where none is named
    std::span<const std::string> path;
    std::span<const std::string> words;
};

void add_quote(CLI::App& app, Action& action);
void add_benefits(CLI::App& app, Action& action);
void add_eligibility(CLI::App& app, Action& action);
void add_members(CLI::App& app, Action& action);
void add_batch(CLI::App& app, Action& action);
void add_completion(CLI::App& app, Action& action);
void add_schedule_list(CLI::App& app, Action& action);
void add_schedule_show(CLI::App& app, Action& action);
void add_schedule_check(CLI::App& app, Action& action);
void add_schedule_diff(CLI::App& app, Action& action);

} // namespace ptf_fees::cli
