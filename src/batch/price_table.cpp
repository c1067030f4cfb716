// Floor 2, batch: every price comes from the engine. Between two cuts of the merged table nothing changes, so one
// question in each interval answers for all.
#include "batch/price_table.h"

#include "ptf_fees/merged_table.h"
#include "ptf_fees/quote.h"

#include "text/words.h"

#include <algorithm>

namespace ptf_fees::batch {
namespace {

constexpr std::size_t type_count = all_org_types.size();

/// A figure in each interval: unknown, below the first cut, then the cuts themselves.
std::vector<std::optional<std::int64_t>> figures_in(std::span<const std::int64_t> cuts) {
    std::vector<std::optional<std::int64_t>> figures{std::nullopt, 0};
    figures.insert(figures.end(), cuts.begin(), cuts.end());
    return figures;
}

} // namespace

std::size_t PriceTable::Sheet::places() const noexcept {
    return type_count * (employees.all.size() + 2) * (revenue.all.size() + 2);
}

std::expected<PriceTable, Unresolved> PriceTable::compile(const Catalogue& catalogue, const Schedule& schedule,
                                                          const Memberships& held, std::optional<Date> as_of,
                                                          std::optional<bool> lf_always) {
    PriceTable table;
    table.schedule_ = &schedule;
    for (const Tier& tier : schedule.tiers)
        for (const bool lf_member : {false, true}) {
            const bool member = lf_always.value_or(lf_member);
            auto resolved =
                resolve(catalogue, schedule, tier, with_membership(held, linux_foundation_id, member), as_of);
            if (!resolved)
                return std::unexpected{std::move(resolved.error())};
            Sheet sheet{*resolved, Cuts{cuts(*resolved, Basis::employees)}, Cuts{cuts(*resolved, Basis::revenue)},
                        table.size_};
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
    if (const Line own = line_for(tier.bills.front(), question.organization); own.band)
        answer.band = text::band_words(*own.band);
    answer.reason = reason_for(tier, question.organization, answer.price);
    return answer;
}

std::size_t PriceTable::place(const Question& question) const noexcept {
    const Sheet& page = sheet(question.tier, question.lf_member);
    const auto interval = [](const Cuts& cuts, std::optional<std::int64_t> figure) {
        return figure ? cuts.interval(*figure) : 0;
    };
    return page.place(question.organization.type, interval(page.employees, question.organization.employees),
                      interval(page.revenue, question.organization.revenue));
}

std::vector<Question> PriceTable::questions() const {
    std::vector<Question> all;
    for (std::size_t i = 0; i < sheets_.size(); ++i)
        for (const OrgType type : all_org_types)
            for (const auto employees : figures_in(sheets_[i].employees.all))
                for (const auto revenue : figures_in(sheets_[i].revenue.all))
                    all.push_back({i / 2, i % 2 == 1, {type, employees, revenue}});
    return all;
}

bool PriceTable::depends_on(std::size_t tier, bool lf_member, Basis by) const noexcept {
    const Sheet& page = sheet(tier, lf_member);
    return !(by == Basis::employees ? page.employees : page.revenue).all.empty();
}

} // namespace ptf_fees::batch
