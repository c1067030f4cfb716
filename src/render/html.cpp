// Floor 2: prints a document as a page of HTML that is complete in itself: no script, no font, nothing to fetch.
#include "render/html.h"

#include "render/formats.h"
#include "text/escape.h"
#include "text/width.h"

#include <algorithm>
#include <utility>

namespace ptf_fees::render {
namespace {

using namespace document;

bool is_web_address(std::string_view url) {
    return (url.starts_with("https://") || url.starts_with("http://")) && text::printable(url) == url &&
           url.find_first_of(" <>\"'`\\") == std::string_view::npos;
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string{name} + "=\"" + shown(value) + "\"";
}

std::string_view look_of(Tone tone) {
    switch (tone) {
    case Tone::plain:
        return {};
    case Tone::strong:
    case Tone::warning:
        return "strong";
    case Tone::faint:
        return "soft";
    }
    return {};
}

/// How a table is set: numbers to the right, marks in the middle, or words.
std::string_view look_of(const Grid& grid) {
    const auto any = [&](Align align) {
        return std::ranges::find(grid.columns, align, &Column::align) != grid.columns.end();
    };
    return any(Align::center) ? "marks" : any(Align::right) ? "numbers" : "";
}

class Printer {
public:
    std::string page(const Document& document) {
        begin(document.title);
        for (const Block& block : document.blocks)
            std::visit(*this, block);
        end_section();
        for (const std::string_view tag : {"main", "body", "html"})
            html_.close(tag);
        return html_.take();
    }

    void operator()(const Title&) {} // printed first
    void operator()(const Gap&) {}
    void operator()(const Terms& terms) { html_.paragraph(terms.text, terms.replaced ? "terms replaced" : "terms"); }
    void operator()(const Heading& heading) {
        end_section();
        open_section();
        html_.element("h2", heading.text);
    }
    void operator()(const Paragraph& paragraph) {
        open_section();
        html_.paragraph(paragraph.text, look_of(paragraph.tone));
    }
    void operator()(const Result& result) {
        open_section();
        html_.markup("<p class=\"total\">" + shown(result.figure) + " <small>" + shown(result.unit) + "</small></p>");
    }
    void operator()(const Items& items) {
        if (items.texts.empty())
            return;
        open_section();
        const std::string_view tag = items.kind == Items::Kind::numbers ? "ol" : "ul";
        html_.open(tag, items.kind == Items::Kind::marks ? "class=\"plain\"" : "");
        for (std::size_t i = 0; i < items.texts.size(); ++i)
            html_.element("li", (items.kind == Items::Kind::marks ? items.marks[i] + " " : "") + items.texts[i]);
        html_.close(tag);
    }
    void operator()(const Link& link) {
        if (link.url.empty())
            return;
        open_section();
        html_.markup("<p>" + shown(link.label) + linked(link.url) + "</p>");
    }
    void operator()(const Facts& facts) {
        open_section();
        html_.open("dl");
        for (const Fact& fact : facts.facts) {
            html_.element("dt", fact.what);
            html_.element("dd", fact.value);
        }
        html_.close("dl");
    }
    void operator()(const Verbatim& verbatim) {
        open_section();
        html_.open("pre");
        for (std::size_t start = 0; start < verbatim.lines.size();) {
            const std::size_t end = std::min(verbatim.lines.find('\n', start), verbatim.lines.size());
            html_.markup(shown(std::string_view{verbatim.lines}.substr(start, end - start)));
            start = end + 1;
        }
        html_.close("pre");
    }
    void operator()(const StepChart& chart) {
        open_section();
        draw(html_, chart);
    }
    void operator()(const Grid& grid) {
        open_section();
        html_.open("div", "class=\"scroll\" role=\"region\" tabindex=\"0\" " + attribute("aria-label", grid.caption));
        const std::string_view look = look_of(grid);
        html_.open("table", look.empty() ? std::string{} : attribute("class", look));
        html_.element("caption", grid.caption);
        print_titles(grid);
        html_.open("tbody");
        for (std::size_t i = 0; i < grid.rows.size(); ++i)
            if (grid.rows[i].kind != Row::Kind::rule)
                print_row(grid, grid.rows[i], i > 0 && grid.rows[i - 1].kind == Row::Kind::rule);
        html_.close("tbody");
        html_.close("table");
        html_.close("div");
    }

private:
    void begin(const std::string& title) {
        html_.markup("<!DOCTYPE html>");
        html_.open("html", "lang=\"en\"");
        html_.open("head");
        html_.open("meta", "charset=\"utf-8\"");
        html_.open("meta", "name=\"viewport\" content=\"width=device-width, initial-scale=1\"");
        html_.open("meta", "name=\"color-scheme\" content=\"light dark\"");
        // Even if something slipped through, the browser would neither run nor fetch it.
        html_.open("meta", "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                           "'unsafe-inline'; img-src data:\"");
        html_.open("link", "rel=\"icon\" href=\"data:,\"");
        html_.element("title", title);
        html_.open("style");
        html_.markup(html_style());
        html_.close("style");
        html_.close("head");
        html_.open("body");
        html_.open("main");
        html_.element("h1", title);
    }

