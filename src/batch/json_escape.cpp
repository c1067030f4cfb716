// Floor 2, batch: from JSON escapes to UTF-8.
#include "batch/json_escape.h"

#include "text/ascii.h"

#include <algorithm>

namespace ptf_fees::batch {
namespace {

void append_utf8(std::string& out, unsigned code) {
    const auto byte = [&](unsigned value) { out.push_back(static_cast<char>(value)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0U | code >> 6U);
        byte(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        byte(0xE0U | code >> 12U);
        byte(0x80U | (code >> 6U & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    } else {
        byte(0xF0U | code >> 18U);
        byte(0x80U | (code >> 12U & 0x3FU));
        byte(0x80U | (code >> 6U & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    }
}

char meaning_of_escape(char c) noexcept {
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

} // namespace

bool is_unicode_escape(std::string_view text) noexcept {
    return text.size() >= 5 && text[0] == 'u' && std::ranges::all_of(text.substr(1, 4), text::is_hex_digit);
}

unsigned code_unit(std::string_view digits) noexcept {
    unsigned code = 0;
    for (const char c : digits) {
        const int value = text::is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
        code = code * 16 + static_cast<unsigned>(value);
    }
    return code;
}

void append_unescaped(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out.push_back(text[i]);
            continue;
        }
        if (text[++i] != 'u') {
            out.push_back(meaning_of_escape(text[i]));
            continue;
        }
        unsigned code = code_unit(text.substr(i + 1, 4));
        i += 4;
        if (is_high_surrogate(code)) {
            code = 0x10000 + ((code - 0xD800) << 10U) + (code_unit(text.substr(i + 3, 4)) - 0xDC00);
            i += 6;
        }
        append_utf8(out, code);
    }
}

} // namespace ptf_fees::batch
