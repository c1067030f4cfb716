#pragma once
// Reads what a source prints about a fee: its numbers in order, and its words.

#include "text/decimal.h"

#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::catalogue {

/// What a published text says.
struct Published {
    std::vector<text::wide> numbers{}; ///< in hundredths, so that they compare with cents
    std::vector<std::string> words{};  ///< runs of letters, in small letters
    std::vector<std::string> codes{};  ///< those of the words that are three capitals
    bool has_percent = false;

    [[nodiscard]] bool has_word(std::string_view word) const noexcept;
    /// "Free", "no cost" or "no ... fee".
    [[nodiscard]] bool says_free() const noexcept;
};

/// Reads `text` in one pass. A number is digits, grouped in threes by commas, dots, blanks or apostrophes of one kind,
/// with two decimals or none; k, K, M, thousand or million after it multiply, and allow any decimals. What does not fit
/// in 18 digits is read as a number that nothing equals.
[[nodiscard]] Published read_published(std::string_view text);

} // namespace ptf_fees::catalogue
