// Floor 2, batch: the module knows cells and sheets, this file knows which row goes where. Amounts come back from the
// text that every other format writes, so that there is one formatter and nothing is priced again.
#include "batch/workbook.h"

#include "batch/sheet_cell.h"
#include "batch/workbook_summary.h"

#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <utility>

namespace ptf_fees::batch {
namespace {

using workbook::Kind;

/// What the sheets show after the columns of the input: amounts and terms, or (as a file of rejects does) the reason.
constexpr std::size_t status_at = 0;
constexpr std::size_t first_amount = 1;
constexpr std::size_t last_amount = 3;
constexpr std::size_t error_at = added_columns.size() - 1;
constexpr std::size_t shown_of_quoted =
    added_columns.size() - 2; // all but status, which is one, and error, which is none

/// Precondition: a NUL follows `text`, as it follows every text in a record for the sheets.
workbook::Cell cell_of(Kind kind, std::string_view text, std::int64_t value = 0) noexcept {
    const char* const begin = text.data(); // NOLINT(bugprone-suspicious-stringview-data-usage): see above
    return {text.empty() ? Kind::empty : kind, 0, begin, value};
}

/// A whole number as people type it; anything else (`007`, `1,200`) stays text.
workbook::Cell figure(std::string_view text) noexcept {
    const auto number = text::parse_digits(text);
    const bool plain = number && *number <= workbook::largest_number && (text.size() == 1 || text.front() != '0');
    return plain ? cell_of(Kind::count, text, *number) : cell_of(Kind::text, text);
}

workbook::Cell amount(std::string_view text) {
    const auto money = text::parse_plain(text);
    return money ? cell_of(Kind::amount, text, money->cents()) : cell_of(Kind::text, text);
}

std::unexpected<Refusal> refused(const Source& source, const std::string& why) {
    return std::unexpected{Refusal{2, source.name + ": " + why}};
}

std::expected<void, Refusal> check_header(const Source& source) {
    const std::size_t columns = source.columns.names.size() + shown_of_quoted;
    if (columns > workbook::most_columns)
        return refused(source, "with what is added it has " + text::grouped(static_cast<std::int64_t>(columns)) +
                                   " columns where a workbook has room for 16,384: write csv (-o FILE.csv)");
    for (const std::string& name : source.columns.names)
        if (const std::string fault = sheet_fault(name, name); !fault.empty())
            return refused(source, "the header: " + fault);
    return {};
}

} // namespace

std::expected<Workbook, Refusal> Workbook::begin(const workbook::Module& module, const Source& source,
                                                 const Names& names, const Options& options,
                                                 const platform::Output& output) {
    if (auto checked = check_header(source); !checked)
        return std::unexpected{std::move(checked.error())};
    const Schedule& schedule = *options.schedule;
    const workbook::Layout layout{
        .sheets = {{"Quotes", true}, {"Not quoted", true}, {"Summary", false}},
        .amount_formats = {workbook::amount_format(schedule.currency)},
        .title = std::string{schedule.name} + ": fees by " + std::string{schedule.id},
        .created = schedule.effective,
    };
    auto file = workbook::File::begin(module, layout, output.folder(), output.name());
    if (!file)
        return failed(file.error());
    Workbook made{std::move(*file)};
    made.columns_ = source.columns.names.size();
    for (const std::string& name : source.columns.names) {
        const auto used = names.meaning_of(name).used;
        made.figures_.push_back(used == UsedColumn::employees || used == UsedColumn::revenue);
    }
    if (auto added = made.add_headers(source, options.prefix); !added)
        return failed(added.error());
    return made;
}

Workbook::Written Workbook::add_headers(const Source& source, const std::string& prefix) {
    std::vector<std::string> quotes;
    for (const std::string& name : source.columns.names)
        append_to_sheet(quotes.emplace_back(), name);
    std::vector<std::string> not_quoted = quotes;
    for (const std::string_view name : std::span{added_columns}.subspan(first_amount, shown_of_quoted))
        append_to_sheet(quotes.emplace_back(), prefix + std::string{name});
    not_quoted.insert(not_quoted.end(), reject_columns.begin(), reject_columns.end());
    const auto add = [&](Sheet sheet, const std::vector<std::string>& texts) {
        cells_.clear();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const bool added = i >= columns_;
            const bool numbers =
                added ? sheet == Sheet::quotes ? i - columns_ < last_amount : i == columns_ : figures_[i];
            cells_.push_back(cell_of(numbers ? Kind::heading_of_numbers : Kind::heading, texts[i]));
        }
        return add_row(sheet, cells_);
    };
    auto added = add(Sheet::quotes, quotes);
    return added ? add(Sheet::not_quoted, not_quoted) : added;
}

std::expected<void, platform::SystemError> Workbook::add(std::string_view records) {
    const std::size_t width = columns_ + added_columns.size();
    unfinished_.append(records);
    record_.clear();
    std::size_t begin = 0;
    std::size_t done = 0;
    for (std::size_t end = 0; (end = unfinished_.find('\0', begin)) != std::string::npos; begin = end + 1) {
        record_.push_back(std::string_view{unfinished_}.substr(begin, end - begin));
        const bool known = record_.size() >= width;
        const bool quoted = known && record_[columns_ + status_at] == name_of(Status::quoted);
        if (!known || (!quoted && record_.size() == width)) // one that is not quoted has its line after it
            continue;
        if (auto added = add_record(record_); !added)
            return added;
        record_.clear();
        done = end + 1;
    }
    unfinished_.erase(0, done);
    return {};
}

Workbook::Written Workbook::add_record(std::span<const std::string_view> cells) {
    cells_.clear();
    for (std::size_t i = 0; i < columns_; ++i)
        cells_.push_back(input_cell(i, cells[i]));
    const auto added = cells.subspan(columns_);
    if (added.size() == added_columns.size()) {
        for (std::size_t i = first_amount; i < first_amount + shown_of_quoted; ++i)
            cells_.push_back(i <= last_amount ? amount(added[i]) : cell_of(Kind::text, added[i]));
        return add_row(Sheet::quotes, cells_);
    }
    cells_.push_back(figure(added.back()));
    cells_.push_back(cell_of(Kind::text, added[status_at]));
    cells_.push_back(cell_of(Kind::text, added[error_at]));
    return add_row(Sheet::not_quoted, cells_);
}

workbook::Cell Workbook::input_cell(std::size_t column, std::string_view text) const noexcept {
    return figures_[column] ? figure(text) : cell_of(Kind::text, text);
}

Workbook::Written Workbook::finish(const Tally& tally, const PriceTable& table,
                                   const std::optional<Catalogue::Entry>& successor, platform::Output& output) {
    const SummarySheet sheet = summary_sheet(tally, table, successor);
    for (const SummaryRow& row : sheet.rows)
        if (auto added = add_row(Sheet::summary, row); !added)
            return added;
    const workbook::Chart chart{.sheet = static_cast<std::size_t>(Sheet::summary),
                                .title = "Total fees by tier",
                                .first_row = sheet.first_tier,
                                .last_row = sheet.last_tier,
                                .name_column = 0,
                                .amount_column = sheet.total_column};
    if (auto added = file_.add_chart(chart); !added)
        return added;
    return file_.finish([&](std::string_view bytes) { return output.write(bytes); });
}

} // namespace ptf_fees::batch
