#pragma once
// From the cells that decide a price to the answer.

#include "batch/answer_text.h"
#include "batch/columns.h"
#include "batch/price_table.h"
#include "batch/quick_cells.h"

#include <array>
#include <cstdint>
#include <expected>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::batch {

/// The text of the cells that decide a price, in the order of Used; empty is not given. At least 7 bytes behind each
/// may be read.
using KeyCells = std::array<std::string_view, used_count>;

[[nodiscard]] inline std::string_view cell_of(const KeyCells& cells, Used used) noexcept {
    return cells[static_cast<std::size_t>(used)];
}

/// What holds where a cell is empty.
struct Defaults {
    const Tier* tier = nullptr; ///< nullptr: none
    OrgType org_type = OrgType::company;
    bool lf_member = false;
};

/// A row that could be read: the question it asks and the answer.
struct ReadRow {
    Question question;
    RowAnswer answer;
};

/// Prices rows. The quick way looks the answer up ready-made; what it does not know at once is looked at closely.
class RowPricer {
public:
    /// `table` must outlive the pricer.
    RowPricer(const PriceTable& table, const Names& names, const Defaults& defaults, const AnswerText& text);

    static constexpr std::uint32_t unknown = ~std::uint32_t{0};

    /// The place in the price table of a row that is plainly quoted, or `unknown`: then see read(). Allocates nothing.
    [[nodiscard]] std::uint32_t quoted_place(const KeyCells& cells) const noexcept;

    /// The ready-made end of the output record for that place. At least Buffer::slack bytes behind it may be read.
    [[nodiscard]] std::string_view ending(std::uint32_t place) const noexcept {
        const Ending& ending = endings_[place];
        return {texts_.data() + ending.begin, ending.size};
    }

    /// Reads a row with all care, whatever it holds. On failure one sentence: why it cannot be read, and the remedy.
    [[nodiscard]] std::expected<ReadRow, std::string> read(const KeyCells& cells) const;

    [[nodiscard]] const AnswerText& text() const noexcept { return text_; }
    [[nodiscard]] const PriceTable& table() const noexcept { return table_; }
    [[nodiscard]] const Names& names() const noexcept { return names_; }

private:
    struct Ending {
        std::uint32_t begin = 0;
        std::uint32_t size = 0; ///< 0: not a quoted answer
    };

    static constexpr std::size_t no_tier = std::numeric_limits<std::size_t>::max();

    [[nodiscard]] std::size_t quick_tier(std::string_view cell) const noexcept;
    [[nodiscard]] std::size_t tier_named(std::string_view cell) const noexcept;
    [[nodiscard]] std::expected<std::size_t, std::string> read_tier(std::string_view cell) const;
    [[nodiscard]] std::string speaking_of(Used used, std::string sentence) const;

    const PriceTable& table_;
    Names names_;
    Defaults defaults_;
    AnswerText text_;
    std::size_t default_tier_ = no_tier;
    std::vector<WordPair> tier_ids_;
    std::vector<Ending> endings_;
    Buffer texts_;
};

inline std::size_t RowPricer::quick_tier(std::string_view cell) const noexcept {
    if (cell.empty())
        return default_tier_;
    // Which one it is cannot be foreseen: without a branch it costs less.
    const WordPair words{cell};
    std::size_t tier = no_tier;
    for (std::size_t i = 0; i < tier_ids_.size(); ++i)
        tier = tier_ids_[i] == words ? i : tier;
    return tier == no_tier ? tier_named(cell) : tier;
}

inline std::uint32_t RowPricer::quoted_place(const KeyCells& cells) const noexcept {
    const std::size_t tier = quick_tier(cell_of(cells, Used::tier));
    OrgType type = defaults_.org_type;
    bool lf_member = defaults_.lf_member;
    if (tier == no_tier || table_.size() == 0 || quick_type(cell_of(cells, Used::org_type), type) == Quick::unsure ||
        quick_yes_no(cell_of(cells, Used::lf_member), lf_member) == Quick::unsure)
        return unknown;
    const PriceTable::Sheet& sheet = table_.sheet(tier, lf_member);
    std::int64_t figure = 0;
    std::size_t employees = 0;
    if (const std::string_view cell = cell_of(cells, Used::employees); !cell.empty()) {
        if (quick_number(cell, figure) == Quick::unsure || figure == 0)
            return unknown;
        employees = sheet.employees.interval(figure);
    }
    std::size_t revenue = 0;
    if (const std::string_view cell = cell_of(cells, Used::revenue); !cell.empty()) {
        if (quick_number(cell, figure) == Quick::unsure)
            return unknown;
        revenue = sheet.revenue.interval(figure);
    }
    const auto place = static_cast<std::uint32_t>(sheet.place(type, employees, revenue));
    return endings_[place].size == 0 ? unknown : place;
}

} // namespace ptf_fees::batch
