// Floor 2: the steps of a merged table drawn with characters: one line for each level, more where the rise is steep.
#include "render/page.h"
#include "render/steps.h"
#include "text/decimal.h"
#include "text/width.h"

#include <algorithm>

namespace ptf_fees::render {
namespace {

constexpr std::size_t margin = 2;
constexpr std::size_t least_step = 3;
constexpr std::size_t least_plot = 12;
constexpr std::size_t rise_in_lines = 7; ///< from the lowest level to the highest, where no level is too near the next

/// What the picture is drawn with.
struct Pen {
    std::string_view level, rise, up_from, up_to, down_from, down_to, axis, axis_level, axis_corner, tick, place;
};

constexpr Pen unicode_pen{"─", "│", "┘", "┌", "┐", "└", "│", "┤", "└", "┴", "●"};
constexpr Pen ascii_pen{"-", "|", "+", "+", "+", "+", "|", "+", "+", "+", "*"};

using Canvas = std::vector<std::vector<std::string_view>>;

/// `words` as they are, or where only ASCII is wanted with the currency's code in place of its sign.
std::string label_words(const std::string& words, std::string_view currency, bool unicode) {
    const bool ascii = std::ranges::all_of(words, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return unicode || ascii ? words : std::string{currency} + " " + words.substr(words.find_first_of("0123456789"));
}

/// The totals that occur, lowest first, each with its line counted from the bottom.
struct Level {
    Money total{};
    std::size_t line = 0;
};

std::vector<Level> levels_of(const StepChart& chart) {
    std::vector<Level> levels;
    for (const Step& step : chart.steps)
        levels.push_back({step.total});
    std::ranges::sort(levels, {}, &Level::total);
    const auto repeated = std::ranges::unique(levels, {}, &Level::total);
    levels.erase(repeated.begin(), repeated.end());
    const Money span = levels.back().total - levels.front().total;
    for (std::size_t i = 1; i < levels.size(); ++i)
        levels[i].line = levels[i - 1].line +
                         std::max<std::size_t>(1, share_of(levels[i].total - levels[i - 1].total, span, rise_in_lines));
    return levels;
}

std::size_t line_of(const std::vector<Level>& levels, Money total) {
    return std::ranges::find(levels, total, &Level::total)->line;
}

/// The vertical stroke at column `at` from one line of the canvas to another.
void draw_rise(Canvas& canvas, const Pen& pen, std::size_t at, std::size_t from, std::size_t to) {
    for (std::size_t line = std::min(from, to) + 1; line < std::max(from, to); ++line)
        canvas[line][at] = pen.rise;
    canvas[from][at] = to > from ? pen.up_from : pen.down_from;
    canvas[to][at] = to > from ? pen.up_to : pen.down_to;
}

/// The lines of the picture, the lowest first.
Canvas drawn(const StepChart& chart, const std::vector<Level>& levels, const std::vector<std::size_t>& edges,
             const Pen& pen) {
    Canvas canvas(levels.back().line + 1, std::vector<std::string_view>(edges.back(), " "));
    for (std::size_t i = 0; i < chart.steps.size(); ++i) {
        const std::size_t line = line_of(levels, chart.steps[i].total);
        for (std::size_t at = edges[i]; at < edges[i + 1]; ++at)
            canvas[line][at] = pen.level;
        if (i > 0 && chart.steps[i].total != chart.steps[i - 1].total)
            draw_rise(canvas, pen, edges[i], line_of(levels, chart.steps[i - 1].total), line);
    }
    if (chart.place) {
        const std::size_t step = step_of(chart, *chart.place);
        const std::size_t corner = step > 0 ? 1 : 0;
        canvas[line_of(levels, chart.steps[step].total)][std::max(place_on(chart, edges), edges[step] + corner)] =
            pen.place;
    }
    return canvas;
}

std::string without_end(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

void add_line(Page& page, const std::string& line) {
    page.verbatim(without_end(std::string(margin, ' ') + line) + "\n");
}

void write_levels(Page& page, const Canvas& canvas, const std::vector<Level>& levels,
                  const std::vector<std::string>& names, const Pen& pen, std::size_t names_width) {
    for (std::size_t line = canvas.size(); line-- > 0;) {
        const auto level = std::ranges::find(levels, line, &Level::line);
        const bool named = level != levels.end();
        const std::string name = named ? names[static_cast<std::size_t>(level - levels.begin())] : std::string{};
        std::string strokes;
        for (const std::string_view stroke : canvas[line])
            strokes += stroke == pen.place ? painted(stroke, Tone::warning, page.color()) : std::string{stroke};
        add_line(page,
                 text::pad_left(name, names_width) + " " + std::string{named ? pen.axis_level : pen.axis} + strokes);
    }
}

void write_axis(Page& page, const StepChart& chart, const std::vector<std::size_t>& edges, const Pen& pen,
                std::size_t names_width) {
    std::string axis(names_width + 1, ' ');
    axis += pen.axis_corner;
    for (std::size_t at = 0; at < edges.back(); ++at)
        axis += at == 0 || std::ranges::find(edges, at) == edges.end() ? pen.level : pen.tick;
    add_line(page, axis);

    std::vector<Label> labels;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < chart.steps.size(); ++i) {
        words.push_back(label_words(chart.steps[i].label, chart.currency, page.unicode()));
        const std::size_t length = text::display_width(words.back());
        labels.push_back({std::min(edges[i], edges.back() - std::min(edges.back(), length)), length});
    }
    constexpr std::size_t label_lines = 2;
    const auto lines = lines_for(labels, label_lines, 1);
    for (std::size_t line = 0; line < label_lines; ++line) {
        std::string out;
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (lines[i] == line)
                out = text::pad_right(out, names_width + 2 + labels[i].start) + words[i];
        if (!out.empty())
            add_line(page, out);
    }
}

} // namespace

void Page::chart(const StepChart& chart) {
    const Pen& pen = unicode_ ? unicode_pen : ascii_pen;
    const std::vector<Level> levels = levels_of(chart);
    const auto shown = [&](const std::string& words) { return label_words(words, chart.currency, unicode_); };
    std::vector<std::string> names;
    std::size_t names_width = 0;
    for (const Level& level : levels) {
        names.push_back(shown(text::for_people(level.total, chart.currency)));
        names_width = std::max(names_width, text::display_width(names.back()));
    }
    const std::size_t taken = margin + names_width + 2; // a blank and the axis
    if (width_ < taken + least_plot)
        return;
    const std::vector<std::size_t> edges = step_edges(chart, width_ - taken, least_step);
    if (edges.empty())
        return;
    paragraph(chart.title, Tone::faint, margin);
    write_levels(*this, drawn(chart, levels, edges, pen), levels, names, pen, names_width);
    write_axis(*this, chart, edges, pen, names_width);
    if (chart.place) {
        const Step& step = chart.steps[step_of(chart, *chart.place)];
        paragraph(shown(chart.place_label) + ": " + shown(text::for_people(step.total, chart.currency)), Tone::plain,
                  margin, std::string{pen.place} + " ");
    }
    blank();
}

} // namespace ptf_fees::render
