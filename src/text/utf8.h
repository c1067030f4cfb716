#pragma once
// Reading UTF-8 one character at a time.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ptf_fees::text {

/// The first character of `bytes` and how many bytes it takes; size 0 where the bytes there are not well-formed UTF-8.
struct Utf8Char {
    char32_t code = 0;
    std::size_t size = 0;
};

/// Decodes the character at the start of `bytes`, which is not empty.
[[nodiscard]] Utf8Char first_char(std::string_view bytes) noexcept;

/// `number` in capital hexadecimal digits, at least `digits` of them.
[[nodiscard]] std::string hex(std::uint32_t number, std::size_t digits);

/// "U+00A0": what a character is called that may not show.
[[nodiscard]] std::string code_point(char32_t code);

/// Whether `byte` goes on with a character that began before it. There are as many others as there are characters.
[[nodiscard]] constexpr bool continues_character(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace ptf_fees::text
