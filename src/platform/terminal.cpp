// Ground floor: what the operating system says of terminals and processors.
#include "platform/terminal.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <sys/ioctl.h>
#include <termios.h>
#include <thread>
#include <unistd.h>

namespace ptf_fees::platform {

bool is_terminal(int descriptor) noexcept {
    return ::isatty(descriptor) == 1;
}

bool takes_escapes(int descriptor) noexcept {
    const std::string_view type = environment("TERM");
    return is_terminal(descriptor) && !type.empty() && type != "dumb";
}

bool is_read_by_key(int descriptor) noexcept {
    struct termios modes{};
    return ::tcgetattr(descriptor, &modes) == 0 && (modes.c_lflag & ICANON) == 0;
}

std::string_view environment(const char* variable) noexcept {
    const char* value = std::getenv(variable);
    return value == nullptr ? std::string_view{} : value;
}

std::size_t columns(int descriptor) noexcept {
    constexpr std::size_t usual = 80;
    constexpr std::size_t most = 1000;
    struct winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0) {
        return size.ws_col == 0 ? usual : size.ws_col;
    }
    const std::string_view said = environment("COLUMNS");
    std::size_t columns = 0;
    const auto read = std::from_chars(said.data(), said.data() + said.size(), columns);
    const bool sensible = read.ec == std::errc{} && read.ptr == said.data() + said.size() && columns != 0;
    return sensible ? std::min(columns, most) : usual;
}

unsigned core_count() noexcept {
    return std::max(1U, std::thread::hardware_concurrency());
}

} // namespace ptf_fees::platform
