// Ground floor: what an organisation may say of itself, read strictly, with a hint for every common slip.
#include "ptf_fees/organization.h"

#include "text/ascii.h"
#include "text/blanks.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/utf8.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees {
namespace {

constexpr auto org_type_names =
    std::to_array<std::string_view>({"company", "nonprofit", "academic", "government", "individual"});

/// What people write for a type: never read, but answered with the type to write.
struct OrgTypeSynonym {
    std::string_view word;
    OrgType type;
};

constexpr auto org_type_synonyms = std::to_array({OrgTypeSynonym{"university", OrgType::academic},
                                                  OrgTypeSynonym{"college", OrgType::academic},
                                                  OrgTypeSynonym{"school", OrgType::academic},
                                                  OrgTypeSynonym{"education", OrgType::academic},
                                                  OrgTypeSynonym{"research institute", OrgType::academic},
                                                  OrgTypeSynonym{"ngo", OrgType::nonprofit},
                                                  OrgTypeSynonym{"non-profit", OrgType::nonprofit},
                                                  OrgTypeSynonym{"non profit", OrgType::nonprofit},
                                                  OrgTypeSynonym{"not-for-profit", OrgType::nonprofit},
                                                  OrgTypeSynonym{"charity", OrgType::nonprofit},
                                                  OrgTypeSynonym{"foundation", OrgType::nonprofit},
                                                  OrgTypeSynonym{"501(c)(3)", OrgType::nonprofit},
                                                  OrgTypeSynonym{"corporate", OrgType::company},
                                                  OrgTypeSynonym{"corporation", OrgType::company},
                                                  OrgTypeSynonym{"business", OrgType::company},
                                                  OrgTypeSynonym{"firm", OrgType::company},
                                                  OrgTypeSynonym{"enterprise", OrgType::company},
                                                  OrgTypeSynonym{"startup", OrgType::company},
                                                  OrgTypeSynonym{"for-profit", OrgType::company},
                                                  OrgTypeSynonym{"commercial", OrgType::company},
                                                  OrgTypeSynonym{"govt", OrgType::government},
                                                  OrgTypeSynonym{"agency", OrgType::government},
                                                  OrgTypeSynonym{"public", OrgType::government},
                                                  OrgTypeSynonym{"public sector", OrgType::government},
                                                  OrgTypeSynonym{"person", OrgType::individual},
                                                  OrgTypeSynonym{"personal", OrgType::individual}});

/// Whether taking every character of `extra` out of `text` leaves digits alone; those digits are put into `digits`.
bool digits_but_for(std::string_view text, std::string_view extra, std::string& digits) {
    digits.clear();
    for (const char c : text)
        if (text::is_digit(c))
            digits.push_back(c);
        else if (extra.find(c) == std::string_view::npos)
            return false;
    return !digits.empty();
}

/// Whether `text`, which is not digits alone, is groups of three digits split by `separator` ("1,200", "1.200.000").
bool is_grouped(std::string_view text, char separator) {
    const std::size_t first = text.find(separator);
    if (first == 0)
        return false;
    // The first separator decides where all are, before it too (unsigned numbers wrap): one that comes late, or
    // never, finds another character where it should have been.
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool at_separator = (i - first) % 4 == 0;
        if (at_separator ? text[i] != separator : !text::is_digit(text[i]))
            return false;
    }
    return (text.size() - first) % 4 == 0;
}

/// The same in the Indian way: "22,00,000".
bool is_grouped_in_lakhs(std::string_view text) {
    const std::size_t last = text.rfind(',');
    if (last == std::string_view::npos || text.size() - last != 4 || !text::all_digits(text.substr(last + 1)))
        return false;
    for (std::string_view rest = text.substr(0, last); !rest.empty();) {
        const std::size_t comma = rest.rfind(',');
        const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
        const std::size_t digits = rest.size() - begin;
        if (!text::all_digits(rest.substr(begin)) || (begin == 0 ? digits > 2 : digits != 2))
            return false;
        rest = rest.substr(0, begin == 0 ? 0 : comma);
    }
    return true;
}

/// Whether `text` is digits, one point or comma, and one or two digits.
bool has_decimals(std::string_view text) {
    const std::size_t mark = text.find_first_of(".,");
    if (mark == std::string_view::npos || mark + 3 < text.size())
        return false;
    return text::all_digits(text.substr(0, mark)) && text::all_digits(text.substr(mark + 1));
}

/// The character that `text` begins with, by its code point where it may not be seen.
std::string first_shown(std::string_view text) {
    const text::Utf8Char next = text::first_char(text);
    if (next.size == 0)
        return "the byte " + text::hex(static_cast<unsigned char>(text.front()), 2) + ", which is not UTF-8";
    if (next.code >= ' ' && next.code < 0x7F)
        return "'" + std::string{text.front()} + "'";
    const bool no_break = next.code == 0xA0 || next.code == 0x2007 || next.code == 0x202F;
    return no_break ? "a no-break space (" + text::code_point(next.code) + ")"
                    : "the character " + text::code_point(next.code);
}

