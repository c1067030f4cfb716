#pragma once
// Characters that show nothing: they look like an empty cell, or hide in a full one.

#include <cstddef>
#include <string>
#include <string_view>

namespace ptf_fees::text {

/// How many bytes the character that `bytes` begins with takes if it shows nothing: a space, a tab, a line end, a
/// no-break space (Latin-1's too, the byte A0 alone), a mark without width. 0 where it shows something, or at the end.
[[nodiscard]] std::size_t blank_size(std::string_view bytes) noexcept;

/// Whether nothing in `text` shows.
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

/// `text` without the blanks around it.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// The same with `blank` for the blanks between two that show, however many they are.
[[nodiscard]] std::string with_single_blanks(std::string_view text, char blank);

} // namespace ptf_fees::text
