#pragma once
// Text on a terminal: how wide it is, how to pad and to wrap it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::text {

/// Columns that UTF-8 `text` takes on a terminal: combining marks 0, East Asian wide and emoji 2, all else 1; no escape
/// sequences.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// `text` followed (preceded) by blanks up to `columns`; unchanged where it is wider.
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t columns);
[[nodiscard]] std::string pad_left(std::string_view text, std::size_t columns);

/// `text` broken at blanks into lines of at most `columns` columns; a longer word gets a line of its own. At least
/// one line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// Whether a character drives a terminal, ends a line or reorders what is read: C0, DEL, C1, the separators of lines
/// and paragraphs, and the bidirectional controls.
[[nodiscard]] bool drives_terminal(char32_t code) noexcept;

/// `text` with characters that drive a terminal and bytes that are not UTF-8 made visible as \xNN. Printing it twice
/// changes nothing.
[[nodiscard]] std::string printable(std::string_view text);

/// `text` for a terminal that shows ASCII alone: blanks, dashes, rules, ticks, quotation marks, currency signs and
/// Latin letters as the nearest that it has, any other character as '?'.
[[nodiscard]] std::string ascii(std::string_view text);

} // namespace ptf_fees::text
