// Floor 3: the table of contents of the program: read the command line, find the answer, deliver it.
#include "cli/run.h"

#include "cli/arguments.h"
#include "cli/deliver.h"
#include "cli/help.h"
#include "platform/output.h"
#include "platform/signals.h"
#include "platform/terminal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <new>
#include <span>

namespace ptf_fees::cli {
namespace {

struct Program {
    CLI::App app{"what membership of a foundation costs", "ptf-fees"};
    Chosen chosen{};
    bool version = false;
};

/// Adds to `app` the one of `commands` that `words` name, with its options: building all of them would double the
/// start-up.
void add_commands(CLI::App& app, std::span<const Command> commands, std::span<const std::string> words,
                  Chosen& chosen) {
    // What is not known is left to us, for a better refusal than the parser's.
    app.allow_extras();
    if (words.empty())
        return;
    const auto named = std::ranges::find(commands, words.front(), &Command::name);
    if (named == commands.end())
        return;
    CLI::App& added = *app.add_subcommand(std::string{named->name}, std::string{named->summary});
    add_commands(added, named->below, words.subspan(1), chosen);
    if (named->add_options != nullptr)
        named->add_options(added, chosen);
}

/// The innermost subcommand that was named.
CLI::App& innermost(CLI::App& app) {
    const auto parsed = app.get_subcommands();
    return parsed.empty() ? app : innermost(*parsed.front());
}

std::string command_line(const CLI::App& app) {
    return (app.get_parent() == nullptr ? "" : command_line(*app.get_parent()) + " ") + app.get_name();
}

Failure unknown_option(const CLI::App& app, std::string_view typed) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string_view name = typed.substr(0, typed.find('='));
    return {Exit::could_not_start, "unknown-option",
            "'" + command_line(app) + "' has no option " + text::quoted(name) + text::did_you_mean(name, candidates),
            "'" + command_line(app) + " --help' lists them"};
}

/// The commands below `app`, by the names that led to it.
std::span<const Command> commands_below(const CLI::App& app) {
    if (app.get_parent() == nullptr)
        return commands();
    const auto siblings = commands_below(*app.get_parent());
    const auto found = std::ranges::find(siblings, app.get_name(), &Command::name);
    return found == siblings.end() ? std::span<const Command>{} : found->below;
}

Failure unexpected_argument(const CLI::App& app, std::string_view typed) {
    std::vector<std::string> names;
    for (const Command& command : commands_below(app))
        names.emplace_back(command.name);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    if (!names.empty())
        return {Exit::could_not_start, "unknown-command",
                "there is no command " + text::quoted(typed) + text::did_you_mean(typed, candidates),
                "the commands are " + text::listed(names)};
    return {Exit::could_not_start, "unexpected-argument",
            "'" + command_line(app) + "' does not take the argument " + text::quoted(typed),
            "'" + command_line(app) + " --help' lists the options; a value follows its option, such as --tier general"};
}

/// What was typed and no command knows.
std::optional<Failure> leftover(const CLI::App& app) {
    const auto remaining = app.remaining();
    for (const std::string& argument : remaining)
        if (argument.size() > 1 && argument.starts_with('-') && argument != "--")
            return unknown_option(app, argument);
    for (const std::string& argument : remaining)
        if (argument != "--")
            return unexpected_argument(app, argument);
    for (const CLI::App* command : app.get_subcommands())
        if (auto failure = leftover(*command))
            return failure;
    return std::nullopt;
}

Failure parse_failure(const CLI::App& app, const CLI::ParseError& error) {
    std::string message = error.what();
    const std::string option = message.substr(0, message.find(':'));
    const std::string hint = "'" + command_line(app) + " --help' explains the options";
    if (message.find("required") != std::string::npos || message.find("At least") != std::string::npos)
        return {Exit::could_not_start, "missing-value", option + " needs a value", hint};
    if (message.find("at most") != std::string::npos || message.find("At most") != std::string::npos)
        return {Exit::could_not_start, "repeated-option", option + " is given more than once", hint};
    return {Exit::could_not_start, "bad-value", std::move(message), hint};
}

int help_of(const CLI::App& app) {
    if (app.get_parent() == nullptr)
        return deliver(program_help());
    return deliver(command_help(app, commands_below(app), platform::columns(platform::standard_output)));
}

int answer(Program& program, bool json_errors) {
    if (auto failure = leftover(program.app))
        return deliver(*failure, json_errors);
    if (program.version)
        return deliver(version_text());
    if (program.chosen.stream)
        return program.chosen.stream();
    if (!program.chosen.answer)
        return help_of(innermost(program.app));
    const Result result = program.chosen.answer();
    return result ? deliver(*result, program.chosen.output, json_errors) : deliver(result.error(), json_errors);
}

int parse_and_answer(std::span<char* const> arguments) {
    std::vector<std::string> words = normalized(arguments);
    const bool json_errors = asks_for_json(words);
    // The process ends right after the answer: nothing is torn down.
    static Program& program = *new Program;
    program.app.add_flag("--version", program.version, "Show the version");
    add_commands(program.app, commands(), words, program.chosen);
    try {
        std::vector<std::string> reversed{words.rbegin(), words.rend()};
        program.app.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        return help_of(innermost(program.app));
    } catch (const CLI::ParseError& error) {
        return deliver(parse_failure(innermost(program.app), error), json_errors);
    }
    return answer(program, json_errors);
}

} // namespace

int run(int argc, char** argv) noexcept {
    platform::set_up_process();
    try {
        return parse_and_answer({argv, static_cast<std::size_t>(argc)});
    } catch (const std::bad_alloc&) {
        platform::write_error("error: memory ran out; nothing was written\n");
    } catch (const std::exception& error) {
        platform::write_error("error: ");
        platform::write_error(error.what());
        platform::write_error("\n");
    }
    return static_cast<int>(Exit::io_failed);
}

} // namespace ptf_fees::cli
