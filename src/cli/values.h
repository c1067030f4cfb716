#pragma once
// What may stand for the value of an option or argument: the one list, for completion, hints and the manual.

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::cli {

inline constexpr std::array<std::string_view, 3> color_names{"auto", "always", "never"};
inline constexpr std::array<std::string_view, 3> shell_names{"bash", "zsh", "fish"};

/// The words that may stand for a value. Where there are none, anything may.
struct Values {
    std::vector<std::string> words{}; ///< in the order in which they are shown
    bool optional = false;            ///< the option may stand alone
    bool several = false;             ///< several of them, with commas between
    bool files = false;               ///< a file may stand there
    bool folders = false;             ///< a folder must stand there
    std::string_view of_schedule{};   ///< "tiers" or "benefits", where --schedule decides which words there are
    std::string example{};            ///< a value, for a hint
};

/// The values of what is called `name` ("--tier", or "files" for an argument) and has the type `type` in help: "FILE",
/// "[FILE]", "DIR", or the words themselves as in "yes|no".
/// Tiers, benefits, editions and foundations are those of the embedded catalogue.
[[nodiscard]] Values values_of(std::string_view name, std::string_view type);

} // namespace ptf_fees::cli
