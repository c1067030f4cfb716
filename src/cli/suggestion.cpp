// Floor 3: reads a wrong command line once more, with forgiveness, to show the right one. Never executed, only shown.
#include "cli/suggestion.h"

#include "text/decimal.h"
#include "text/names.h"

#include <algorithm>
#include <array>

namespace ptf_fees::cli {
namespace {

/// What may stand before the name of an option: dashes, those of word processors, and Windows' slash.
constexpr std::array<std::string_view, 6> leads{"-", "/", "\u2010", "\u2013", "\u2014", "\u2212"};

std::string_view without_leads(std::string_view typed) {
    for (std::size_t i = 0; i < leads.size();)
        if (typed.starts_with(leads[i])) {
            typed.remove_prefix(leads[i].size());
            i = 0;
        } else {
            ++i;
        }
    return typed;
}

std::size_t end_of_name(std::string_view typed) {
    return std::min(typed.find_first_of("=: "), typed.size());
}

bool is_plain(std::string_view word) {
    static constexpr std::string_view harmless = "-_./=:,@+%";
    return !word.empty() && std::ranges::all_of(word, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               harmless.find(c) != std::string_view::npos;
    });
}

bool is_among(const Values& values, std::string_view typed) {
    const auto known = [&](std::string_view word) {
        return std::ranges::any_of(values.words, [&](const auto& one) { return text::same_ignoring_case(one, word); });
    };
    while (values.several && typed.find(',') != std::string_view::npos) {
        if (!known(typed.substr(0, typed.find(','))))
            return false;
        typed.remove_prefix(typed.find(',') + 1);
    }
    return known(typed);
}

/// A line that grows by options and arguments, each in its place.
class Proposal {
public:
    explicit Proposal(const DescribedCommand& command) : command_{command}, line_{"ptf-fees " + command.words()} {}

    bool add(const DescribedOption& option, std::string_view value) {
        const bool again = std::ranges::find(used_, &option) != used_.end();
        const bool closed = !option.values.words.empty() && !option.values.files;
        if ((again && !option.repeatable) || option.type.empty() != value.empty() ||
            (closed && !is_among(option.values, value)))
            return false;
        used_.push_back(&option);
        line_ += " " + option.names.back();
        return value.empty() || add_word(value);
    }

    bool add_argument(std::string_view word) {
        const bool room = arguments_ < command_.arguments.size();
        arguments_ += room && !command_.arguments[arguments_].repeatable ? 1 : 0;
        return room && !word.starts_with('-') && add_word(word);
    }

    [[nodiscard]] const std::string& line() const { return line_; }

private:
    bool add_word(std::string_view word) {
        line_ += " " + std::string{word};
        return is_plain(word);
    }

    const DescribedCommand& command_;
    std::string line_;
    std::vector<const DescribedOption*> used_{};
    std::size_t arguments_ = 0;
};

} // namespace

const DescribedOption* intended_option(const DescribedCommand& command, std::string_view typed) {
    typed = without_leads(typed);
    std::string name = "--" + text::lower(typed.substr(0, end_of_name(typed)));
    std::ranges::replace(name, '_', '-');
    const auto found =
        std::ranges::find_if(command.options, [&](const DescribedOption& option) { return option.is_called(name); });
    return found == command.options.end() ? nullptr : &*found;
}

bool is_argument(const DescribedCommand& command, std::string_view typed) {
    return std::ranges::any_of(command.arguments, [&](const auto& one) { return is_among(one.values, typed); });
}

const DescribedOption* option_for_value(const DescribedCommand& command, std::string_view typed) {
    const DescribedOption* found = nullptr;
    for (const DescribedOption& option : command.options) {
        const bool takes =
            is_among(option.values, typed) || (option.is_called("--employees") && text::all_digits(typed));
        if (takes && (found == nullptr || option.values.words.size() < found->values.words.size()))
            found = &option;
    }
    return found;
}

std::optional<std::string> placed(const DescribedCommand& command, std::span<const std::string> words) {
    Proposal proposal{command};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        bool fits = false;
        if (const DescribedOption* option = intended_option(command, word)) {
            const std::string_view typed = without_leads(word);
            std::string_view value = typed.substr(std::min(end_of_name(typed) + 1, typed.size()));
            if (value.empty() && !option->type.empty() && i + 1 < words.size())
                value = words[++i];
            fits = proposal.add(*option, value);
        } else {
            const DescribedOption* home = is_argument(command, word) ? nullptr : option_for_value(command, word);
            fits = home == nullptr ? proposal.add_argument(word) : proposal.add(*home, word);
        }
        if (!fits)
            return std::nullopt;
    }
    return proposal.line();
}

} // namespace ptf_fees::cli
