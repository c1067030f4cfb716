#pragma once
// The one place where amounts and whole numbers become text, and text becomes amounts.

#include "ptf_fees/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ptf_fees::text {

/// For machines: "50000.00", "-15000.00". No currency, no separators, always two decimals.
[[nodiscard]] std::string plain(Money amount);

/// The same for a sum kept in 128 bits, given in cents.
__extension__ using wide = __int128;
[[nodiscard]] std::string plain(wide cents);

/// A sum for people, in cents and without a currency: "1,234,567.00".
[[nodiscard]] std::string grouped_amount(wide cents);

/// For people: "$50,000", "€1,234.50", "CHF 1,000", "-$20,000"; cents only where there are any. `currency` is ISO 4217.
[[nodiscard]] std::string for_people(Money amount, std::string_view currency);

/// "5,000".
[[nodiscard]] std::string grouped(std::int64_t number);

/// Reads an amount as schedules write it in a string: digits, a point and two decimals ("1234.50"). nullopt on anything
/// else or beyond 64 bits of cents.
[[nodiscard]] std::optional<Money> parse_plain(std::string_view text);

/// Whether every character is an ASCII digit and there is at least one.
[[nodiscard]] bool all_digits(std::string_view text) noexcept;

/// Reads ASCII digits (leading zeros allowed) up to 2^63-1. nullopt on anything else.
[[nodiscard]] std::optional<std::int64_t> parse_digits(std::string_view text) noexcept;

} // namespace ptf_fees::text
