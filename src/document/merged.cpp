// Floor 2: the merged table taken apart into its charges, for the formats that show each of them.
#include "document/merged.h"

#include "engine/figures.h"

namespace ptf_fees::document {

std::vector<QuoteLine> lines_in(const ResolvedTier& tier, const MergedRow& row, const Organization& known) {
    const Organization organization = row.range ? with_figure(known, row.range->by, row.range->from) : known;
    std::vector<QuoteLine> lines;
    lines.reserve(tier.charges.size());
    for (const Charge& charge : tier.charges)
        lines.push_back({.charge = charge, .line = line_for(charge, organization)});
    return lines;
}

TierTable quoted_table(const TierQuote& quote, const Schedule& schedule) {
    TierTable table{.tier = quote.tier,
                    .by = quote.price.status == Status::needs_revenue ? Basis::revenue : Basis::employees,
                    .rows = quote.bands,
                    .resolved = {.schedule = &schedule, .tier = quote.tier, .charges = {}}};
    for (const QuoteLine& line : quote.lines)
        table.resolved.charges.push_back(line.charge);
    return table;
}

std::optional<TierTable> scale_around(const TierQuote& quote, const Schedule& schedule,
                                      const Organization& organization) {
    TierTable table = quoted_table(quote, schedule);
    if (!quote.bands.empty())
        return table;
    if (quote.holds.empty())
        return std::nullopt;
    table.by = quote.holds.front().by;
    table.rows = merged_table(table.resolved, table.by, organization);
    return table;
}

} // namespace ptf_fees::document
