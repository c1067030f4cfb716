#pragma once
// A subcommand: a file of its own with an options struct, add_x(app) and run. This is their list.

#include "cli/options.h"

#include <functional>
#include <span>
#include <string_view>

namespace ptf_fees::cli {

/// What the command line chose to do. The subcommands fill it while CLI11 parses.
struct Chosen {
    std::function<Result()> answer{}; ///< for commands that answer with a reply
    std::function<int()> stream{};    ///< for commands that write as they go: returns the exit code
    OutputOptions output{};
};

/// A subcommand, or one below it.
struct Command {
    std::string_view name;
    std::string_view summary;                           ///< one line for the list of commands
    void (*add_options)(CLI::App& app, Chosen& chosen); ///< its options, and what it does when chosen
    std::span<const Command> below{};                   ///< the commands below it; then it does nothing by itself
};

/// All subcommands, in the order in which help lists them. A new one is a file, a declaration below and a line there.
[[nodiscard]] std::span<const Command> commands();

/// The options of the program itself: -h and --version.
void add_program_options(CLI::App& app, bool& version);

void add_quote(CLI::App& app, Chosen& chosen);
void add_benefits(CLI::App& app, Chosen& chosen);
void add_eligibility(CLI::App& app, Chosen& chosen);
void add_batch(CLI::App& app, Chosen& chosen);
void add_completion(CLI::App& app, Chosen& chosen);
void add_schedule_list(CLI::App& app, Chosen& chosen);
void add_schedule_show(CLI::App& app, Chosen& chosen);
void add_schedule_check(CLI::App& app, Chosen& chosen);
void add_schedule_diff(CLI::App& app, Chosen& chosen);

} // namespace ptf_fees::cli
