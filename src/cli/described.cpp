// Floor 3: walks the table of commands, lets each add its options to an app of CLI11, and copies what they say.
#include "cli/described.h"

#include "cli/parser.h"
#include "cli/select.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

/// Puts the tiers of the default edition where a description has "{tiers}": they are looked up only to be shown.
void name_tiers(std::string& description) {
    constexpr std::string_view placeholder = "{tiers}";
    const std::size_t here = description.find(placeholder);
    if (here == std::string::npos)
        return;
    std::vector<std::string> names;
    for (const Tier& one : embedded_catalogue().default_edition(default_foundation)->tiers)
        names.emplace_back(one.id);
    description.replace(here, placeholder.size(), std::string{default_foundation} + ": " + text::listed(names, "or"));
}

void describe(const Command& command, const std::vector<std::string>& path, std::vector<DescribedCommand>& out) {
    out.push_back(described_command({&command, path, {}}));
    for (const Command& below : command.below) {
        std::vector<std::string> longer = path;
        longer.emplace_back(below.name);
        describe(below, longer, out);
    }
}

} // namespace

bool DescribedOption::is_called(std::string_view name) const {
    return std::ranges::find(names, name) != names.end();
}

std::string DescribedCommand::words() const {
    return joined(path);
}

std::string DescribedCommand::names_below() const {
    std::vector<std::string> names;
    for (const Command& command : below)
        names.emplace_back(command.name);
    return joined(names);
}

std::string joined(std::span<const std::string> words) {
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : " ") + word;
    return all;
}

DescribedCommand described_command(const Line& line, const CLI::App& app) {
    DescribedCommand out{{line.path.begin(), line.path.end()}, line.command->summary, line.command->below};
    for (DescribedOption& option : options_of(app)) {
        name_tiers(option.description);
        (option.is_argument ? out.arguments : out.options).push_back(std::move(option));
    }
    return out;
}

DescribedCommand described_command(const Line& line) {
    const auto app = new_app();
    Action action;
    line.command->add_options(*app, action);
    return described_command(line, *app);
}

std::vector<DescribedCommand> described_commands() {
    std::vector<DescribedCommand> out;
    describe(program(), {}, out);
    return out;
}

} // namespace ptf_fees::cli
