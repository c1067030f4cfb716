#pragma once
// Room on disk that nobody sees: a file without a name, gone with its descriptor.

#include "platform/descriptor.h"

#include <expected>
#include <filesystem>
#include <optional>

namespace ptf_fees::platform {

/// An empty file without a name, open for reading and writing, on the file system of `folder`; nullopt: the system's
/// folder for temporary files. Nothing is left of it, however the program ends.
[[nodiscard]] std::expected<Descriptor, SystemError> open_scratch(const std::optional<std::filesystem::path>& folder);

/// The system's folder for temporary files.
[[nodiscard]] std::filesystem::path temporary_folder();

} // namespace ptf_fees::platform
