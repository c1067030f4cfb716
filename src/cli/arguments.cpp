// Floor 3: what must be known of the command line before it is parsed.
#include "cli/arguments.h"

#include "ptf_fees/organization.h"

namespace ptf_fees::cli {

std::vector<std::string> normalized(std::span<char* const> arguments) {
    std::vector<std::string> out;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--") {
            out.insert(out.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
            break;
        }
        if (argument != "--lf-member") {
            out.emplace_back(argument);
            continue;
        }
        const bool has_value = i + 1 < arguments.size() && parse_yes_no(arguments[i + 1], "").has_value();
        out.push_back("--lf-member=" + std::string{has_value ? arguments[++i] : "yes"});
    }
    return out;
}

bool asks_for_json(std::span<const std::string> arguments) {
    constexpr std::string_view option = "--format";
    bool json = false;
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        const std::string_view argument = arguments[i];
        if (argument == option && i + 1 < arguments.size())
            json = arguments[i + 1] == "json";
        else if (argument.starts_with(option) && argument.substr(option.size()).starts_with('='))
            json = argument.substr(option.size() + 1) == "json";
    }
    return json;
}

} // namespace ptf_fees::cli
