#pragma once
// What 64 bytes of a table hold, one bit for each byte, the lowest for the first.

#include "batch/block.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ptf_fees::batch {

struct BlockBits {
    std::uint64_t quotes = 0;
    std::uint64_t separators = 0;
    std::uint64_t line_feeds = 0;

    friend bool operator==(const BlockBits&, const BlockBits&) = default;
};

/// How many ones `bits` has. (Without an instruction of its own, which not every machine has, the compiler would call a
/// function.)
[[nodiscard]] constexpr std::size_t count_ones(std::uint64_t bits) noexcept {
    bits -= (bits >> 1U) & 0x5555555555555555U;
    bits = (bits & 0x3333333333333333U) + ((bits >> 2U) & 0x3333333333333333U);
    bits = (bits + (bits >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<std::size_t>((bits * 0x0101010101010101U) >> 56U);
}

[[nodiscard]] inline BlockBits classify(const Block& block, char separator) noexcept {
    return {block.positions('"'), block.positions(separator), block.positions('\n')};
}

/// Each bit: the exclusive or of `bits` up to and including it. Of quotes: set from an opening one to the last byte
/// before its end.
[[nodiscard]] constexpr std::uint64_t prefix_xor(std::uint64_t bits) noexcept {
    for (unsigned shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/// The line feeds of `bytes`, of which at least 64 past the end may be read.
[[nodiscard]] inline std::size_t count_line_feeds(std::string_view bytes) noexcept {
    std::size_t count = 0;
    std::size_t base = 0;
    for (; base + block_bytes <= bytes.size(); base += block_bytes)
        count += Block{bytes.data() + base}.count('\n');
    const std::uint64_t rest = Block{bytes.data() + base}.positions('\n');
    return count + count_ones(rest & ((std::uint64_t{1} << (bytes.size() - base)) - 1));
}

} // namespace ptf_fees::batch
