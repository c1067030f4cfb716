#pragma once
// What may come before the header of a table: a line that names the separator, and lines that are not part of it.

#include "batch/source.h"

#include <expected>
#include <optional>
#include <string>

namespace ptf_fees::batch {

/// Takes a first line `sep=X` off the input into `source`, and after it the lines of --skip.
[[nodiscard]] std::expected<void, Refusal> take_preamble(Source& source, const Options& options);

/// Where the header of `source`, in which used columns are missing, probably is: between other separators, or further
/// down. A sentence with the option that takes it; nullopt where no line looks like one.
[[nodiscard]] std::optional<std::string> header_elsewhere(Source& source, const Options& options);

} // namespace ptf_fees::batch
