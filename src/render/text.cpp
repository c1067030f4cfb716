// Floor 2: the text format for people, its frame and the pieces that several replies show.
#include "render/text.h"
#include "render/formats.h"
#include "render/merged.h"
#include "render/phrases.h"
#include "text/decimal.h"
#include "text/width.h"
#include "text/words.h"

namespace ptf_fees::render {

void write_terms(Page& page, const Edition& edition) {
    // On one line, however long: it is the line that is read, and that scripts look for.
    page.verbatim(
        painted(text::printable(terms_line(edition)), edition.replaced() ? Paint::yellow : Paint::dim, page.color()) +
        "\n");
    page.blank();
}

void write_join(Page& page, const Join& join, std::size_t indent) {
    page.paragraph("How to join: " + admission_words(join), Paint::plain, indent);
    for (std::size_t i = 0; i < join.steps.size(); ++i)
        page.paragraph(join.steps[i], Paint::plain, indent + 2, std::to_string(i + 1) + ". ");
    if (!join.url.empty())
        page.paragraph(join.url, Paint::dim, indent + 2);
}

void write_source(Page& page, const Source& source) {
    page.paragraph(std::string{source.id} + ": " + source_words(source), Paint::plain, 2);
    if (!source.url.empty())
        page.paragraph(source.url, Paint::dim, 4);
    if (!source.archive.empty())
        page.paragraph("Copy: " + std::string{source.archive}, Paint::dim, 4);
    if (!source.proves.empty())
        page.paragraph("Shows " + std::string{source.proves}, Paint::dim, 4);
    if (source.retrieved)
        page.paragraph("Read on " + text::iso(*source.retrieved), Paint::dim, 4);
}

void write_notes(Page& page, std::span<const std::string> notes) {
    if (notes.empty())
        return;
    page.heading("Notes");
    page.bullets(notes);
}

void write_merged(Page& page, const TierTable& table, const Schedule& schedule, const Organization& known) {
    Table grid;
    grid.columns.push_back({.title = capitalized(name_of(table.by))});
    for (const Bill& bill : table.resolved.bills)
        grid.columns.push_back({.title = membership_name(bill), .align = Align::right, .wraps = true});
    grid.columns.push_back({.title = "Total", .align = Align::right});
    for (const MergedRow& row : table.rows) {
        TableRow cells;
        cells.cells.push_back({.text = row.range ? band_figures(*row.range, schedule.currency) : "any number"});
        for (const QuoteLine& line : lines_in(table.resolved, row, known))
            cells.cells.push_back({.text = amount_words(line.line, schedule.currency)});
        cells.cells.push_back({.text = price_words(row.price, schedule.currency), .paint = Paint::bold});
        grid.rows.push_back(std::move(cells));
    }
    page.table(grid);
}

std::string text(const Reply& reply, const Style& style) {
    Page page{style};
    std::visit([&](const auto& answer) { write_text(page, answer); }, reply);
    return page.take();
}

} // namespace ptf_fees::render
