// Floor 3: help. The program's is written by hand to teach; a subcommand's is made from its options.
#include "cli/help.h"

#include "build_identity.h"
#include "cli/described.h"
#include "cli/version.h"
#include "text/width.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

constexpr std::size_t widest = 100;
constexpr std::size_t indent = 2;

std::string syntax_of(const DescribedOption& option) {
    if (option.is_argument)
        return option.type;
    std::string syntax;
    for (const std::string& name : option.names)
        syntax += (syntax.empty() ? "" : ", ") + name;
    return syntax + (option.type.empty() ? "" : " ") + option.type;
}

void append_entry(std::string& out, const std::string& left, std::string_view description, std::size_t left_columns,
                  std::size_t columns) {
    const std::size_t start = indent + left_columns + 2;
    const auto lines = text::wrapped(description, columns > start + 20 ? columns - start : 20);
    out += std::string(indent, ' ') + text::pad_right(left, left_columns);
    if (text::display_width(left) > left_columns)
        out += "\n" + std::string(indent + left_columns, ' ');
    for (std::size_t i = 0; i < lines.size(); ++i)
        out += (i == 0 ? "  " : std::string(start, ' ')) + lines[i] + "\n";
}

void append_section(std::string& out, std::string_view title, std::span<const DescribedOption> options,
                    std::size_t columns) {
    if (options.empty())
        return;
    out += "\n" + std::string{title} + "\n";
    const std::size_t left_columns = columns < 70 ? 20 : 26;
    for (const DescribedOption& option : options)
        append_entry(out, syntax_of(option), option.description, left_columns, columns);
}

} // namespace

std::string program_help() {
    return "ptf-fees: what membership of the PyTorch Foundation (and\n"
           "others) costs, what it gives, and who may join.\n"
           "\n"
           "  ptf-fees quote --tier general --employees 5000\n"
           "  ptf-fees quote --employees 250          all tiers\n"
           "  ptf-fees quote --employees 250 --need tac-seat\n"
           "  ptf-fees eligibility --org-type academic\n"
           "  ptf-fees benefits --tier premier\n"
           "  ptf-fees batch roster.csv -o quotes.csv\n"
           "  ptf-fees members --tier platinum\n"
           "  ptf-fees schedule show ptf-2026-01\n"
           "\n"
           "Commands\n"
           "  quote        what membership costs\n"
           "  benefits     what a tier gives\n"
           "  eligibility  which tiers are open, and how to join\n"
           "  batch        quote a CSV, TSV or JSON Lines file\n"
           "  members      who is a member, since when\n"
           "  schedule     list, show, check, diff the fee schedules\n"
           "  completion   make TAB work in bash, zsh or fish\n"
           "\n"
           "'ptf-fees COMMAND --help' explains a command's options.\n"
           "Exit: 0 answered, 1 the answer is no, 2 could not start,\n"
           "3 schedule refused, 4 not stated, 5 reading or writing\n"
           "failed.\n";
}

std::string command_help(const Line& line, const CLI::App& app, std::size_t columns) {
    const std::size_t width = std::clamp<std::size_t>(columns, 40, widest);
    const DescribedCommand command = described_command(line, app);
    const std::string name = "ptf-fees " + command.words();
    std::string out;
    for (const std::string& part : text::wrapped(name + ": " + std::string{command.summary}, width))
        out += part + "\n";
    out += "\nUsage: " + name + " [OPTIONS]";
    for (const DescribedOption& argument : command.arguments)
        out += " " + argument.type + (argument.is_repeatable ? "..." : "");
    out += command.below.empty() ? "\n" : " COMMAND\n\nCommands\n";
    for (const Command& one : command.below)
        append_entry(out, std::string{one.name}, one.summary, 12, width);
    append_section(out, "Arguments", command.arguments, width);
    append_section(out, "Options", command.options, width);
    for (const Example& example : line.command->examples) {
        out += (&example == line.command->examples.data() ? "\nExamples\n  " : "  ") + std::string{example.line} + "\n";
        for (const std::string& part : text::wrapped(example.meaning, width - 6))
            out += "      " + part + "\n";
    }
    return out;
}

std::string version_text() {
    return "ptf-fees " + std::string{version} + "\ncommit " + std::string{build_commit} + "\nschedules sha256 " +
           std::string{schedules_digest} + "\n";
}

} // namespace ptf_fees::cli
