// Floor 2: what a schedule counts, by its own name, in a document that was written for employees.
#include "document/counted.h"

#include "engine/counted.h"
#include "model/overloaded.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::document {
namespace {

class Renamer {
public:
    explicit Renamer(std::string_view description) : description_{description} {}

    void rename(std::string& text) const { text = text::counted_as(text, description_); }

    void rename(Grid& grid) const {
        rename(grid.caption);
        for (Column& column : grid.columns)
            rename(column.title);
        for (Row& row : grid.rows)
            for (Cell& cell : row.cells)
                rename(cell.text);
    }

    /// Details of rows and laid out lines quote sources: they stay as they are.
    void rename(Block& block) const {
        std::visit(
            Overloaded{
                [&](Heading& heading) { rename(heading.text); }, [&](Paragraph& paragraph) { rename(paragraph.text); },
                [&](Items& items) { std::ranges::for_each(items.texts, [&](auto& text) { rename(text); }); },
                [&](Facts& facts) {
                    std::ranges::for_each(facts.facts, [&](Fact& fact) { rename(fact.what), rename(fact.value); });
                },
                [&](Grid& grid) { rename(grid); },
                [&](StepChart& chart) { rename(chart.title), rename(chart.place_label); }, [](Title&) {}, [](Terms&) {},
                [](Result&) {}, [](Link&) {}, [](Verbatim&) {}, [](Gap&) {}},
            block);
    }

private:
    std::string_view description_;
};

} // namespace

void name_the_count(Document& document, const Schedule& schedule, std::span<const Charge> charges) {
    if (text::counted_noun(schedule.employees) == "employees" || !count_the_same(charges, schedule))
        return;
    const Renamer renamer{schedule.employees};
    renamer.rename(document.title);
    for (Block& block : document.blocks)
        renamer.rename(block);
}

} // namespace ptf_fees::document
