// Floor 3, of the build: the manual page. Commands and options come from their table, the codes of findings from
// theirs; what no table says is written here.
#include "cli/companions/manual.h"

#include "batch/answer_text.h"
#include "batch/batch.h"
#include "batch/columns.h"
#include "catalogue/codes.h"
#include "cli/values.h"
#include "cli/version.h"
#include "text/words.h"

#include <algorithm>
#include <array>
#include <utility>

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
            out += " " + italic(argument.type) + (argument.is_repeatable ? "..." : "");
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
        out += entry(bold(what), text::listed(values_of({.names = {std::string{option}}}).words) + ".");
    };
    add("Tiers", "--tier");
    add("Benefits", "--need");
    add("Foundations", "--member-of");
    add("Schedules", "--schedule");
    return out;
}

/// What the columns of a roster hold, those that are read and those that are added; a name that is missing here is an
/// empty entry, which the tests refuse.
std::string_view meaning_of(std::string_view column) {
    using Meaning = std::pair<std::string_view, std::string_view>;
    static constexpr auto meanings = std::to_array(
        {Meaning{"tier", "The tier, by its id or name; --tier where the column is absent or the cell empty."},
         Meaning{"employees", "Consolidated employees: a whole number in digits, or a range (501-1000, 10001+)."},
         Meaning{"revenue", "Annual revenue in whole currency units, or a range, where a fee depends on it."},
         Meaning{"org_type", "company, nonprofit, academic, government or individual; --org-type where it is absent or "
                             "empty, else company."},
         Meaning{"lf_member", "yes, no, true, false, 1 or 0: already a member of the Linux Foundation; --lf-member "
                              "where it is absent or empty, else no."},
         Meaning{"status", "One of the statuses below."},
         Meaning{"membership_fee",
                 "The tier's own fee; this and the other amounts are empty where the row is not quoted."},
         Meaning{"prerequisite_fee", "The memberships that must be held too; 0.00 where nothing more is due."},
         Meaning{"total_fee", "The sum of the two."}, Meaning{"currency", "Of the amounts, as three letters."},
         Meaning{"band", "The band of the tier's own fee in words; empty where it has none."},
         Meaning{"schedule", "The edition that was asked."},
         Meaning{"error", "Why the row is not quoted, in one sentence."}});
    const auto found = std::ranges::find(meanings, column, &Meaning::first);
    return found == meanings.end() ? "" : found->second;
}

std::string_view meaning_of(Status status) {
    switch (status) {
    case Status::quoted:
        return "The amounts are known.";
    case Status::ineligible:
        return "The tier is not open to this type of organisation.";
    case Status::unstated:
        return "The schedule does not state whether it is.";
    case Status::unpublished:
        return "A fee that is due is not published.";
    case Status::needs_employees:
        return "A fee depends on the headcount, which is unknown, or a range that has several fees.";
    case Status::needs_revenue:
        return "A fee depends on the revenue, which is unknown, or a range that has several fees.";
    case Status::out_of_range:
        return "The figure is below the first band; in a batch such a row is invalid.";
    }
    return "";
}

std::string rosters() {
    std::string out = section("ROSTERS");
    out +=
        bold("ptf-fees batch") +
        roff(" reads these columns, in any order; in their names capitals do not count, and '-', '_' and a blank are "
             "the same. --map names others. All other columns pass through untouched.") +
        "\n";
    for (const std::string_view column : batch::used_columns())
        out += entry(bold(column), meaning_of(column));
    out += ".PP\nIt adds these after them:\n";
    for (const std::string_view column : batch::added_columns)
        out += entry(bold(column), meaning_of(column));
    out += ".PP\nA status is one of these:\n";
    for (const Status status : all_statuses)
        out += entry(bold(name_of(status)), meaning_of(status));
    return out + entry(bold(batch::invalid_status), "The row could not be read as an organisation.");
}

std::string exit_status() {
    std::string out = section("EXIT STATUS");
    out += entry("0", "Answered; valid; every row quoted.");
    out += entry("1", "Answered, and the answer is no: the tier is not open to this organisation, no tier meets the "
                      "needs, 'schedule check' found errors, or some rows of a batch were not quoted.");
    out += entry("2", "Could not start: a bad option or value, a headcount missing where the fee depends on it, a "
                      "header without a needed column.");
    out += entry("3", "The schedule is refused; every finding is listed.");
    out += entry("4", "The schedule does not state it: an unpublished fee, an eligibility that no source states.");
    out += entry("5", "Reading or writing failed, or memory ran out; no half-written file is left.");
    out += entry("129, 130, 143", "SIGHUP, SIGINT or SIGTERM ended it, after it had cleaned up.");
    out += entry("141", "Nobody reads its output any more: it ends quietly, by SIGPIPE.");
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

void add_examples(std::string& out, std::span<const Command> commands) {
    for (const Command& command : commands) {
        for (const Example& example : command.examples)
            out += entry(bold(example.line), example.meaning);
        add_examples(out, command.below);
    }
}

std::string examples() {
    std::string out = section("EXAMPLES");
    add_examples(out, program().below);
    return out + entry(bold("ptf-fees quote --tier general --employees 5000 --format json | jq -r '.quotes[0].total'"),
                       "The total alone, for a script.");
}

std::string ending() {
    return section("ENVIRONMENT") +
           entry(bold("NO_COLOR"),
                 "Set to anything but nothing, it turns colour off unless --color asks for it. So does "
                 "a TERM that is dumb or not set.") +
           entry(bold("COLUMNS"), "The width of text and help where standard output is no terminal; else 80.") +
           entry(
               bold("LC_ALL") + ", " + bold("LC_CTYPE") + ", " + bold("LANG"),
               "The first that is set says whether the terminal shows UTF-8; where it does not, a terminal gets ASCII. "
               "A pipe or a file gets UTF-8, always.") +
           entry(bold("TMPDIR"), "The folder of the temporary files of a workbook that goes to standard output; else "
                                 "/tmp. All other temporary files lie beside the file that they replace.") +
           ".PP\nNo other variable, nor the clock, the locale or the network, changes an answer.\n" +
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
            roff("Answers go to standard output, all else to standard error. An option's value follows it as "
                 "the next word or after '='; '--' ends the options.") +
            "\n";
    return page + commands_section(commands) + names_section() + rosters() + exit_status() + files() + findings() +
           examples() + ending();
}

} // namespace ptf_fees::cli
