// Floor 3: what the words say before any option is declared: the command, a wish for help, errors as JSON.
#include "cli/arguments.h"

#include "text/names.h"

#include <algorithm>
#include <array>

namespace ptf_fees::cli {

std::vector<std::string> words_of(std::span<char* const> arguments) {
    constexpr std::array<std::string_view, 4> help_words{"help", "/?", "-?", "-help"};
    std::vector<std::string> words{arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end()};
    if (words.size() > 1 && (words.front() == "help" || is_help_option(words.front()))) {
        std::ranges::rotate(words, words.begin() + 1);
        words.back() = "--help";
    }
    if (const auto last = line_of(words).words; last.size() == 1 && std::ranges::count(help_words, last.front()) != 0)
        words.back() = "--help";
    if (words.size() == 1 && words.front() == "version")
        words.front() = "--version";
    return words;
}

Line line_of(std::span<const std::string> words) {
    Line line{&program(), words.first(0), words};
    while (!line.words.empty()) {
        const auto below = line.command->below;
        const auto named = std::ranges::find(below, line.words.front(), &Command::name);
        if (named == below.end())
            break;
        line = {&*named, words.first(line.path.size() + 1), line.words.subspan(1)};
    }
    return line;
}

bool asks_for_json(std::span<char* const> arguments) noexcept {
    constexpr std::string_view option = "--format";
    bool json = false;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        if (word == "--")
            break;
        if (word == option && i + 1 < arguments.size())
            json = text::same_ignoring_case(arguments[i + 1], "json");
        else if (word.starts_with(option) && word.substr(option.size()).starts_with('='))
            json = text::same_ignoring_case(word.substr(option.size() + 1), "json");
    }
    return json;
}

bool is_help_option(std::string_view word) {
    return word == "-h" || word == "--help";
}

} // namespace ptf_fees::cli
