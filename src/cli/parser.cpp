// Floor 3: hands declarations and values to CLI11. The only source that includes its header: parser.h says why.
#include "cli/parser.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>

namespace ptf_fees::cli {
namespace {

/// Goes before each value: CLI11 reads some values as more than text, each version others ("[a,b]" is a list, "[[a]]"
/// an escape, "{}" nothing), but none that begins like this.
constexpr std::string_view mark = "=";

std::string unmarked(const std::string& given) {
    return given.substr(mark.size());
}

} // namespace

Takes Option::takes() const {
    const int most = option_->get_items_expected_max();
    return most == 0 ? Takes::nothing : most == 1 ? Takes::one : Takes::several;
}

bool Option::is_argument() const {
    return !option_->nonpositional();
}

std::vector<std::string> Option::names() const {
    if (is_argument())
        return {option_->get_name(true)};
    std::vector<std::string> names;
    for (const std::string& name : option_->get_snames())
        names.push_back("-" + name);
    for (const std::string& name : option_->get_lnames())
        names.push_back("--" + name);
    return names;
}

std::string Option::type() const {
    return takes() == Takes::nothing ? "" : option_->get_type_name();
}

const std::string& Option::description() const {
    return option_->get_description();
}

bool Option::is_given() const {
    return !option_->empty();
}

std::string Option::first_value() const {
    return unmarked(option_->results().front());
}

void Option::give(std::string_view value) {
    option_->add_result(std::string{mark}.append(value));
}

void Option::switch_on() {
    option_->add_result("true");
}

Parser::Parser(std::string_view description)
    : owned_{std::make_shared<CLI::App>(std::string{description}, "ptf-fees")}, app_{owned_.get()} {}

Parser Parser::add_command(std::string_view name, std::string_view summary) {
    return Parser{*app_->add_subcommand(std::string{name}, std::string{summary})};
}

void Parser::add_option(std::string_view names, std::optional<std::string>& target, std::string_view type,
                        std::string_view description) {
    const auto store = [&target](const std::string& given) { target = unmarked(given); };
    app_->add_option_function<std::string>(std::string{names}, store, std::string{description})
        ->type_name(std::string{type});
}

void Parser::add_option(std::string_view names, std::vector<std::string>& target, std::string_view type,
                        std::string_view description) {
    const auto store = [&target](const std::vector<std::string>& given) {
        std::ranges::transform(given, std::back_inserter(target), unmarked);
    };
    app_->add_option_function<std::vector<std::string>>(std::string{names}, store, std::string{description})
        ->type_name(std::string{type});
}

void Parser::add_flag(std::string_view name, bool& target, std::string_view description) {
    app_->add_flag(std::string{name}, target, std::string{description});
}

std::optional<Option> Parser::option(const std::string& name) const {
    // get_option_no_throw says noexcept and allocates: where memory runs out it would abort.
    for (CLI::Option* found : app_->get_options())
        if (found->check_name(name))
            return Option{*found};
    return std::nullopt;
}

std::vector<Option> Parser::options() const {
    std::vector<Option> all;
    for (CLI::Option* option : app_->get_options())
        all.emplace_back(*option);
    return all;
}

std::string Parser::description() const {
    return app_->get_description();
}

std::optional<std::string> Parser::parse(std::span<const std::string> path) {
    try {
        app_->parse(std::vector<std::string>{path.rbegin(), path.rend()});
    } catch (const CLI::ParseError& error) {
        return error.what();
    }
    return std::nullopt;
}

} // namespace ptf_fees::cli
