// Floor 3: the table of contents of the program: read the command line, find the answer, deliver it.
#include "cli/run.h"

#include "cli/arguments.h"
#include "cli/deliver.h"
#include "cli/help.h"
#include "cli/refusals.h"
#include "platform/output.h"
#include "platform/signals.h"
#include "platform/terminal.h"
#include "text/escape.h"
#include "text/lines.h"

#include <algorithm>
#include <new>
#include <span>

namespace ptf_fees::cli {
namespace {

struct Program {
    bool version = false;
    Parser parser = program_parser(version);
    Chosen chosen{};
};

/// A subcommand that was named, by the names that led to it.
struct Named {
    Parser command;
    std::span<const std::string> path;
    std::span<const std::string> words; ///< what follows the names
    const Command* entry = nullptr;     ///< null for the program itself
};

/// Adds to the program the command that `words` name, with its options: building all of them would double the start-up.
Named add_named_command(Program& program, std::span<const std::string> words) {
    Named named{program.parser, words.first(0), words};
    std::span<const Command> below = commands();
    while (!named.words.empty()) {
        const auto found = std::ranges::find(below, named.words.front(), &Command::name);
        if (found == below.end())
            break;
        named.command = named.command.add_command(found->name, found->summary);
        if (found->add_options != nullptr)
            found->add_options(named.command, program.chosen);
        named.entry = &*found;
        below = found->below;
        named.path = words.first(named.path.size() + 1);
        named.words = words.subspan(named.path.size());
    }
    return named;
}

std::string typed_again(const Named& named) {
    std::string line = "ptf-fees";
    for (const auto& words : {named.path, named.words})
        for (const std::string& word : words)
            line += " " + text::shell_word(word);
    return line;
}

int help_of(const Named& named) {
    if (named.entry == nullptr)
        return deliver(program_help());
    return deliver(command_help(named.command, named.path, *named.entry, platform::columns(platform::standard_output)));
}

int answer(Program& program, const Named& named, bool json_errors) {
    const auto asked = assign(named.command, named.path, named.words);
    if (!asked)
        return deliver(asked.error(), json_errors);
    if (*asked == Asked::version)
        return deliver(version_text());
    if (*asked == Asked::help)
        return help_of(named);
    if (const auto wrong = program.parser.parse(named.path))
        return deliver(Failure{Exit::could_not_start, "bad-value", *wrong}, json_errors);
    if (program.chosen.stream) {
        program.chosen.typed = typed_again(named);
        return program.chosen.stream();
    }
    if (!program.chosen.answer)
        return help_of(named);
    const Result result = program.chosen.answer();
    return result ? deliver(*result, program.chosen.output, json_errors) : deliver(result.error(), json_errors);
}

int parse_and_answer(std::span<char* const> arguments, bool json_errors) {
    const std::vector<std::string> words = words_of(arguments);
    // The process ends right after the answer: nothing is torn down.
    static Program& program = *new Program;
    return answer(program, add_named_command(program, words), json_errors);
}

} // namespace

int run(int argc, char** argv) noexcept {
    platform::set_up_process();
    const std::span<char* const> arguments{argv, static_cast<std::size_t>(argc)};
    const bool json_errors = asks_for_json(arguments);
    try {
        return parse_and_answer(arguments, json_errors);
    } catch (const std::bad_alloc&) {
        return deliver_memory_ran_out(json_errors);
    } catch (const std::exception& error) {
        platform::write_error(text::Lines{}.add("error: " + std::string{error.what()}).view());
    }
    return static_cast<int>(Exit::io_failed);
}

} // namespace ptf_fees::cli
