#pragma once
// A subcommand: a file of its own with an options struct, add_x(app) and run. This is their list.

#include "cli/options.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace ptf_fees::cli {

/// What the named command does once its options are parsed. Filled as its options are added.
struct Chosen {
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
    std::string_view summary;                         ///< one line for the list of commands
    void (*add_options)(Parser& app, Chosen& chosen); ///< its options, and what it does
    std::span<const Command> below{};                 ///< the commands below it; then it does nothing by itself
    std::span<const Example> examples{};              ///< shown at the end of its help, and in the manual
};

/// All subcommands, in the order in which help lists them. A new one is a file, a declaration below and a line there.
[[nodiscard]] std::span<const Command> commands();

/// The program itself, with its own options: -h and --version.
[[nodiscard]] Parser program_parser(bool& version);

void add_quote(Parser& app, Chosen& chosen);
void add_benefits(Parser& app, Chosen& chosen);
void add_eligibility(Parser& app, Chosen& chosen);
void add_members(Parser& app, Chosen& chosen);
void add_batch(Parser& app, Chosen& chosen);
void add_completion(Parser& app, Chosen& chosen);
void add_schedule_list(Parser& app, Chosen& chosen);
void add_schedule_show(Parser& app, Chosen& chosen);
void add_schedule_check(Parser& app, Chosen& chosen);
void add_schedule_diff(Parser& app, Chosen& chosen);

} // namespace ptf_fees::cli
