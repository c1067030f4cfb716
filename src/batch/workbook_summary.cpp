// Floor 2, batch: what the rows come to, in cells: the counts and sums of the tally, and on what terms they rest.
#include "batch/workbook_summary.h"

#include "batch/answer_text.h"

#include "text/decimal.h"
#include "text/words.h"

#include <algorithm>
#include <utility>

namespace ptf_fees::batch {
namespace {

using workbook::Kind;

SummaryCell text_cell(std::string_view text) {
    return {Kind::text, std::string{text}};
}

SummaryCell heading(std::string_view text) {
    return {Kind::heading, std::string{text}};
}

SummaryCell count(std::uint64_t number) {
    const auto value = static_cast<std::int64_t>(number);
    return {Kind::count, text::grouped(value), value};
}

/// A sum of `quoted` rows; of none there is none, and one that no cell holds to the cent is text.
SummaryCell amount(text::wide cents, std::uint64_t quoted) {
    if (quoted == 0)
        return {};
    if (cents > workbook::largest_number)
        return text_cell(text::plain(cents));
    return {Kind::amount, text::plain(cents), static_cast<std::int64_t>(cents)};
}

std::string day(const std::optional<Date>& date) {
    return date ? text::iso(*date) : std::string{};
}

void add_edition(std::vector<SummaryRow>& rows, const Schedule& schedule, const Schedule* successor) {
    const auto fact = [&](std::string_view name, std::string_view value) {
        rows.push_back({heading(name), text_cell(value)});
    };
    fact("Foundation", schedule.name);
    fact("Edition", schedule.id);
    fact("In force from", text::iso(schedule.effective) +
                              (schedule.effective_exact ? "" : ", the day on which these terms were first seen"));
    fact("Verified", text::iso(schedule.verified));
    if (schedule.until && successor == nullptr)
        fact("Replaced", text::iso(*schedule.until) + ", by terms that no copy has");
    if (successor != nullptr)
        fact("Replaced", text::iso(successor->effective) + (successor->effective_exact ? "" : " at the latest") +
                             ", by " + std::string{successor->id});
    fact("Amounts", std::string{schedule.currency} + " per " + std::string{schedule.period});
}

void add_statuses(std::vector<SummaryRow>& rows, const Tally& tally) {
    rows.push_back({heading("Status"), heading("Rows")});
    for (const Status status : all_statuses)
        if (status != Status::out_of_range) // counts as invalid
            rows.push_back({text_cell(name_of(status)), count(tally.rows_with(status))});
    rows.push_back({text_cell(invalid_status), count(tally.invalid())});
    rows.push_back({heading("All rows"), count(tally.rows())});
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
        rows.push_back({text_cell(schedule.tiers[i].name), count(sums.rows), count(sums.quoted),
                        amount(sums.membership, sums.quoted), amount(sums.prerequisite, sums.quoted),
                        amount(sums.total, sums.quoted)});
        all.rows += sums.rows;
        all.quoted += sums.quoted;
        all.membership += sums.membership;
        all.prerequisite += sums.prerequisite;
    }
    sheet.last_tier = static_cast<std::uint32_t>(rows.size() - 1);
    rows.push_back({heading("All tiers"), count(all.rows), count(all.quoted), amount(all.membership, all.quoted),
                    amount(all.prerequisite, all.quoted), amount(tally.total(), all.quoted)});
}

/// The documents on which some bill of some tier rests, each once.
void add_sources(std::vector<SummaryRow>& rows, const PriceTable& table) {
    rows.push_back(
        {heading("Source"), heading("Edition"), heading("Dated"), heading("Page"), heading("Archived copy")});
    std::vector<const ptf_fees::Source*> seen;
    for (std::size_t i = 0; i < table.schedule().tiers.size(); ++i)
        for (const Bill& bill : table.sheet(i, false).tier.bills) {
            const ptf_fees::Source& source = source_of(bill.fee);
            if (std::ranges::find(seen, &source) != seen.end())
                continue;
            seen.push_back(&source);
            rows.push_back({text_cell(source.title), text_cell(bill.schedule->id), text_cell(day(source.dated)),
                            text_cell(source.url), text_cell(source.archive)});
        }
}

} // namespace

SummarySheet summary_sheet(const Tally& tally, const PriceTable& table, const Schedule* successor) {
    SummarySheet sheet;
    const Schedule& schedule = table.schedule();
    add_edition(sheet.rows, schedule, successor);
    sheet.rows.emplace_back();
    add_statuses(sheet.rows, tally);
    sheet.rows.emplace_back();
    add_tiers(sheet, tally, schedule);
    sheet.rows.emplace_back();
    add_sources(sheet.rows, table);
    return sheet;
}

} // namespace ptf_fees::batch
