#pragma once
// Counts and sums over the rows.

#include "batch/price_table.h"

#include "text/decimal.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace ptf_fees::batch {

/// What the quoted rows of one tier come to, in cents.
struct TierSums {
    std::uint64_t rows = 0; ///< all that could be read, quoted or not
    text::wide membership = 0;
    text::wide prerequisite = 0;
    text::wide total = 0;
};

/// Counts by status and sums by tier.
class Tally {
public:
    explicit Tally(const Schedule& schedule) : schedule_{&schedule}, by_tier_(schedule.tiers.size()) {}

    /// `times` rows of the tier with that index. A figure out of range counts as invalid, and not for the tier.
    void add(std::size_t tier, const Price& price, std::uint64_t times = 1);

    void add_invalid(std::uint64_t times = 1) noexcept { invalid_ += times; }

    void add(const Tally& other);

    [[nodiscard]] std::uint64_t rows() const noexcept;
    [[nodiscard]] std::uint64_t invalid() const noexcept { return invalid_; }
    [[nodiscard]] bool all_quoted() const noexcept { return rows() == by_status_.front(); }

    [[nodiscard]] std::uint64_t rows_with(Status status) const noexcept {
        return by_status_[static_cast<std::size_t>(status)];
    }
    [[nodiscard]] std::span<const TierSums> by_tier() const noexcept { return by_tier_; } ///< as Schedule::tiers
    [[nodiscard]] text::wide total() const noexcept;                                      ///< cents

    /// The summary file: JSON, with every status and every tier.
    [[nodiscard]] std::string json() const;

    /// "10,000 rows: 9,900 quoted, 100 invalid; 123456.00 USD a year in all (ptf-2024-10)".
    [[nodiscard]] std::string line() const;

private:
    const Schedule* schedule_;
    std::array<std::uint64_t, all_statuses.size()> by_status_{}; ///< indexed by Status; out_of_range stays 0
    std::uint64_t invalid_ = 0;
    std::vector<TierSums> by_tier_;
};

} // namespace ptf_fees::batch
