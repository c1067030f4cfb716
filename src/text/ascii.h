#pragma once
// Kinds of ASCII characters, in every locale; and what a file of UTF-8 may begin with.

#include <string_view>

namespace ptf_fees::text {

[[nodiscard]] constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] constexpr bool is_hex_digit(char c) noexcept {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace ptf_fees::text
