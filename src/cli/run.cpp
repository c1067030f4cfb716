// Floor 3: the table of contents of the program: read the command line, find the answer, deliver it.
#include "cli/run.h"

#include "cli/arguments.h"
#include "cli/deliver.h"
#include "cli/help.h"
#include "cli/parser.h"
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

std::string typed_again(std::span<const std::string> words) {
    std::string line = "ptf-fees";
    for (const std::string& word : words)
        line += " " + text::shell_word(word);
    return line;
}

int help_of(const Line& line, const CLI::App& app) {
    if (line.path.empty())
        return deliver(program_help());
    return deliver(command_help(line, app, platform::columns(platform::standard_output)));
}

int parse_and_answer(std::span<char* const> arguments, bool json_errors) {
    const std::vector<std::string> words = words_of(arguments);
    const Line line = line_of(words);
    // The process ends right after the answer: nothing is torn down. Only the options of the command that was named are
    // declared: all of them would double the start-up.
    static Action& action = *new Action;
    static const auto& app = *new auto{new_app()};
    line.command->add_options(*app, action);
    const auto asked = read_words(*app, line);
    if (!asked)
        return deliver(asked.error(), json_errors);
    if (*asked == Asked::version)
        return deliver(version_text());
    if (*asked == Asked::help)
        return help_of(line, *app);
    if (action.stream) {
        action.typed = typed_again(words);
        return action.stream();
    }
    const Result result = action.answer();
    return result ? deliver(*result, action.output, json_errors) : deliver(result.error(), json_errors);
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