/// The first character of `text` that is not a digit, a blank only if there is no other.
std::string foreign_character(std::string_view text) {
    const std::size_t at = text.find_first_not_of("0123456789 ");
    return first_shown(text.substr(at == std::string_view::npos ? text.find(' ') : at));
}

/// What does not show at one end of `text`, as the end of a sentence; empty where both show.
std::string blank_end(std::string_view text) {
    const std::string_view shown = text::trimmed(text);
    if (shown.size() == text.size())
        return {};
    const bool at_end = shown.data() == text.data();
    const std::string_view blank = at_end ? text.substr(shown.size()) : text;
    if (blank.front() == ' ' || blank.front() == '\t')
        return " has blanks around it: write the digits alone";
    return (at_end ? " ends with " : " begins with ") + first_shown(blank) + ": write the digits alone";
}

/// The digits that "10k" and "2 M" are short for; empty for all else.
std::string written_out(std::string_view text) {
    constexpr std::size_t most_digits = 12;
    const std::string_view digits = text::trimmed(text.substr(0, text.size() - 1));
    if (digits.size() > most_digits || !text::all_digits(digits))
        return {};
    const char unit = text.back();
    const std::size_t zeros = unit == 'k' || unit == 'K' ? 3 : unit == 'm' || unit == 'M' ? 6 : 0;
    return zeros == 0 ? std::string{} : std::string{digits} + std::string(zeros, '0');
}

/// The two ends of what is written as a range, "501-1000" or "10001+" (then the last is empty), whatever they are.
struct Ends {
    std::string_view first;
    std::string_view last;
};

std::optional<Ends> ends_of(std::string_view text) {
    if (text.ends_with('+'))
        return Ends{text.substr(0, text.size() - 1), {}};
    for (const std::string_view dash : {"-", "\u2013"})
        if (const std::size_t at = text.find(dash); at != std::string_view::npos && at != 0) {
            const std::string_view first = text.substr(0, at);
            const std::string_view last = text.substr(at + dash.size());
            const std::size_t begin = last.find_first_not_of(' ');
            if (begin != std::string_view::npos)
                return Ends{first.substr(0, first.find_last_not_of(' ') + 1), last.substr(begin)};
        }
    return std::nullopt;
}

/// What is wrong with `text`, which is written as a range and none of whole numbers in digits; empty where that is not
/// known.
std::string hint_for(const Ends& ends) {
    constexpr std::string_view separators = ",.' ";
    std::string first;
    std::string last;
    if (!digits_but_for(ends.first, separators, first))
        return {};
    if (ends.last.empty())
        return " has thousands separators: write " + first + "+";
    if (!digits_but_for(ends.last, separators, last))
        return {};
    return " has thousands separators: write " + first + "-" + last;
}

/// The range in "11-50 employees", "c_00011_00050" and "11 to 50" as it must be written; empty for all else.
std::string range_within(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::array<std::string_view, 4> links{"-", "\u2013", "_", "to"};
    const std::size_t begin = text.find_first_of(digits);
    const std::size_t gap = text.find_first_not_of(digits, begin);
    const std::size_t next = text.find_first_of(digits, gap);
    const std::size_t end = text.find_first_not_of(digits, next);
    if (next == std::string_view::npos || text.find_first_of(digits, end) != std::string_view::npos ||
        std::ranges::find(links, text::trimmed(text.substr(gap, next - gap))) == links.end())
        return {};
    const auto low = text::parse_digits(text.substr(begin, gap - begin));
    const auto high = text::parse_digits(text.substr(next, end - next));
    return low && high && *low < *high ? std::to_string(*low) + "-" + std::to_string(*high) : std::string{};
}

/// Whether `text` is a number and the English name of a month in three letters: "2-Oct", "Nov-50".
bool looks_like_date(std::string_view text) {
    constexpr std::string_view months = "jan feb mar apr may jun jul aug sep oct nov dec";
    const std::size_t dash = std::min(text.find('-'), text.size());
    const std::string_view after = text.substr(std::min(dash + 1, text.size()));
    const bool month_first = text::all_digits(after);
    const std::string_view month = month_first ? text.substr(0, dash) : after;
    return month.size() == 3 && months.contains(text::lower(month)) &&
           text::all_digits(month_first ? after : text.substr(0, dash));
}

