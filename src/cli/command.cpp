// Floor 3: the list of subcommands.
#include "cli/command.h"

#include <array>

namespace ptf_fees::cli {
namespace {

constexpr std::array schedule_commands{
    Command{"list", "All editions: when in force, replaced by which, which is the default", add_schedule_list},
    Command{"show", "Tiers, bands, requirements, benefits, sources and the merged table", add_schedule_show},
    Command{"check", "Prove that schedule files are sound, or list all that is wrong", add_schedule_check},
    Command{"diff", "Fees, bands, benefits and eligibility that changed between two", add_schedule_diff},
};

constexpr std::array all_commands{
    Command{"quote", "What membership costs: one tier, or all of them side by side", add_quote},
    Command{"benefits", "What a tier gives; without --tier the whole matrix", add_benefits},
    Command{"eligibility", "Which tiers are open to an organisation, why, and how to join", add_eligibility},
    Command{"batch", "Quote every organisation in a CSV, TSV or JSON Lines file", add_batch},
    Command{"schedule", "The fee schedules themselves: list, show, check, diff", nullptr, schedule_commands},
    Command{"completion", "Print the completion script for bash, zsh or fish", add_completion},
};

} // namespace

Parser program_parser(bool& version) {
    Parser program{"what membership of a foundation costs, what it gives, and who may join"};
    program.add_flag("--version", version, "Print the version and exit");
    return program;
}

std::span<const Command> commands() {
    return all_commands;
}

} // namespace ptf_fees::cli
