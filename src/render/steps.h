#pragma once
// The geometry of a step chart: where each step begins on a logarithmic axis and how high it is. The picture in the
// terminal and the one on the page are drawn from the same numbers; amounts stay integers throughout.

#include "document/document.h"

#include <span>
#include <vector>

namespace ptf_fees::render {

using document::Step;
using document::StepChart;

/// The index of the step that `figure` lies on. Precondition: not below the first step.
[[nodiscard]] std::size_t step_of(const StepChart& chart, std::int64_t figure);

/// Where each step begins on an axis of `width` units, and where the last one ends: one number more than there are
/// steps, rising by at least `least` each. Empty where the axis is too short for that.
[[nodiscard]] std::vector<std::size_t> step_edges(const StepChart& chart, std::size_t width, std::size_t least);

/// Where the organisation is on the axis that `edges` divide: always inside its own step. Precondition: it has a
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

/// The line (from 0) on which each of `labels`, given from left to right, is placed without touching another; nullopt
/// where none of `lines` has room for it.
[[nodiscard]] std::vector<std::optional<std::size_t>> lines_for(std::span<const Label> labels, std::size_t lines,
                                                                std::size_t gap);

} // namespace ptf_fees::render
