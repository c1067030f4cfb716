#pragma once
// The command line before CLI11 sees it.

#include <span>
#include <string>
#include <vector>

namespace ptf_fees::cli {

/// The arguments after the program's name, with `--lf-member` given its value: the next argument where that is yes, no,
/// true, false, 1 or 0 (in any case), else yes. CLI11 would let an option with an optional value swallow whatever
/// follows.
[[nodiscard]] std::vector<std::string> normalized(std::span<char* const> arguments);

/// Whether errors are to be JSON: the last --format says json. Looked at before parsing, since parsing may be what
/// fails.
[[nodiscard]] bool asks_for_json(std::span<const std::string> arguments);

} // namespace ptf_fees::cli
