// Floor 3, of the build: the manual page. Commands and options come from their table, the codes of findings from
// theirs; what no table says is written here.
#include "cli/companions/manual.h"

#include "catalogue/codes.h"
#include "cli/version.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

/// `text` as roff shows it unchanged: plain hyphens that can be copied, and no line read as a request.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n'))
            out += std::string{"\\&"} + c;
        else
            out += c;
    }
    return out;
}

std::string bold(std::string_view text) {
    return "\\fB" + roff(text) + "\\fR";
}

std::string italic(std::string_view text) {
    return "\\fI" + roff(text) + "\\fR";
}

std::string entry(const std::string& head, std::string_view text) {
    return ".TP\n" + head + "\n" + roff(text) + "\n";
}

std::string section(std::string_view title) {
    return ".SH " + std::string{title} + "\n";
}

std::string entry_for(const DescribedOption& option, bool argument) {
    if (argument)
        return entry(italic(option.type), option.description);
    std::string head;
    for (const std::string& name : option.names)
        head += (head.empty() ? "" : ", ") + bold(name);
    if (!option.type.empty())
        head += " " + italic(option.type);
    return entry(head, option.description);
}

std::string synopsis(std::span<const DescribedCommand> commands) {
    std::string out = section("SYNOPSIS");
    for (const DescribedCommand& command : commands) {
        if (!command.below.empty())
            continue;
        out += (out.ends_with("SYNOPSIS\n") ? "" : ".br\n") + bold("ptf-fees " + command.words()) + " [" +
               italic("options") + "]";
        for (const DescribedOption& argument : command.arguments)
            out += " " + italic(argument.type) + (argument.repeatable ? "..." : "");
        out += "\n";
    }
    return out;
}

std::string commands_section(std::span<const DescribedCommand> commands) {
    std::string out = section("OPTIONS");
    for (const DescribedOption& option : commands.front().options)
        out += entry_for(option, false);
    out += section("COMMANDS");
    for (const DescribedCommand& command : commands.subspan(1)) {
        if (!command.below.empty())
            continue;
        out += ".SS ptf\\-fees " + roff(command.words()) + "\n" + roff(command.summary) + ".\n";
        for (const DescribedOption& argument : command.arguments)
            out += entry_for(argument, true);
        for (const DescribedOption& option : command.options)
            out += entry_for(option, false);
    }
    return out;
}

std::string names_section() {
    std::string out = section("NAMES");
    out += "The schedules that are built in know these names; an option takes them with small or capital letters.\n";
    const auto add = [&out](std::string_view what, std::string_view option) {
        out += entry(bold(what), text::listed(values_of(option, "").words) + ".");
    };
    add("Tiers", "--tier");
    add("Benefits", "--need");
    add("Foundations", "--member-of");
    add("Schedules", "--schedule");
    return out;
}

std::string exit_status() {
    std::string out = section("EXIT STATUS");
    out += entry("0", "Answered; sound; every row quoted.");
    out += entry("1", "Answered, and the answer is no: the tier is not open to this organisation, no tier meets the "
                      "needs, 'schedule check' found errors, or some rows of a batch were not quoted.");
    out += entry("2", "Could not start: a bad option or value, a headcount missing where the fee depends on it, a "
                      "header without a needed column.");
    out += entry("3", "The schedule is refused; every finding is listed.");
    out += entry("4", "The schedule does not state it: an unpublished fee, an eligibility that no source states.");
    out += entry("5", "Reading or writing failed, or memory ran out; nothing half-written is left behind.");
    out += ".PP\nA closed pipe ends the program quietly by SIGPIPE, SIGINT and SIGTERM end it after cleaning up.\n";
    return out;
}

std::string files() {
    std::string out = section("FILES");
    out +=
        entry(bold("*.toml"), "A schedule: one edition of a foundation's terms. Name it by a path, with a '/' or the "
                              "ending .toml, and check it with 'ptf-fees schedule check'. The files from which the "
                              "built-in schedules were made are installed in share/ptf-fees/schedules and serve as "
                              "examples of the format.");
    return out;
}

std::string findings() {
    std::string out = section("FINDINGS");
    out += "What " + bold("ptf-fees schedule check") +
           " says of a file, one line for each finding: file, line, column, severity, code, sentence. An error makes a "
           "schedule unusable, a warning does not.\n";
    for (const catalogue::CodeEntry& code : catalogue::codes)
        out += entry(bold(code.name) + " (" + roff(name_of(code.severity)) + ")", std::string{code.meaning} + ".");
    return out;
}

std::string examples() {
    struct Example {
        std::string_view line;
        std::string_view meaning;
    };
    constexpr std::array all{
        Example{"ptf-fees quote --tier general --employees 5000", "What a company of 5,000 pays in a year."},
        Example{"ptf-fees quote --employees 250 --need tac-seat", "The cheapest tier with a seat on the committee."},
        Example{"ptf-fees eligibility --org-type academic", "Which tiers are open to a university."},
        Example{"ptf-fees batch roster.csv -o quotes.csv", "A quote for every row of a table."},
        Example{"ptf-fees schedule diff ptf-2025-04 ptf-2026-01", "What changed between two editions."},
        Example{"ptf-fees quote --tier general --employees 5000 --format json | jq -r '.quotes[0].total'",
                "The total alone, for a script."},
    };
    std::string out = section("EXAMPLES");
    for (const Example& example : all)
        out += entry(bold(example.line), example.meaning);
    return out;
}

std::string ending() {
    return section("ENVIRONMENT") +
           entry(bold("NO_COLOR"), "Set to anything but nothing, it turns colour off unless --color asks for it. No "
                                   "other variable, nor the clock, the locale or the network, changes an answer.") +
           section("SEE ALSO") + bold("column") + "(1), " + bold("jq") + "(1), " + bold("mlr") + "(1)\n";
}

/// The last day on which someone compared a schedule with its sources: the page is as old as its facts.
std::string last_verified() {
    std::string last;
    for (const Schedule* schedule : embedded_catalogue().schedules())
        last = std::max(last, text::iso(schedule->verified));
    return last;
}

} // namespace

std::string manual(std::span<const DescribedCommand> commands) {
    std::string page =
        ".TH PTF\\-FEES 1 \"" + last_verified() + "\" \"ptf\\-fees " + std::string{version} + "\" \"User Commands\"\n";
    page += section("NAME") + "ptf\\-fees \\- " + roff(commands.front().summary) + "\n";
    page += synopsis(commands);
    page += section("DESCRIPTION") +
            roff("Prices membership of the PyTorch Foundation, and of the foundations that it requires, from their "
                 "published terms: what an organisation would pay, what it would get, and whether it may join. Every "
                 "figure has a source; what no source states is answered so and never guessed.") +
            "\n.PP\n" +
            roff("Answers go to standard output, all else to standard error. An option's value stands behind it as "
                 "the next word or after '='; '--' ends the options.") +
            "\n";
    return page + commands_section(commands) + names_section() + exit_status() + files() + findings() + examples() +
           ending();
}

} // namespace ptf_fees::cli
