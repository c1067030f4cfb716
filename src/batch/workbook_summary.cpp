// Floor 2, batch: what the rows come to, in cells: the counts and sums of the tally, and on what terms they rest.
#include "batch/workbook_summary.h"

#include "batch/answer_text.h"

#include "text/decimal.h"

#include <algorithm>

namespace ptf_fees::batch {
namespace {

using workbook::heading;
using workbook::link;
using workbook::text_value;

/// A sum of `quoted` rows; of none there is none.
workbook::Value amount(text::wide cents, std::uint64_t quoted) {
    return quoted == 0 ? workbook::Value{} : workbook::amount_value(cents);
}

void add_edition(std::vector<SummaryRow>& rows, const Schedule& schedule,
                 const std::optional<Catalogue::Entry>& successor) {
    const auto fact = [&](std::string_view name, std::string_view value) {
        rows.push_back({heading(name), text_value(value)});
    };
    fact("Foundation", schedule.name);
    fact("Edition", schedule.id);
    rows.push_back({heading("In force from"), workbook::day_value(schedule.effective),
                    text_value(schedule.effective_exact ? "" : "the day on which these terms were first seen")});
    rows.push_back({heading("Verified"), workbook::day_value(schedule.verified)});
    if (schedule.until && !successor)
        rows.push_back(
            {heading("Replaced"), workbook::day_value(*schedule.until), text_value("by terms that no copy has")});
    if (successor)
        rows.push_back(
            {heading("Replaced"), workbook::day_value(successor->effective),
             text_value((successor->effective_exact ? "by " : "at the latest, by ") + std::string{successor->id})});
    fact("Amounts", std::string{schedule.currency} + " per " + std::string{schedule.period});
}

void add_statuses(std::vector<SummaryRow>& rows, const Tally& tally) {
    rows.push_back({heading("Status"), heading("Rows")});
    for (const Status status : all_statuses)
        if (status != Status::out_of_range) // counts as invalid
            rows.push_back({text_value(name_of(status)), workbook::count_value(tally.rows_with(status))});
    rows.push_back({text_value(invalid_status), workbook::count_value(tally.invalid())});
    rows.push_back({heading("All rows"), workbook::count_value(tally.rows())});
}

void add_tiers(SummarySheet& sheet, const Tally& tally, const Schedule& schedule) {
    std::vector<SummaryRow>& rows = sheet.rows;
    rows.push_back({heading("Tier"), heading("Rows"), heading("Quoted"), heading("Membership fees"),
                    heading("Prerequisite fees"), heading("Total fees")});
    sheet.total_column = 5;
    sheet.first_tier = static_cast<std::uint32_t>(rows.size());
    TierSums all;
    for (std::size_t i = 0; i < schedule.tiers.size(); ++i) {
        const TierSums& sums = tally.by_tier()[i];
        rows.push_back({text_value(schedule.tiers[i].name), workbook::count_value(sums.rows),
                        workbook::count_value(sums.quoted), amount(sums.membership, sums.quoted),
                        amount(sums.prerequisite, sums.quoted), amount(sums.total, sums.quoted)});
        all.rows += sums.rows;
        all.quoted += sums.quoted;
        all.membership += sums.membership;
        all.prerequisite += sums.prerequisite;
    }
    sheet.last_tier = static_cast<std::uint32_t>(rows.size() - 1);
    rows.push_back({heading("All tiers"), workbook::count_value(all.rows), workbook::count_value(all.quoted),
                    amount(all.membership, all.quoted), amount(all.prerequisite, all.quoted),
                    amount(tally.total(), all.quoted)});
}

/// The documents on which some charge of some tier rests, each once.
void add_sources(std::vector<SummaryRow>& rows, const PriceTable& table) {
    rows.push_back(
        {heading("Source"), heading("Edition"), heading("Dated"), heading("Page"), heading("Archived copy")});
    std::vector<const ptf_fees::Source*> seen;
    for (std::size_t i = 0; i < table.schedule().tiers.size(); ++i)
        for (const Charge& charge : table.sheet(i, false).tier.charges) {
            const ptf_fees::Source& source = source_of(charge.fee);
            if (std::ranges::find(seen, &source) != seen.end())
                continue;
            seen.push_back(&source);
            rows.push_back({text_value(source.title), text_value(charge.schedule->id),
                            source.dated ? workbook::day_value(*source.dated) : workbook::Value{}, link(source.url),
                            link(source.archive)});
        }
}

} // namespace

SummarySheet summary_sheet(const Tally& tally, const PriceTable& table,
                           const std::optional<Catalogue::Entry>& successor) {
    SummarySheet sheet;
    const Schedule& schedule = table.schedule();
    add_edition(sheet.rows, schedule, successor);
    sheet.rows.emplace_back();
    add_statuses(sheet.rows, tally);
    sheet.rows.emplace_back();
    add_tiers(sheet, tally, schedule);
    sheet.rows.emplace_back();
    add_sources(sheet.rows, table);
    workbook::align_headings(sheet.rows);
    return sheet;
}

} // namespace ptf_fees::batch
