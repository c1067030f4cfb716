// Any command line is answered or refused in a sentence. One word a line; nothing is read or written.
#include "fuzz/targets.h"

#include "cli/arguments.h"
#include "cli/parser.h"

#include <algorithm>
#include <span>

using namespace ptf_fees;
using fuzz::must;
using fuzz::must_be_sentence;

namespace {

/// A command line as the program has it when the shell has split it.
class CommandLine {
public:
    explicit CommandLine(std::string_view input) {
        for (std::size_t at = 0; at <= input.size();) {
            const std::size_t end = std::min(input.find('\n', at), input.size());
            words_.emplace_back(input.substr(at, end - at));
            at = end + 1;
        }
        for (std::string& word : words_)
            arguments_.push_back(word.data());
    }

    [[nodiscard]] std::span<char* const> arguments() const { return arguments_; }

private:
    std::vector<std::string> words_{"ptf-fees"};
    std::vector<char*> arguments_;
};

/// Whether an answer would read files.
bool touches_files(std::span<const std::string> words) {
    return std::ranges::any_of(words, [](const std::string& word) {
        return word.find('/') != std::string::npos || word.ends_with(".toml") || word.starts_with("--cat") ||
               word == "check" || word == "batch";
    });
}

void check_command(std::span<const std::string> words) {
    const cli::Line line = cli::line_of(words);
    const auto app = cli::new_app();
    cli::Action action;
    line.command->add_options(*app, action);
    const auto asked = cli::read_words(*app, line);
    if (!asked) {
        must_be_sentence(asked.error().message);
        return;
    }
    if (*asked != cli::Asked::answer || touches_files(words) || !action.answer)
        return;
    if (const cli::Result result = action.answer(); !result)
        must_be_sentence(result.error().message);
}

} // namespace

void fuzz::commands(std::string_view input) {
    const CommandLine line{input.substr(0, input.find('\0'))};
    (void)cli::asks_for_json(line.arguments());
    const std::vector<std::string> words = cli::words_of(line.arguments());
    must(words.size() + 1 >= line.arguments().size() - 1 && words.size() <= line.arguments().size(), "no word is lost");
    check_command(words);
}
