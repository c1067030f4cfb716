// Ground floor: opening, reading and writing on descriptors, with EINTR and short transfers repeated in one place.
#include "platform/descriptor.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace ptf_fees::platform {
namespace {

/// Whether a call that failed with `error` may be repeated. Waits for a descriptor that somebody has made non-blocking.
bool worth_repeating(int error, int descriptor, short event) noexcept {
    if (error == EAGAIN) {
        pollfd ready{descriptor, event, 0};
        ::poll(&ready, 1, -1);
        return true;
    }
    return error == EINTR;
}

SystemError shortened(const Input& input) {
    return {EIO, "cannot read '" + input.name + "': it was shortened while it was read, from " +
                     std::to_string(*input.size) + " bytes to " + std::to_string(input.read) +
                     ": run the command again once nothing writes to it"};
}

} // namespace

SystemError system_error(int code, std::string_view doing, std::string_view name) {
    const bool is_path = name != standard_input_name && name != standard_output_name;
    const std::string_view quote = is_path ? "'" : "";
    std::string message = "cannot ";
    message.append(doing).append(" ").append(quote).append(name).append(quote).append(": ");
    return {code, message + std::generic_category().message(code)};
}

bool is_closed_pipe(const SystemError& error) noexcept {
    return error.code == EPIPE;
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    std::swap(close_, other.close_);
    return *this;
}

Descriptor::~Descriptor() {
    if (number_ >= 0 && close_) {
        ::close(number_);
    }
}

std::expected<Input, SystemError> open_input(const std::filesystem::path& path) {
    const bool standard = path == "-";
    Input input{Descriptor{STDIN_FILENO, false}, standard ? std::string{standard_input_name} : path.string()};
    if (!standard) {
        int number = -1;
        do {
            number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        } while (number < 0 && errno == EINTR);
        if (number < 0) {
            return std::unexpected{system_error(errno, "read", input.name)};
        }
        input.descriptor = Descriptor{number};
    }
    struct stat facts{};
    if (::fstat(input.descriptor.number(), &facts) != 0) {
        return std::unexpected{system_error(errno, "read", input.name)};
    }
    if (S_ISDIR(facts.st_mode)) {
        return std::unexpected{system_error(EISDIR, "read", input.name)};
    }
    if (S_ISREG(facts.st_mode) && ::lseek(input.descriptor.number(), 0, SEEK_CUR) == 0) {
        input.size = static_cast<unsigned long long>(facts.st_size);
    }
    return input;
}

std::expected<std::size_t, SystemError> read_some(Input& input, std::span<char> into) {
    while (true) {
        const ssize_t got = ::read(input.descriptor.number(), into.data(), into.size());
        if (got == 0 && !into.empty() && input.read < input.size.value_or(0)) {
            return std::unexpected{shortened(input)};
        }
        if (got >= 0) {
            input.read += static_cast<std::size_t>(got);
            return static_cast<std::size_t>(got);
        }
        if (const int error = errno; !worth_repeating(error, input.descriptor.number(), POLLIN)) {
            return std::unexpected{system_error(error, "read", input.name)};
        }
    }
}

std::expected<std::size_t, SystemError> read_full(Input& input, std::span<char> into) {
    std::size_t filled = 0;
    while (filled < into.size()) {
        const auto got = read_some(input, into.subspan(filled));
        if (!got) {
            return got;
        }
        if (*got == 0) {
            break;
        }
        filled += *got;
    }
    return filled;
}

int write_all(int descriptor, std::string_view bytes) noexcept {
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(put));
        } else if (put == 0) {
            return EIO;
        } else if (const int error = errno; !worth_repeating(error, descriptor, POLLOUT)) {
            return error;
        }
    }
    return 0;
}

} // namespace ptf_fees::platform
