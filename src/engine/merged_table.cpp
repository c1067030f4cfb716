// Floor 1, pure: lays the scales of a tier's charges over each other.
#include "engine/figures.h"

#include <algorithm>
#include <limits>

namespace ptf_fees {

std::vector<std::int64_t> breakpoints(const ResolvedTier& tier, Basis by) {
    std::vector<std::int64_t> found;
    for (const Charge& charge : tier.charges) {
        const BandedFee* fee = scale_of(charge.fee);
        if (fee == nullptr || fee->by != by || !is_paid(charge))
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
    const std::vector<std::int64_t> from = breakpoints(tier, by);
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

std::vector<MergedRow> rows_within(std::vector<MergedRow> rows, const Figure& figure) {
    std::erase_if(rows, [&](const MergedRow& row) {
        return row.range &&
               ((figure.to && *figure.to < row.range->from) || (row.range->to && *row.range->to < figure.from));
    });
    for (MergedRow& row : rows) {
        if (!row.range)
            continue;
        row.range->from = std::max(row.range->from, figure.from);
        if (figure.to && (!row.range->to || *figure.to < *row.range->to))
            row.range->to = figure.to;
    }
    return rows;
}

std::vector<std::int64_t> breakpoints_within(const ResolvedTier& tier, Basis by, const Figure& range) {
    std::vector<std::int64_t> within = breakpoints(tier, by);
    std::erase_if(within, [&](std::int64_t breakpoint) {
        return breakpoint <= range.from || (range.to && breakpoint > *range.to);
    });
    return within;
}

std::vector<Organization> cases_of(const ResolvedTier& tier, const Organization& organization) {
    std::vector<Organization> cases{organization};
    for (const Basis by : {Basis::employees, Basis::revenue}) {
        const auto known = figure(organization, by);
        if (!known || known->is_exact())
            continue;
        std::vector<std::int64_t> figures = breakpoints_within(tier, by, *known);
        figures.insert(figures.begin(), known->from);
        std::vector<Organization> expanded;
        for (const Organization& one : cases)
            for (const std::int64_t exact : figures)
                expanded.push_back(with_figure(one, by, exact));
        cases = std::move(expanded);
    }
    return cases;
}

} // namespace ptf_fees
