// Floor 3: the completion script for zsh: a function for each command, made of _arguments.
#include "cli/completion.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

constexpr std::string_view head = "#compdef ptf-fees\n"
                                  "# zsh completion for ptf-fees; made by 'ptf-fees completion zsh'\n";

constexpr std::string_view functions = R"zsh(
_ptf-fees-or-file() {
    local ret=1
    compadd - "$@" && ret=0
    _files && ret=0
    return ret
}

# The tiers or benefits ($1) of the schedule that the line names, else the other words.
_ptf_fees_of() {
    local what=$1 schedule=${(Q)opt_args[--schedule]}
    local -a found
    shift
    [[ -n $schedule ]] && found=(${(f)"$($program benefits --schedule $schedule --format csv 2>/dev/null | _ptf_fees_$what)"})
    (( $#found )) || found=("$@")
    if [[ $what == benefits ]]; then
        _sequence compadd - $found
    else
        compadd - $found
    fi
}

)zsh";

constexpr std::string_view tail = R"(
# Autoloaded, this file is the function; sourced, it defines it.
if [[ $funcstack[1] == _ptf-fees ]]; then
    _ptf-fees "$@"
else
    compdef _ptf-fees ptf-fees
fi
)";

/// `text` between single quotes, for a specification of _arguments, in which brackets and colons have a meaning.
std::string escaped(std::string_view text, std::string_view special) {
    std::string out;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos)
            out += '\\';
        out += c == '\'' ? std::string{"'\\''"} : std::string{c};
    }
    return out;
}

std::string action_for(const Values& values) {
    const std::string files = values.folders ? "_files -/" : "_files";
    if (values.words.empty())
        return values.files || values.folders ? files : " ";
    // A blank before a command: _arguments adds nothing of its own to it.
    if (!values.of_schedule.empty())
        return " _ptf_fees_of " + std::string{values.of_schedule} + " " + joined(values.words);
    if (values.files)
        return " _ptf-fees-or-file " + joined(values.words);
    return "(" + joined(values.words) + ")";
}

std::string message_and_action(const DescribedOption& option) {
    return (option.value_is_optional ? "::" : ":") + escaped(option.type, ":") + ":" + action_for(values_of(option));
}

std::string specification(const DescribedOption& option) {
    const std::string text = "[" + escaped(option.description, "[]:") + "]";
    std::string spec;
    for (const std::string& name : option.names) {
        std::string others;
        if (!option.is_repeatable && option.names.size() > 1)
            others = "(" + joined(option.names) + ")";
        const std::string equals = option.type.empty() ? "" : name.starts_with("--") ? "=" : "+";
        spec += " \\\n        '" + std::string{option.is_repeatable ? "*" : ""} + others + name + equals + text +
                (option.type.empty() ? "" : message_and_action(option)) + "'";
    }
    return spec;
}

std::string function_name(const DescribedCommand& command) {
    std::string name = "_ptf-fees";
    for (const std::string& word : command.path)
        name += "-" + word;
    return name;
}

std::string specifications(const DescribedCommand& command) {
    std::string all;
    for (const DescribedOption& option : command.options)
        all += specification(option);
    for (const DescribedOption& argument : command.arguments)
        all +=
            std::string{" \\\n        '"} + (argument.is_repeatable ? "*" : ":") + message_and_action(argument) + "'";
    return all;
}

std::string function_with_commands(const DescribedCommand& command) {
    std::string script = "\n" + function_name(command) +
                         "() {\n    local curcontext=$curcontext state line ret=1\n    local -a commands\n" +
                         (command.path.empty() ? "    local program=${~words[1]}\n" : "") + "    _arguments -C" +
                         specifications(command) +
                         " \\\n        '1:command:->command' \\\n        '*::argument:->argument' && ret=0\n"
                         "    case $state in\n    command)\n        commands=(\n";
    for (const Command& below : command.below)
        script += "            '" + escaped(below.name, ":") + ":" + escaped(below.summary, "") + "'\n";
    script += "        )\n        _describe -t commands command commands && ret=0\n        ;;\n    argument)\n"
              "        (( $+functions[" +
              function_name(command) + "-$line[1]] )) && " + function_name(command) +
              "-$line[1] && ret=0\n        ;;\n    esac\n    return ret\n}\n";
    return script;
}

} // namespace

std::string zsh_completion(std::span<const DescribedCommand> commands) {
    std::string script{head};
    script += functions;
    script += "_ptf_fees_tiers() { " + std::string{tiers_filter} + " }\n_ptf_fees_benefits() { " +
              std::string{benefits_filter} + " }\n";
    script += "\n_ptf-fees-help() {\n    _arguments '1:command:(" + commands.front().names_below() + ")'\n}\n";
    for (const DescribedCommand& command : commands)
        if (!command.below.empty())
            script += function_with_commands(command);
        else
            script += "\n" + function_name(command) + "() {\n    _arguments" + specifications(command) + "\n}\n";
    return script + std::string{tail};
}

} // namespace ptf_fees::cli
