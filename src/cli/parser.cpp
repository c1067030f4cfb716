// Floor 3: declarations and words go to CLI11, and what it found wrong comes back as a failure, in refusals.h's words.
// The only source that includes its header: parser.h says why.
#include "cli/parser.h"

#include "cli/arguments.h"
#include "cli/refusals.h"
#include "text/names.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>

namespace ptf_fees::cli {
namespace {

/// Goes before each value and argument (it is ASCII's unit separator, which nobody types). CLI11 takes some words for
/// more than text, each version others ("[a,b]" is a list, "[[a]]" an escape, "{}" nothing), and an empty value for
/// none, but no word that begins like this. And a value without it, but with a dash, is an option that CLI11 took for
/// the value of the option before it.
constexpr char mark = '\x1F';

bool is_dashed(std::string_view word) {
    return word.size() > 1 && word.starts_with('-');
}

bool is_marked(std::string_view word) {
    return word.starts_with(mark);
}

/// The word as it was typed.
std::string unmarked(std::string word) {
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    if (const std::size_t at = is_marked(word) ? 0 : equals + 1; at < word.size() && word[at] == mark)
        word.erase(at, 1);
    return word;
}

/// get_option_no_throw says noexcept and allocates: where memory runs out it would abort.
const CLI::Option* option_called(const CLI::App& app, const std::string& name) {
    const auto options = app.get_options();
    const auto found = std::ranges::find_if(options, [&](const auto* option) { return option->check_name(name); });
    return found == options.end() ? nullptr : *found;
}

DescribedOption described(const CLI::Option& option) {
    const bool takes_value = option.get_items_expected_max() > 0;
    DescribedOption out{.is_argument = option.get_positional(),
                        .is_repeatable = option.get_items_expected_max() > 1,
                        .value_is_optional = takes_value && option.get_items_expected_min() == 0};
    if (out.is_argument)
        out.names.push_back(option.get_name(true));
    for (const std::string& name : option.get_snames())
        out.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        out.names.push_back("--" + name);
    if (takes_value)
        out.type = option.get_type_name();
    out.description = option.get_description();
    return out;
}

Failure unexpected_value(const std::string& name, const std::string& typed) {
    return refusal("unexpected-value", name + " takes no value, and " + text::quoted(typed) + " follows it",
                   "write " + name + " alone");
}

Failure empty_value(const std::string& name, const std::string& how) {
    return refusal("missing-value", "the value of " + name + " is empty", how + ", or leave it out");
}

/// What is wrong with the words that CLI11 gave to an option or argument.
std::optional<Failure> fault_of(const CLI::App& app, const CLI::Option& option, const Line& line) {
    const std::string name = option.get_name();
    for (const std::string& given : option.results()) {
        const std::string typed = unmarked(given);
        if (is_dashed(given) && option.get_positional())
            return unknown_option(line, typed);
        if (is_dashed(given) && (given[1] == '-' || option_called(app, given) != nullptr))
            return refusal("missing-value", name + " needs a value, and " + text::quoted(typed) + " follows it",
                           usage(described(option), name));
        if (is_marked(given) && option.get_items_expected_max() == 0)
            return unexpected_value(name, "=" + typed);
        if (is_marked(given) && typed.empty() && option.get_positional())
            return refusal("missing-value", "the argument " + option.get_type_name() + " is empty");
        if (is_marked(given) && typed.empty())
            return empty_value(name, usage(described(option), name));
    }
    if (option.count() > 1 && option.get_items_expected_max() == 1)
        return repeated_option(name, unmarked(option.results()[0]), unmarked(option.results()[1]));
    return std::nullopt;
}

/// What is wrong with the line, of which CLI11 has read `words`; `thrown` is what it says itself, empty where it is
/// content.
std::optional<Failure> fault_of(const CLI::App& app, const Line& line, std::span<const std::string> words,
                                const std::string& thrown) {
    const bool wants_command = !line.command->below.empty();
    for (const std::string& word : app.remaining())
        if (!is_marked(word) && (word != "--" || wants_command))
            return unknown_option(line, unmarked(word));
    for (const CLI::Option* option : app.get_options())
        if (auto fault = option->empty() ? std::nullopt : fault_of(app, *option, line))
            return fault;
    for (const std::string& word : app.remaining())
        if (is_marked(word))
            return wants_command ? unknown_command(line, unmarked(word)) : unexpected_argument(line, unmarked(word));
    if (thrown.empty())
        return std::nullopt;
    const std::string last = words.empty() ? "" : words.back();
    if (const CLI::Option* option = is_dashed(last) ? option_called(app, last) : nullptr)
        return refusal("missing-value", last + " needs a value", usage(described(*option), last));
    return refusal("bad-value", thrown);
}

/// The description is set last: CLI11 makes each option twice.
CLI::Option* declared(CLI::App& app, std::string_view names, CLI::callback_t store, std::string_view type,
                      std::string_view description) {
    return app.add_option(std::string{names}, std::move(store))
        ->type_name(std::string{type})
        ->description(std::string{description});
}

CLI::callback_t storing(std::optional<std::string>& target) {
    return [&target](const CLI::results_t& given) {
        target = unmarked(given.front());
        return true;
    };
}

/// What is wrong with "-oFILE" as an option with its value. CLI11 would read "-q-tier" as -q and --tier: short options
/// share no dash, and "-output" is the long name with a dash too few.
std::optional<Failure> fault_of_joined(const CLI::App& app, const Line& line, const std::string& word) {
    const std::string short_name = word.substr(0, 2);
    const std::string value = word.substr(2);
    const CLI::Option* option = option_called(app, short_name);
    if (option == nullptr || option_called(app, "-" + word.substr(0, word.find('='))) != nullptr)
        return unknown_option(line, word);
    const std::string name = option->get_name();
    if (option->get_items_expected_max() == 0)
        return value.starts_with('=') ? unexpected_value(short_name, value) : unknown_option(line, word);
    if (value == "=")
        return empty_value(name, usage(described(*option), name));
    if (value.starts_with('='))
        return refusal("bad-value", text::quoted(word) + " is not clear: a short option takes no '='",
                       "write " + short_name + " " + value.substr(1) + " or " + name + value);
    return std::nullopt;
}

/// The words as CLI11 wants them: the last one first.
std::expected<std::vector<std::string>, Failure> marked(const CLI::App& app, const Line& line,
                                                        std::span<const std::string> words) {
    std::vector<std::string> out;
    bool options = true;
    bool is_value = false; // of the option before
    for (const std::string& word : words) {
        const bool is_option = options && is_dashed(word);
        const std::size_t equals = word.find('=');
        if (!is_option) {
            out.push_back(mark + word);
        } else if (word.starts_with("--") && equals != std::string::npos) {
            out.push_back(word.substr(0, equals + 1) + mark + word.substr(equals + 1));
        } else if (word.size() > 2 && word[1] != '-' && !is_value) {
            if (auto fault = fault_of_joined(app, line, word))
                return std::unexpected(std::move(*fault));
            out.push_back(word.substr(0, 2));
            out.push_back(mark + word.substr(2));
        } else {
            out.push_back(word);
            options = word != "--";
        }
        const CLI::Option* option = is_option && !is_value ? option_called(app, word) : nullptr;
        is_value = option != nullptr && option->get_items_expected_min() > 0;
    }
    std::ranges::reverse(out);
    return out;
}

std::span<const std::string> words_before(std::string_view end, std::span<const std::string> words) {
    return {words.begin(), std::ranges::find(words, end)};
}

} // namespace

std::shared_ptr<CLI::App> new_app() {
    return std::make_shared<CLI::App>();
}

void add_option(CLI::App& app, std::string_view names, std::optional<std::string>& target, std::string_view type,
                std::string_view description) {
    declared(app, names, storing(target), type, description);
}

void add_option(CLI::App& app, std::string_view names, std::vector<std::string>& target, std::string_view type,
                std::string_view description) {
    const auto store = [&target](const CLI::results_t& given) {
        std::ranges::transform(given, std::back_inserter(target), unmarked);
        return true;
    };
    declared(app, names, store, type, description)
        ->expected(CLI::detail::expected_max_vector_size)
        ->allow_extra_args(!names.starts_with('-'));
}

void add_yes_no(CLI::App& app, std::string_view name, std::optional<std::string>& target,
                std::string_view description) {
    declared(app, name, storing(target), "yes|no", description)->expected(0, 1)->default_str("yes");
}

void add_flag(CLI::App& app, std::string_view names, bool& target, std::string_view description) {
    app.add_flag(std::string{names}, target, std::string{description});
}

std::vector<DescribedOption> options_of(const CLI::App& app) {
    std::vector<DescribedOption> all;
    for (const CLI::Option* option : app.get_options())
        all.push_back(described(*option));
    return all;
}

std::expected<Asked, Failure> read_words(CLI::App& app, const Line& line) {
    std::span<const std::string> words = line.words;
    if (!line.command->below.empty()) {
        if (words.empty())
            return Asked::help;
        words = words.first(1); // a command has to follow, and what is none of them is refused
    }
    const auto options = words_before("--", words);
    if (std::ranges::any_of(options, is_help_option))
        return Asked::help;
    Asked asked = Asked::answer;
    if (const auto before = words_before("--version", options); before.size() < options.size()) {
        asked = Asked::version; // if what comes before it is right; what follows is not read
        words = before;
    }
    auto marked_words = marked(app, line, words);
    if (!marked_words)
        return std::unexpected(std::move(marked_words.error()));
    std::string thrown;
    try {
        app.parse(std::move(*marked_words));
    } catch (const CLI::CallForHelp&) {
        asked = Asked::help;
    } catch (const CLI::ParseError& error) {
        thrown = error.what();
    }
    if (auto fault = fault_of(app, line, words, thrown))
        return std::unexpected(std::move(*fault));
    return asked;
}

} // namespace ptf_fees::cli
