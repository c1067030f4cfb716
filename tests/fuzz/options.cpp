// Any value of an option is what a slow reading makes of it, or refused in a sentence.
#include "fuzz/targets.h"

#include "engine/choose_edition.h"
#include "engine/unknown_name.h"
#include "ptf_fees/ptf_fees.h"
#include "text/words.h"

#include <algorithm>
#include <set>

using namespace ptf_fees;
using fuzz::must;
using fuzz::must_be_sentence;

namespace {

template <typename Value>
void must_name(const std::expected<Value, std::string>& answer, std::string_view name) {
    if (answer)
        return;
    must(answer.error().starts_with(name), "a refusal names what it refuses");
    must_be_sentence(answer.error());
}

/// A whole number of ASCII digits up to 2^63-1, without leading zeros compared by length and then by characters.
bool is_figure(std::string_view text, bool zero_too) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos)
        return false;
    constexpr std::string_view largest = "9223372036854775807";
    text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
    if (text.empty())
        return zero_too;
    return text.size() < largest.size() || (text.size() == largest.size() && text <= largest);
}

bool is_less(std::string_view a, std::string_view b) {
    a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
    b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

/// Such a number, or a range of two, the lower first, or of one and all above.
bool is_figure_or_range(std::string_view text, bool zero_too) {
    if (text.ends_with('+'))
        return is_figure(text.substr(0, text.size() - 1), zero_too);
    const std::string_view dash = text.find('-') != std::string_view::npos ? "-" : "\u2013";
    const std::size_t at = text.find(dash);
    if (at == std::string_view::npos)
        return is_figure(text, zero_too);
    std::string_view first = text.substr(0, at);
    std::string_view last = text.substr(at + dash.size());
    while (first.ends_with(' '))
        first.remove_suffix(1);
    while (last.starts_with(' '))
        last.remove_prefix(1);
    return is_figure(first, zero_too) && is_figure(last, zero_too) && is_less(first, last);
}

void check_figures(std::string_view input) {
    const auto employees = parse_employees(input);
    must(employees.has_value() == is_figure_or_range(input, false), "a headcount is a whole number from 1, or a range");
    must_name(employees, "employees ");
    const auto revenue = parse_revenue(input);
    must(revenue.has_value() == is_figure_or_range(input, true), "revenue is a whole number from 0, or a range");
    must(!employees || employees == revenue, "both read the same");
    must_name(revenue, "revenue ");
}

void check_words_of_lists(std::string_view input) {
    std::string lower{input};
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    static const std::set<std::string> types{"company", "nonprofit", "academic", "government", "individual"};
    const auto type = parse_org_type(input);
    must(type.has_value() == types.contains(lower), "there are five types");
    must(!type || name_of(*type) == lower, "a type is its name");
    must_name(type, "org_type ");
    static const std::set<std::string> yes{"yes", "true", "1"};
    static const std::set<std::string> no{"no", "false", "0"};
    const auto member = parse_yes_no(input, "lf_member");
    must(member.has_value() == (yes.contains(lower) || no.contains(lower)), "yes and no have three words each");
    must(!member || *member == yes.contains(lower), "yes is not no");
    must_name(member, "lf_member ");
}

/// The day that `text` writes, by counting the days of its month.
bool is_day(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00";
    if (text.size() != shape.size())
        return false;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
    const int year = std::stoi(std::string{text.substr(0, 4)});
    const int month = std::stoi(std::string{text.substr(5, 2)});
    const int day = std::stoi(std::string{text.substr(8, 2)});
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int days[] = {0, 31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month];
}

void check_day(std::string_view input) {
    const auto day = text::parse_iso(input);
    must(day.has_value() == is_day(input), "a day of the calendar");
    must(!day || text::iso(*day) == input, "a day is written as it was read");
    const auto choice = choose_edition(embedded_catalogue(), "ptf", input, {.before_name = "", .day = "--as-of"});
    must(!choice || (day && choice->schedule->effective <= *day), "the edition in force that day");
    if (!choice)
        must_be_sentence(choice.error().message);
}

/// As an edition, a tier or a benefit, by the value's length: looking for the nearest name is what takes long.
void check_name(std::string_view input) {
    const Catalogue& catalogue = embedded_catalogue();
    const Schedule& schedule = *catalogue.default_edition("ptf");
    if (input.size() % 3 == 1) {
        if (find_tier(schedule, input) == nullptr)
            must_be_sentence(unknown_tier(catalogue, schedule, input));
    } else if (input.size() % 3 == 2) {
        if (find_benefit(schedule, input) == nullptr)
            must_be_sentence(unknown_benefit(catalogue, schedule, input));
    } else if (const auto choice = choose_edition(catalogue, input, std::nullopt, {.before_name = "", .day = ""})) {
        const Schedule& chosen = *choice->schedule;
        must(chosen.id.size() == input.size() || chosen.foundation.size() == input.size(), "by its own name");
    } else {
        must_be_sentence(choice.error().message);
    }
}

} // namespace

void fuzz::options(std::string_view input) {
    check_figures(input);
    check_words_of_lists(input);
    check_day(input);
    check_name(input);
}
