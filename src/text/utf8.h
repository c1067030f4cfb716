#pragma once
// Reading UTF-8 one character at a time.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ptf_fees::text {

/// The first character of `bytes` and how many bytes it takes; size 0 where the bytes there are not well-formed UTF-8.
struct Utf8Char {
    char32_t code = 0;
    std::size_t size = 0;
};

/// Decodes the character at the start of `bytes`, which is not empty.
[[nodiscard]] Utf8Char first_char(std::string_view bytes) noexcept;

} // namespace ptf_fees::text
