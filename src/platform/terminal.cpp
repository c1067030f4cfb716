// Ground floor: what the operating system says of terminals and processors.
#include "platform/terminal.h"

#include <algorithm>
#include <sys/ioctl.h>
#include <thread>
#include <unistd.h>

namespace ptf_fees::platform {

bool is_terminal(int descriptor) noexcept {
    return ::isatty(descriptor) == 1;
}

std::size_t columns(int descriptor) noexcept {
    constexpr std::size_t usual = 80;
    struct winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return usual;
    }
    return size.ws_col;
}

unsigned core_count() noexcept {
    return std::max(1U, std::thread::hardware_concurrency());
}

} // namespace ptf_fees::platform
