// Floor 2, batch: the added columns, in a table or as members of a JSON object.
#include "batch/answer_text.h"

#include "batch/sheet_cell.h"

#include "text/decimal.h"
#include "text/escape.h"

#include <vector>

namespace ptf_fees::batch {
namespace {

/// What surrounds a text takes about this much at most: names, quotes, separators.
constexpr std::size_t most_around = 32;

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

void append_added(std::string& out, const Added& added, const OutputStyle& style) {
    if (style.json) {
        out += out.empty() ? "" : ",";
        append_json_member(out, added, style.prefix);
        return;
    }
    out.push_back(style.table.separator);
    if (style.table.sheet)
        append_to_sheet(out, added.text);
    else
        text::append_csv(out, added.text, style.table.separator);
}

void end_record(std::string& out, const OutputStyle& style) {
    out += style.json ? "}" : "";
    out += style.line_end;
}

} // namespace

std::string_view row_status(Status status) noexcept {
    return status == Status::out_of_range ? invalid_status : name_of(status);
}

std::string record_end(std::span<const Added> added, const OutputStyle& style) {
    std::string out;
    std::size_t size = 0;
    for (const Added& column : added)
        size += column.text.size() + most_around;
    out.reserve(size);
    for (const Added& column : added)
        append_added(out, column, style);
    end_record(out, style);
    return out;
}

std::string header_end(std::span<const std::string_view> names, const OutputStyle& style) {
    std::vector<std::string> shown;
    for (const std::string_view name : names) {
        shown.push_back(style.prefix + std::string{name});
        if (style.table.excel_safe && is_formula(shown.back()))
            shown.back().insert(0, "'");
    }
    std::vector<Added> added;
    for (std::size_t i = 0; i < names.size(); ++i)
        added.push_back({names[i], shown[i]});
    return record_end(added, style);
}

AnswerText::AnswerText(OutputStyle style, const Schedule& schedule) : style_{std::move(style)}, schedule_{schedule} {
    invalid_beginning_ = beginning({}, invalid_status, {});
}

std::string AnswerText::beginning(const Price& price, std::string_view status, std::string_view band) const {
    const std::string membership = plain(price.membership);
    const std::string prerequisite = plain(price.prerequisite);
    const std::string total = plain(price.total);
    const std::array<std::string_view, added_columns.size() - 1> values{
        status, membership, prerequisite, total, schedule_.currency, band, schedule_.id};
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i)
        append_added(out, {added_columns[i], values[i]}, style_);
    return out;
}

std::string AnswerText::ended(std::string_view beginning, std::string_view sentence) const {
    std::string out;
    out.reserve(beginning.size() + sentence.size() + most_around);
    out += beginning;
    append_added(out, {added_columns.back(), sentence}, style_);
    end_record(out, style_);
    return out;
}

std::string AnswerText::of(const RowAnswer& answer) const {
    return ended(beginning(answer.price, row_status(answer.price.status), answer.band), answer.reason);
}

std::string AnswerText::invalid(std::string_view sentence) const {
    return ended(invalid_beginning_, sentence);
}

} // namespace ptf_fees::batch
