#pragma once
// What someone probably meant by words that have no place on the command line.

#include "cli/described.h"

#include <optional>
#include <span>
#include <string>

namespace ptf_fees::cli {

/// The option that `typed` is when dashes, case, '_' and what stands behind its name are forgiven ("-employees",
/// "/employees:5", "employees=5"), or nullptr.
[[nodiscard]] const DescribedOption* intended_option(const DescribedCommand& command, std::string_view typed);

/// The option whose value `typed` can be ("general" is a tier, "500" a headcount), or nullptr. Of several, the one with
/// the fewest values: "nonprofit" is a tier somewhere, and a type of organisation everywhere.
[[nodiscard]] const DescribedOption* option_for_value(const DescribedCommand& command, std::string_view typed);

/// Whether `typed` is one of the known values of an argument of `command` ("ptf-2026-01" of 'schedule show').
[[nodiscard]] bool is_argument(const DescribedCommand& command, std::string_view typed);

/// The whole command line with `words` put into their places behind `command`, or nullopt where one of them has none
/// or would have to be quoted for a shell.
[[nodiscard]] std::optional<std::string> placed(const DescribedCommand& command, std::span<const std::string> words);

} // namespace ptf_fees::cli
