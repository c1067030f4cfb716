// Floor 2: the HTML format: its blocks and its frame. A page stands alone: no script, no font, nothing to fetch.
#include "render/html.h"
#include "render/formats.h"
#include "text/escape.h"
#include "text/width.h"

#include <utility>

namespace ptf_fees::render {
namespace {

bool is_web_address(std::string_view url) {
    return (url.starts_with("https://") || url.starts_with("http://")) && text::printable(url) == url &&
           url.find_first_of(" <>\"'`\\") == std::string_view::npos;
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string{name} + "=\"" + shown(value) + "\"";
}

void write_cell(Html& html, const HtmlTable& table, const HtmlRow& row, std::size_t column) {
    const HtmlCell& cell = row.cells[column];
    std::string look;
    if (table.emphasis == column)
        look = " class=\"emphasis\"";
    std::string content = shown(cell.text);
    if (!cell.remark.empty())
        content += " <small>" + shown(cell.remark) + "</small>";
    const bool heads = column == 0;
    html.markup((heads ? "<th scope=\"row\"" + look + ">" : "<td" + look + ">") + content +
                (heads ? "</th>" : "</td>"));
}

void write_row(Html& html, const HtmlTable& table, const HtmlRow& row) {
    if (row.look == "group") {
        const std::size_t columns = table.header.empty() ? 1 : table.header.size();
        html.open("tr", "class=\"group\"");
        html.element("th", row.cells.front().text, "scope=\"colgroup\" colspan=\"" + std::to_string(columns) + "\"");
        html.close("tr");
        return;
    }
    html.open("tr", row.look.empty()     ? std::string{}
                    : row.look == "here" ? "class=\"here\" aria-current=\"true\""
                                         : attribute("class", row.look));
    for (std::size_t column = 0; column < row.cells.size(); ++column)
        write_cell(html, table, row, column);
    html.close("tr");
}

} // namespace

std::string shown(std::string_view text) {
    return text::html(text::printable(text));
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

void Html::section(std::string_view title) {
    open("section");
    element("h2", title);
}

void Html::paragraph(std::string_view text, std::string_view look) {
    if (!text.empty())
        element("p", text, look.empty() ? std::string{} : attribute("class", look));
}

void Html::bullets(std::span<const std::string> items) {
    if (items.empty())
        return;
    open("ul");
    for (const std::string& item : items)
        element("li", item);
    close("ul");
}

void Html::link(std::string_view url) {
    if (is_web_address(url))
        element("a", url, attribute("href", url) + " rel=\"noreferrer\"");
    else
        out_ += shown(url) + "\n";
}

void Html::table(const HtmlTable& table) {
    open("div", "class=\"scroll\" role=\"region\" tabindex=\"0\" " + attribute("aria-label", table.caption));
    open("table", table.look.empty() ? std::string{} : attribute("class", table.look));
    element("caption", table.caption);
    if (!table.header.empty()) {
        open("thead");
        open("tr");
        for (std::size_t i = 0; i < table.header.size(); ++i)
            element("th", table.header[i], table.emphasis == i ? "scope=\"col\" class=\"emphasis\"" : "scope=\"col\"");
        close("tr");
        close("thead");
    }
    open("tbody");
    for (const HtmlRow& row : table.rows)
        write_row(*this, table, row);
    close("tbody");
    close("table");
    close("div");
}

void Html::markup(std::string_view markup) {
    out_.append(markup).append("\n");
}

std::string Html::take() {
    return std::exchange(out_, {});
}

std::string html(const Reply& reply, const Style&) {
    Html html;
    const std::string title = std::visit([](const auto& answer) { return html_title(answer); }, reply);
    html.markup("<!DOCTYPE html>");
    html.open("html", "lang=\"en\"");
    html.open("head");
    html.open("meta", "charset=\"utf-8\"");
    html.open("meta", "name=\"viewport\" content=\"width=device-width, initial-scale=1\"");
    html.open("meta", "name=\"color-scheme\" content=\"light dark\"");
    // Belt and braces: even if something slipped through, the browser would neither run nor fetch it.
    html.open("meta", "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                      "img-src data:\"");
    html.open("link", "rel=\"icon\" href=\"data:,\"");
    html.element("title", title);
    html.open("style");
    html.markup(html_style());
    html.close("style");
    html.close("head");
    html.open("body");
    html.open("main");
    html.element("h1", title);
    std::visit([&](const auto& answer) { write_html(html, answer); }, reply);
    html.close("main");
    html.close("body");
    html.close("html");
    return html.take();
}

} // namespace ptf_fees::render
