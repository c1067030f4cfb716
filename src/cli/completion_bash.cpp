// Floor 3: the completion script for bash 3.2 and later, with or without the bash-completion package.
#include "cli/completion.h"

#include <map>

namespace ptf_fees::cli {
namespace {

constexpr std::string_view head = "# bash completion for ptf-fees; made by 'ptf-fees completion bash'\n\n";

constexpr std::string_view functions = R"(# Offers the words of $1 that continue the current word.
_ptf_fees_words() {
    local IFS=$' \t\n'
    COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

# The same for a list with commas: what is before the last comma is kept.
_ptf_fees_list() {
    local IFS=$' \t\n' kept=
    [[ $cur == *,* ]] && kept=${cur%,*},
    COMPREPLY=($(compgen -P "$kept" -W "$1" -- "${cur##*,}"))
}

# The tiers or benefits ($1) of the schedule that the line names, else the words $2.
_ptf_fees_of() {
    local i schedule= found=
    for ((i = 2; i < COMP_CWORD; ++i)); do
        if [[ ${COMP_WORDS[i]} == --schedule ]]; then
            schedule=${COMP_WORDS[i + 1]}
            [[ $schedule == = ]] && schedule=${COMP_WORDS[i + 2]}
        fi
    done
    if [[ $schedule ]]; then
        found=$("${COMP_WORDS[0]/#\~/$HOME}" benefits --schedule "$schedule" --format csv 2>/dev/null | "_ptf_fees_$1")
    fi
    printf '%s' "${found:-$2}"
}

# Adds files (-f) or folders (-d).
_ptf_fees_files() {
    local name
    compopt -o filenames 2>/dev/null
    while IFS= read -r name; do
        COMPREPLY+=("$name")
    done < <(compgen "$1" -- "$cur")
}

_ptf_fees() {
    local cur=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} depth=1 options= word rest=${COMP_LINE:COMP_POINT}
    COMPREPLY=()
    cur=${cur%"${rest%%[[:space:]=]*}"} # up to the cursor
    # Bash cuts --tier=general into three words.
    if [[ $cur == = ]]; then
        cur=
    elif [[ $option == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    fi
)";

std::string option_names(const DescribedCommand& command, std::vector<std::string> names = {}) {
    for (const DescribedOption& option : command.options)
        names.insert(names.end(), option.names.begin(), option.names.end());
    return joined(names);
}

/// The words in quotes, or the command that finds them.
std::string words_of(const Values& values) {
    const std::string words = "'" + joined(values.words) + "'";
    return values.of_schedule.empty() ? words
                                      : "\"$(_ptf_fees_of " + std::string{values.of_schedule} + " " + words + ")\"";
}

/// The commands that offer values.
std::string offer(const Values& values) {
    std::string commands;
    if (!values.words.empty())
        commands += std::string{values.several ? "_ptf_fees_list" : "_ptf_fees_words"} + " " + words_of(values) + "; ";
    if (values.files)
        commands += "_ptf_fees_files -f; ";
    if (values.folders)
        commands += "_ptf_fees_files -d; ";
    return commands;
}

/// "'quote --tier' | 'benefits --tier') _ptf_fees_words '...'; return ;;" for every kind of value.
std::string option_cases(std::span<const DescribedCommand> commands) {
    std::map<std::string, std::string> patterns; // what is offered -> where
    for (const DescribedCommand& command : commands)
        for (const DescribedOption& option : command.options)
            for (const std::string& name : option.names)
                if (!option.type.empty()) {
                    std::string& pattern = patterns[offer(values_of(option))];
                    pattern += (pattern.empty() ? "'" : " | '") + command.words() + " " + name + "'";
                }
    std::string cases;
    for (const auto& [offered, pattern] : patterns)
        cases += "    " + pattern + ") " + offered + "return ;;\n";
    return cases;
}

std::string command_cases(std::span<const DescribedCommand> commands) {
    std::string cases;
    for (const DescribedCommand& command : commands) {
        if (!command.below.empty())
            continue;
        cases += "    '" + command.words() + "')\n        options='" + option_names(command) + "'\n";
        const std::string offered = command.arguments.empty() ? "" : offer(values_of(command.arguments.front()));
        if (!offered.empty())
            cases += "        [[ $cur != -* ]] && { " + offered + "}\n";
        cases += "        ;;\n";
    }
    return cases;
}

} // namespace

std::string bash_completion(std::span<const DescribedCommand> commands) {
    const DescribedCommand& program = commands.front();
    std::string script{head};
    script += "_ptf_fees_tiers() { " + std::string{tiers_filter} + "; }\n_ptf_fees_benefits() { " +
              std::string{benefits_filter} + "; }\n\n";
    script += functions;
    script += "    if ((COMP_CWORD == 1)) || [[ $COMP_CWORD == 2 && $command == help ]]; then\n"
              "        _ptf_fees_words '" +
              option_names(program, {program.names_below()}) + "'\n        return\n    fi\n";
    for (const DescribedCommand& group : commands.subspan(1))
        if (!group.below.empty())
            script += "    if [[ $command == " + group.words() +
                      " ]]; then\n        if ((COMP_CWORD == 2)); then\n            _ptf_fees_words '" +
                      option_names(group, {group.names_below()}) +
                      "'\n            return\n        fi\n        command+=\" ${COMP_WORDS[2]}\"\n        depth=2\n    "
                      "fi\n";
    script +=
        "    ((COMP_CWORD > depth + 1)) && [[ $cur != --* ]] && case \"$command $option\" in\n" +
        option_cases(commands) + "    esac\n    case $command in\n" + command_cases(commands) +
        "    *) return ;;\n    esac\n"
        "    [[ ${#COMPREPLY[@]} -eq 0 || -z $cur ]] || return\n"
        "    for word in $(compgen -W \"$options\" -- \"$cur\"); do\n        COMPREPLY+=(\"$word\")\n    done\n}\n\n"
        "complete -F _ptf_fees ptf-fees\n";
    return script;
}

} // namespace ptf_fees::cli
