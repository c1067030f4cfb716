#pragma once
// Counts and sums over the rows.

#include "batch/price_table.h"

#include "text/decimal.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ptf_fees::batch {

/// What the quoted rows of one tier come to, in cents.
struct TierSums {
    std::uint64_t rows = 0;   ///< all whose tier is known, whatever became of them
    std::uint64_t quoted = 0; ///< if it is 0 there are no sums
    text::wide membership = 0;
    text::wide prerequisite = 0;
    text::wide total = 0;
};

/// What was passed over in rows, to be said at the end.
struct Remarks {
    std::uint64_t no_values = 0;    ///< cells that meant no value
    std::uint64_t dropped_ends = 0; ///< rows with empty cells at their end that the header does not have
};

/// Counts by status and sums by tier.
class Tally {
public:
    explicit Tally(const Schedule& schedule) : schedule_{&schedule}, by_tier_(schedule.tiers.size()) {}

    /// `times` rows of the tier with that index. A figure out of range counts as invalid.
    void add(std::size_t tier, const Price& price, std::uint64_t times = 1);

    /// A row that could not be read, but perhaps for its tier.
    void add_invalid(std::optional<std::size_t> tier) noexcept;

    void add_remarks(const Remarks& remarks) noexcept;

    void add(const Tally& other);

    [[nodiscard]] std::uint64_t rows() const noexcept;
    [[nodiscard]] std::uint64_t invalid() const noexcept { return invalid_; }
    [[nodiscard]] std::uint64_t quoted() const noexcept { return rows_with(Status::quoted); }
    [[nodiscard]] bool all_quoted() const noexcept { return rows() == quoted(); }
    [[nodiscard]] const Remarks& remarks() const noexcept { return remarks_; }

    [[nodiscard]] std::uint64_t rows_with(Status status) const noexcept {
        return by_status_[static_cast<std::size_t>(status)];
    }
    [[nodiscard]] std::span<const TierSums> by_tier() const noexcept { return by_tier_; } ///< as Schedule::tiers
    [[nodiscard]] text::wide total() const noexcept;                                      ///< cents

    /// The summary file: JSON, with every status and every tier.
    [[nodiscard]] std::string json() const;

    /// "10,000 rows: 9,900 quoted, 100 invalid; total of the 9,900 quoted 123,456.00 USD (ptf-2024-10)".
    [[nodiscard]] std::string line() const;

private:
    const Schedule* schedule_;
    std::array<std::uint64_t, all_statuses.size()> by_status_{}; ///< indexed by Status; out_of_range stays 0
    std::uint64_t invalid_ = 0;
    Remarks remarks_{};
    std::vector<TierSums> by_tier_;
};

} // namespace ptf_fees::batch
