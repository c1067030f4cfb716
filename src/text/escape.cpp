// Ground floor: escapes for JSON, CSV, Markdown and HTML.
#include "text/escape.h"

#include "text/utf8.h"
#include "text/width.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace ptf_fees::text {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";
constexpr std::string_view hex_digits = "0123456789abcdef";

/// How many bytes at the beginning are ASCII.
std::size_t ascii_beginning(std::string_view bytes) noexcept {
    std::size_t count = 0;
    for (std::uint64_t word = 0; count + sizeof word <= bytes.size(); count += sizeof word) {
        std::memcpy(&word, bytes.data() + count, sizeof word);
        if ((word & 0x8080808080808080U) != 0)
            break;
    }
    while (count < bytes.size() && static_cast<unsigned char>(bytes[count]) < 0x80)
        ++count;
    return count;
}

/// How many bytes at the beginning are written in JSON as they are: ASCII without quotes, backslashes and controls.
std::size_t plain_in_json(std::string_view text) noexcept {
    const auto special = [](char c) { return is_special_in_json(c) || static_cast<unsigned char>(c) >= 0x7F; };
    return static_cast<std::size_t>(std::ranges::find_if(text, special) - text.begin());
}

/// Precondition: `code` is of the Basic Multilingual Plane, as all that must be escaped is.
void append_json_escape(std::string& out, char32_t code) {
    switch (code) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    out += "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U})
        out.push_back(hex_digits[(code >> shift) & 0xFU]);
}

void append_html_char(std::string& out, char c) {
    switch (c) {
    case '&':
        out += "&amp;";
        return;
    case '<':
        out += "&lt;";
        return;
    case '>':
        out += "&gt;";
        return;
    case '"':
        out += "&quot;";
        return;
    case '\'':
        out += "&#39;";
        return;
    default:
        out.push_back(c);
    }
}

} // namespace

std::size_t utf8_beginning(std::string_view bytes) noexcept {
    std::string_view rest = bytes;
    while (true) {
        rest.remove_prefix(ascii_beginning(rest));
        const std::size_t size = rest.empty() ? 0 : first_char(rest).size;
        if (size == 0)
            return bytes.size() - rest.size();
        rest.remove_prefix(size);
    }
}

bool is_utf8(std::string_view bytes) noexcept {
    return utf8_beginning(bytes) == bytes.size();
}

void append_json(std::string& out, std::string_view text) {
    out.push_back('"');
    while (true) {
        const std::size_t plain = plain_in_json(text);
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty())
            break;
        const auto [code, size] = first_char(text);
        if (size == 1 || (size != 0 && drives_terminal(code)))
            append_json_escape(out, code);
        else
            out += size == 0 ? replacement_character : text.substr(0, size);
        text.remove_prefix(size == 0 ? 1 : size);
    }
    out.push_back('"');
}

void append_csv(std::string& out, std::string_view field, char separator) {
    const auto special = [=](char c) { return c == separator || c == '"' || c == '\r' || c == '\n'; };
    const bool blank_end = !field.empty() && (field.front() == ' ' || field.back() == ' ');
    if (!blank_end && std::ranges::none_of(field, special)) {
        out += field;
        return;
    }
    out.push_back('"');
    for (std::size_t quote = 0; (quote = field.find('"')) != std::string_view::npos; field.remove_prefix(quote + 1))
        out.append(field.substr(0, quote + 1)).push_back('"');
    out.append(field).push_back('"');
}

std::string markdown_cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']')
            out.append(1, '\\').push_back(c);
        else if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '\n' || c == '\r')
            out.push_back(' ');
        else
            out.push_back(c);
    }
    return out;
}

std::string html(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t size = first_char(text).size;
        if (size == 1)
            append_html_char(out, text.front());
        else
            out += size == 0 ? replacement_character : text.substr(0, size);
        text.remove_prefix(size == 0 ? 1 : size);
    }
    return out;
}

std::string shell_word(std::string_view text) {
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,@%+";
    if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos)
        return std::string{text};
    std::string word = "'";
    for (const char c : text)
        word += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return word + "'";
}

} // namespace ptf_fees::text
