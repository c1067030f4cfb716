#pragma once
// A merged table as a flight of steps: where each step begins on a logarithmic axis and how high it is. The picture in
// the terminal and the one on the page are drawn from the same numbers; amounts stay integers throughout.

#include "render/reply.h"

#include <span>
#include <vector>

namespace ptf_fees::render {

/// One interval of the merged table that has a total.
struct Step {
    BandRange range{};
    Money total{};
};

struct StepChart {
    std::vector<Step> steps{};           ///< at least two, lowest first, without a gap
    std::int64_t first = 1;              ///< the figure at the left end of the axis, 1 or more
    std::int64_t last = 1;               ///< the figure at its right end
    std::optional<std::int64_t> place{}; ///< the organisation's figure, where it lies on a step
};

/// The steps of `table`, with the place of `organization` among them. nullopt where there is nothing to draw: one price
/// for all, or totals that are not known.
[[nodiscard]] std::optional<StepChart> step_chart(const TierTable& table, const Organization& organization = {});

/// The index of the step that `figure` lies on. Precondition: not below the first step.
[[nodiscard]] std::size_t step_of(const StepChart& chart, std::int64_t figure);

/// Where each step begins on an axis of `width` units, and where the last one ends: one number more than there are
/// steps, rising by at least `least` each. Empty where the axis is too short for that.
[[nodiscard]] std::vector<std::size_t> step_edges(const StepChart& chart, std::size_t width, std::size_t least);

/// Where the organisation stands on the axis that `edges` divide: always inside its own step. Precondition: it has a
/// place.
[[nodiscard]] std::size_t place_on(const StepChart& chart, std::span<const std::size_t> edges);

/// The largest total of `chart`.
[[nodiscard]] Money highest_total(const StepChart& chart);

/// What `part` of `whole` is of `units`, rounded. Both are 0 or more; 0 where the whole is 0.
[[nodiscard]] std::size_t share_of(Money part, Money whole, std::size_t units);

/// A label on a line: where it would like to begin, and how long it is.
struct Label {
    std::size_t start = 0;
    std::size_t length = 0;
};

/// The line (from 0) on which each of `labels`, given from left to right, stands without touching another; nullopt
/// where none of `lines` has room for it.
[[nodiscard]] std::vector<std::optional<std::size_t>> lines_for(std::span<const Label> labels, std::size_t lines,
                                                                std::size_t gap);

} // namespace ptf_fees::render
