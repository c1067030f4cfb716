#pragma once
// What may be given as the value of an option or argument: the one list, for completion, hints and the manual.

#include "cli/described.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::cli {

inline constexpr std::array<std::string_view, 3> color_names{"auto", "always", "never"};
inline constexpr std::array<std::string_view, 3> shell_names{"bash", "zsh", "fish"};

/// The words that a value may be. Where there are none, anything may.
struct Values {
    std::vector<std::string> words{}; ///< in the order in which they are shown
    std::string example{};            ///< a value, for a hint
    std::string_view of_schedule{};   ///< "tiers" or "benefits", where --schedule decides which words there are
    bool several = false;             ///< several of them, with commas between
    bool files = false;               ///< it may be a file
    bool folders = false;             ///< it must be a folder

    /// Whether `typed` is one of the words, or several where that may be.
    [[nodiscard]] bool has(std::string_view typed) const;
};

/// Tiers, benefits, editions and foundations are those of the embedded catalogue.
[[nodiscard]] Values values_of(const DescribedOption& option);

} // namespace ptf_fees::cli
