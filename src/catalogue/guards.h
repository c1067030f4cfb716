#pragma once
// What is refused before the TOML parser sees it, because the parser is not safe on it.

#include "catalogue/report.h"

#include <string_view>

namespace ptf_fees::catalogue {

/// A dotted key may have so many parts, and brackets may be nested so deep.
inline constexpr std::size_t most_key_parts = 64;
inline constexpr std::size_t deepest_nesting = 64;
/// A file may have so many headers and dotted keys together: the parser takes quadratic time over them.
inline constexpr std::size_t most_headers = 10'000;

/// Reports the first reason not to parse `text`. Returns whether there is none. Linear in the size of the text.
[[nodiscard]] bool fit_to_parse(std::string_view text, Report& report);

} // namespace ptf_fees::catalogue
