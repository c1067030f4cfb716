// Floor 2, batch: every price comes from the engine. Between two breakpoints of the merged table nothing changes, so
// one question in each interval answers for all.
#include "batch/price_table.h"

#include "ptf_fees/merged_table.h"
#include "ptf_fees/quote.h"

#include "text/words.h"

#include <algorithm>

namespace ptf_fees::batch {
namespace {

constexpr std::size_t type_count = all_org_types.size();

/// A figure in that interval: unknown, below the first breakpoint, then the breakpoints themselves.
std::optional<Figure> figure_in(std::span<const std::int64_t> breakpoints, std::size_t interval) {
    if (interval == 0)
        return std::nullopt;
    return interval == 1 ? std::int64_t{0} : breakpoints[interval - 2];
}

} // namespace

std::size_t PriceTable::Sheet::places() const noexcept {
    return type_count * (employees.all.size() + 2) * (revenue.all.size() + 2);
}

std::expected<PriceTable, Unresolved> PriceTable::compile(const Catalogue& catalogue, const Schedule& schedule,
                                                          const Memberships& held, std::optional<Date> as_of,
                                                          std::optional<bool> lf_always) {
    PriceTable table;
    table.catalogue_ = &catalogue;
    table.schedule_ = &schedule;
    for (const Tier& tier : schedule.tiers)
        for (const bool lf_member : {false, true}) {
            const bool member = lf_always.value_or(lf_member);
            auto resolved =
                resolve(catalogue, schedule, tier, with_membership(held, linux_foundation_id, member), as_of);
            if (!resolved)
                return std::unexpected{std::move(resolved.error())};
            Sheet sheet{*resolved, Breakpoints{breakpoints(*resolved, Basis::employees)},
                        Breakpoints{breakpoints(*resolved, Basis::revenue)}, table.size_};
            table.size_ += sheet.places();
            table.sheets_.push_back(std::move(sheet));
        }
    if (table.size_ > most_answers)
        table.size_ = 0;
    return table;
}

RowAnswer PriceTable::answer(const Question& question) const {
    const ResolvedTier& tier = sheet(question.tier, question.lf_member).tier;
    RowAnswer answer{price(tier, question.organization), {}, {}};
    if (const Line own = line_for(tier.charges.front(), question.organization); own.band)
        answer.band = text::band_words(*own.band);
    answer.reason = reason_for(tier, question.organization, answer.price);
    return answer;
}

std::size_t PriceTable::place(const Question& question) const noexcept {
    const Sheet& page = sheet(question.tier, question.lf_member);
    const auto interval = [](const Breakpoints& breakpoints, const std::optional<Figure>& figure) {
        return figure ? breakpoints.interval(figure->from) : 0;
    };
    return page.place(question.organization.type, interval(page.employees, question.organization.employees),
                      interval(page.revenue, question.organization.revenue));
}

Question PriceTable::question(std::size_t place) const {
    const auto page = std::ranges::upper_bound(sheets_, place, {}, &Sheet::first) - 1;
    const auto number = static_cast<std::size_t>(page - sheets_.begin());
    const std::size_t of_revenue = page->revenue.all.size() + 2;
    const std::size_t of_employees = page->employees.all.size() + 2;
    const std::size_t row = (place - page->first) / of_revenue; // turns Sheet::place() round
    return {number / 2,
            number % 2 == 1,
            {all_org_types[row / of_employees], figure_in(page->employees.all, row % of_employees),
             figure_in(page->revenue.all, (place - page->first) % of_revenue)}};
}

bool PriceTable::depends_on(Basis by) const noexcept {
    return std::ranges::any_of(sheets_, [&](const Sheet& page) {
        return !(by == Basis::employees ? page.employees : page.revenue).all.empty();
    });
}

} // namespace ptf_fees::batch
