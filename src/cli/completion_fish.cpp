// Floor 3: the completion script for fish: a line for each command and option.
#include "cli/completion.h"

namespace ptf_fees::cli {
namespace {

constexpr std::string_view head = R"(# fish completion for ptf-fees; made by 'ptf-fees completion fish'

# Whether a command is still to be named, right after these.
function __ptf_fees_at
    set -l words (commandline -opc)
    test "$words[2..]" = "$argv"
end

# Whether the line began with these commands.
function __ptf_fees_in
    set -l words (commandline -opc)
    set -l last (math 1 + (count $argv))
    test (count $words) -ge $last; and test "$words[2..$last]" = "$argv"
end

# The words, for a list with commas: what is before the last comma is kept.
function __ptf_fees_list
    set -l kept (commandline -ct | string replace -r '^--[^=]*=' '' | string replace -r '[^,]*$' '')
    test -n "$kept"; or set kept ''
    __ptf_fees_words $kept$argv
end

# Words without a description: fish would repeat that of the option beside each.
function __ptf_fees_words
    printf '%s\t\n' $argv
end

# The tiers or benefits (the first word) of the schedule that the line names, else the other words.
function __ptf_fees_of
    set -l line (commandline -opc)
    set -l schedule
    for i in (seq (count $line))
        switch $line[$i]
            case --schedule
                set schedule $line[(math $i + 1)]
            case '--schedule=*'
                set schedule (string replace -- --schedule= '' $line[$i])
        end
    end
    set -l found
    if test -n "$schedule"
        set found ($line[1] benefits --schedule $schedule --format csv 2>/dev/null | __ptf_fees_$argv[1])
    end
    test -n "$found"; and printf '%s\n' $found; or printf '%s\n' $argv[2..]
end

)";

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + "'";
}

/// What is offered for a value: words of ours, or files.
std::string offer(const Values& values) {
    std::string out;
    if (values.folders)
        out += " -a '(__fish_complete_directories (commandline -ct))'";
    const std::string words = values.of_schedule.empty() ? joined(values.words)
                                                         : "(__ptf_fees_of " + std::string{values.of_schedule} + " " +
                                                               joined(values.words) + ")";
    if (!values.words.empty())
        out +=
            " -a " + in_quotes(std::string{values.several ? "(__ptf_fees_list " : "(__ptf_fees_words "} + words + ")");
    return out + (values.files ? " -F" : " -f");
}

std::string line_for(const DescribedCommand& command, const DescribedOption& option) {
    std::string line = "complete -c ptf-fees -n ";
    line += command.path.empty() ? "__ptf_fees_at" : in_quotes("__ptf_fees_in " + command.words());
    for (const std::string& name : option.names)
        line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.type.empty())
        line += " -r" + offer(values_of(option));
    return line + " -d " + in_quotes(option.description) + "\n";
}

} // namespace

std::string fish_completion(std::span<const DescribedCommand> commands) {
    std::string script{head};
    script += "function __ptf_fees_tiers\n    " + std::string{tiers_filter} +
              "\nend\n\nfunction __ptf_fees_benefits\n    " + std::string{benefits_filter} +
              "\nend\n\ncomplete -c ptf-fees -f\n";
    script +=
        "complete -c ptf-fees -n '__ptf_fees_at help' -a '(__ptf_fees_words " + commands.front().names_below() + ")'\n";
    for (const DescribedCommand& command : commands) {
        script += "\n";
        for (const Command& below : command.below)
            script += "complete -c ptf-fees -n " +
                      (command.path.empty() ? "__ptf_fees_at" : in_quotes("__ptf_fees_at " + command.words())) +
                      " -a " + std::string{below.name} + " -d " + in_quotes(below.summary) + "\n";
        for (const DescribedOption& argument : command.arguments)
            script += "complete -c ptf-fees -n " + in_quotes("__ptf_fees_in " + command.words()) +
                      offer(values_of(argument)) + "\n";
        for (const DescribedOption& option : command.options)
            script += line_for(command, option);
    }
    return script;
}

} // namespace ptf_fees::cli
