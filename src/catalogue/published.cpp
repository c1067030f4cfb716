// Floor 2, catalogue: one rule for every published text, whatever the language and order of its words: the numbers that
// are in it. What they mean is decided by comparing them with the schedule.

#include "catalogue/published.h"

#include "text/ascii.h"
#include "text/names.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ptf_fees::catalogue {

namespace {

using text::wide;

constexpr std::size_t most_digits = 18;

/// Letters outside ASCII belong to a word too; the blanks, dashes and apostrophes of Unicode's punctuation do not.
bool is_letter(text::Utf8Char c) noexcept {
    const bool ascii = (c.code >= 'A' && c.code <= 'Z') || (c.code >= 'a' && c.code <= 'z');
    return ascii || (c.code >= 0xC0 && (c.code < 0x2000 || c.code > 0x20FF));
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_{text} {}

    Published scan() {
        while (!rest_.empty()) {
            if (text::is_digit(rest_.front())) {
                found_.numbers.push_back(number());
            } else if (const auto c = text::first_char(rest_); is_letter(c)) {
                take_word();
            } else {
                found_.has_percent = found_.has_percent || c.code == '%';
                rest_.remove_prefix(std::max<std::size_t>(c.size, 1));
            }
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] std::size_t digits_at(std::size_t begin) const noexcept {
        std::size_t end = begin;
        while (end < rest_.size() && text::is_digit(rest_[end]))
            ++end;
        return end - begin;
    }

    /// The mark between two groups of digits at the front; empty where there is none.
    [[nodiscard]] std::string_view separator() const noexcept {
        constexpr std::array<std::string_view, 8> marks{",", ".", " ", "'", "\u00A0", "\u2009", "\u202F", "\u2019"};
        for (const std::string_view mark : marks)
            if (rest_.starts_with(mark))
                return mark;
        return {};
    }

    void take_digits(std::string& digits, std::size_t count) {
        digits += rest_.substr(0, count);
        rest_.remove_prefix(count);
    }

    /// The decimals at the front, which are removed: ".00", ",5" or the ",-" that means none.
    std::string decimals() {
        std::string digits;
        if (rest_.size() < 2 || (rest_.front() != '.' && rest_.front() != ','))
            return digits;
        for (const std::string_view none : {"-", "\u2013", "\u2014"})
            if (rest_.substr(1).starts_with(none) && digits_at(1 + none.size()) == 0) {
                rest_.remove_prefix(1 + none.size());
                return digits;
            }
        if (const std::size_t count = digits_at(1); count > 0) {
            rest_.remove_prefix(1);
            take_digits(digits, count);
        }
        return digits;
    }

    /// What the word after a number multiplies it by: 1 where it is not such a word, which is left in place.
    wide multiplier() {
        std::string_view after = rest_;
        const std::string_view blank = separator();
        if (blank != "," && blank != "." && blank != "'")
            after.remove_prefix(blank.size());
        constexpr std::array<std::pair<std::string_view, std::int64_t>, 5> words{
            {{"thousand", 1'000}, {"million", 1'000'000}, {"k", 1'000}, {"K", 1'000}, {"M", 1'000'000}}};
        for (const auto& [word, factor] : words) {
            const bool spelled = word.size() > 1;
            const std::string_view found = after.substr(0, word.size());
            if (!(spelled ? text::same_ignoring_case(found, word) : found == word))
                continue;
            const std::string_view beyond = after.substr(word.size());
            if (!beyond.empty() && (is_letter(text::first_char(beyond)) || text::is_digit(beyond.front())))
                continue;
            rest_ = beyond;
            return factor;
        }
        return 1;
    }

    /// Groups of three with one kind of mark between them, unless a dot before the last ones begins the decimals of a
    /// number of thousands or millions ("1.250 million").
    void take_groups(std::string& digits) {
        const std::string_view mark = separator();
        const std::string_view first = rest_;
        const std::string whole = digits;
        std::size_t groups = 0;
        while (!mark.empty() && rest_.starts_with(mark) && digits_at(mark.size()) == 3) {
            rest_.remove_prefix(mark.size());
            take_digits(digits, 3);
            ++groups;
        }
        if (groups != 1 || mark != ".")
            return;
        const std::string_view after = rest_;
        const bool multiplied = multiplier() != 1;
        rest_ = multiplied ? first : after;
        if (multiplied)
            digits = whole;
    }

    wide number() {
        std::string digits;
        const std::size_t count = digits_at(0);
        take_digits(digits, count);
        if (count <= 3)
            take_groups(digits);
        std::string fraction = decimals();
        const wide factor = multiplier();
        if (digits.size() + fraction.size() > most_digits || (factor == 1 && fraction.size() != 2 && !fraction.empty()))
            return -1;
        wide value = 0;
        for (const char digit : digits + fraction)
            value = value * 10 + (digit - '0');
        value *= 100 * factor;
        for (std::size_t i = 0; i < fraction.size(); ++i)
            value = value % 10 == 0 ? value / 10 : -1;
        return value;
    }

    void take_word() {
        std::size_t size = 0;
        while (size < rest_.size() && is_letter(text::first_char(rest_.substr(size))))
            size += text::first_char(rest_.substr(size)).size;
        const std::string_view word = rest_.substr(0, size);
        found_.words.push_back(text::lower(word));
        if (word.size() == 3 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; }))
            found_.codes.emplace_back(word);
        rest_.remove_prefix(size);
    }

    std::string_view rest_;
    Published found_;
};

} // namespace

bool Published::has_word(std::string_view word) const noexcept {
    return std::ranges::find(words, word) != words.end();
}

bool Published::says_free() const noexcept {
    const auto no = std::ranges::find(words, "no");
    return has_word("free") || (no != words.end() && std::find_if(no, words.end(), [](const std::string& word) {
                                                         return word == "cost" || word == "fee" || word == "fees";
                                                     }) != words.end());
}

Published read_published(std::string_view text) {
    return Scanner{text}.scan();
}

} // namespace ptf_fees::catalogue
