#pragma once
// The escapes of JSON strings.

#include <string>
#include <string_view>

namespace ptf_fees::batch {

/// Whether `digits` begins with "u" and four hexadecimal digits: what follows the backslash.
[[nodiscard]] bool is_unicode_escape(std::string_view text) noexcept;

/// The number of four hexadecimal digits: a UTF-16 code unit.
[[nodiscard]] unsigned code_unit(std::string_view digits) noexcept;

[[nodiscard]] constexpr bool is_high_surrogate(unsigned code) noexcept {
    return code >= 0xD800 && code < 0xDC00;
}
[[nodiscard]] constexpr bool is_low_surrogate(unsigned code) noexcept {
    return code >= 0xDC00 && code < 0xE000;
}

/// Appends what a JSON string means, from what is between its quotes. Precondition: the escapes there are valid.
void append_unescaped(std::string& out, std::string_view text);

} // namespace ptf_fees::batch
