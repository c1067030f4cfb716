#pragma once
// Aligned columns for a terminal, that fold into blocks if there is no room for them.

#include "document/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::render {

using document::Tone;

/// `text` in that tone's colour, or as it is where `color` is false.
[[nodiscard]] std::string painted(std::string_view text, Tone tone, bool color);

/// The lines of `grid`, none wider than `width` but by a word that cannot be broken, and without blanks at their ends.
/// Every cell passes through text::printable. Where even wrapped columns do not fit, each row becomes a block.
[[nodiscard]] std::vector<std::string> laid_out(const document::Grid& grid, std::size_t width, bool color);

} // namespace ptf_fees::render
