#pragma once
// Whether two names mean one file.

#include <filesystem>
#include <optional>
#include <string>

namespace ptf_fees::platform {

/// What a file, pipe or device is, whatever it is called; also a file that does not exist yet.
struct FileIdentity {
    unsigned long long device = 0;
    unsigned long long inode = 0; ///< of the file, or of the folder that it would be made in
    std::string name{};           ///< empty unless the file does not exist yet
    bool two_way = false;         ///< a terminal or socket: what is written there is not what is read there

    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// The identity of `path` (symbolic links followed); nullopt for folders, for what cannot be reached, and for the null
/// device, where nothing can be mixed up.
[[nodiscard]] std::optional<FileIdentity> identity_of(const std::filesystem::path& path);

/// The identity of what a descriptor is open on.
[[nodiscard]] std::optional<FileIdentity> identity_of(int descriptor);

} // namespace ptf_fees::platform
