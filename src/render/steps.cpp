// Floor 2: the geometry of a step chart. Logarithms are integers too, so that every machine draws the same picture.
#include "render/steps.h"

#include "text/decimal.h"

#include <algorithm>
#include <bit>

namespace ptf_fees::render {
namespace {

/// log2 of `figure` (1 or more) in 4096ths, rounded down: squaring the mantissa brings out one binary digit at a time.
std::int64_t log2_of(std::int64_t figure) {
    constexpr int fraction_digits = 12;
    const auto number = static_cast<std::uint64_t>(figure);
    const int whole = static_cast<int>(std::bit_width(number)) - 1;
    std::uint64_t mantissa = (number << static_cast<unsigned>(63 - whole)) >> 32U; // 2^31 up to 2^32
    std::int64_t logarithm = whole;
    for (int i = 0; i < fraction_digits; ++i) {
        mantissa = (mantissa * mantissa) >> 31U;
        const bool digit = mantissa >= (std::uint64_t{1} << 32U);
        logarithm = logarithm * 2 + (digit ? 1 : 0);
        mantissa >>= digit ? 1U : 0U;
    }
    return logarithm;
}

/// The place of `figure` on an axis of `width` units.
std::size_t position(const StepChart& chart, std::int64_t figure, std::size_t width) {
    const std::int64_t origin = log2_of(chart.first);
    const std::int64_t extent = std::max<std::int64_t>(log2_of(chart.last) - origin, 1);
    const std::int64_t along = log2_of(std::clamp(figure, chart.first, chart.last)) - origin;
    return static_cast<std::size_t>((along * static_cast<std::int64_t>(width) + extent / 2) / extent);
}

} // namespace

std::size_t step_of(const StepChart& chart, std::int64_t figure) {
    const auto beyond = std::ranges::find_if(chart.steps, [=](const Step& step) { return step.range.from > figure; });
    return static_cast<std::size_t>(beyond - chart.steps.begin()) - 1;
}

std::vector<std::size_t> step_edges(const StepChart& chart, std::size_t width, std::size_t least) {
    const std::size_t count = chart.steps.size();
    if (width < count * least)
        return {};
    std::vector<std::size_t> edges{0};
    for (std::size_t i = 1; i < count; ++i)
        edges.push_back(std::max(position(chart, chart.steps[i].range.from, width), edges.back() + least));
    edges.push_back(width);
    for (std::size_t i = count; i > 0; --i)
        edges[i - 1] = std::min(edges[i - 1], edges[i] - least);
    return edges;
}

std::size_t place_on(const StepChart& chart, std::span<const std::size_t> edges) {
    const std::size_t step = step_of(chart, *chart.place);
    return std::clamp(position(chart, *chart.place, edges.back()), edges[step],
                      std::max(edges[step], edges[step + 1] - 1));
}

Money highest_total(const StepChart& chart) {
    return std::ranges::max_element(chart.steps, {}, &Step::total)->total;
}

std::size_t share_of(Money part, Money whole, std::size_t units) {
    if (whole <= Money{})
        return 0;
    const text::wide scaled = text::wide{part.cents()} * static_cast<std::int64_t>(units);
    return static_cast<std::size_t>((scaled + whole.cents() / 2) / whole.cents());
}

std::vector<std::optional<std::size_t>> lines_for(std::span<const Label> labels, std::size_t lines, std::size_t gap) {
    std::vector<std::size_t> free_from(lines, 0);
    std::vector<std::optional<std::size_t>> chosen;
    for (const Label& label : labels) {
        const auto line = std::ranges::find_if(free_from, [&](std::size_t from) { return from <= label.start; });
        chosen.emplace_back();
        if (line == free_from.end())
            continue;
        *line = label.start + label.length + gap;
        chosen.back() = static_cast<std::size_t>(line - free_from.begin());
    }
    return chosen;
}

} // namespace ptf_fees::render
