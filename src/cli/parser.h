#pragma once
// The one door to CLI11, which reads the command line.
//
// CLI11's header builds its validators before main in every source that includes it, wanted or not; with a dozen
// sources that was a tenth of the start-up. So one source includes it, and the subcommands see what is below.

#include "cli/described.h"
#include "cli/outcome.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace ptf_fees::cli {

/// One command by itself, without options but -h.
[[nodiscard]] std::shared_ptr<CLI::App> new_app();

/// `names` are those of the option with commas between ("-o,--output"), or that of an argument, without dashes: CLI11
/// from 2.2 on refuses an argument that is called like an option of its command. `type` is shown for the value in help.
/// Reading stores the value in `target`, as it was typed.
void add_option(CLI::App& app, std::string_view names, std::optional<std::string>& target, std::string_view type,
                std::string_view description);
/// The same, repeatable; one value each time.
void add_option(CLI::App& app, std::string_view names, std::vector<std::string>& target, std::string_view type,
                std::string_view description);
/// The same, yes or no; alone it means yes.
void add_yes_no(CLI::App& app, std::string_view name, std::optional<std::string>& target, std::string_view description);
void add_flag(CLI::App& app, std::string_view names, bool& target, std::string_view description);

/// The options and arguments of `app`, in the order of their declaration.
[[nodiscard]] std::vector<DescribedOption> options_of(const CLI::App& app);

/// What the words ask of a command.
enum class Asked : std::uint8_t { answer, help, version };

/// Lets CLI11 read the words after the command's name into the targets of its options; or says what is wrong with them.
[[nodiscard]] std::expected<Asked, Failure> read_words(CLI::App& app, const Line& line);

} // namespace ptf_fees::cli
