#pragma once
// 16 bytes at a time: in a register where the machine surely has one, else in two words.

#include "batch/block.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace ptf_fees::batch {

/// 16 bytes, compared and masked as a whole: in two words.
class SixteenInWords {
public:
    static constexpr std::size_t count = 16;

    explicit SixteenInWords(const char* at) noexcept : words_{word_at(at), word_at(at + 8)} {}

    [[nodiscard]] static SixteenInWords aligned(const char* at) noexcept { return SixteenInWords{at}; }

    [[nodiscard]] std::uint64_t first_word() const noexcept { return words_[0]; }

    [[nodiscard]] SixteenInWords masked(const SixteenInWords& kept, const SixteenInWords& set) const noexcept {
        SixteenInWords result{*this};
        for (std::size_t i = 0; i < words_.size(); ++i)
            result.words_[i] = (words_[i] & kept.words_[i]) | set.words_[i];
        return result;
    }

    [[nodiscard]] unsigned special_in_json() const noexcept {
        return static_cast<unsigned>(special(words_[0]) | special(words_[1]) << 8U);
    }

    /// Without a branch and a call of memcmp, which the array's own comparison is.
    [[nodiscard]] friend bool operator==(const SixteenInWords& a, const SixteenInWords& b) noexcept {
        return ((a.words_[0] ^ b.words_[0]) | (a.words_[1] ^ b.words_[1])) == 0;
    }

private:
    [[nodiscard]] static std::uint64_t special(std::uint64_t word) noexcept {
        return gathered(zero_bytes(word & (0xE0 * each_byte)) | zero_bytes(word ^ ('"' * each_byte)) |
                        zero_bytes(word ^ ('\\' * each_byte)));
    }

    std::array<std::uint64_t, 2> words_;
};

#if defined(__SSE2__)

/// The same in a register.
class SixteenBytes {
public:
    static constexpr std::size_t count = 16;

    explicit SixteenBytes(const char* at) noexcept : bytes_{_mm_loadu_si128(reinterpret_cast<const __m128i*>(at))} {}

    /// Of 16 bytes at a multiple of 16.
    [[nodiscard]] static SixteenBytes aligned(const char* at) noexcept {
        return SixteenBytes{_mm_load_si128(reinterpret_cast<const __m128i*>(at))};
    }

    [[nodiscard]] std::uint64_t first_word() const noexcept {
        return static_cast<std::uint64_t>(_mm_cvtsi128_si64(bytes_));
    }

    [[nodiscard]] SixteenBytes masked(SixteenBytes kept, SixteenBytes set) const noexcept {
        return SixteenBytes{_mm_or_si128(_mm_and_si128(bytes_, kept.bytes_), set.bytes_)};
    }

    /// One bit for each that text::is_special_in_json().
    [[nodiscard]] unsigned special_in_json() const noexcept {
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes_, _mm_set1_epi8(0x1F)), bytes_);
        const __m128i quote = _mm_cmpeq_epi8(bytes_, _mm_set1_epi8('"'));
        const __m128i escape = _mm_cmpeq_epi8(bytes_, _mm_set1_epi8('\\'));
        return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(control, _mm_or_si128(quote, escape))));
    }

    [[nodiscard]] friend bool operator==(SixteenBytes a, SixteenBytes b) noexcept {
        return _mm_movemask_epi8(_mm_cmpeq_epi8(a.bytes_, b.bytes_)) == 0xFFFF;
    }

private:
    explicit SixteenBytes(__m128i bytes) noexcept : bytes_{bytes} {}

    __m128i bytes_;
};

/// How many of the figures, which rise, `figure` reaches.
[[nodiscard]] inline std::size_t count_reached(const std::array<std::int32_t, 8>& rising,
                                               std::int32_t figure) noexcept {
    const auto* const at = reinterpret_cast<const __m128i*>(rising.data());
    const __m128i everywhere = _mm_set1_epi32(figure);
    const __m128i above = _mm_packs_epi32(_mm_cmpgt_epi32(_mm_loadu_si128(at), everywhere),
                                          _mm_cmpgt_epi32(_mm_loadu_si128(at + 1), everywhere));
    constexpr unsigned none_above = 1U << 16U; // two bits for each figure
    return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(_mm_movemask_epi8(above)) | none_above)) / 2;
}

#else

using SixteenBytes = SixteenInWords;

[[nodiscard]] inline std::size_t count_reached(const std::array<std::int32_t, 8>& rising,
                                               std::int32_t figure) noexcept {
    std::size_t reached = 0;
    for (const std::int32_t one : rising)
        reached += one <= figure ? 1 : 0;
    return reached;
}

#endif

} // namespace ptf_fees::batch
