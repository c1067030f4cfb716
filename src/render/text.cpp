// Floor 2: prints a document as text for a terminal.
#include "render/page.h"
#include "text/width.h"

namespace ptf_fees::render {
namespace {

using namespace document;

struct Printer {
    const Document& document;
    Page page;

    void operator()(const Title&) { page.paragraph(document.title, Tone::strong); }
    void operator()(const Terms& terms) {
        const Tone tone = terms.replaced ? Tone::warning : Tone::faint;
        if (page.terminal())
            page.paragraph(terms.text, tone);
        else
            page.verbatim(painted(text::printable(terms.text), tone, page.color()) + "\n");
    }
    void operator()(const Heading& heading) {
        page.blank();
        page.paragraph(heading.text, Tone::strong);
    }
    void operator()(const Paragraph& paragraph) { page.paragraph(paragraph.text, paragraph.tone, paragraph.indent); }
    void operator()(const Result& result) { page.paragraph(result.figure + " " + result.unit, Tone::strong); }
    void operator()(const Items& items) {
        for (std::size_t i = 0; i < items.texts.size(); ++i)
            page.paragraph(items.texts[i], Tone::plain, items.indent, mark_of(items, i) + " ");
    }
    void operator()(const Link& link) {
        if (!link.url.empty())
            page.paragraph(link.label + link.url, Tone::faint, link.indent);
    }
    void operator()(const Facts& facts) {
        Grid grid{.columns = {{}, {.wraps = true}}, .bare = true};
        for (const Fact& fact : facts.facts)
            grid.rows.push_back({.cells = {{fact.what, Tone::faint}, {fact.value}}});
        page.table(grid);
    }
    void operator()(const Grid& grid) { page.table(grid); }
    void operator()(const StepChart& chart) { page.chart(chart); }
    void operator()(const Verbatim& verbatim) { page.verbatim(verbatim.lines); }
    void operator()(const Gap&) { page.blank(); }

    static std::string mark_of(const Items& items, std::size_t index) {
        switch (items.kind) {
        case Items::Kind::bullets:
            return "-";
        case Items::Kind::numbers:
            return std::to_string(index + 1) + ".";
        case Items::Kind::marks:
            break;
        }
        return items.marks[index];
    }
};

} // namespace

std::string text(const Document& document, const Style& style) {
    Printer printer{document, Page{style}};
    for (const Block& block : document.blocks)
        std::visit(printer, block);
    return printer.page.take();
}

} // namespace ptf_fees::render
