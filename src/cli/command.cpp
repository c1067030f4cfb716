// Floor 3: the list of subcommands.
#include "cli/command.h"

#include "cli/parser.h"

#include <array>

namespace ptf_fees::cli {
namespace {

constexpr auto quote_examples = std::to_array(
    {Example{"ptf-fees quote --tier general --employees 5000", "What a company of 5,000 pays in a year."},
     Example{"ptf-fees quote --employees 250 --need tac-seat", "The cheapest tier with a seat on the committee."}});
constexpr auto eligibility_examples =
    std::to_array({Example{"ptf-fees eligibility --org-type academic", "Which tiers are open to a university."}});
constexpr auto batch_examples = std::to_array(
    {Example{"ptf-fees batch roster.csv -o quotes.csv", "A quote for every row of a table."},
     Example{"ptf-fees batch hr.csv --tier general", "The same tier for every row, or for those that name none."}});
constexpr auto members_examples = std::to_array(
    {Example{"ptf-fees members --tier platinum --as-of 2026-02-01", "Who was a Platinum member on that day."}});
constexpr auto diff_examples =
    std::to_array({Example{"ptf-fees schedule diff ptf-2024-10 ptf-2026-01", "What changed between two editions."}});

void add_nothing(CLI::App& /*app*/, Action& /*action*/) {}

constexpr auto schedule_commands = std::to_array(
    {Command{"list", "All editions: when in force, replaced by which, which is the default", add_schedule_list},
     Command{"show", "Tiers, bands, requirements, benefits, sources and the merged table", add_schedule_show},
     Command{"check", "Prove that schedule files are valid, or list all that is wrong", add_schedule_check},
     Command{"diff",
             "Fees, bands, benefits and eligibility that changed between two",
             add_schedule_diff,
             {},
             diff_examples}});

constexpr auto all_commands = std::to_array(
    {Command{"quote", "What membership costs: one tier, or all of them side by side", add_quote, {}, quote_examples},
     Command{"benefits", "What a tier gives; without --tier the whole matrix", add_benefits},
     Command{"eligibility",
             "Which tiers are open to an organisation, why, and how to join",
             add_eligibility,
             {},
             eligibility_examples},
     Command{"batch", "Quote every organisation in a CSV, TSV or JSON Lines file", add_batch, {}, batch_examples},
     Command{"members", "Who is a member, at which tier, since when", add_members, {}, members_examples},
     Command{"schedule", "The fee schedules themselves: list, show, check, diff", add_nothing, schedule_commands},
     Command{"completion", "Print the completion script for bash, zsh or fish", add_completion}});

/// read_words knows --version, which every command takes; it is listed here.
void add_version(CLI::App& app, Action& /*action*/) {
    static bool version = false;
    add_flag(app, "--version", version, "Print the version and exit");
}

constexpr Command the_program{
    "", "what membership of the PyTorch Foundation and others costs, what it gives, and who may join", add_version,
    all_commands};

} // namespace

const Command& program() {
    return the_program;
}

} // namespace ptf_fees::cli
