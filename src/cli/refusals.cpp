// Floor 3: refusals of a command line. All commands are described only here, where a line has failed already.
#include "cli/refusals.h"

#include "cli/suggestion.h"
#include "ptf_fees/organization.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <array>

namespace ptf_fees::cli {
namespace {

std::string called(std::span<const std::string> path) {
    std::string name = "'ptf-fees";
    for (const std::string& word : path)
        name += " " + word;
    return name + "'";
}

std::string see_help(std::span<const std::string> path, std::string_view what) {
    std::string command = called(path);
    command.insert(command.size() - 1, " --help");
    return command + " " + std::string{what};
}

const DescribedCommand& described(std::span<const DescribedCommand> all, std::span<const std::string> path) {
    return *std::ranges::find_if(all, [&](const DescribedCommand& one) { return std::ranges::equal(one.path, path); });
}

/// Commands that answer by themselves, below `path`.
std::vector<const DescribedCommand*> answering(std::span<const DescribedCommand> all,
                                               std::span<const std::string> path) {
    std::vector<const DescribedCommand*> found;
    for (const DescribedCommand& one : all)
        if (one.below.empty() && one.path.size() > path.size() &&
            std::ranges::equal(path, std::span{one.path}.first(path.size())))
            found.push_back(&one);
    return found;
}

std::vector<std::string> names_of(std::span<const DescribedOption> options) {
    std::vector<std::string> names;
    for (const DescribedOption& option : options)
        names.push_back(option.names.back());
    return names;
}

/// What other tools call an option, with the value that it stands for here.
struct ForeignOption {
    std::string_view name;
    std::string_view option;
    std::string_view value{};
};

constexpr std::array foreign_options{ForeignOption{"json", "--format", "json"},
                                     ForeignOption{"csv", "--format", "csv"},
                                     ForeignOption{"html", "--format", "html"},
                                     ForeignOption{"markdown", "--format", "markdown"},
                                     ForeignOption{"no-color", "--color", "never"},
                                     ForeignOption{"no-colour", "--color", "never"},
                                     ForeignOption{"headcount", "--employees"},
                                     ForeignOption{"size", "--employees"},
                                     ForeignOption{"staff", "--employees"},
                                     ForeignOption{"delimiter", "--separator"},
                                     ForeignOption{"sep", "--separator"},
                                     ForeignOption{"skip-lines", "--skip"},
                                     ForeignOption{"skiprows", "--skip"}};

/// The option that was probably meant; "-t" means the only one that begins so.
std::optional<std::string> nearest_option(const DescribedCommand& command, std::string_view typed) {
    if (const DescribedOption* option = intended_option(command, typed))
        return option->names.back();
    std::vector<std::string_view> names; // as they are compared: without dashes
    std::vector<std::string_view> same_letter;
    for (const DescribedOption& option : command.options) {
        names.push_back(std::string_view{option.names.back()}.substr(2));
        if (typed.size() == 2 && text::same_ignoring_case(typed.substr(1), names.back().substr(0, 1)))
            same_letter.push_back(names.back());
    }
    if (same_letter.size() == 1)
        return "--" + std::string{same_letter.front()};
    typed.remove_prefix(std::min(typed.find_first_not_of('-'), typed.size()));
    const auto foreign =
        std::ranges::find(foreign_options, typed.substr(0, typed.find_first_of("= ")), &ForeignOption::name);
    const auto called = [&](const DescribedOption& option) { return option.is_called(foreign->option); };
    if (foreign != foreign_options.end() && std::ranges::any_of(command.options, called))
        return std::string{foreign->option} + (foreign->value.empty() ? "" : " ") + std::string{foreign->value};
    const auto name = text::nearest(typed.substr(0, typed.find_first_of("= ")), names);
    return name ? std::optional{"--" + std::string{*name}} : std::nullopt;
}

/// The command that is named somewhere in the line, and the line without its name.
std::optional<std::string> with_command_first(std::span<const DescribedCommand> all, const Line& line) {
    for (const DescribedCommand* command : answering(all, line.path)) {
        std::vector<std::string> rest{line.words.begin(), line.words.end()};
        bool named = true;
        for (const std::string& name : std::span{command->path}.subspan(line.path.size())) {
            const auto found = std::ranges::find(rest, name);
            named = named && found != rest.end();
            if (named)
                rest.erase(found);
        }
        if (named)
            return placed(*command, rest).value_or("ptf-fees " + command->words() + " ...");
    }
    return std::nullopt;
}

/// An option where a command is expected.
std::optional<Failure> option_before_command(std::span<const DescribedCommand> all, const Line& line,
                                             const std::string& typed) {
    if (const auto better = with_command_first(all, line))
        return Failure{Exit::could_not_start, "unknown-option",
                       "the option " + text::quoted(typed) + " stands before its command",
                       "write the command first: " + *better};
    for (const DescribedCommand* command : answering(all, line.path))
        if (const DescribedOption* option = intended_option(*command, typed))
            return Failure{Exit::could_not_start, "unknown-option",
                           "the option " + text::quoted(typed) + " needs a command before it",
                           "for example: " + placed(*command, line.words)
                                                 .value_or("ptf-fees " + command->words() + " " + option->names.back() +
                                                           " " + option->type)};
    return std::nullopt;
}

/// What a word is good for that is no command; `meant` is the command that it resembles, or itself.
std::string hint_for_unknown_command(std::span<const DescribedCommand> all, const Line& line, const std::string& typed,
                                     std::string_view meant) {
    const std::string first_word = typed.substr(0, typed.find(' '));
    if (first_word != typed && std::ranges::find(commands(), first_word, &Command::name) != commands().end())
        return "leave out the quotation marks: each word is an argument of its own";
    for (const DescribedCommand* command : answering(all, line.path))
        if (command->path.back() == meant)
            return "write: " +
                   placed(*command, line.words.subspan(1)).value_or("ptf-fees " + command->words() + " ...");
    for (const std::string_view ending : {".csv", ".tsv", ".jsonl"})
        if (typed.ends_with(ending))
            return "a roster is quoted with: ptf-fees batch FILE";
    if (typed.ends_with(".toml"))
        return "a schedule is checked with 'ptf-fees schedule check FILE' and shown with 'ptf-fees schedule show FILE'";
    for (const DescribedCommand* command : answering(all, line.path)) {
        const bool means_something = option_for_value(*command, typed) != nullptr ||
                                     intended_option(*command, typed) != nullptr || is_argument(*command, typed);
        const auto better = means_something ? placed(*command, line.words) : std::nullopt;
        if (better)
            return "perhaps: " + *better;
    }
    std::vector<std::string> names;
    for (const Command& command : commands_below(line.path))
        names.emplace_back(command.name);
    return "the commands are " + text::listed(names);
}

/// "write --tier ID, such as --tier general".
std::string usage(const Option& option, const std::string& name) {
    const std::string example = values_of(option.names().back(), option.type()).example;
    std::string hint = "write " + name + " " + option.type();
    if (!example.empty())
        hint += ", such as " + name + " " + example;
    return hint;
}

/// What to do with a word that stands where no argument may; empty where nothing can be said.
std::string hint_for_argument(const DescribedCommand& here, const Line& line, const std::string& typed) {
    const auto word = std::ranges::find(line.words, typed);
    const auto is_option = [](const std::string& one) { return one.starts_with('-'); };
    if (here.words() == "batch" && std::ranges::none_of(line.words, is_option)) {
        std::string files;
        for (const std::string& file : line.words)
            files += " " + file;
        return "one file at a time: for f in" + files + "; do ptf-fees batch \"$f\" -o \"${f%.*}-quotes.csv\"; done";
    }
    if (std::ranges::find(line.words, "--") < word)
        return "after '--' every word is an argument: leave '--' out";
    if (std::ranges::find(commands(), typed, &Command::name) != commands().end())
        return "one command at a time: 'ptf-fees " + typed + "' is another";
    if (const auto better = placed(here, line.words))
        return "write: " + *better;
    if (is_argument(here, typed))
        return {};
    if (const DescribedOption* meant = intended_option(here, typed))
        return "write it as " + meant->names.back() + (meant->type.empty() ? "" : " " + meant->type);
    const DescribedOption* option = option_for_value(here, typed);
    if (option == nullptr)
        return {};
    if (option->is_called("--employees") && std::ranges::find(line.words.begin(), word, "--employees") != word)
        return "write the digits of a number without blanks, such as --employees 1200";
    return "write it after its option: " + option->names.back() + " " + typed;
}

} // namespace

std::span<const Command> commands_below(std::span<const std::string> path) {
    std::span<const Command> here = commands();
    for (const std::string& name : path) {
        const auto found = std::ranges::find(here, name, &Command::name);
        here = found == here.end() ? std::span<const Command>{} : found->below;
    }
    return here;
}

Failure unknown_option(const Line& line, const std::string& typed) {
    const auto all = described_commands();
    const DescribedCommand& here = described(all, line.path);
    if (!here.below.empty())
        if (auto failure = option_before_command(all, line, typed))
            return *failure;

    Failure failure{Exit::could_not_start, "unknown-option",
                    called(line.path) + " has no option " + text::quoted(typed.substr(0, typed.find('='))),
                    here.below.empty() ? see_help(line.path, "lists them")
                                       : "before a command may stand " + text::listed(names_of(here.options), "or")};
    if (const auto name = nearest_option(here, typed)) {
        failure.message += ", did you mean '" + *name + "'?";
        if (typed.find(' ') != std::string::npos)
            failure.hint = "leave out the quotation marks: an option and its value are two words";
        else if (!typed.starts_with("--"))
            failure.hint = "options begin with two dashes (--)";
        return failure;
    }
    std::vector<std::string> elsewhere;
    for (const DescribedCommand* command : answering(all, {}))
        if (intended_option(*command, typed) != nullptr)
            elsewhere.push_back("'ptf-fees " + command->words() + "'");
    if (!elsewhere.empty())
        failure.message += ", which belongs to " + text::listed(elsewhere);
    return failure;
}

Failure unknown_command(const Line& line, const std::string& typed) {
    std::vector<std::string_view> names;
    for (const Command& command : commands_below(line.path))
        names.push_back(command.name);
    const std::string what = line.path.empty() ? "there is no command " : called(line.path) + " has no command ";
    return {Exit::could_not_start, "unknown-command", what + text::quoted(typed) + text::did_you_mean(typed, names),
            hint_for_unknown_command(described_commands(), line, typed, text::nearest(typed, names).value_or(typed))};
}

Failure unexpected_argument(const Line& line, const std::string& typed) {
    const auto all = described_commands();
    const DescribedCommand& here = described(all, line.path);
    Failure failure{Exit::could_not_start, "unexpected-argument",
                    called(line.path) + " does not take the argument " + text::quoted(typed),
                    see_help(line.path, "shows what it takes")};
    if (auto hint = hint_for_argument(here, line, typed); !hint.empty())
        failure.hint = std::move(hint);
    return failure;
}

Failure missing_value(const Option& option, const std::string& name, const std::string* next) {
    return {Exit::could_not_start, "missing-value",
            name + " needs a value" + (next == nullptr ? "" : ", and " + text::quoted(*next) + " follows it"),
            usage(option, name)};
}

Failure neither_yes_nor_no(const std::string& name, const std::string& next) {
    return {Exit::could_not_start, "bad-value", parse_yes_no(next, name).error(),
            "alone, before another option or at the end, " + name + " means yes; before anything else write " + name +
                " yes"};
}

Failure empty_value(const Option& option, const std::string& name) {
    if (option.is_argument())
        return {Exit::could_not_start, "missing-value", "the argument " + name + " is empty"};
    return {Exit::could_not_start, "missing-value", "the value of " + name + " is empty",
            usage(option, name) + ", or leave it out"};
}

Failure repeated_option(const std::string& name, const std::string& first, const std::string& second) {
    return {Exit::could_not_start, "repeated-option",
            name + " is given twice: " + text::quoted(first) + " and " + text::quoted(second), "leave one of them out"};
}

Failure value_for_flag(const std::string& name, const std::string& value) {
    return {Exit::could_not_start, "unexpected-value",
            name + " takes no value, and " + text::quoted(value) + " follows it", "write " + name + " alone"};
}

Failure equals_after_short(const Option& option, const std::string& typed) {
    const std::string value = typed.substr(typed.find('=') + 1);
    return {Exit::could_not_start, "bad-value", text::quoted(typed) + " is not clear: a short option takes no '='",
            "write " + typed.substr(0, 2) + " " + value + " or " + option.names().back() + "=" + value};
}

} // namespace ptf_fees::cli
