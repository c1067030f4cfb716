// Floor 2: the steps of a merged table as an SVG: charges stacked, the total on top, the organisation's place marked.
// Drawn twice, for a desk and for a phone, since text in a picture cannot flow; the style sheet shows one of them.
#include "render/html.h"
#include "render/steps.h"
#include "text/decimal.h"
#include "text/width.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::render {
namespace {

/// The measures of one drawing, in units of its view box.
struct Frame {
    std::string_view look;
    std::size_t width;
    std::size_t plot_height;
};

constexpr Frame wide{"wide", 720, 200};
constexpr Frame narrow{"narrow", 320, 180};
constexpr std::size_t margin = 8;
constexpr std::size_t top = 44;   ///< room for the organisation's label and the highest total's
constexpr std::size_t below = 44; ///< room for two lines of breakpoints
constexpr std::size_t line_height = 15;
constexpr std::size_t colours = 4;

/// What is drawn, with all that its parts need to know.
struct Drawing {
    const StepChart& chart;
    Frame frame;
    std::vector<std::size_t> edges;
};

/// The width of `words` in 12-pixel letters, bold ones of a wide face too.
std::size_t text_width(std::string_view words) {
    const auto marks =
        static_cast<std::size_t>(std::ranges::count_if(words, [](char c) { return c == ',' || c == '.'; }));
    return text::display_width(words) * 8 - marks * 4 + 2;
}

std::size_t bottom_of(const Frame& frame) {
    return top + frame.plot_height;
}

std::size_t x_of(const Drawing& drawing, std::size_t edge) {
    return margin + drawing.edges[edge];
}

std::size_t y_of(const Drawing& drawing, Money amount) {
    return bottom_of(drawing.frame) - share_of(amount, highest_total(drawing.chart), drawing.frame.plot_height);
}

std::string attributes(std::initializer_list<std::pair<std::string_view, std::size_t>> numbers) {
    std::string out;
    for (const auto& [name, number] : numbers)
        out += " " + std::string{name} + "=\"" + std::to_string(number) + "\"";
    return out;
}

std::string line(std::string_view look, std::size_t x1, std::size_t y1, std::size_t x2, std::size_t y2) {
    return "<line class=\"" + std::string{look} + "\"" + attributes({{"x1", x1}, {"y1", y1}, {"x2", x2}, {"y2", y2}}) +
           "/>";
}

std::string words_at(std::string_view look, std::size_t x, std::size_t y, std::string_view words) {
    return "<text class=\"" + std::string{look} + "\"" + attributes({{"x", x}, {"y", y}}) + ">" + shown(words) +
           "</text>";
}

/// What step `index` is made of, one part on the other.
void draw_parts(Html& html, const Drawing& drawing, std::size_t index) {
    Money sum;
    std::size_t colour = 0;
    for (const Money part : drawing.chart.steps[index].parts) {
        const std::size_t lower = y_of(drawing, sum);
        sum = sum + part;
        const std::size_t upper = y_of(drawing, sum);
        if (upper < lower)
            html.markup("<rect class=\"b" + std::to_string(colour % colours) + "\"" +
                        attributes({{"x", x_of(drawing, index)},
                                    {"y", upper},
                                    {"width", drawing.edges[index + 1] - drawing.edges[index]},
                                    {"height", lower - upper}}) +
                        "/>");
        ++colour;
    }
}

void draw_areas(Html& html, const Drawing& drawing) {
    std::string path;
    for (std::size_t i = 0; i < drawing.chart.steps.size(); ++i) {
        draw_parts(html, drawing, i);
        const std::string y = std::to_string(y_of(drawing, drawing.chart.steps[i].total));
        path += i == 0 ? "M" + std::to_string(x_of(drawing, 0)) + " " + y : "V" + y;
        path += "H" + std::to_string(x_of(drawing, i + 1));
    }
    for (std::size_t i = 1; i < drawing.chart.steps.size(); ++i)
        html.markup(line("edge", x_of(drawing, i), y_of(drawing, drawing.chart.steps[i].total), x_of(drawing, i),
                         bottom_of(drawing.frame)));
    html.markup("<path class=\"top\" d=\"" + path + "\"/>");
}

void draw_axis(Html& html, const Drawing& drawing) {
    const std::size_t axis = bottom_of(drawing.frame);
    html.markup(line("axis", margin, axis, x_of(drawing, drawing.chart.steps.size()), axis));
    std::vector<Label> labels;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < drawing.chart.steps.size(); ++i) {
        words.push_back(drawing.chart.steps[i].label);
        const std::size_t width = text_width(words.back());
        const std::size_t wanted = x_of(drawing, i) - std::min(x_of(drawing, i), i == 0 ? 0 : width / 2);
        labels.push_back({std::min(wanted, drawing.frame.width - std::min(drawing.frame.width, width)), width});
        html.markup(line("axis", x_of(drawing, i), axis, x_of(drawing, i), axis + 5));
    }
    constexpr std::size_t gap = 6;
    const auto lines = lines_for(labels, 2, gap);
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (lines[i])
            html.markup(words_at("cut", labels[i].start, axis + 18 + *lines[i] * line_height, words[i]));
}

