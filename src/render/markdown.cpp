// Floor 2: the Markdown format: its blocks, its frame, and the pieces that several replies show.
#include "render/markdown.h"
#include "render/formats.h"
#include "render/merged.h"
#include "render/phrases.h"
#include "text/escape.h"
#include "text/width.h"

#include <algorithm>
#include <utility>

namespace ptf_fees::render {
namespace {

/// `text` as Markdown that shows it as it is, on one line and harmless on a terminal.
std::string escaped(std::string_view text) {
    return text::printable(text::markdown_cell(text));
}

} // namespace

void Document::block() {
    if (!out_.empty())
        out_.push_back('\n');
}

void Document::heading(std::size_t level, std::string_view text) {
    block();
    out_ += std::string(level, '#') + " " + escaped(text) + "\n";
}

void Document::paragraph(std::string_view text) {
    block();
    out_ += escaped(text) + "\n";
}

void Document::emphasis(std::string_view text) {
    block();
    out_ += "**" + escaped(text) + "**\n";
}

void Document::bullets(std::span<const std::string> items) {
    if (items.empty())
        return;
    block();
    for (const std::string& item : items)
        out_ += "- " + escaped(item) + "\n";
}

void Document::steps(std::span<const std::string_view> items) {
    if (items.empty())
        return;
    block();
    for (std::size_t i = 0; i < items.size(); ++i)
        out_ += std::to_string(i + 1) + ". " + escaped(items[i]) + "\n";
}

void Document::link(std::string_view url) {
    if (url.empty())
        return;
    block();
    // An address ends at a blank or at '>': one that holds them, or what is not printable, is text.
    if (url.find_first_of(" <>") == std::string_view::npos && text::printable(url) == url)
        out_ += "<" + std::string{url} + ">\n";
    else
        out_ += escaped(url) + "\n";
}

void Document::table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
                     const std::vector<std::size_t>& right, bool bold_last) {
    block();
    for (const std::string& title : header)
        out_ += "| " + escaped(title) + " ";
    out_ += "|\n";
    for (std::size_t i = 0; i < header.size(); ++i)
        out_ += std::ranges::find(right, i) == right.end() ? "| --- " : "| ---: ";
    out_ += "|\n";
    for (const auto& row : rows) {
        const std::string mark = bold_last && &row == &rows.back() ? "**" : "";
        for (const std::string& cell : row) {
            out_ += "| ";
            if (!cell.empty())
                out_.append(mark).append(escaped(cell)).append(mark).append(" ");
        }
        out_ += "|\n";
    }
}

std::string Document::take() {
    return std::exchange(out_, {});
}

void write_terms(Document& document, const Edition& edition) {
    if (edition.replaced())
        document.emphasis(terms_line(edition) + ".");
    else
        document.paragraph(terms_line(edition) + ".");
}

void write_notes(Document& document, std::size_t level, std::span<const std::string> notes) {
    if (notes.empty())
        return;
    document.heading(level, "Notes");
    document.bullets(notes);
}

void write_merged(Document& document, const TierTable& table, const Schedule& schedule, const Organization& known) {
    std::vector<std::string> header{capitalized(name_of(table.by))};
    std::vector<std::size_t> right;
    for (const Bill& bill : table.resolved.bills) {
        right.push_back(header.size());
        header.push_back(membership_name(bill));
    }
    right.push_back(header.size());
    header.emplace_back("Total per " + std::string{schedule.period});
    std::vector<std::vector<std::string>> rows;
    for (const MergedRow& row : table.rows) {
        rows.push_back({row.range ? band_figures(*row.range, schedule.currency) : "any number"});
        for (const QuoteLine& line : lines_in(table.resolved, row, known))
            rows.back().push_back(amount_words(line.line, schedule.currency));
        rows.back().push_back(price_words(row.price, schedule.currency));
    }
    document.table(header, rows, right);
}

std::string markdown(const Reply& reply, const Style&) {
    Document document;
    std::visit([&](const auto& answer) { write_markdown(document, answer); }, reply);
    return document.take();
}

} // namespace ptf_fees::render
