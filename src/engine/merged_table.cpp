// Floor 1, pure: lays the scales of a tier's bills over each other.
#include "ptf_fees/merged_table.h"

#include <algorithm>
#include <limits>

namespace ptf_fees {
namespace {

bool is_paid(const Bill& bill) noexcept {
    return bill.kind == BillKind::own || bill.kind == BillKind::required;
}

Organization with_figure(Organization organization, Basis by, std::int64_t figure) {
    (by == Basis::employees ? organization.employees : organization.revenue) = figure;
    return organization;
}

} // namespace

std::vector<std::int64_t> cuts(const ResolvedTier& tier, Basis by) {
    std::vector<std::int64_t> found;
    for (const Bill& bill : tier.bills) {
        const BandedFee* fee = scale_of(bill.fee);
        if (fee == nullptr || fee->by != by || !is_paid(bill))
            continue;
        for (const Band& band : fee->bands)
            found.push_back(band.from);
        if (fee->to && *fee->to < std::numeric_limits<std::int64_t>::max())
            found.push_back(*fee->to + 1);
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

std::vector<MergedRow> merged_table(const ResolvedTier& tier, Basis by, const Organization& organization) {
    const std::vector<std::int64_t> from = cuts(tier, by);
    if (from.empty())
        return {{.range = std::nullopt, .price = price_if_open(tier, organization)}};

    std::vector<MergedRow> rows;
    rows.reserve(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        BandRange range{.by = by, .from = from[i]};
        if (i + 1 < from.size())
            range.to = from[i + 1] - 1;
        rows.push_back({.range = range, .price = price_if_open(tier, with_figure(organization, by, from[i]))});
    }
    return rows;
}

} // namespace ptf_fees
