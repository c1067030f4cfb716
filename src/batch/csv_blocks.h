#pragma once
// What 64 bytes of a table hold, one bit for each byte, the lowest for the first. With SSE2 where there is, else by
// hand.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ptf_fees::batch {

inline constexpr std::size_t block_bytes = 64;

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

/// The bytes of a block that equal `wanted`, one at a time: for machines without SSE2, and the judge of the other in
/// tests.
[[nodiscard]] inline std::uint64_t positions_by_byte(const char* block, char wanted) noexcept {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < block_bytes; ++i)
        bits |= static_cast<std::uint64_t>(block[i] == wanted) << i;
    return bits;
}

#if defined(__SSE2__)

/// 64 bytes in four registers.
struct Block {
    __m128i quarter[4];

    explicit Block(const char* at) noexcept {
        for (std::size_t i = 0; i < 4; ++i)
            quarter[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
    }

    [[nodiscard]] std::uint64_t positions(char wanted) const noexcept {
        const __m128i pattern = _mm_set1_epi8(wanted);
        std::uint64_t bits = 0;
        for (int i = 0; i < 4; ++i) {
            const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(quarter[i], pattern)));
            bits |= static_cast<std::uint64_t>(mask) << (16 * i);
        }
        return bits;
    }

    [[nodiscard]] std::size_t count(char wanted) const noexcept {
        const __m128i pattern = _mm_set1_epi8(wanted);
        __m128i counts = _mm_setzero_si128(); // of bytes: less one for each, which is all ones
        for (int i = 0; i < 4; ++i)
            counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(quarter[i], pattern));
        const __m128i halves = _mm_sad_epu8(counts, _mm_setzero_si128());
        const int low = _mm_cvtsi128_si32(halves);
        return static_cast<std::size_t>(low) + static_cast<std::size_t>(_mm_cvtsi128_si32(_mm_srli_si128(halves, 8)));
    }
};

#else

struct Block {
    const char* at;

    explicit Block(const char* from) noexcept : at{from} {}

    [[nodiscard]] std::uint64_t positions(char wanted) const noexcept { return positions_by_byte(at, wanted); }

    [[nodiscard]] std::size_t count(char wanted) const noexcept { return count_ones(positions(wanted)); }
};

#endif

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

/// The line feeds of `bytes`, of which at least 64 behind the end may be read.
[[nodiscard]] inline std::size_t count_line_feeds(std::string_view bytes) noexcept {
    std::size_t count = 0;
    std::size_t base = 0;
    for (; base + block_bytes <= bytes.size(); base += block_bytes)
        count += Block{bytes.data() + base}.count('\n');
    const std::uint64_t rest = Block{bytes.data() + base}.positions('\n');
    return count + count_ones(rest & ((std::uint64_t{1} << (bytes.size() - base)) - 1));
}

} // namespace ptf_fees::batch