std::string total_words(const Drawing& drawing, std::size_t step) {
    return text::for_people(drawing.chart.steps[step].total, drawing.chart.currency);
}

/// Whether the total of a step fits the width of the step.
bool has_room_for_total(const Drawing& drawing, std::size_t step) {
    return text_width(total_words(drawing, step)) <= drawing.edges[step + 1] - drawing.edges[step];
}

/// Each total over its own step. Where it would reach over another it is left out: the table below has them all.
void draw_totals(Html& html, const Drawing& drawing) {
    for (std::size_t i = 0; i < drawing.chart.steps.size(); ++i) {
        if (!has_room_for_total(drawing, i))
            continue;
        const std::string words = total_words(drawing, i);
        const std::size_t room = drawing.edges[i + 1] - drawing.edges[i] - text_width(words);
        const bool here = drawing.chart.place && step_of(drawing.chart, *drawing.chart.place) == i;
        html.markup(words_at(here ? "strong" : "plain-label", x_of(drawing, i) + room / 2,
                             y_of(drawing, drawing.chart.steps[i].total) - 8, words));
    }
}

/// The organisation's place on its step, named above the chart, with its total where the step has no room for it.
void draw_place(Html& html, const Drawing& drawing) {
    if (!drawing.chart.place)
        return;
    const std::size_t step = step_of(drawing.chart, *drawing.chart.place);
    const std::size_t x = margin + place_on(drawing.chart, drawing.edges);
    const std::size_t y = y_of(drawing, drawing.chart.steps[step].total);
    const std::string words =
        drawing.chart.place_label + (has_room_for_total(drawing, step) ? "" : ": " + total_words(drawing, step));
    const std::size_t width = text_width(words);
    const std::size_t left =
        std::min(x - std::min(x, width / 2), drawing.frame.width - std::min(drawing.frame.width, width));
    html.markup(line("plumb", x, line_height + 3, x, bottom_of(drawing.frame)));
    html.markup(words_at("strong", left, line_height - 3, words));
    html.markup("<circle class=\"place\"" + attributes({{"cx", x}, {"cy", y}, {"r", 6}}) + "/>");
}

/// The chart in words, for one who hears the page.
std::string description(const Drawing& drawing) {
    std::vector<std::string> steps;
    for (const Step& step : drawing.chart.steps)
        steps.push_back(text::band_words(step.range, drawing.chart.currency) + " " +
                        text::for_people(step.total, drawing.chart.currency));
    std::string words = "The steps are " + text::listed(steps) + ".";
    if (drawing.chart.place)
        words += " The organisation is at " + drawing.chart.place_label + ".";
    return words;
}

void draw_frame(Html& html, const Drawing& drawing) {
    const std::string id = std::to_string(html.next_id());
    const Frame& frame = drawing.frame;
    html.open("svg", "class=\"" + std::string{frame.look} + "\" role=\"img\" viewBox=\"0 0 " +
                         std::to_string(frame.width) + " " + std::to_string(bottom_of(frame) + below) +
                         "\" aria-labelledby=\"title-" + id + " desc-" + id + "\"");
    html.element("title", drawing.chart.subject + ": " + drawing.chart.title, "id=\"title-" + id + "\"");
    html.element("desc", description(drawing), "id=\"desc-" + id + "\"");
    draw_areas(html, drawing);
    draw_axis(html, drawing);
    draw_place(html, drawing);
    draw_totals(html, drawing);
    html.close("svg");
}

void write_legend(Html& html, const StepChart& chart) {
    html.open("ul", "class=\"legend\"");
    std::size_t colour = 0;
    for (const std::string& part : chart.parts)
        html.markup("<li><span class=\"swatch b" + std::to_string(colour++ % colours) + "\"></span>" + shown(part) +
                    "</li>");
    html.close("ul");
}

} // namespace

void draw(Html& html, const StepChart& chart) {
    html.open("figure");
    html.element("figcaption", chart.title + ".");
    for (const Frame& frame : {wide, narrow}) {
        auto edges = step_edges(chart, frame.width - 2 * margin, 1);
        if (!edges.empty())
            draw_frame(html, {chart, frame, std::move(edges)});
    }
    write_legend(html, chart);
    html.close("figure");
}

} // namespace ptf_fees::render
