#pragma once
// Where a path leads.

#include <filesystem>
#include <optional>

namespace ptf_fees::platform {

/// The folder that `path` lies in: "." where it names none.
[[nodiscard]] std::filesystem::path folder_of(const std::filesystem::path& path);

/// Where `path` leads once its symbolic links are followed, also where nothing is there yet; nullopt where they go
/// round in a circle.
[[nodiscard]] std::optional<std::filesystem::path> link_target(std::filesystem::path path);

/// The descriptor that `path` is a name of (/dev/stdout, /dev/fd/3, or a link to one of them); nullopt: of none.
[[nodiscard]] std::optional<int> descriptor_named(std::filesystem::path path);

} // namespace ptf_fees::platform
