// Floor 2: what several pages of the HTML format show: terms, joining, sources, notes, the merged table, the matrix.
#include "render/html.h"
#include "render/merged.h"
#include "render/phrases.h"
#include "text/decimal.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

bool lies_in(const std::optional<BandRange>& range, const Organization& organization) {
    if (!range)
        return false;
    const auto known = figure(organization, range->by);
    return known && *known >= range->from && (!range->to || *known <= *range->to);
}

} // namespace

void write_terms(Html& html, const Edition& edition) {
    html.paragraph(terms_line(edition), edition.replaced() ? "terms replaced" : "terms");
}

void write_join(Html& html, const Join& join) {
    html.paragraph(capitalized(admission_words(join)) + ".");
    if (!join.steps.empty()) {
        html.open("ol");
        for (const std::string_view step : join.steps)
            html.element("li", step);
        html.close("ol");
    }
    if (join.url.empty())
        return;
    html.open("p");
    html.link(join.url);
    html.close("p");
}

void write_source(Html& html, const Source& source) {
    html.paragraph(source_words(source));
    if (!source.url.empty()) {
        html.open("p");
        html.link(source.url);
        html.close("p");
    }
    if (!source.archive.empty()) {
        html.open("p");
        html.markup("Copy:");
        html.link(source.archive);
        html.close("p");
    }
    if (!source.proves.empty())
        html.paragraph("Shows " + std::string{source.proves}, "soft");
    if (source.retrieved)
        html.paragraph("Read on " + text::iso(*source.retrieved), "soft");
}

void write_notes(Html& html, std::span<const std::string> notes) {
    if (notes.empty())
        return;
    html.section("Notes");
    html.bullets(notes);
    html.close("section");
}

void write_merged(Html& html, const TierTable& table, const Schedule& schedule, const Organization& organization) {
    HtmlTable grid{.caption = std::string{table.tier->name} + ": what is due per " + std::string{schedule.period},
                   .header = {capitalized(name_of(table.by))},
                   .look = "numbers"};
    for (const Bill& bill : table.resolved.bills)
        grid.header.push_back(membership_name(bill));
    grid.header.emplace_back("Total");
    for (const MergedRow& row : table.rows) {
        const bool here = lies_in(row.range, organization);
        HtmlRow cells{.look = here ? "here" : ""};
        cells.cells.push_back({(here ? "● " : "") +
                               (row.range ? band_figures(*row.range, schedule.currency) : std::string{"any number"})});
        for (const QuoteLine& line : lines_in(table.resolved, row, organization))
            cells.cells.push_back({amount_words(line.line, schedule.currency)});
        cells.cells.push_back({price_words(row.price, schedule.currency)});
        grid.rows.push_back(std::move(cells));
    }
    html.table(grid);
}

void write_matrix(Html& html, const Schedule& schedule, const Tier* tier) {
    HtmlTable grid{.caption = mark_legend(schedule), .header = {"Benefit"}, .look = "marks"};
    if (tier != nullptr)
        grid.emphasis = index_of(schedule, *tier) + 1;
    for (const Tier& column : schedule.tiers)
        grid.header.emplace_back(column.name);
    for (const BenefitGroup& group : grouped_benefits(schedule)) {
        grid.rows.push_back({.cells = {{capitalized(group.name)}}, .look = "group"});
        for (const Benefit* benefit : group.benefits) {
            HtmlRow row{.cells = {{std::string{benefit->name}, std::string{benefit->id}}}};
            for (std::size_t column = 0; column < schedule.tiers.size(); ++column)
                row.cells.push_back({grant_mark(grant_for(schedule, *benefit, column))});
            grid.rows.push_back(std::move(row));
        }
    }
    html.table(grid);
}

} // namespace ptf_fees::render