    void open_section() {
        if (!std::exchange(in_section_, true))
            html_.open("section");
    }

    void end_section() {
        if (std::exchange(in_section_, false))
            html_.close("section");
    }

    /// The columns that are columns here: a last one that folds is a remark on the row's first cell.
    static std::size_t columns_of(const Grid& grid) {
        return grid.columns.size() - (grid.columns.back().folds ? 1 : 0);
    }

    void print_titles(const Grid& grid) {
        html_.open("thead");
        html_.open("tr");
        for (std::size_t i = 0; i < columns_of(grid); ++i)
            html_.element("th", grid.columns[i].title,
                          grid.columns[i].emphasis ? "scope=\"col\" class=\"emphasis\"" : "scope=\"col\"");
        html_.close("tr");
        html_.close("thead");
    }

    void print_row(const Grid& grid, const Row& row, bool is_sum) {
        if (row.kind == Row::Kind::heading) {
            html_.open("tr", "class=\"group\"");
            html_.element("th", row.cells.front().text,
                          "scope=\"colgroup\" colspan=\"" + std::to_string(columns_of(grid)) + "\"");
            html_.close("tr");
            return;
        }
        html_.open("tr", row.here ? "class=\"here\" aria-current=\"true\"" : is_sum ? "class=\"total\"" : "");
        html_.markup("<th scope=\"row\">" + (row.here ? std::string{"● "} : "") + shown(row.cells.front().text) +
                     remarks(grid, row) + "</th>");
        for (std::size_t i = 1; i < columns_of(grid); ++i)
            html_.markup((grid.columns[i].emphasis ? "<td class=\"emphasis\">" : "<td>") + shown(row.cells[i].text) +
                         "</td>");
        html_.close("tr");
    }

    static std::string remarks(const Grid& grid, const Row& row) {
        std::string small;
        if (grid.columns.back().folds && !row.cells.back().text.empty())
            small += " <small>" + shown(row.cells.back().text) + "</small>";
        for (const Detail& detail : row.details)
            small += " <small>" + shown(detail.text) + (detail.url.empty() ? "" : linked(detail.url)) + "</small>";
        return small;
    }

    Html html_;
    bool in_section_ = false;
};

} // namespace

std::string shown(std::string_view text) {
    return text::html(text::printable(text));
}

std::string linked(std::string_view url) {
    return is_web_address(url) ? "<a " + attribute("href", url) + " rel=\"noreferrer\">" + shown(url) + "</a>"
                               : shown(url);
}

void Html::open(std::string_view tag, std::string_view attributes) {
    out_.append("<").append(tag);
    if (!attributes.empty())
        out_.append(" ").append(attributes);
    out_ += ">\n";
}

void Html::close(std::string_view tag) {
    out_.append("</").append(tag).append(">\n");
}

void Html::element(std::string_view tag, std::string_view text, std::string_view attributes) {
    out_.append("<").append(tag);
    if (!attributes.empty())
        out_.append(" ").append(attributes);
    out_.append(">").append(shown(text));
    close(tag);
}

void Html::paragraph(std::string_view text, std::string_view look) {
    if (!text.empty())
        element("p", text, look.empty() ? std::string{} : attribute("class", look));
}

void Html::markup(std::string_view markup) {
    out_.append(markup).append("\n");
}

std::string Html::take() {
    return std::exchange(out_, {});
}

std::string html(const Document& document) {
    return Printer{}.page(document);
}

} // namespace ptf_fees::render