/// What is wrong with `text`, which is not a whole number in digits, and how to write it: the end of a sentence.
std::string hint_for(std::string_view text, std::string_view what) {
    std::string digits;
    if (text::is_blank(text))
        return " is blank: write a whole number";
    if (std::string blank = blank_end(text); !blank.empty())
        return blank;
    if (is_grouped(text, ',') || is_grouped(text, '.') || is_grouped(text, '\'') || is_grouped(text, ' ') ||
        is_grouped_in_lakhs(text)) {
        (void)digits_but_for(text, ",.' ", digits);
        return " has thousands separators: write " + digits;
    }
    if (text.front() == '-' && text.size() > 1 && text::is_digit(text[1]))
        return " is negative: write a whole number of " + std::string{what};
    if (const auto ends = ends_of(text))
        if (std::string hint = hint_for(*ends); !hint.empty())
            return hint;
    if (const std::string range = range_within(text); !range.empty())
        return " has more than a range in it: write " + range;
    if (looks_like_date(text))
        return " looks like a date that a spreadsheet made of a range: write the range as text, such as 2-10";
    if (text.front() == '~' || text.front() == '+' || text.front() == '<' || text.front() == '>')
        return " is not exact: write one whole number in digits";
    if (digits_but_for(text, ".eE+", digits) && text.find_first_of("eE") != std::string_view::npos)
        return " is in scientific notation: write all digits";
    if (has_decimals(text))
        return " is not a whole number: write it without decimals";
    if (const std::string number = written_out(text); !number.empty())
        return " is short for a number: write " + number;
    if (digits_but_for(text, ",.", digits) && text.contains(',') && text.contains('.'))
        return " has both commas and dots in it: write digits only, such as 1200";
    if (text.front() != '-' && digits_but_for(text, "-", digits))
        return " is not a range of two numbers: write it as 501-1000, or as 501+";
    return " is not a whole number, it has " + foreign_character(text) + " in it: write digits only, such as 1200";
}

std::expected<Figure, std::string> parse_figure(std::string_view text, std::string_view option, std::string_view what,
                                                std::int64_t least) {
    const std::string start = std::string{option} + " " + text::quoted(text);
    const Ends ends = ends_of(text).value_or(Ends{text, text});
    if (!text::all_digits(ends.first) || (!ends.last.empty() && !text::all_digits(ends.last)))
        return std::unexpected(start + hint_for(text, what));
    const auto first = text::parse_digits(ends.first);
    const auto last = ends.last.empty() ? first : text::parse_digits(ends.last);
    if (!first || !last)
        return std::unexpected(start + " is too large: the largest that can be read is 9223372036854775807");
    if (*first < least)
        return std::unexpected(start + " is below 1: an organisation has at least 1 employee");
    if (ends.last.empty())
        return Figure{*first, std::nullopt};
    if (*last < *first)
        return std::unexpected(start + " is a range from the higher number to the lower: write " +
                               std::to_string(*last) + "-" + std::to_string(*first));
    if (*last == *first && ends.first.data() != ends.last.data())
        return std::unexpected(start + " is a range of one number: write " + std::to_string(*first));
    return Figure{*first, last};
}

} // namespace

bool holds(const Memberships& held, std::string_view id) noexcept {
    return std::ranges::find(held, id) != held.end();
}

Memberships with_membership(Memberships held, std::string_view id, bool member) {
    const auto place = std::ranges::lower_bound(held, id);
    const bool there = place != held.end() && *place == id;
    if (member && !there)
        held.emplace(place, id);
    else if (!member && there)
        held.erase(place);
    return held;
}

std::string_view name_of(OrgType type) noexcept {
    return org_type_names[static_cast<std::size_t>(type)];
}

std::string_view name_of(Basis basis) noexcept {
    return basis == Basis::employees ? "employees" : "revenue";
}

std::expected<Figure, std::string> parse_employees(std::string_view text) {
    return parse_figure(text, "employees", "employees", 1);
}

std::expected<Figure, std::string> parse_revenue(std::string_view text) {
    return parse_figure(text, "revenue", "currency units", 0);
}

std::expected<OrgType, std::string> parse_org_type(std::string_view text) {
    for (const OrgType type : all_org_types)
        if (text::same_ignoring_case(text, name_of(type)))
            return type;
    for (const auto& [word, type] : org_type_synonyms)
        if (text::same_ignoring_case(text, word))
            return std::unexpected("org_type " + text::quoted(text) + " is not known: write " +
                                   std::string{name_of(type)});
    return std::unexpected("org_type " + text::not_known(text, org_type_names));
}

std::expected<bool, std::string> parse_yes_no(std::string_view text, std::string_view what) {
    using text::same_ignoring_case;
    if (same_ignoring_case(text, "yes") || same_ignoring_case(text, "true") || text == "1")
        return true;
    if (same_ignoring_case(text, "no") || same_ignoring_case(text, "false") || text == "0")
        return false;
    return std::unexpected(std::string{what} + " " + text::quoted(text) + " is neither yes nor no: write yes or no");
}

} // namespace ptf_fees
