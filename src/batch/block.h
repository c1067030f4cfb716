#pragma once
// 64 bytes of a table, and one bit for each of them that equals a byte that is looked for, the lowest bit for the
// first. The same questions to three kinds of machine: SSE2 (x86-64), NEON (ARM64), and words of 64 bits (all).

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace ptf_fees::batch {

inline constexpr std::size_t block_bytes = 64;

/// Eight bytes as a number: the first one is the lowest on every machine.
[[nodiscard]] inline std::uint64_t word_at(const char* at) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return std::endian::native == std::endian::little ? word : std::byteswap(word);
}

inline constexpr std::uint64_t each_byte = 0x0101010101010101U; ///< times a byte: a word of it

/// The highest bit of each byte of `word` that is 0.
[[nodiscard]] constexpr std::uint64_t zero_bytes(std::uint64_t word) noexcept {
    constexpr std::uint64_t low_bits = 0x7F * each_byte;
    return ~(((word & low_bits) + low_bits) | word | low_bits);
}

/// The highest bits of eight bytes side by side.
[[nodiscard]] constexpr std::uint64_t gathered(std::uint64_t highest_bits) noexcept {
    return (highest_bits * 0x0002040810204081U) >> 56U;
}

/// In words of 64 bits.
struct WordBlock {
    const char* at;

    explicit WordBlock(const char* from) noexcept : at{from} {}

    [[nodiscard]] std::uint64_t positions(char wanted) const noexcept {
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < block_bytes; i += 8)
            bits |= gathered(equal(i, wanted)) << i;
        return bits;
    }

    [[nodiscard]] std::size_t count(char wanted) const noexcept {
        std::uint64_t counts = 0; // one a byte
        for (unsigned i = 0; i < block_bytes; i += 8)
            counts += equal(i, wanted) >> 7U;
        return static_cast<std::size_t>((counts * each_byte) >> 56U);
    }

private:
    [[nodiscard]] std::uint64_t equal(unsigned offset, char wanted) const noexcept {
        return zero_bytes(word_at(at + offset) ^ (static_cast<unsigned char>(wanted) * each_byte));
    }
};

#if defined(__SSE2__)

/// In four registers of x86-64.
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

#elif defined(__ARM_NEON) && defined(__aarch64__)

/// In four registers of ARM64.
struct Block {
    std::array<uint8x16_t, 4> quarter;

    explicit Block(const char* at) noexcept {
        for (std::size_t i = 0; i < quarter.size(); ++i)
            quarter[i] = vld1q_u8(reinterpret_cast<const std::uint8_t*>(at) + 16 * i);
    }

    [[nodiscard]] std::uint64_t positions(char wanted) const noexcept {
        // Each byte that is equal becomes its own bit of eight; three rounds of sums of neighbours put the bits
        // together.
        const uint8x16_t own_bit = vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201U));
        const uint8x16_t pattern = vdupq_n_u8(static_cast<std::uint8_t>(wanted));
        const auto bits = [&](std::size_t i) { return vandq_u8(vceqq_u8(quarter[i], pattern), own_bit); };
        const uint8x16_t sums = vpaddq_u8(vpaddq_u8(bits(0), bits(1)), vpaddq_u8(bits(2), bits(3)));
        return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
    }

    [[nodiscard]] std::size_t count(char wanted) const noexcept {
        const uint8x16_t pattern = vdupq_n_u8(static_cast<std::uint8_t>(wanted));
        uint8x16_t counts = vdupq_n_u8(0); // of bytes: less one for each, which is all ones
        for (const uint8x16_t& bytes : quarter)
            counts = vsubq_u8(counts, vceqq_u8(bytes, pattern));
        return vaddvq_u8(counts);
    }
};

#else

using Block = WordBlock;

#endif

} // namespace ptf_fees::batch
