#pragma once
// From the cells that decide a price to the answer.

#include "batch/answer_text.h"
#include "batch/columns.h"
#include "batch/price_table.h"
#include "batch/quick_cells.h"
#include "batch/short_text.h"

#include "text/blanks.h"

#include <array>
#include <cstdint>
#include <expected>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::batch {

/// The text of the cells that decide a price, in the order of UsedColumn; empty is not given. At least
/// ShortText::bytes_read from the beginning of each may be read.
using KeyCells = std::array<std::string_view, used_count>;

/// A cell that is not there, as KeyCells has it.
inline constexpr std::array<char, ShortText::bytes_read> nothing{};
inline constexpr std::string_view no_text{nothing.data(), 0};

[[nodiscard]] inline std::string_view cell_of(const KeyCells& cells, UsedColumn used) noexcept {
    return cells[static_cast<std::size_t>(used)];
}

/// What holds where a cell is empty.
struct Defaults {
    const Tier* tier = nullptr; ///< nullptr: none
    OrgType org_type = OrgType::company;
    bool lf_member = false;
};

/// A row that could be read: the question that it asks.
struct ReadRow {
    Question question;
    std::uint64_t no_values = 0; ///< cells that meant no value
};

/// A row that could not.
struct UnreadRow {
    std::string sentence;              ///< why, and the remedy
    std::optional<std::size_t> tier{}; ///< index into Schedule::tiers, where it is known
    std::uint64_t no_values = 0;
};

/// Prices rows. The quick way looks the answer up ready-made; what it does not know is looked at closely.
class RowPricer {
public:
    /// `table` must outlive the pricer.
    RowPricer(const PriceTable& table, const Names& names, const Defaults& defaults, const AnswerText& text);

    static constexpr std::uint32_t unknown = ~std::uint32_t{0};

    /// The place in the price table of a row that is plainly quoted, or `unknown`: then see read(). Allocates nothing.
    /// (Called, not inlined, it would be handed all cells through memory.)
    [[nodiscard, gnu::always_inline]] inline std::uint32_t quoted_place(const KeyCells& cells) const noexcept;

    /// The ready-made end of the output record for that place. At least Buffer::slack bytes after it may be read.
    [[nodiscard]] std::string_view ending(std::uint32_t place) const noexcept {
        const Ending& ending = endings_[place];
        return {texts_.data() + ending.begin, ending.size};
    }

    /// The most bytes that an ending has.
    [[nodiscard]] std::size_t longest_ending() const noexcept { return longest_ending_; }

    /// Reads a row with all care, whatever it holds. A blank cell is an empty one; so is one that means no value,
    /// except for the tier.
    [[nodiscard]] std::expected<ReadRow, UnreadRow> read(const KeyCells& cells) const;

    /// Whether a row with that cell takes the tier that is the default.
    [[nodiscard]] bool takes_default_tier(std::string_view cell) const noexcept {
        return default_tier_ != no_tier && (cell.empty() || text::is_blank(cell));
    }

    /// The tier that the cell names, or the default one.
    [[nodiscard]] std::optional<std::size_t> tier_of(std::string_view cell) const noexcept;

    [[nodiscard]] const AnswerText& text() const noexcept { return text_; }
    [[nodiscard]] const PriceTable& table() const noexcept { return table_; }
    [[nodiscard]] const Names& names() const noexcept { return names_; }

private:
    struct Ending {
        std::uint32_t begin = 0;
        std::uint32_t size = 0; ///< 0: not a quoted answer
    };

    static constexpr std::size_t no_tier = std::numeric_limits<std::size_t>::max();

    /// Where the answers for a tier, an organisation type and an answer to lf_member are.
    struct alignas(64) Shelf {
        QuickBreakpoints employees;
        std::uint32_t first = 0;                  ///< the place where no figure is known
        std::uint32_t stride = 0;                 ///< from one interval of employees to the next
        const PriceTable::Sheet* sheet = nullptr; ///< for figures that QuickBreakpoints does not know, and revenue
    };

    void learn_texts();
    [[nodiscard]] std::size_t tier_named(std::string_view cell) const noexcept;
    [[nodiscard]] static std::uint32_t shelf_of(std::size_t tier) noexcept;
    [[nodiscard]] std::string why_no_tier(std::string_view cell) const;
    [[nodiscard]] std::expected<void, std::string> read_organization(const KeyCells& cells, Question& question) const;
    [[nodiscard]] std::string speaking_of(UsedColumn used, std::string sentence) const;

    const PriceTable& table_;
    Names names_;
    Defaults defaults_;
    AnswerText text_;
    std::size_t default_tier_ = no_tier;
    ShortTextTable tiers_{{}}; ///< as types_ and members_: what a usual text of a cell adds to the number of the shelf
    ShortTextTable types_{{}};
    ShortTextTable members_{{}};
    std::vector<Shelf> shelves_;
    std::vector<Ending> endings_;
    Buffer texts_;
    std::size_t longest_ending_ = 0;
};

inline std::uint32_t RowPricer::quoted_place(const KeyCells& cells) const noexcept {
    std::uint32_t number = tiers_.find(ShortText{cell_of(cells, UsedColumn::tier)});
    if (number == ShortTextTable::none && cell_of(cells, UsedColumn::tier).size() > ShortText::longest)
        number = shelf_of(tier_named(cell_of(cells, UsedColumn::tier)));
    number += types_.find(ShortText{cell_of(cells, UsedColumn::org_type)}) +
              members_.find(ShortText{cell_of(cells, UsedColumn::lf_member)});
    if (number >= ShortTextTable::none)
        return unknown;
    const Shelf& shelf = shelves_[number];
    std::size_t place = shelf.first;
    if (const std::string_view cell = cell_of(cells, UsedColumn::employees); !cell.empty()) {
        const auto figure = quick_number(cell);
        if (!figure || *figure == 0)
            return unknown;
        place += shelf.stride * (shelf.employees.knows(*figure) ? shelf.employees.interval(*figure)
                                                                : shelf.sheet->employees.interval(*figure));
    }
    if (const std::string_view cell = cell_of(cells, UsedColumn::revenue); !cell.empty()) {
        const auto figure = quick_number(cell);
        if (!figure)
            return unknown;
        place += shelf.sheet->revenue.interval(*figure);
    }
    return endings_[place].size == 0 ? unknown : static_cast<std::uint32_t>(place);
}

} // namespace ptf_fees::batch
