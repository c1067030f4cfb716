#pragma once
// A finding in a schedule file as people read it.

#include "ptf_fees/load.h"

#include <string>

namespace ptf_fees::text {

/// `file:line:column: severity: code: message`, then the source line with a caret below the column, then the remedy;
/// each line ended by a line feed. Plain text without colour; nothing in it drives a terminal. A long source line is
/// cut around the column.
[[nodiscard]] std::string to_text(const Finding& finding);

} // namespace ptf_fees::text
