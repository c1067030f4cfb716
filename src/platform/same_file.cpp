// Ground floor: device and inode say what a file is; a file to be made is its folder and its name.
#include "platform/same_file.h"

#include <sys/stat.h>

namespace ptf_fees::platform {
namespace {

FileIdentity identity_from(const struct stat& facts) {
    return {facts.st_dev, facts.st_ino, {}};
}

std::optional<FileIdentity> identity_of_regular(const struct stat& facts) {
    return S_ISREG(facts.st_mode) ? std::optional{identity_from(facts)} : std::nullopt;
}

} // namespace

std::optional<FileIdentity> identity_of(const std::filesystem::path& path) {
    struct stat facts{};
    if (::stat(path.c_str(), &facts) == 0) {
        return identity_of_regular(facts);
    }
    std::error_code none;
    const auto next = std::filesystem::read_symlink(path, none);
    const auto target = none ? path : path.parent_path() / next;
    const auto folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path{"."};
    if (::stat(folder.c_str(), &facts) != 0 || !S_ISDIR(facts.st_mode)) {
        return std::nullopt;
    }
    return FileIdentity{facts.st_dev, facts.st_ino, target.filename().string()};
}

std::optional<FileIdentity> any_identity_of(int descriptor) {
    struct stat facts{};
    return ::fstat(descriptor, &facts) == 0 ? std::optional{identity_from(facts)} : std::nullopt;
}

std::optional<FileIdentity> identity_of(int descriptor) {
    struct stat facts{};
    return ::fstat(descriptor, &facts) == 0 ? identity_of_regular(facts) : std::nullopt;
}

} // namespace ptf_fees::platform
