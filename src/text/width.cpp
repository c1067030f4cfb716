// Ground floor: terminal columns. The width table is the short form of Unicode's East Asian Width and combining blocks.
#include "text/width.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace ptf_fees::text {
namespace {

struct Block {
    char32_t first;
    char32_t last;
};

constexpr auto zero_width = std::to_array(
    {Block{0x0300, 0x036F}, Block{0x0483, 0x0489}, Block{0x0591, 0x05BD}, Block{0x0610, 0x061A}, Block{0x064B, 0x065F},
     Block{0x1AB0, 0x1AFF}, Block{0x1DC0, 0x1DFF}, Block{0x200B, 0x200F}, Block{0x202A, 0x202E}, Block{0x2060, 0x2064},
     Block{0x20D0, 0x20FF}, Block{0xFE00, 0xFE0F}, Block{0xFE20, 0xFE2F}, Block{0xFEFF, 0xFEFF}});
constexpr auto double_width =
    std::to_array({Block{0x1100, 0x115F}, Block{0x2E80, 0x303E}, Block{0x3041, 0x33FF}, Block{0x3400, 0x4DBF},
                   Block{0x4E00, 0x9FFF}, Block{0xA000, 0xA4CF}, Block{0xAC00, 0xD7A3}, Block{0xF900, 0xFAFF},
                   Block{0xFE30, 0xFE6F}, Block{0xFF00, 0xFF60}, Block{0xFFE0, 0xFFE6}, Block{0x1F300, 0x1F64F},
                   Block{0x1F680, 0x1F6FF}, Block{0x1F900, 0x1FAFF}, Block{0x20000, 0x3FFFD}});

bool within(char32_t code, const auto& blocks) noexcept {
    return std::ranges::any_of(blocks, [=](const Block& block) { return code >= block.first && code <= block.last; });
}

std::size_t columns_of(char32_t code) noexcept {
    if (code < 0x0300)
        return 1;
    if (within(code, zero_width))
        return 0;
    return within(code, double_width) ? 2 : 1;
}

struct Spelling {
    char32_t code;
    std::string_view ascii;
};

constexpr auto spellings =
    std::to_array({Spelling{0xA0, " "},      Spelling{0xA3, "GBP "},   Spelling{0xA5, "JPY "},  Spelling{0xAB, "\""},
                   Spelling{0xB7, "*"},      Spelling{0xBB, "\""},     Spelling{0xD7, "x"},     Spelling{0x2009, " "},
                   Spelling{0x2010, "-"},    Spelling{0x2011, "-"},    Spelling{0x2012, "-"},   Spelling{0x2013, "-"},
                   Spelling{0x2014, "-"},    Spelling{0x2018, "'"},    Spelling{0x2019, "'"},   Spelling{0x201C, "\""},
                   Spelling{0x201D, "\""},   Spelling{0x2022, "*"},    Spelling{0x2026, "..."}, Spelling{0x202F, " "},
                   Spelling{0x20AC, "EUR "}, Spelling{0x20B9, "INR "}, Spelling{0x2192, "->"},  Spelling{0x2212, "-"},
                   Spelling{0x2500, "-"},    Spelling{0x25CF, "*"},    Spelling{0x2713, "*"}});

std::string_view nearest_in_ascii(char32_t code) noexcept {
    constexpr std::string_view latin =
        "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"; // from U+00C0
    if (const auto found = std::ranges::find(spellings, code, &Spelling::code); found != spellings.end())
        return found->ascii;
    return code >= 0xC0 && code < 0xC0 + latin.size() ? latin.substr(code - 0xC0, 1) : "?";
}

} // namespace

bool drives_terminal(char32_t code) noexcept {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x061C || code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

std::size_t display_width(std::string_view text) noexcept {
    // Nearly all text is ASCII, where a byte is a column.
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return text.size();
    std::size_t columns = 0;
    while (!text.empty()) {
        const Utf8Char next = first_char(text);
        columns += next.size == 0 ? 1 : columns_of(next.code);
        text.remove_prefix(next.size == 0 ? 1 : next.size);
    }
    return columns;
}

std::string pad_right(std::string_view text, std::size_t columns) {
    const std::size_t width = display_width(text);
    return std::string{text} + std::string(width < columns ? columns - width : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t columns) {
    const std::size_t width = display_width(text);
    return std::string(width < columns ? columns - width : 0, ' ') + std::string{text};
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines(1);
    std::size_t used = 0; // columns of the last line
    while (!text.empty()) {
        const std::size_t blank = text.find(' ');
        const std::string_view word = text.substr(0, blank);
        text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
        if (word.empty())
            continue;
        const std::size_t width = display_width(word);
        if (used != 0 && used + 1 + width <= columns) {
            lines.back().append(" ").append(word);
            used += 1 + width;
            continue;
        }
        if (!lines.back().empty())
            lines.emplace_back();
        lines.back() = word;
        used = width;
    }
    return lines;
}

std::string printable(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return c >= ' ' && c < '\x7F'; }))
        return std::string{text};
    std::string out;
    while (!text.empty()) {
        const Utf8Char next = first_char(text);
        const std::size_t size = next.size == 0 ? 1 : next.size;
        if (next.size == 0 || drives_terminal(next.code))
            for (const char byte : text.substr(0, size))
                out += "\\x" + hex(static_cast<unsigned char>(byte), 2);
        else
            out += text.substr(0, size);
        text.remove_prefix(size);
    }
    return out;
}

std::string ascii(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const Utf8Char next = first_char(text);
        if (next.size == 1)
            out += text.front();
        else if (next.size == 0 || !within(next.code, zero_width))
            out += nearest_in_ascii(next.code);
        text.remove_prefix(std::max<std::size_t>(next.size, 1));
    }
    return out;
}

} // namespace ptf_fees::text
