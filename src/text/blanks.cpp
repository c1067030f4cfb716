// Ground floor: the one list of characters that show nothing.
#include "text/blanks.h"

#include "text/utf8.h"

#include <algorithm>

namespace ptf_fees::text {
namespace {

constexpr bool shows_nothing(char32_t code) noexcept {
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0xAD ||
           (code >= 0x2000 && code <= 0x200F) || (code >= 0x2028 && code <= 0x202F) ||
           (code >= 0x205F && code <= 0x2064) || (code >= 0x2066 && code <= 0x2069) || code == 0x3000 || code == 0xFEFF;
}

} // namespace

std::size_t blank_size(std::string_view bytes) noexcept {
    if (bytes.empty())
        return 0;
    const Utf8Char next = first_char(bytes);
    if (next.size == 0)
        return bytes.front() == '\xA0' ? 1 : 0;
    return shows_nothing(next.code) ? next.size : 0;
}

bool is_blank(std::string_view text) noexcept {
    return trimmed(text).empty();
}

std::string_view trimmed(std::string_view text) noexcept {
    const auto plain = [](char c) { return c > ' ' && c < '\x7F'; }; // as nearly all text begins and ends
    if (text.empty() || (plain(text.front()) && plain(text.back())))
        return text;
    for (std::size_t size = blank_size(text); size != 0; size = blank_size(text))
        text.remove_prefix(size);
    std::size_t end = 0; // of what shows
    for (std::size_t at = 0; at < text.size();) {
        const bool blank = blank_size(text.substr(at)) != 0;
        at += std::max<std::size_t>(1, first_char(text.substr(at)).size);
        end = blank ? end : at;
    }
    return text.substr(0, end);
}

std::string with_single_blanks(std::string_view text, char blank) {
    std::string out;
    bool after_blank = false;
    for (text = trimmed(text); !text.empty();) {
        const bool is_blank = blank_size(text) != 0;
        const std::size_t size = std::max<std::size_t>(1, first_char(text).size);
        if (!is_blank)
            out += text.substr(0, size);
        else if (!after_blank)
            out += blank;
        after_blank = is_blank;
        text.remove_prefix(size);
    }
    return out;
}

} // namespace ptf_fees::text
