#pragma once
// The words of rosters: what people call our columns, how they write totals, and what they write for no value.

#include "batch/columns.h"
#include "text/ascii.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ptf_fees::batch {

/// The used column whose name `header` comes near: equal once all but letters and digits, and a final "__c", are
/// dropped, or a usual synonym. Case does not matter.
[[nodiscard]] std::optional<UsedColumn> near_column(std::string_view header);

/// Whether `cell` means no value: NA, N/A, NULL, nan, None, \N, #N/A, TBD, unknown, - or ?, in any case.
[[nodiscard]] bool means_no_value(std::string_view cell) noexcept;

/// Whether `cell` is a word for a total, a colon and a number after it not counted: "Grand Total", "Summe:".
[[nodiscard]] bool is_total(std::string_view cell) noexcept;

/// Whether figures are written with it: a digit, a comma or a dot.
[[nodiscard]] constexpr bool is_figure_byte(char c) noexcept {
    return text::is_digit(c) || c == ',' || c == '.';
}

/// What the cells of a row come to.
class RowWords {
public:
    void add(std::string_view cell) noexcept;

    /// Whether no cell has anything in it that shows.
    [[nodiscard]] bool blank() const noexcept { return filled_ == 0; }

    /// Whether the only cell that is more than digits, commas and dots is a word for a total.
    [[nodiscard]] bool total() const noexcept { return words_ == 1 && total_; }

private:
    std::size_t filled_ = 0;
    std::size_t words_ = 0;
    bool total_ = false; ///< some of them is for a total
};

/// Tells most rows that are surely organisations from those that RowWords has to look at, for the hot path.
class FirstWord {
public:
    /// `header`: what a repeated header has in the first cell with a word in it.
    explicit FirstWord(std::string_view header);

    enum class Look : std::uint8_t { no_word, plain, suspect };

    /// Whether `cell` has no word in it, one that begins an organisation, or one to be looked at closely.
    [[nodiscard]] Look look(std::string_view cell) const noexcept {
        std::size_t at = 0;
        while (at < cell.size() && (is_figure_byte(cell[at]) || cell[at] == ' '))
            ++at;
        if (at == cell.size())
            return Look::no_word;
        const std::string_view word = cell.substr(at);
        const bool ascii = word.front() > ' ' && word.front() <= '~';
        if (ascii && word.size() >= beginning && !suspects_[number_of(word)])
            return Look::plain;
        return is_suspect(cell) ? Look::suspect : Look::plain;
    }

private:
    static constexpr std::size_t beginning = 3;

    /// A number for the first three letters of `word`, capitals or not.
    [[nodiscard]] static std::size_t number_of(std::string_view word) noexcept {
        const auto letter = [&](std::size_t i) { return static_cast<unsigned char>(word[i]) & 31U; };
        return letter(0) << 10U | letter(1) << 5U | letter(2);
    }
    [[nodiscard]] bool is_suspect(std::string_view cell) const noexcept;

    std::string header_;
    std::bitset<std::size_t{32} * 32 * 32> suspects_{};
};

} // namespace ptf_fees::batch
