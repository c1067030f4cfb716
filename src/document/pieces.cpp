// Floor 2: what the documents of several answers show: terms, joining, sources, notes, the merged table, the matrix.
#include "document/pieces.h"

#include "document/merged.h"
#include "document/phrases.h"
#include "text/words.h"

namespace ptf_fees::document {
namespace {

bool lies_in(const std::optional<BandRange>& range, const Organization& organization) {
    if (!range)
        return false;
    const auto known = figure(organization, range->by);
    return known && known->from >= range->from && (!range->to || (known->to && *known->to <= *range->to));
}

} // namespace

void add_terms(Document& document, const Edition& edition) {
    document.add(Terms{terms_line(edition), edition.replaced()});
    document.gap();
}

void add_join(Document& document, const Join& join, std::size_t indent) {
    document.say("How to join: " + admission_words(join), Tone::plain, indent);
    document.add(
        Items{.texts = {join.steps.begin(), join.steps.end()}, .kind = Items::Kind::numbers, .indent = indent + 2});
    document.add(Link{.url = std::string{join.url}, .indent = indent + 2});
}

void add_source(Document& document, const Source& source) {
    document.say(std::string{source.id} + ": " + source_words(source), Tone::plain, 2);
    document.add(Link{.url = std::string{source.url}, .indent = 4});
    document.add(Link{.url = std::string{source.archive}, .label = "Copy: ", .indent = 4});
    if (!source.proves.empty())
        document.say("Shows " + std::string{source.proves}, Tone::faint, 4);
    if (source.retrieved)
        document.say("Read on " + text::iso(*source.retrieved), Tone::faint, 4);
}

void add_notes(Document& document, std::vector<std::string> notes) {
    if (notes.empty())
        return;
    document.add(Heading{"Notes"});
    document.add(Items{.texts = std::move(notes)});
}

std::vector<Detail> explanation(const QuoteLine& quoted) {
    const Line& line = quoted.line;
    std::vector<Detail> details;
    if (!line.published.empty())
        details.push_back({"As published: " + published_words(quoted)});
    details.push_back({source_words(*line.source)});
    if (!line.source->url.empty())
        details.push_back({{}, std::string{line.source->url}});
    if (!line.source->archive.empty())
        details.push_back({"Copy: ", std::string{line.source->archive}});
    return details;
}

Grid merged_grid(const TierTable& table, const Schedule& schedule, const Organization& organization) {
    Grid grid{.caption = std::string{table.tier->name} + ": what is due per " + std::string{schedule.period}};
    grid.columns.push_back({.title = capitalized(name_of(table.by))});
    for (const Charge& charge : table.resolved.charges)
        grid.columns.push_back({.title = membership_name(charge), .align = Align::right, .wraps = true});
    grid.columns.push_back({.title = "Total", .align = Align::right});
    for (const MergedRow& row : table.rows) {
        Row cells{.here = lies_in(row.range, organization)};
        cells.cells.push_back({row.range ? band_figures(*row.range, schedule.currency) : "any number"});
        for (const QuoteLine& line : lines_in(table.resolved, row, organization))
            cells.cells.push_back({amount_words(line.line, schedule.currency)});
        cells.cells.push_back({price_words(row.price, schedule.currency), Tone::strong});
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

void add_matrix(Document& document, const Schedule& schedule, const Tier* tier) {
    Grid grid{.caption = "What each tier gives", .columns = {{.title = "Benefit", .wraps = true, .weight = 4}}};
    for (const Tier& column : schedule.tiers)
        grid.columns.push_back(
            {.title = std::string{column.name}, .align = Align::center, .wraps = true, .emphasis = &column == tier});
    for (const BenefitGroup& group : grouped_benefits(schedule)) {
        grid.rows.push_back({.cells = {{capitalized(group.name)}}, .kind = Row::Kind::heading});
        for (const Benefit* benefit : group.benefits) {
            Row row{.cells = {{name_and_id(*benefit)}}};
            for (std::size_t column = 0; column < schedule.tiers.size(); ++column)
                row.cells.push_back({grant_mark(grant_for(schedule, *benefit, column))});
            grid.rows.push_back(std::move(row));
        }
    }
    document.add(std::move(grid));
    document.gap();
    document.say(mark_legend(schedule), Tone::faint);
}

} // namespace ptf_fees::document
