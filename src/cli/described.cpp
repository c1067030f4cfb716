// Floor 3: walks the table of commands, lets each add its options to a parser of its own, and copies what they say.
#include "cli/described.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

DescribedOption described(const CLI::Option& option) {
    DescribedOption out{.description = option.get_description(), .repeatable = option.get_items_expected_max() > 1};
    if (option.get_items_expected_max() != 0)
        out.type = option.get_type_name();
    for (const std::string& name : option.get_snames())
        out.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        out.names.push_back("--" + name);
    if (!option.nonpositional())
        out.names = {option.get_name(true)};
    out.values = values_of(out.names.back(), out.type);
    return out;
}

void describe(const Command& command, std::vector<std::string> path, std::vector<DescribedCommand>& out) {
    path.emplace_back(command.name);
    CLI::App app;
    Chosen chosen;
    if (command.add_options != nullptr)
        command.add_options(app, chosen);
    DescribedCommand& added = out.emplace_back(path, std::string{command.summary}, command.below);
    for (const CLI::Option* option : app.get_options())
        (option->nonpositional() ? added.options : added.arguments).push_back(described(*option));
    for (const Command& below : command.below)
        describe(below, path, out);
}

} // namespace

bool DescribedOption::is_called(std::string_view name) const {
    return std::ranges::find(names, name) != names.end();
}

std::string DescribedCommand::words() const {
    return joined(path);
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : " ") + word;
    return all;
}

std::vector<DescribedCommand> described_commands() {
    CLI::App app;
    bool version = false;
    add_program_options(app, version);
    std::vector<DescribedCommand> out{{.summary = app.get_description(), .below = commands()}};
    for (const CLI::Option* option : app.get_options())
        out.front().options.push_back(described(*option));
    for (const Command& command : commands())
        describe(command, {}, out);
    return out;
}

} // namespace ptf_fees::cli
