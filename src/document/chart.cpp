// Floor 2: a merged table as a flight of steps. Amounts stay integers throughout.
#include "document/merged.h"
#include "document/phrases.h"
#include "document/pieces.h"

#include <algorithm>
#include <limits>

namespace ptf_fees::document {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

/// The largest power of ten that is not above `figure` (1 or more).
std::int64_t decade_below(std::int64_t figure) {
    std::int64_t decade = 1;
    while (decade <= figure / 10)
        decade *= 10;
    return decade;
}

/// The axis begins at the first band, but not more than two decades below the second: the eye looks for the
/// breakpoints.
void set_ends(StepChart& chart) {
    const std::int64_t second = chart.steps[1].range.from;
    chart.first = std::max(
        {chart.steps.front().range.from, decade_below(std::max<std::int64_t>(second / 100, 1)), std::int64_t{1}});
    const std::int64_t beyond = chart.steps.back().range.from;
    const auto& end = chart.steps.back().range.to;
    chart.last = end ? *end : beyond > most / 4 ? most : beyond * 4;
    if (chart.place && *chart.place > 0)
        chart.first = std::min(chart.first, *chart.place);
    if (!end && chart.place && *chart.place > chart.last / 2)
        chart.last = *chart.place > most / 2 ? most : *chart.place * 2;
}

std::vector<Money> parts_of(const TierTable& table, const MergedRow& row, const Organization& organization) {
    std::vector<Money> parts;
    for (const QuoteLine& line : lines_in(table.resolved, row, organization))
        if (is_paid(line.charge))
            parts.push_back(line.line.amount.value_or(Money{}));
    return parts;
}

} // namespace

std::optional<StepChart> step_chart(const TierTable& table, const Schedule& schedule,
                                    const Organization& organization) {
    StepChart chart{.title = "Total per " + std::string{schedule.period} + " by " + std::string{name_of(table.by)} +
                             ", on a logarithmic scale",
                    .subject = std::string{table.tier->name},
                    .currency = std::string{schedule.currency}};
    for (const Charge& charge : table.resolved.charges)
        if (is_paid(charge))
            chart.parts.push_back(membership_name(charge));
    for (const MergedRow& row : table.rows) {
        if (row.range && row.price.total)
            chart.steps.push_back(
                {.range = *row.range,
                 .total = *row.price.total,
                 .parts = parts_of(table, row, organization),
                 .label = band_figures({.by = row.range->by, .from = row.range->from, .to = row.range->from},
                                       schedule.currency)});
        else if (!chart.steps.empty() && row.range->to)
            return std::nullopt; // a gap; what has no total at the end lies beyond a scale that ends
    }
    if (chart.steps.size() < 2)
        return std::nullopt;
    const auto known = figure(organization, table.by);
    const auto& end = chart.steps.back().range.to;
    if (known && known->is_exact() && known->from >= chart.steps.front().range.from && (!end || known->from <= *end))
        chart.place = known->from;
    if (end)
        chart.title += " that ends with " + figure_words(table.by, *end, schedule.currency) + ", as the published one";
    if (chart.place)
        chart.place_label = figure_words(table.by, *chart.place, schedule.currency);
    set_ends(chart);
    return chart;
}

} // namespace ptf_fees::document
