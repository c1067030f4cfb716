// Ground floor: phrases about bands, days and counts that several parts of the program share.
#include "text/words.h"

#include "text/decimal.h"
#include "text/names.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ptf_fees::text {
namespace {

using namespace std::string_view_literals;

constexpr auto nouns_with_article =
    std::to_array({"Foundation"sv, "Association"sv, "Society"sv, "Institute"sv, "Alliance"sv, "Consortium"sv,
                   "Initiative"sv, "Federation"sv, "Union"sv});

constexpr auto org_type_plurals = std::to_array(
    {"companies"sv, "nonprofit organisations"sv, "academic institutions"sv, "government bodies"sv, "individuals"sv});

std::string range_words(const BandRange& range, auto&& number) {
    if (!range.to)
        return number(range.from) + " or more";
    if (*range.to == range.from)
        return number(range.from);
    return number(range.from) + " to " + number(*range.to);
}

std::string two_digits(unsigned number) {
    return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

} // namespace

std::string band_words(const BandRange& range) {
    return range_words(range, grouped);
}

std::string band_words(const BandRange& range, std::string_view currency) {
    if (range.by == Basis::employees)
        return band_words(range) + (range.from == 1 && range.to == 1 ? " employee" : " employees");
    return range_words(range,
                       [&](std::int64_t units) {
                           // A revenue may be too large to hold in cents: only the sign and the grouping are wanted.
                           std::string sign = for_people(Money{}, currency);
                           sign.pop_back();
                           return sign + grouped(units);
                       }) +
           " revenue";
}

std::string_view counted_noun(std::string_view description) noexcept {
    const std::string_view first = description.substr(0, description.find_first_of(" ,;:("));
    return first.size() > 3 && first.ends_with('s') && !first.ends_with("ss") ? first : "employees";
}

std::string counted_as(std::string_view sentence, std::string_view description) {
    constexpr std::string_view employee = "employee";
    const std::string plural = lower(counted_noun(description));
    if (plural == "employees")
        return std::string{sentence};
    std::string out;
    bool quoted = false;
    while (!sentence.empty()) {
        quoted = sentence.starts_with("“") || (quoted && !sentence.starts_with("”"));
        const bool begins = out.empty() || out.ends_with(' ');
        if (quoted || !begins || !same_ignoring_case(sentence.substr(0, employee.size()), employee)) {
            out += sentence.front();
            sentence.remove_prefix(1);
            continue;
        }
        const bool capital = sentence.front() == 'E';
        sentence.remove_prefix(employee.size());
        std::string noun = sentence.starts_with('s') ? plural : plural.substr(0, plural.size() - 1);
        if (sentence.starts_with('s'))
            sentence.remove_prefix(1);
        if (capital && noun.front() >= 'a' && noun.front() <= 'z')
            noun.front() = static_cast<char>(noun.front() - 'a' + 'A');
        out += noun;
    }
    return out;
}

std::string iso(Date day) {
    const int year = static_cast<int>(day.year());
    return two_digits(static_cast<unsigned>(year / 100)) + two_digits(static_cast<unsigned>(year % 100)) + "-" +
           two_digits(static_cast<unsigned>(day.month())) + "-" + two_digits(static_cast<unsigned>(day.day()));
}

std::optional<Date> parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = parse_digits(text.substr(0, 4));
    const auto month = parse_digits(text.substr(5, 2));
    const auto day = parse_digits(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    const Date date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok())
        return std::nullopt;
    return date;
}

std::string listed(std::span<const std::string> items, std::string_view last_word) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0)
            out += i + 1 == items.size() ? " " + std::string{last_word} + " " : ", ";
        out += items[i];
    }
    return out;
}

std::string not_known(std::string_view typed, std::span<const std::string_view> allowed) {
    const std::vector<std::string> names{allowed.begin(), allowed.end()};
    const std::string question = did_you_mean(typed, allowed);
    return quoted(typed) + " is not known" + (question.empty() ? ": write " : question + " Write ") +
           listed(names, "or");
}

std::string counted(std::int64_t count, std::string_view singular, std::string_view plural) {
    return grouped(count) + " " + std::string{count == 1 ? singular : plural};
}

std::string in_sentence(std::string_view name) {
    const std::string_view bare = without_article(name);
    const bool is_a_noun =
        std::ranges::any_of(nouns_with_article, [&](std::string_view noun) { return bare.ends_with(noun); });
    return bare.size() != name.size() || is_a_noun ? "the " + std::string{bare} : std::string{name};
}

std::string_view without_article(std::string_view name) noexcept {
    return name.starts_with("The ") ? name.substr(4) : name;
}

std::string_view plural_of(OrgType type) noexcept {
    return org_type_plurals[static_cast<std::size_t>(type)];
}

std::string membership_id(std::string_view foundation, std::string_view tier) {
    return std::string{foundation} + "/" + std::string{tier};
}

} // namespace ptf_fees::text
