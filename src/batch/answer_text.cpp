// Floor 2, batch: the added columns, in a table or as members of a JSON object.
#include "batch/answer_text.h"

#include "batch/sheet_cell.h"

#include "text/decimal.h"
#include "text/escape.h"

#include <vector>

namespace ptf_fees::batch {
namespace {

std::string plain(const std::optional<Money>& amount) {
    return amount ? text::plain(*amount) : std::string{};
}

void append_json_member(std::string& out, const Added& added, const std::string& prefix) {
    text::append_json(out, prefix + std::string{added.name});
    out.push_back(':');
    if (added.text.empty())
        out += "null";
    else if (added.number)
        out += added.text;
    else
        text::append_json(out, added.text);
}

/// Appends a column, behind others if `out` has any.
void append_column(std::string& out, const Added& column, const OutputStyle& style) {
    if (style.json) {
        out += out.empty() ? "" : ",";
        append_json_member(out, column, style.prefix);
        return;
    }
    out.push_back(style.table.separator);
    if (style.table.sheet)
        append_to_sheet(out, column.text);
    else
        text::append_csv(out, column.text, style.table.separator);
}

std::string_view brace_of(const OutputStyle& style) noexcept {
    return style.json ? "}" : "";
}

} // namespace

std::string_view row_status(Status status) noexcept {
    return status == Status::out_of_range ? invalid_status : name_of(status);
}

std::string record_end(std::span<const Added> added, const OutputStyle& style) {
    std::string out;
    for (const Added& column : added)
        append_column(out, column, style);
    return out.append(brace_of(style)).append(style.line_end);
}

std::string header_end(std::span<const std::string_view> names, const OutputStyle& style) {
    std::vector<Added> added;
    for (const std::string_view name : names)
        added.push_back({name, style.prefix + std::string{name}});
    return record_end(added, style);
}

AnswerText::AnswerText(OutputStyle style, const Schedule& schedule)
    : style_{std::move(style)}, currency_{schedule.currency}, schedule_{schedule.id} {
    const auto columns = added({std::string{invalid_status}, {}, {}, {}, currency_, {}, schedule_, {}});
    for (const Added& column : std::span{columns}.first(columns.size() - 1))
        append_column(invalid_, column, style_);
}

std::string AnswerText::of(const RowAnswer& answer) const {
    const Price& price = answer.price;
    return record_end(added({std::string{row_status(price.status)}, plain(price.membership), plain(price.prerequisite),
                             plain(price.total), currency_, answer.band, schedule_, answer.reason}),
                      style_);
}

std::string AnswerText::invalid(std::string_view sentence) const {
    std::string out = invalid_;
    append_column(out, {added_columns.back(), std::string{sentence}}, style_);
    return out.append(brace_of(style_)).append(style_.line_end);
}

std::array<Added, added_columns.size()> AnswerText::added(std::array<std::string, added_columns.size()> values) {
    std::array<Added, added_columns.size()> added;
    for (std::size_t i = 0; i < added.size(); ++i)
        added[i] = {added_columns[i], std::move(values[i])};
    return added;
}

} // namespace ptf_fees::batch
