// Floor 3: reads the words of the command line from left to right: an option, its value, an argument. Each word has one
// meaning whatever follows it, and a word without a meaning is refused by name.
#include "cli/arguments.h"

#include "cli/refusals.h"
#include "ptf_fees/organization.h"
#include "text/names.h"

#include <algorithm>
#include <array>

namespace ptf_fees::cli {
namespace {

constexpr std::array<std::string_view, 4> help_words{"help", "/?", "-?", "-help"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

bool is_help_option(std::string_view word) {
    return word == "-h" || word == "--help";
}

/// A word that can only be an option. "-" is standard input, and "-5" may be a value.
bool is_option(std::string_view word) {
    return word.starts_with("--");
}

class Reader {
public:
    Reader(const Parser& command, std::span<const std::string> path, std::span<const std::string> words)
        : command_{command}, line_{path, words}, words_{words} {}

    std::expected<Asked, Failure> read() {
        const auto end_of_options = std::ranges::find(words_, "--");
        if (!takes_commands() && std::any_of(words_.begin(), end_of_options, is_help_option))
            return Asked::help;
        while (next_ < words_.size()) {
            if (auto failure = read_one())
                return std::unexpected(std::move(*failure));
            if (asked_ != Asked::answer)
                break;
        }
        return asked_;
    }

private:
    /// Whether a command is expected where we are: then what is no option is a mistyped command.
    [[nodiscard]] bool takes_commands() const { return !commands_below(line_.path).empty(); }

    std::optional<Failure> read_one() {
        const std::string& word = words_[next_++];
        if (word == "--" && !only_arguments_ && !takes_commands()) {
            only_arguments_ = true;
            return std::nullopt;
        }
        if (!only_arguments_ && word.size() > 1 && word.starts_with('-'))
            return word[1] == '-' ? read_long(word) : read_short(word);
        return read_argument(word);
    }

    std::optional<Failure> read_long(const std::string& word) {
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        auto option = command_.option(name);
        if (!option)
            return unknown(word);
        if (equals == std::string::npos)
            return option->takes() == Takes::nothing ? read_flag(*option, name) : read_value(*option, name);
        if (option->takes() == Takes::nothing)
            return value_for_flag(name, word.substr(equals));
        return give(*option, name, word.substr(equals + 1));
    }

    /// "-o FILE" or "-oFILE".
    std::optional<Failure> read_short(const std::string& word) {
        const std::string name = word.substr(0, 2);
        auto option = command_.option(name);
        // "-output" is the long name with a dash too few, not a file called "utput".
        if (!option || command_.option("-" + word.substr(0, word.find('='))))
            return unknown(word);
        if (word.size() == 2)
            return option->takes() == Takes::nothing ? read_flag(*option, name) : read_value(*option, name);
        if (option->takes() == Takes::nothing)
            return unknown(word);
        if (word[2] == '=')
            return equals_after_short(*option, word);
        return give(*option, name, word.substr(2));
    }

    std::optional<Failure> unknown(const std::string& word) {
        if (word == "--version") {
            asked_ = Asked::version;
            return std::nullopt;
        }
        return unknown_option(line_, word);
    }

    std::optional<Failure> read_flag(Option& option, std::string_view name) {
        if (is_help_option(name))
            asked_ = Asked::help;
        else if (name == "--version")
            asked_ = Asked::version;
        else if (!option.is_given())
            option.switch_on();
        return std::nullopt;
    }

    /// The value is the next word, unless that can only be an option. --lf-member is content with itself there.
    std::optional<Failure> read_value(Option& option, const std::string& name) {
        const std::string* next = next_ < words_.size() ? &words_[next_] : nullptr;
        if (next == nullptr || is_option(*next) || (next->size() == 2 && command_.option(*next)))
            return name == "--lf-member" ? give(option, name, "yes") : missing_value(option, name, next);
        if (name == "--lf-member" && !parse_yes_no(*next, ""))
            return neither_yes_nor_no(name, *next);
        ++next_;
        return give(option, name, *next);
    }

    std::optional<Failure> give(Option& option, const std::string& name, const std::string& value) {
        if (value.empty())
            return empty_value(option, name);
        if (option.takes() != Takes::several && option.is_given())
            return repeated_option(name, option.first_value(), value);
        option.give(value);
        return std::nullopt;
    }

    std::optional<Failure> read_argument(const std::string& word) {
        if (takes_commands())
            return unknown_command(line_, word);
        for (Option& option : command_.options())
            if (option.is_argument() && (option.takes() == Takes::several || !option.is_given()))
                return give(option, option.type(), word);
        return unexpected_argument(line_, word);
    }

    const Parser& command_;
    Line line_;
    std::span<const std::string> words_;
    std::size_t next_ = 0;
    bool only_arguments_ = false;
    Asked asked_ = Asked::answer;
};

} // namespace

std::vector<std::string> words_of(std::span<char* const> arguments) {
    std::vector<std::string> words{arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end()};
    if (words.size() > 1 && (words.front() == "help" || is_help_option(words.front()))) {
        std::ranges::rotate(words, words.begin() + 1);
        words.back() = "--help";
    }
    std::span<const Command> commands_here = commands();
    std::size_t depth = 0;
    while (depth < words.size()) {
        const auto named = std::ranges::find(commands_here, words[depth], &Command::name);
        if (named == commands_here.end())
            break;
        commands_here = named->below;
        ++depth;
    }
    if (depth + 1 == words.size() && is_one_of(words.back(), help_words))
        words.back() = "--help";
    if (words.size() == 1 && words.front() == "version")
        words.front() = "--version";
    return words;
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

std::expected<Asked, Failure> assign(const Parser& command, std::span<const std::string> path,
                                     std::span<const std::string> words) {
    return Reader{command, path, words}.read();
}

} // namespace ptf_fees::cli
