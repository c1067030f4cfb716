// Floor 2: prints a document as GitHub-flavoured Markdown. Text is escaped here, so that nothing from a schedule is
// markup.
#include "render/formats.h"

#include "document/document.h"
#include "text/escape.h"
#include "text/width.h"

#include <algorithm>

namespace ptf_fees::render {
namespace {

using namespace document;

/// `text` as Markdown that shows it as it is, on one line and harmless on a terminal.
std::string escaped(std::string_view text) {
    return text::printable(text::markdown_cell(text));
}

std::string strong(std::string_view text) {
    return "**" + escaped(text) + "**";
}

/// An address ends at a blank or at '>': one that holds them, or what is not printable, is text.
std::string address(std::string_view url) {
    const bool plain = url.find_first_of(" <>") == std::string_view::npos && text::printable(url) == url;
    return plain ? "<" + std::string{url} + ">" : escaped(url);
}

struct Printer {
    std::string out;

    void block(std::string_view lines) {
        if (lines.empty())
            return;
        if (!out.empty())
            out.push_back('\n');
        out += lines;
    }

    void operator()(const Title&) {}     // printed first
    void operator()(const Gap&) {}       // blocks have a blank line between them anyway
    void operator()(const StepChart&) {} // the table says the same
    void operator()(const Terms& terms) {
        const std::string line = terms.text + ".";
        block((terms.replaced ? strong(line) : escaped(line)) + "\n");
    }
    void operator()(const Heading& heading) { block("### " + escaped(heading.text) + "\n"); }
    void operator()(const Paragraph& paragraph) {
        block((paragraph.tone == Tone::strong ? strong(paragraph.text) : escaped(paragraph.text)) + "\n");
    }
    void operator()(const Result& result) { block(strong(result.figure + " " + result.unit) + "\n"); }
    void operator()(const Link& link) {
        if (!link.url.empty())
            block(escaped(link.label) + address(link.url) + "\n");
    }
    void operator()(const Items& items) {
        std::string lines;
        for (std::size_t i = 0; i < items.texts.size(); ++i) {
            lines += items.kind == Items::Kind::numbers ? std::to_string(i + 1) + ". " : "- ";
            lines += (items.kind == Items::Kind::marks ? escaped(items.marks[i]) + " " : "") + escaped(items.texts[i]);
            lines += "\n";
        }
        block(lines);
    }
    void operator()(const Facts& facts) {
        std::string lines;
        for (const Fact& fact : facts.facts)
            lines += "- " + strong(fact.what) + ": " + escaped(fact.value) + "\n";
        block(lines);
    }
    void operator()(const Verbatim& verbatim) {
        std::string lines;
        for (std::size_t start = 0; start < verbatim.lines.size();) {
            const std::size_t end = std::min(verbatim.lines.find('\n', start), verbatim.lines.size());
            lines += "    " + verbatim.lines.substr(start, end - start) + "\n";
            start = end + 1;
        }
        block(lines);
    }
    void operator()(const Grid& grid) {
        std::string lines;
        std::string below;
        for (const Column& column : grid.columns)
            lines += "| " + escaped(column.title) + (column.title.empty() ? "" : " ");
        lines += "|\n";
        for (const Column& column : grid.columns)
            lines += column.align == Align::right ? "| ---: " : "| --- ";
        lines += "|\n";
        for (const Row& row : grid.rows) {
            if (row.kind == Row::Kind::rule)
                continue;
            for (std::size_t i = 0; i < grid.columns.size(); ++i)
                lines += "| " + (i < row.cells.size() ? cell(row, row.cells[i]) : std::string{});
            lines += "|\n";
            if (!row.details.empty())
                below += details(row);
        }
        block(lines);
        block(below);
    }

    static std::string cell(const Row& row, const Cell& cell) {
        if (cell.text.empty())
            return {};
        const bool loud = cell.tone == Tone::strong || row.kind == Row::Kind::heading;
        return (loud ? strong(cell.text) : escaped(cell.text)) + " ";
    }

    /// What is below a row on a terminal is a list below the table here, under the row's name.
    static std::string details(const Row& row) {
        std::string lines = "- " + escaped(row.cells.front().text) + "\n";
        for (const Detail& detail : row.details)
            lines += "  - " + escaped(detail.text) + (detail.url.empty() ? "" : address(detail.url)) + "\n";
        return lines;
    }
};

} // namespace

std::string markdown(const Document& document) {
    Printer printer{"## " + escaped(document.title) + "\n"};
    for (const Block& block : document.blocks)
        std::visit(printer, block);
    return printer.out;
}

} // namespace ptf_fees::render
