// Ground floor: symbolic links, followed one at a time, because the last of them may lead to what does not exist yet,
// or through a name of a descriptor to the file that it is open on.
#include "platform/path.h"

#include <charconv>
#include <string>

namespace ptf_fees::platform {
namespace {

constexpr int most_links = 40;

/// Follows one link: false where `path` is not a link.
bool follow(std::filesystem::path& path) {
    std::error_code none;
    const auto next = std::filesystem::read_symlink(path, none);
    if (none) {
        return false;
    }
    path = path.parent_path() / next;
    return true;
}

} // namespace

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : ".";
}

std::optional<std::filesystem::path> link_target(std::filesystem::path path) {
    for (int link = 0; link < most_links; ++link) {
        if (!follow(path)) {
            return path;
        }
    }
    return std::nullopt;
}

std::optional<int> descriptor_named(std::filesystem::path path) {
    std::error_code none;
    const auto descriptors = std::filesystem::canonical("/dev/fd", none);
    for (int link = 0; link < most_links && !descriptors.empty(); ++link) {
        const std::string name = path.filename().string();
        int number = -1;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (error == std::errc{} && end == name.data() + name.size() && number >= 0 &&
            std::filesystem::canonical(folder_of(path), none) == descriptors) {
            return number;
        }
        if (!follow(path)) {
            break;
        }
    }
    return std::nullopt;
}

} // namespace ptf_fees::platform
