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

/// A day; before 1900-03-01 spreadsheets do not agree on the number of one, and it is text.
SummaryCell day(Date date) {
    constexpr std::int64_t first_of_1970 = 25'569;
    constexpr std::int64_t first_agreed = 61;
    const std::int64_t number = first_of_1970 + std::chrono::sys_days{date}.time_since_epoch().count();
    return {number < first_agreed ? Kind::text : Kind::date, text::iso(date), number};
}

SummaryCell link(std::string_view url) {
    return {Kind::link, std::string{url}};
}

void add_edition(std::vector<SummaryRow>& rows, const Schedule& schedule, const Schedule* successor) {
    const auto fact = [&](std::string_view name, std::string_view value) {
        rows.push_back({heading(name), text_cell(value)});
    };
    fact("Foundation", schedule.name);
    fact("Edition", schedule.id);
    rows.push_back({heading("In force from"), day(schedule.effective),
                    text_cell(schedule.effective_exact ? "" : "the day on which these terms were first seen")});
    rows.push_back({heading("Verified"), day(schedule.verified)});
    if (schedule.until && successor == nullptr)
        rows.push_back({heading("Replaced"), day(*schedule.until), text_cell("by terms that no copy has")});
    if (successor != nullptr)
        rows.push_back(
            {heading("Replaced"), day(successor->effective),
             text_cell((successor->effective_exact ? "by " : "at the latest, by ") + std::string{successor->id})});
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
            rows.push_back({text_cell(source.title), text_cell(bill.schedule->id),
                            source.dated ? day(*source.dated) : SummaryCell{}, link(source.url), link(source.archive)});
        }
}

/// Headings above numbers are at the right, as these are.
void align_headings(std::vector<SummaryRow>& rows) {
    for (std::size_t row = 0; row + 1 < rows.size(); ++row)
        for (std::size_t i = 1; i < std::min(rows[row].size(), rows[row + 1].size()); ++i) {
            const Kind below = rows[row + 1][i].kind;
            if (rows[row][i].kind == Kind::heading && (below == Kind::count || below == Kind::amount))
                rows[row][i].kind = Kind::heading_of_numbers;
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
    align_headings(sheet.rows);
    return sheet;
}

} // namespace ptf_fees::batch
