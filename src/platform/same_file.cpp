// Ground floor: device and inode say what a file is; a file to be made is its folder and its name.
#include "platform/same_file.h"

#include "platform/path.h"

#include <sys/stat.h>

namespace ptf_fees::platform {
namespace {

bool is_null_device(const struct stat& facts) {
    struct stat null{};
    return S_ISCHR(facts.st_mode) && ::stat("/dev/null", &null) == 0 && facts.st_rdev == null.st_rdev;
}

std::optional<FileIdentity> identity_from(const struct stat& facts) {
    if (S_ISDIR(facts.st_mode) || is_null_device(facts)) {
        return std::nullopt;
    }
    return FileIdentity{facts.st_dev, facts.st_ino, {}, S_ISCHR(facts.st_mode) || S_ISSOCK(facts.st_mode)};
}

} // namespace

std::optional<FileIdentity> identity_of(const std::filesystem::path& path) {
    struct stat facts{};
    if (::stat(path.c_str(), &facts) == 0) {
        return identity_from(facts);
    }
    const auto target = link_target(path);
    if (!target || ::stat(folder_of(*target).c_str(), &facts) != 0 || !S_ISDIR(facts.st_mode)) {
        return std::nullopt;
    }
    return FileIdentity{facts.st_dev, facts.st_ino, target->filename().string()};
}

std::optional<FileIdentity> identity_of(int descriptor) {
    struct stat facts{};
    return ::fstat(descriptor, &facts) == 0 ? identity_from(facts) : std::nullopt;
}

} // namespace ptf_fees::platform
