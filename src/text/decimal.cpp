// Ground floor: amounts and whole numbers to text and back, by integer arithmetic alone.
#include "text/decimal.h"

#include "text/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace ptf_fees::text {
namespace {

struct CurrencySign {
    std::string_view code;
    std::string_view sign;
};

constexpr auto currency_signs =
    std::to_array({CurrencySign{"USD", "$"}, CurrencySign{"EUR", "€"}, CurrencySign{"GBP", "£"},
                   CurrencySign{"JPY", "¥"}, CurrencySign{"INR", "₹"}});

__extension__ using unsigned_wide = unsigned __int128;

std::string digits(unsigned_wide number, std::size_t at_least) {
    std::string reversed;
    do {
        reversed.push_back(static_cast<char>('0' + static_cast<int>(number % 10)));
        number /= 10;
    } while (number != 0);
    if (reversed.size() < at_least)
        reversed.append(at_least - reversed.size(), '0');
    std::ranges::reverse(reversed);
    return reversed;
}

/// `digits` with a comma before every third digit from the right.
std::string with_commas(std::string_view digits_text) {
    std::string out;
    for (std::size_t i = 0; i < digits_text.size(); ++i) {
        if (i != 0 && (digits_text.size() - i) % 3 == 0)
            out.push_back(',');
        out.push_back(digits_text[i]);
    }
    return out;
}

unsigned_wide magnitude(wide number) {
    return number < 0 ? unsigned_wide{0} - static_cast<unsigned_wide>(number) : static_cast<unsigned_wide>(number);
}

} // namespace

std::string plain(wide cents) {
    std::string out = digits(magnitude(cents), 3);
    out.insert(out.size() - 2, 1, '.');
    return cents < 0 ? "-" + out : out;
}

std::string plain(Money amount) {
    return plain(wide{amount.cents()});
}

std::string grouped_amount(wide cents) {
    const std::string exact = digits(magnitude(cents), 3);
    const std::size_t units = exact.size() - 2;
    return (cents < 0 ? "-" : "") + with_commas(exact.substr(0, units)) + "." + exact.substr(units);
}

std::string for_people(Money amount, std::string_view currency) {
    const std::string exact = digits(magnitude(amount.cents()), 3);
    const std::string_view units = std::string_view{exact}.substr(0, exact.size() - 2);
    const std::string_view cents = std::string_view{exact}.substr(exact.size() - 2);

    std::string out = amount.cents() < 0 ? "-" : "";
    const auto known = std::ranges::find(currency_signs, currency, &CurrencySign::code);
    if (known != currency_signs.end())
        out += known->sign;
    else
        out.append(currency).append(" ");
    out += with_commas(units);
    if (cents != "00")
        out.append(".").append(cents);
    return out;
}

std::string grouped(std::int64_t number) {
    std::string out = with_commas(digits(magnitude(number), 1));
    return number < 0 ? "-" + out : out;
}

bool all_digits(std::string_view text) noexcept {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::optional<std::int64_t> parse_digits(std::string_view text) noexcept {
    if (!all_digits(text))
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{})
        return std::nullopt;
    return number;
}

std::optional<Money> parse_plain(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || text.size() != point + 3)
        return std::nullopt;
    const auto units = parse_digits(text.substr(0, point));
    const auto cents = parse_digits(text.substr(point + 1));
    if (!units || !cents || *units > (std::numeric_limits<std::int64_t>::max() - *cents) / 100)
        return std::nullopt;
    return Money::from_cents(*units * 100 + *cents);
}

} // namespace ptf_fees::text
