#pragma once
// Short texts looked up 16 bytes at a time, for the hot path: which of the usual texts a cell holds cannot be foreseen,
// so it is found without a branch that depends on it.

#include "batch/sixteen_bytes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace ptf_fees::batch {

/// A text of up to 15 bytes: its bytes, zeros, and in the last one its size. A longer one equals none.
class ShortText {
public:
    static constexpr std::size_t longest = 15;
    static constexpr std::size_t bytes_read = longest + 1;

    /// Of `cell`, of which `bytes_read` bytes from its beginning may be read whatever its size.
    explicit ShortText(std::string_view cell) noexcept : ShortText{std::to_address(cell.begin()), shape_of(cell)} {}

    /// Of a name, which has no room after it.
    [[nodiscard]] static ShortText of_name(std::string_view name) noexcept {
        Bytes room{};
        std::ranges::copy(name.substr(0, room.size()), room.begin());
        return ShortText{room.data(), shape_of(name)};
    }

    /// Whether both are the same text. Precondition: at most one is longer than `longest`.
    [[nodiscard]] friend bool operator==(const ShortText& a, const ShortText& b) noexcept {
        return a.bytes_ == b.bytes_;
    }

    [[nodiscard]] std::uint64_t first_word() const noexcept { return bytes_.first_word(); }

private:
    using Bytes = std::array<char, bytes_read>;

    /// Which bits a text of some size keeps, and its size in the last byte.
    struct alignas(16) Shape {
        Bytes kept{};
        Bytes size{};
    };

    ShortText(const char* at, const Shape& shape) noexcept
        : bytes_{SixteenBytes{at}.masked(SixteenBytes::aligned(shape.kept.data()),
                                         SixteenBytes::aligned(shape.size.data()))} {}

    [[nodiscard]] static constexpr std::array<Shape, longest + 2> all_shapes() noexcept {
        std::array<Shape, longest + 2> all{};
        for (std::size_t size = 0; size < all.size(); ++size) {
            std::fill_n(all[size].kept.begin(), std::min(size, longest), '\xFF');
            all[size].size.back() = static_cast<char>(size);
        }
        return all;
    }

    [[nodiscard]] static const Shape& shape_of(std::string_view text) noexcept {
        return shapes[std::min(text.size(), longest + 1)];
    }

    static const std::array<Shape, longest + 2> shapes; ///< by size; the last one is of all that are longer

    SixteenBytes bytes_;
};

inline constexpr std::array<ShortText::Shape, ShortText::longest + 2> ShortText::shapes = all_shapes();

/// A number for each of some short texts.
class ShortTextTable {
public:
    /// The answer for a text that is not among them.
    static constexpr std::uint32_t none = std::uint32_t{1} << 28U;

    /// What `text` shall mean: less than `none`.
    struct Meaning {
        std::string_view text;
        std::uint32_t value = 0;
    };

    /// Of equal texts the first one counts; those that are not short are left out.
    explicit ShortTextTable(std::span<const Meaning> meanings)
        : entries_(std::bit_ceil(room_for_each * (meanings.size() + 1))),
          shift_{static_cast<unsigned>(64 - std::countr_zero(entries_.size()))} {
        std::uint64_t best = first_factor;
        std::size_t fewest = meanings.size() + 1;
        for (std::uint64_t i = 0; i < most_factors && fewest != 0; ++i) {
            factor_ = first_factor + 2 * i;
            if (const std::size_t displaced = fill(meanings); displaced < fewest) {
                fewest = displaced;
                best = factor_;
            }
        }
        factor_ = best;
        (void)fill(meanings);
    }

    /// What `text` means, or none.
    [[nodiscard]] std::uint32_t find(const ShortText& text) const noexcept {
        std::size_t at = place_of(text);
        while (!(entries_[at].text == text)) {
            if (entries_[at].value == none)
                return none;
            at = (at + 1) & (entries_.size() - 1);
        }
        return entries_[at].value;
    }

private:
    struct alignas(32) Entry {
        ShortText text = ShortText::of_name({});
        std::uint32_t value = none;
    };

    /// So that each text soon finds a factor by which it is in the first place that is looked at.
    static constexpr std::size_t room_for_each = 8;
    static constexpr std::uint64_t most_factors = 64;
    static constexpr std::uint64_t first_factor = 0x9E3779B97F4A7C15U;

    [[nodiscard]] std::size_t place_of(const ShortText& text) const noexcept {
        return static_cast<std::size_t>((text.first_word() * factor_) >> shift_);
    }

    /// Puts each into its place or after it; returns how many went after it.
    std::size_t fill(std::span<const Meaning> meanings) {
        std::ranges::fill(entries_, Entry{});
        std::size_t displaced = 0;
        for (const Meaning& meaning : meanings) {
            const Entry entry{ShortText::of_name(meaning.text), meaning.value};
            if (meaning.text.size() > ShortText::longest || find(entry.text) != none)
                continue;
            std::size_t at = place_of(entry.text);
            displaced += entries_[at].value == none ? 0 : 1;
            while (entries_[at].value != none)
                at = (at + 1) & (entries_.size() - 1);
            entries_[at] = entry;
        }
        return displaced;
    }

    std::vector<Entry> entries_; ///< a power of two, most of them free
    unsigned shift_;             ///< leaves of a product the bits that number the places
    std::uint64_t factor_ = first_factor;
};

} // namespace ptf_fees::batch
