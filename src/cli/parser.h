#pragma once
// The one door to CLI11, which declares the options and converts what was typed.
//
// CLI11's header builds its validators before main in every source that includes it, wanted or not; with a dozen
// sources that was a tenth of the start-up. So one source includes it, and the subcommands see what is below.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace ptf_fees::cli {

/// How many values an option or argument takes.
enum class Takes : std::uint8_t { nothing, one, several };

/// A declared option, or an argument that stands by itself. Lives as long as the parser it belongs to.
class Option {
public:
    explicit Option(CLI::Option& option) : option_{&option} {}

    [[nodiscard]] Takes takes() const;
    [[nodiscard]] bool is_argument() const;
    [[nodiscard]] std::vector<std::string>
    names() const;                          ///< "-o", "--output"; for an argument, its name without dashes
    [[nodiscard]] std::string type() const; ///< what stands for the value in help; empty for a flag
    [[nodiscard]] const std::string& description() const;
    [[nodiscard]] bool is_given() const;
    [[nodiscard]] std::string first_value() const; ///< of an option that was given one

    /// One more value, which may be any text.
    void give(std::string_view value);
    void switch_on(); ///< a flag

private:
    CLI::Option* option_;
};

/// The program or one of its commands: a handle that may be copied. The first one owns all below it.
class Parser {
public:
    explicit Parser(std::string_view description);

    [[nodiscard]] Parser add_command(std::string_view name, std::string_view summary);

    /// `names` are those of the option with commas between ("-o,--output"), or of an argument, without dashes: CLI11
    /// from 2.2 on refuses an argument that is called like an option of its command. `type` stands for the value in
    /// help. The value is stored in `target` by `parse`, as it was typed.
    void add_option(std::string_view names, std::optional<std::string>& target, std::string_view type,
                    std::string_view description);
    void add_option(std::string_view names, std::vector<std::string>& target, std::string_view type,
                    std::string_view description);
    void add_flag(std::string_view name, bool& target, std::string_view description);

    /// The option of that name with its dashes.
    [[nodiscard]] std::optional<Option> option(const std::string& name) const;
    [[nodiscard]] std::vector<Option> options() const; ///< and arguments, in the order of their declaration
    [[nodiscard]] std::string description() const;

    /// Stores in their targets what the options were given, down to the command that `path` names. Returns what is
    /// wrong, in CLI11's words.
    [[nodiscard]] std::optional<std::string> parse(std::span<const std::string> path);

private:
    explicit Parser(CLI::App& app) : app_{&app} {}

    std::shared_ptr<CLI::App> owned_{};
    CLI::App* app_;
};

} // namespace ptf_fees::cli
