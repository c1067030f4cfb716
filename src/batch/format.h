#pragma once
// Which format a file has.

#include "batch/batch.h"

namespace ptf_fees::batch {

/// The format among `names` that the ending of a file's name says, or nullopt.
[[nodiscard]] std::optional<FileFormat> format_by_ending(const std::filesystem::path& path,
                                                         std::span<const std::string_view> names);

} // namespace ptf_fees::batch
