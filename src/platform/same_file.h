#pragma once
// Whether two names mean one file.

#include <filesystem>
#include <optional>
#include <string>

namespace ptf_fees::platform {

/// What a file is, whatever it is called. Only regular files, and names where one would be made, have an identity.
struct FileIdentity {
    unsigned long long device = 0;
    unsigned long long inode = 0; ///< of the file, or of the folder that it would be made in
    std::string name{};           ///< empty unless the file does not exist yet

    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// The identity of `path` (symbolic links followed); nullopt for devices, pipes, folders and what cannot be reached.
[[nodiscard]] std::optional<FileIdentity> identity_of(const std::filesystem::path& path);

/// The identity of what a descriptor is open on.
[[nodiscard]] std::optional<FileIdentity> identity_of(int descriptor);

/// The same for anything that a descriptor may be open on: pipes, devices and terminals too.
[[nodiscard]] std::optional<FileIdentity> any_identity_of(int descriptor);

} // namespace ptf_fees::platform
