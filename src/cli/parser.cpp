// Floor 3: hands declarations and values to CLI11. The only source that includes its header: parser.h says why.
#include "cli/parser.h"

#include <CLI/CLI.hpp>

namespace ptf_fees::cli {
namespace {

template <typename Target>
void declare(CLI::App& app, std::string_view names, Target& target, std::string_view type,
             std::string_view description) {
    app.add_option(std::string{names}, target, std::string{description})
        ->type_name(std::string{type})
        ->allow_extra_args(false); // else a value in brackets would be read as a list
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

const std::vector<std::string>& Option::given() const {
    return option_->results();
}

void Option::give(std::string value) {
    option_->add_result(std::move(value));
}

Parser::Parser(std::string_view description)
    : owned_{std::make_shared<CLI::App>(std::string{description}, "ptf-fees")}, app_{owned_.get()} {}

Parser Parser::add_command(std::string_view name, std::string_view summary) {
    return Parser{*app_->add_subcommand(std::string{name}, std::string{summary})};
}

void Parser::add_option(std::string_view names, std::optional<std::string>& target, std::string_view type,
                        std::string_view description) {
    declare(*app_, names, target, type, description);
}

void Parser::add_option(std::string_view names, std::vector<std::string>& target, std::string_view type,
                        std::string_view description) {
    declare(*app_, names, target, type, description);
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
