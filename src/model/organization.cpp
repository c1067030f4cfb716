// Ground floor: what an organisation may say of itself, read strictly, with a hint for every common slip.
#include "ptf_fees/organization.h"

#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees {
namespace {

constexpr std::array org_type_names{
    std::string_view{"company"},    std::string_view{"nonprofit"},  std::string_view{"academic"},
    std::string_view{"government"}, std::string_view{"individual"},
};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Whether taking every character of `extra` out of `text` leaves digits alone; those digits are put into `digits`.
bool digits_but_for(std::string_view text, std::string_view extra, std::string& digits) {
    digits.clear();
    for (const char c : text)
        if (is_digit(c))
            digits.push_back(c);
        else if (extra.find(c) == std::string_view::npos)
            return false;
    return !digits.empty();
}

/// Whether `text`, which is not digits alone, is digits cut into groups of three by `separator` ("1,200", "1.200.000").
bool is_grouped(std::string_view text, char separator) {
    const std::size_t first = text.find(separator);
    if (first == 0)
        return false;
    // The first separator decides where all stand, before it too (unsigned numbers wrap): one that comes late, or
    // never, finds another character where it should have stood.
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool at_separator = (i - first) % 4 == 0;
        if (at_separator ? text[i] != separator : !is_digit(text[i]))
            return false;
    }
    return (text.size() - first) % 4 == 0;
}

/// What is wrong with `text`, which is not a whole number in digits, and how to write it: the end of a sentence.
std::string hint_for(std::string_view text, std::string_view what) {
    std::string digits;
    if (text.find_first_not_of(" \t") == std::string_view::npos)
        return " is blank: write a whole number";
    if (text.find_first_of(" \t") == 0 || text.find_last_of(" \t") == text.size() - 1)
        return " has blanks around it: write the digits alone";
    if (is_grouped(text, ',') || is_grouped(text, '.') || is_grouped(text, '\'') || is_grouped(text, ' ')) {
        (void)digits_but_for(text, ",.' ", digits);
        return " has thousands separators: write " + digits;
    }
    if (text.front() == '-')
        return " is negative: write a whole number of " + std::string{what};
    if (text.front() == '~' || text.back() == '+' || text.front() == '+' || text.front() == '<' || text.front() == '>')
        return " is not exact: write one whole number in digits";
    if (digits_but_for(text, ".eE+", digits) && text.find_first_of("eE") != std::string_view::npos)
        return " is in scientific notation: write all digits";
    if (digits_but_for(text, ".,", digits))
        return " is not a whole number: write it without decimals";
    if (digits_but_for(text, "-", digits))
        return " looks like a range: write one whole number in digits";
    return " is not a whole number: write digits only, such as 1200";
}

std::expected<std::int64_t, std::string> parse_figure(std::string_view text, std::string_view option,
                                                      std::string_view what, std::int64_t least) {
    const std::string start = std::string{option} + " " + text::quoted(text);
    if (!text::all_digits(text))
        return std::unexpected(start + hint_for(text, what));
    const auto number = text::parse_digits(text);
    if (!number)
        return std::unexpected(start + " is too large: the largest that can be read is 9223372036854775807");
    if (*number < least)
        return std::unexpected(start + " is below 1: an organisation has at least 1 employee");
    return *number;
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

std::expected<std::int64_t, std::string> parse_employees(std::string_view text) {
    return parse_figure(text, "employees", "employees", 1);
}

std::expected<std::int64_t, std::string> parse_revenue(std::string_view text) {
    return parse_figure(text, "revenue", "currency units", 0);
}

std::expected<OrgType, std::string> parse_org_type(std::string_view text) {
    for (const OrgType type : all_org_types)
        if (text::same_ignoring_case(text, name_of(type)))
            return type;
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
