#pragma once
// A published text cut into figures, words and signs.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::catalogue {

struct Token {
    enum class Kind : std::uint8_t {
        amount, ///< a plain figure with a sign or code of the currency
        count,  ///< a plain whole figure without one
        figure, ///< any other figure: 1.5, 5,00, 10k, 12 %, 2 million, 10/12
        word,   ///< ASCII letters, in lower case
        sign,   ///< any other character
    };
    Kind kind = Kind::sign;
    std::string text{};       ///< of words and signs
    std::int64_t cents = 0;   ///< of amounts
    std::int64_t units = 0;   ///< of counts, and of amounts without cents
    bool has_cents = false;   ///< of amounts
    bool like_a_year = false; ///< of counts: four digits without comma, 1900 to 2100
};

/// The tokens of `text`, where the schedule's currency is `currency`. Blanks are left out.
[[nodiscard]] std::vector<Token> published_tokens(std::string_view text, std::string_view currency);

} // namespace ptf_fees::catalogue
