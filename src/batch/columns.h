#pragma once
// What the columns (or JSON keys) of an input are for: those that decide a price, those that we add, and all others.

#include "batch/batch.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::batch {

/// The columns that decide a price, in the order of used_columns().
enum class UsedColumn : std::uint8_t { tier, employees, revenue, org_type, lf_member };

inline constexpr std::size_t used_count = 5;

/// The most columns that a table may have.
inline constexpr std::size_t most_columns = std::size_t{1} << 16U;

/// The columns that are added, without prefix, in their order.
inline constexpr std::array<std::string_view, 8> added_columns{
    "status", "membership_fee", "prerequisite_fee", "total_fee", "currency", "band", "schedule", "error"};

/// The columns that a file of rejects has after those of the input, in their order.
inline constexpr std::array<std::string_view, 3> reject_columns{"reject_line", "reject_status", "reject_error"};

/// Some of those columns.
using UsedSet = std::array<bool, used_count>;

/// What a name means.
struct Meaning {
    std::optional<UsedColumn> used{};
    bool added = false;  ///< we add a column of that name ourselves
    bool reject = false; ///< one of reject_columns

    friend bool operator==(const Meaning&, const Meaning&) = default;
};

/// Gives names their meaning. Case does not matter, '-' and blanks (line ends and no-break spaces too) are '_', and
/// blanks around a name are nothing.
class Names {
public:
    /// `map` as in Options; a column that is mapped is known by its other name only. A column of revenue is like any
    /// other unless `reads_revenue`.
    Names(const std::vector<ColumnMapping>& map, std::string_view prefix, bool reads_revenue = true);

    [[nodiscard]] Meaning meaning_of(std::string_view name) const;

    /// What the used column is called in the input.
    [[nodiscard]] const std::string& name_of(UsedColumn used) const noexcept {
        return shown_[static_cast<std::size_t>(used)];
    }

    /// Whether a column of that name is read.
    [[nodiscard]] bool reads(UsedColumn used) const noexcept { return used != UsedColumn::revenue || reads_revenue_; }

    /// Whether --map gave it that name.
    [[nodiscard]] bool is_mapped(UsedColumn used) const noexcept { return mapped_[static_cast<std::size_t>(used)]; }

private:
    std::array<std::string, used_count> shown_;
    std::array<std::string, used_count> wanted_; ///< the same, normalized
    std::array<bool, used_count> mapped_{};
    bool reads_revenue_;
    std::array<std::string, added_columns.size()> added_;
};

/// `name` as names are compared: lower case, '_' for '-' and for blanks in a row, none around.
[[nodiscard]] std::string normalized(std::string_view name);

/// The used column of that name, or nullopt.
[[nodiscard]] std::optional<UsedColumn> used_column_named(std::string_view name);

/// Where things are in the records of a table.
struct Columns {
    std::vector<std::string> names; ///< of the columns that pass through
    std::array<std::optional<std::size_t>, used_count> used{};
    bool from_rejects = false; ///< three more columns are at the end of each record: those of a file of rejects

    /// How many cells a record has.
    [[nodiscard]] std::size_t width() const noexcept {
        return names.size() + (from_rejects ? reject_columns.size() : 0);
    }
};

/// Finds the columns in a header. On failure one sentence: what is twice, missing or in the way, the header, and the
/// remedy.
[[nodiscard]] std::expected<Columns, std::string> find_columns(std::vector<std::string> header, const Names& names,
                                                               bool write_rejects);

/// "the header is org, size, kind": for sentences about what is missing in it.
[[nodiscard]] std::string header_shown(const std::vector<std::string>& header);

} // namespace ptf_fees::batch
