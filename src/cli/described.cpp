// Floor 3: walks the table of commands, lets each add its options to a parser of its own, and copies what they say.
#include "cli/described.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

DescribedOption described(const Option& option) {
    DescribedOption out{.names = option.names(),
                        .type = option.type(),
                        .description = option.description(),
                        .repeatable = option.takes() == Takes::several};
    out.values = values_of(out.names.back(), out.type);
    return out;
}

void describe(const Command& command, std::vector<std::string> path, std::vector<DescribedCommand>& out) {
    path.emplace_back(command.name);
    Parser app{""};
    Chosen chosen;
    if (command.add_options != nullptr)
        command.add_options(app, chosen);
    DescribedCommand& added = out.emplace_back(path, std::string{command.summary}, command.below);
    for (const Option& option : app.options())
        (option.is_argument() ? added.arguments : added.options).push_back(described(option));
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
    bool version = false;
    const Parser program = program_parser(version);
    std::vector<DescribedCommand> out{{.summary = program.description(), .below = commands()}};
    for (const Option& option : program.options())
        out.front().options.push_back(described(option));
    for (const Command& command : commands())
        describe(command, {}, out);
    return out;
}

} // namespace ptf_fees::cli
