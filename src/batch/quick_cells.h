#pragma once
// Cells read a machine word at a time, for the hot path: each either is plainly one of the usual texts, or is left to
// the parsers.

#include "ptf_fees/organization.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace ptf_fees::batch {

/// What the quick way makes of a cell.
enum class Quick : std::uint8_t { absent, known, unsure };

/// The first 8 bytes of `text` (of which at least 8 may be read), with zeros for those that it does not have. Only to
/// be compared with another such word.
[[nodiscard]] inline std::uint64_t first_word(std::string_view text) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    if (text.size() >= 8)
        return word;
    const auto unused = static_cast<unsigned>(64 - 8 * text.size());
    if constexpr (std::endian::native == std::endian::little)
        return text.empty() ? 0 : word << unused >> unused;
    return text.empty() ? 0 : word >> unused << unused;
}

/// A word to compare with, from a text of at most 8 bytes.
[[nodiscard]] constexpr std::uint64_t word_of(std::string_view text) noexcept {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < text.size() && i < 8; ++i) {
        const std::size_t place = std::endian::native == std::endian::little ? i : 7 - i;
        word |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (8 * place);
    }
    return word;
}

/// A text of up to 16 bytes in two words and its size: its first and its last 8 bytes, which may overlap. Longer ones
/// equal none.
class WordPair {
public:
    /// Of `cell`, of which at least 8 bytes may be read.
    explicit WordPair(std::string_view cell) noexcept : first_{first_word(cell)}, last_{first_}, size_{cell.size()} {
        if (size_ > 8)
            std::memcpy(&last_, cell.data() + size_ - 8, 8);
    }

    /// Of a name, which has no room behind it.
    [[nodiscard]] static WordPair of_name(std::string_view name) {
        std::array<char, 16> room{};
        std::ranges::copy(name.substr(0, room.size()), room.begin());
        WordPair words{std::string_view{room.data(), std::min(name.size(), room.size())}};
        words.size_ = name.size() <= room.size() ? name.size() : 0;
        return words;
    }

    /// Whether both are the same text. Precondition: not both are longer than 16 bytes.
    [[nodiscard]] friend bool operator==(const WordPair& a, const WordPair& b) noexcept {
        return ((a.first_ ^ b.first_) | (a.last_ ^ b.last_) | (a.size_ ^ b.size_)) == 0;
    }

private:
    std::uint64_t first_;
    std::uint64_t last_;
    std::size_t size_;
};

/// Reads digits: up to eight at once where they fit a word of the machine, else, up to 18, one by one.
[[nodiscard]] inline Quick quick_number(std::string_view cell, std::int64_t& number) noexcept {
    if (cell.empty())
        return Quick::absent;
    constexpr std::size_t most_digits = 18;
    if (cell.size() > most_digits)
        return Quick::unsure;
    if (std::endian::native == std::endian::little && cell.size() <= 8) {
        // The first digit lies lowest: shifted up, what lies below are leading zeros.
        std::uint64_t word = 0;
        std::memcpy(&word, cell.data(), 8);
        const auto unused = static_cast<unsigned>(64 - 8 * cell.size());
        word = (word << unused) ^ (0x3030303030303030U << unused);
        if ((((word + 0x7676767676767676U) | word) & 0x8080808080808080U) != 0)
            return Quick::unsure; // some byte is above nine
        word = word * 10 + (word >> 8U);
        constexpr std::uint64_t pairs = 0x000000FF000000FFU;
        word = ((word & pairs) * 0x000F424000000064U + ((word >> 16U) & pairs) * 0x0000271000000001U) >> 32U;
        number = static_cast<std::int64_t>(word);
        return Quick::known;
    }
    number = 0;
    for (const char c : cell) {
        if (c < '0' || c > '9')
            return Quick::unsure;
        number = number * 10 + (c - '0');
    }
    return Quick::known;
}

/// Reads an organisation type in lower case.
[[nodiscard]] inline Quick quick_type(std::string_view cell, OrgType& type) noexcept {
    if (cell.empty())
        return Quick::absent;
    const std::uint64_t first = first_word(cell);
    const auto is = [&](std::string_view name) {
        return first == word_of(name) && cell.size() == name.size() &&
               (name.size() <= 8 || cell.substr(8) == name.substr(8));
    };
    if (is("company"))
        type = OrgType::company;
    else if (is("academic"))
        type = OrgType::academic;
    else if (is("nonprofit"))
        type = OrgType::nonprofit;
    else if (is("government"))
        type = OrgType::government;
    else if (is("individual"))
        type = OrgType::individual;
    else
        return Quick::unsure;
    return Quick::known;
}

/// Reads yes or no in lower case, and their like.
[[nodiscard]] inline Quick quick_yes_no(std::string_view cell, bool& yes) noexcept {
    if (cell.empty())
        return Quick::absent;
    const std::uint64_t first = first_word(cell);
    // Which one it is cannot be foreseen: no branches. A zero byte at the end would look like none.
    const auto is = [&](std::string_view name) { return static_cast<unsigned>(first == word_of(name)); };
    const unsigned is_yes = is("yes") | is("true") | is("1");
    const unsigned is_no = is("no") | is("false") | is("0");
    yes = (is_yes | (static_cast<unsigned>(yes) & (is_no ^ 1U))) != 0;
    return (is_yes | is_no) != 0 && cell.size() <= 5 && cell.back() != '\0' ? Quick::known : Quick::unsure;
}

} // namespace ptf_fees::batch
