#pragma once
// Figures read and compared a machine word at a time, for the hot path: a cell either is plainly a number, or is left
// to the parsers.

#include "batch/sixteen_bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace ptf_fees::batch {

/// The number that `cell`, which is not empty, says in up to 18 digits; of any other cell nothing. Up to eight digits
/// are read together where they fit a word of the machine. At least 8 bytes from the beginning may be read.
[[nodiscard]] inline std::optional<std::int64_t> quick_number(std::string_view cell) noexcept {
    constexpr std::size_t most_digits = 18;
    if (std::endian::native == std::endian::little && cell.size() <= 8) {
        // The first digit lies lowest: shifted up, what lies below are leading zeros.
        std::uint64_t word = 0;
        std::memcpy(&word, cell.data(), 8);
        const auto unused = static_cast<unsigned>(64 - 8 * cell.size());
        word = (word << unused) ^ (0x3030303030303030U << unused);
        if ((((word + 0x7676767676767676U) | word) & 0x8080808080808080U) != 0)
            return std::nullopt; // some byte is above nine
        word = word * 10 + (word >> 8U);
        constexpr std::uint64_t pairs = 0x000000FF000000FFU;
        word = ((word & pairs) * 0x000F424000000064U + ((word >> 16U) & pairs) * 0x0000271000000001U) >> 32U;
        return static_cast<std::int64_t>(word);
    }
    if (cell.size() > most_digits)
        return std::nullopt;
    std::int64_t number = 0;
    for (const char c : cell) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Figures that rise, as far as the smallest eight and 31 bits go: enough for most headcounts.
class QuickBreakpoints {
public:
    explicit QuickBreakpoints(std::span<const std::int64_t> breakpoints) {
        const auto near = std::ranges::lower_bound(breakpoints, std::int64_t{beyond}) - breakpoints.begin();
        known_ = static_cast<std::size_t>(near) <= breakpoints_.size();
        breakpoints_.fill(beyond);
        if (known_)
            std::transform(breakpoints.begin(), breakpoints.begin() + near, breakpoints_.begin(),
                           [](std::int64_t breakpoint) { return static_cast<std::int32_t>(breakpoint); });
    }

    /// Whether interval() may be asked about `figure`, which is not negative.
    [[nodiscard]] bool knows(std::int64_t figure) const noexcept { return known_ && figure < beyond; }

    /// As PriceTable::Breakpoints::interval.
    [[nodiscard]] std::size_t interval(std::int64_t figure) const noexcept {
        return 1 + count_reached(breakpoints_, static_cast<std::int32_t>(figure));
    }

private:
    static constexpr std::int32_t beyond = std::numeric_limits<std::int32_t>::max();

    std::array<std::int32_t, 8> breakpoints_{};
    bool known_ = false;
};

} // namespace ptf_fees::batch
