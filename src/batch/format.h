#pragma once
// Which format a file has.

#include "batch/batch.h"

namespace ptf_fees::batch {

/// The format that the ending of a file's name says, or nullopt.
[[nodiscard]] std::optional<FileFormat> format_by_ending(const std::filesystem::path& path);

} // namespace ptf_fees::batch
