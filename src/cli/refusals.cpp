// Floor 3: refusals of a command line. All commands are described only here, where a line has failed already.
#include "cli/refusals.h"

#include "cli/values.h"
#include "text/ascii.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <array>

namespace ptf_fees::cli {
namespace {

std::string called(std::span<const std::string> path, std::string_view option = "") {
    return "'ptf-fees" + (path.empty() ? "" : " " + joined(path)) + std::string{option} + "'";
}

bool is_command(std::string_view word) {
    return std::ranges::count(program().below, word, &Command::name) != 0;
}

/// The commands below that of the line that answer by themselves; one that its words name comes first.
std::vector<DescribedCommand> answering_below(const Line& line) {
    std::vector<DescribedCommand> found = described_commands();
    const auto below = [&](const DescribedCommand& one) {
        const auto above = std::span{one.path}.first(std::min(one.path.size(), line.path.size()));
        return one.below.empty() && std::ranges::equal(above, line.path);
    };
    std::erase_if(found, [&](const DescribedCommand& one) { return !below(one); });
    const auto is_typed = [&](const std::string& name) { return std::ranges::count(line.words, name) != 0; };
    std::ranges::stable_partition(found, [&](const DescribedCommand& one) {
        return std::ranges::all_of(std::span{one.path}.subspan(line.path.size()), is_typed);
    });
    return found;
}

/// What other tools call an option, with the value that it means here.
struct ForeignOption {
    std::string_view name;
    std::string_view option;
    std::string_view value{};
};

constexpr auto foreign_options = std::to_array(
    {ForeignOption{"json", "--format", "json"}, ForeignOption{"csv", "--format", "csv"},
     ForeignOption{"html", "--format", "html"}, ForeignOption{"markdown", "--format", "markdown"},
     ForeignOption{"no-color", "--color", "never"}, ForeignOption{"no-colour", "--color", "never"},
     ForeignOption{"headcount", "--employees"}, ForeignOption{"size", "--employees"},
     ForeignOption{"staff", "--employees"}, ForeignOption{"delimiter", "--separator"},
     ForeignOption{"sep", "--separator"}, ForeignOption{"skip-lines", "--skip"}, ForeignOption{"skiprows", "--skip"}});

/// The option that `typed` is when dashes, case, '_' and what follows its name are forgiven ("-employees",
/// "/employees:5", "employees=5"), or nullptr.
const DescribedOption* intended_option(const DescribedCommand& command, std::string_view typed) {
    typed.remove_prefix(static_cast<std::size_t>(std::ranges::find_if(typed, text::is_letter) - typed.begin()));
    std::string name = "--" + text::lower(typed.substr(0, typed.find_first_of("=: ")));
    std::ranges::replace(name, '_', '-');
    const auto found =
        std::ranges::find_if(command.options, [&](const auto& option) { return option.is_called(name); });
    return found == command.options.end() ? nullptr : &*found;
}

/// The name of the option that was probably meant, with its value where that is known; "-t" means the only one that
/// begins so. Empty where none comes near.
std::string nearest_option(const DescribedCommand& command, std::string_view typed) {
    if (const DescribedOption* option = intended_option(command, typed))
        return option->names.back();
    typed = typed.substr(0, typed.find_first_of("= "));
    typed.remove_prefix(std::min(typed.find_first_not_of('-'), typed.size()));
    const auto foreign = std::ranges::find(foreign_options, typed, &ForeignOption::name);
    std::vector<std::string_view> names; // as they are compared: without dashes
    std::vector<std::string_view> same_letter;
    for (const DescribedOption& option : command.options) {
        if (foreign != foreign_options.end() && option.is_called(foreign->option))
            return std::string{foreign->option} + (foreign->value.empty() ? "" : " ") + std::string{foreign->value};
        names.push_back(std::string_view{option.names.back()}.substr(2));
        if (text::same_ignoring_case(typed, names.back().substr(0, 1)))
            same_letter.push_back(names.back());
    }
    const auto nearest = same_letter.size() == 1 ? same_letter.front() : text::nearest(typed, names);
    return nearest ? "--" + std::string{*nearest} : "";
}

/// "--tier ID".
std::string syntax_of(const DescribedOption& option) {
    return option.names.back() + (option.type.empty() ? "" : " " + option.type);
}

/// Where `word` belongs in `command`: an argument alone, a value after its option ("--tier general"), an option with
/// its dashes. Of several options whose value it can be, the one with the fewest: "nonprofit" is a tier somewhere, and
/// a type of organisation everywhere. Empty where it has no place.
std::string place_of(const DescribedCommand& command, const std::string& word) {
    const auto takes = [&](const DescribedOption& option) {
        return values_of(option).has(word) || (option.is_called("--employees") && text::all_digits(word));
    };
    if (std::ranges::any_of(command.arguments, takes))
        return word;
    const DescribedOption* home = nullptr;
    for (const DescribedOption& option : command.options)
        if (takes(option) && (home == nullptr || values_of(option).words.size() < values_of(*home).words.size()))
            home = &option;
    if (home != nullptr)
        return home->names.back() + " " + word;
    const DescribedOption* option = intended_option(command, word);
    return option == nullptr ? "" : syntax_of(*option);
}

std::string hint_for_unknown_command(const Line& line, const std::string& typed) {
    const std::string first_word = typed.substr(0, typed.find(' '));
    if (first_word != typed && is_command(first_word))
        return "leave out the quotation marks: each word is an argument of its own";
    for (const std::string_view ending : {".csv", ".tsv", ".jsonl"})
        if (typed.ends_with(ending))
            return "a roster is quoted with: ptf-fees batch FILE";
    if (typed.ends_with(".toml"))
        return "a schedule is checked with 'ptf-fees schedule check FILE' and shown with 'ptf-fees schedule show FILE'";
    for (const DescribedCommand& command : answering_below(line)) {
        if (command.path.back() == typed)
            return "perhaps: ptf-fees " + command.words();
        if (const std::string place = place_of(command, typed); !place.empty())
            return "perhaps: ptf-fees " + command.words() + " " + place;
    }
    std::vector<std::string> names;
    for (const Command& command : line.command->below)
        names.emplace_back(command.name);
    return "the commands are " + text::listed(names);
}

/// Whether `typed` comes after the value of --employees, as in "--employees 1 200".
bool is_rest_of_number(std::span<const std::string> words, const std::string& typed) {
    for (std::size_t i = 1; i < words.size(); ++i)
        if (words[i] == typed && (words[i - 1].starts_with("--employees=") || (i > 1 && words[i - 2] == "--employees")))
            return true;
    return false;
}

/// Empty where nothing can be said.
std::string hint_for_argument(const Line& line, const std::string& typed) {
    if (typed.starts_with('-') && std::ranges::count(line.words, "--") != 0)
        return "after '--' every word is an argument: leave '--' out";
    if (is_command(typed))
        return "one command at a time: 'ptf-fees " + typed + "' is another";
    const DescribedCommand here = described_command(line);
    const std::string place = place_of(here, typed);
    if (place.starts_with("--employees ") && is_rest_of_number(line.words, typed))
        return "write the digits of a number without blanks, such as --employees 1200";
    if (place.starts_with('-'))
        return "write it as " + place;
    if (here.words() == "batch")
        return "one file at a time: for f in *.csv; do ptf-fees batch \"$f\" -o \"${f%.*}-quotes.csv\"; done";
    return {};
}

} // namespace

Failure unknown_option(const Line& line, const std::string& typed) {
    const DescribedCommand here = described_command(line);
    Failure failure = refusal("unknown-option",
                              called(line.path) + " has no option " + text::quoted(typed.substr(0, typed.find('='))),
                              called(line.path, " --help") + " lists them");
    if (const std::string name = nearest_option(here, typed); !name.empty()) {
        failure.message += ", did you mean '" + name + "'?";
        if (typed.contains(' '))
            failure.hint = "leave out the quotation marks: an option and its value are two words";
        else if (!typed.starts_with("--"))
            failure.hint = "options begin with two dashes (--)";
        return failure;
    }
    if (!here.below.empty()) {
        for (const DescribedCommand& command : answering_below(line))
            if (const DescribedOption* option = intended_option(command, typed))
                return refusal("unknown-option", "the option " + text::quoted(typed) + " needs its command before it",
                               "write the command first, such as ptf-fees " + command.words() + " " +
                                   syntax_of(*option));
        std::vector<std::string> names;
        for (const DescribedOption& option : here.options)
            names.push_back(option.names.back());
        failure.hint = "before a command comes only " + text::listed(names, "or");
        return failure;
    }
    std::vector<std::string> elsewhere;
    for (const DescribedCommand& command : answering_below({&program(), {}, {}}))
        if (intended_option(command, typed) != nullptr)
            elsewhere.push_back(called(command.path));
    if (!elsewhere.empty())
        failure.message += ", which belongs to " + text::listed(elsewhere);
    return failure;
}

Failure unknown_command(const Line& line, const std::string& typed) {
    std::vector<std::string_view> names;
    for (const Command& command : line.command->below)
        names.push_back(command.name);
    const std::string what = line.path.empty() ? "there is no command " : called(line.path) + " has no command ";
    return refusal("unknown-command", what + text::quoted(typed) + text::did_you_mean(typed, names),
                   hint_for_unknown_command(line, typed));
}

Failure unexpected_argument(const Line& line, const std::string& typed) {
    const std::string hint = hint_for_argument(line, typed);
    return refusal("unexpected-argument", called(line.path) + " does not take the argument " + text::quoted(typed),
                   hint.empty() ? called(line.path, " --help") + " shows what it takes" : hint);
}

Failure repeated_option(const std::string& name, const std::string& first, const std::string& second) {
    return refusal("repeated-option", name + " is given twice: " + text::quoted(first) + " and " + text::quoted(second),
                   "leave one of them out");
}

std::string usage(const DescribedOption& option, const std::string& name) {
    const std::string example = values_of(option).example;
    return "write " + name + " " + option.type + (example.empty() ? "" : ", such as " + name + " " + example);
}

} // namespace ptf_fees::cli
