#pragma once
// An amount of money, exact to the cent. Ground floor: knows nothing of schedules, currencies or text.

#include <compare>
#include <cstdint>

namespace ptf_fees {

/// An amount in hundredths of a currency unit (cents). The currency is a property of the schedule, not of the amount.
/// Any 64-bit number of cents is a valid Money; schedules hold amounts from 0 to `largest_scheduled_amount`.
class Money {
public:
    constexpr Money() = default;

    /// `cents` hundredths of a unit; may be negative (a difference).
    [[nodiscard]] static constexpr Money from_cents(std::int64_t cents) noexcept { return Money{cents}; }

    /// `units` whole currency units. Precondition: |units| <= 9 * 10^16 (one hundred times that fits 64 bits).
    [[nodiscard]] static constexpr Money from_units(std::int64_t units) noexcept { return Money{units * 100}; }

    [[nodiscard]] constexpr std::int64_t cents() const noexcept { return cents_; }

    /// Sums and differences of scheduled amounts. Precondition: the result fits 64 bits, which a tier with fewer
    /// than 9,000 charges of at most `largest_scheduled_amount` cannot break. Sums over rows of a batch are kept
    /// elsewhere, in 128 bits.
    friend constexpr Money operator+(Money a, Money b) noexcept { return Money{a.cents_ + b.cents_}; }
    friend constexpr Money operator-(Money a, Money b) noexcept { return Money{a.cents_ - b.cents_}; }
    friend constexpr auto operator<=>(Money, Money) noexcept = default;

private:
    explicit constexpr Money(std::int64_t cents) noexcept : cents_{cents} {}

    std::int64_t cents_ = 0;
};

/// The largest amount that a schedule may state: 10^13 whole units.
inline constexpr Money largest_scheduled_amount = Money::from_units(10'000'000'000'000);

} // namespace ptf_fees
