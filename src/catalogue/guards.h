#pragma once
// What is refused before the TOML parser sees it, because the parser is not safe on it.

#include "catalogue/report.h"

#include <string_view>

namespace ptf_fees::catalogue {

/// The most parts of a dotted key, and the deepest nesting of brackets.
inline constexpr std::size_t most_key_parts = 64;
inline constexpr std::size_t deepest_nesting = 64;
/// The most headers and dotted keys together that a file may have: the parser takes quadratic time over them.
inline constexpr std::size_t most_headers = 10'000;

/// Reports the first reason not to parse `text`. Returns whether there is none. Linear in the size of the text.
[[nodiscard]] bool fit_to_parse(std::string_view text, Report& report);

} // namespace ptf_fees::catalogue
