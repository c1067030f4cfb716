#pragma once
// The one place for escapes: JSON strings, CSV fields, Markdown cells, HTML; and the check that bytes are UTF-8.

#include <string>
#include <string_view>

namespace ptf_fees::text {

/// Whether a byte in a string of JSON is its end, an escape, or a control character, which is not allowed there.
[[nodiscard]] constexpr bool is_special_in_json(char c) noexcept {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

/// How many bytes at the beginning are well-formed UTF-8.
[[nodiscard]] std::size_t utf8_beginning(std::string_view bytes) noexcept;

/// Whether `bytes` is well-formed UTF-8 (no overlong forms, no surrogates, nothing beyond U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;

/// Appends `text` as a JSON string with its quotes. Characters that drive a terminal are escaped; bytes that are not
/// UTF-8 become U+FFFD (one for each byte).
void append_json(std::string& out, std::string_view text);

/// Appends `field` as a CSV field for `separator`: quoted only where it must be (separator, quote, CR, LF, or blanks at
/// an end).
void append_csv(std::string& out, std::string_view field, char separator = ',');

/// `text` fit for a cell of a Markdown table: pipes, backslashes and line ends escaped, HTML's & and < too.
[[nodiscard]] std::string markdown_cell(std::string_view text);

/// `text` fit for HTML's content and its quoted attributes: & < > and both quotes are character references. Bytes that
/// are not UTF-8 become U+FFFD (one for each byte).
[[nodiscard]] std::string html(std::string_view text);

/// `text` as one word of a shell's command line, between single quotes where it must be.
[[nodiscard]] std::string shell_word(std::string_view text);

} // namespace ptf_fees::text
