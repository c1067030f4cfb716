// Ground floor: files that never have a name, or lose it before a signal can come between.
#include "platform/scratch.h"

#include "platform/signals.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace ptf_fees::platform {

std::filesystem::path temporary_folder() {
    std::error_code none;
    auto folder = std::filesystem::temp_directory_path(none);
    return none ? std::filesystem::path{"/tmp"} : folder;
}

std::expected<Descriptor, SystemError> open_scratch(const std::optional<std::filesystem::path>& folder) {
    const std::filesystem::path place = folder ? *folder : temporary_folder();
    int number = -1;
#ifdef O_TMPFILE
    number = ::open(place.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#endif
    if (number < 0) { // not every file system has it
        std::string name = place / ".ptf-fees.XXXXXX";
        const SignalsHeld held;
        number = ::mkostemp(name.data(), O_CLOEXEC);
        if (number < 0) {
            return std::unexpected{system_error(errno, "write", place.string())};
        }
        ::unlink(name.c_str());
    }
    return Descriptor{number};
}

} // namespace ptf_fees::platform
