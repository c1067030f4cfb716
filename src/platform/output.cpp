// Ground floor: atomic replacement of files. The temporary file is registered while signals are held, so that none is
// left behind.
#include "platform/output.h"

#include "platform/path.h"
#include "platform/signals.h"
#include "platform/temporaries.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ptf_fees::platform {
namespace {

/// A name beside `target` that nobody else uses: hidden, short enough for any file system.
std::filesystem::path temporary_name(const std::filesystem::path& target, int attempt) {
    constexpr std::size_t longest_stem = 100;
    const std::string stem = target.filename().string().substr(0, longest_stem);
    return target.parent_path() /
           ("." + stem + "." + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp");
}

/// What is said where the folder of `target` takes no new file: its name too, since it is the folder that is refused.
SystemError no_file_beside(const std::filesystem::path& target, const std::string& name, int error) {
    std::error_code none;
    const auto folder = target.has_parent_path() ? target.parent_path() : std::filesystem::current_path(none);
    const SystemError refused = system_error(error, "create a file in the folder", folder.string());
    return {error, "cannot write '" + name + "': " + refused.message};
}

int open_repeating(const std::filesystem::path& path, int flags, mode_t mode) {
    int number = -1;
    do {
        number = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    } while (number < 0 && errno == EINTR);
    return number;
}

/// A copy of a descriptor that the program was started with; -1 and errno where `number` is not one. (Those that it
/// opens itself are closed on exec.)
int copy_of_inherited(int number) noexcept {
    const int flags = ::fcntl(number, F_GETFD);
    if (flags >= 0 && (flags & FD_CLOEXEC) != 0) {
        errno = EBADF;
        return -1;
    }
    return ::fcntl(number, F_DUPFD_CLOEXEC, 0);
}

/// Returns 0 or errno.
int sync_repeating(int descriptor) noexcept {
    int error = 0;
    do {
        error = ::fsync(descriptor) == 0 ? 0 : errno;
    } while (error == EINTR);
    return error;
}

/// What some systems tell of earlier writes only when a descriptor is closed (a quota on a network file system), asked
/// of a copy. Returns 0 or errno.
int error_at_close(int descriptor) noexcept {
    const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    return copy < 0 || ::close(copy) == 0 || errno == EINTR ? 0 : errno;
}

/// The mode that a new file of the owner and group of `made` takes over: what makes a program run as them only where
/// they are the same.
mode_t mode_kept(const struct stat& replaced, const struct stat& made) noexcept {
    const mode_t owner = replaced.st_uid == made.st_uid ? S_ISUID : 0U;
    const mode_t group = replaced.st_gid == made.st_gid ? S_ISGID : 0U;
    return replaced.st_mode & (01777U | owner | group);
}

} // namespace

SystemError Output::failure(int code) const {
    return system_error(code, "write", name_);
}

bool Output::is_replaced(const std::filesystem::path& path) {
    struct stat facts{};
    return !descriptor_named(path) && (::stat(path.c_str(), &facts) != 0 || S_ISREG(facts.st_mode));
}

std::expected<Output, SystemError> Output::open(const std::optional<std::filesystem::path>& path) {
    if (!path || *path == "-") {
        return Output{Descriptor{STDOUT_FILENO, false}, std::string{standard_output_name}};
    }
    const std::string name = path->string();
    if (!is_replaced(*path)) {
        const auto number = descriptor_named(*path);
        const int through = number ? copy_of_inherited(*number) : open_repeating(*path, O_WRONLY | O_NOCTTY, 0);
        if (through < 0) { // a folder: EISDIR
            return std::unexpected{system_error(errno, "write", name)};
        }
        return Output{Descriptor{through}, name};
    }
    const auto target = link_target(*path);
    if (!target) {
        return std::unexpected{system_error(ELOOP, "write", name)};
    }
    return replacing(*target, name);
}

std::expected<Output, SystemError> Output::replacing(const std::filesystem::path& target, const std::string& name) {
    if (target.filename().empty()) {
        return std::unexpected{system_error(target.empty() ? ENOENT : EISDIR, "write", name)};
    }
    struct stat replaced{};
    const bool exists = ::stat(target.c_str(), &replaced) == 0;
    if (exists && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) {
        return std::unexpected{system_error(errno, "write", name)};
    }
    remove_temporaries_at_signals();
    const SignalsHeld held;
    Output output{Descriptor{}, name};
    output.target_ = target;
    constexpr int most_attempts = 1000;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        output.temporary_ = temporary_name(target, attempt);
        const int number = open_repeating(output.temporary_, O_WRONLY | O_CREAT | O_EXCL, exists ? 0600 : 0666);
        if (number >= 0) {
            output.descriptor_ = Descriptor{number};
            break;
        }
        const int error = errno;
        output.temporary_.clear();
        if (error != EEXIST) {
            return std::unexpected{no_file_beside(target, name, error)};
        }
    }
    if (output.descriptor_.number() < 0) {
        return std::unexpected{system_error(EEXIST, "write", name)};
    }
    output.slot_ = remember_temporary(output.temporary_.string());
    if (output.slot_ < 0) {
        return std::unexpected{system_error(ENAMETOOLONG, "write", name)};
    }
    struct stat made{};
    if (exists &&
        (::fstat(output.descriptor(), &made) != 0 || ::fchmod(output.descriptor(), mode_kept(replaced, made)) != 0)) {
        return std::unexpected{system_error(errno, "write", name)};
    }
    return output;
}

Output::Output(Output&& other) noexcept
    : descriptor_{std::move(other.descriptor_)}, name_{std::move(other.name_)}, target_{std::move(other.target_)},
      temporary_{std::exchange(other.temporary_, {})}, slot_{std::exchange(other.slot_, -1)}, flushed_{other.flushed_} {
}

Output::~Output() {
    if (!temporary_.empty()) {
        ::unlink(temporary_.c_str());
    }
    forget_temporary(slot_);
}

std::optional<std::filesystem::path> Output::folder() const {
    if (temporary_.empty()) {
        return std::nullopt;
    }
    return folder_of(temporary_);
}

std::expected<void, SystemError> Output::write(std::string_view bytes) {
    if (const int error = write_all(descriptor(), bytes); error != 0) {
        return std::unexpected{failure(error)};
    }
    return {};
}

std::expected<void, SystemError> Output::flush() {
    if (!temporary_.empty() && !flushed_) {
        // EINVAL, ENOTSUP: a file system that has no such notion.
        if (const int error = sync_repeating(descriptor()); error != 0 && error != EINVAL && error != ENOTSUP) {
            return std::unexpected{failure(error)};
        }
        flushed_ = true;
    }
    return {};
}

std::expected<void, SystemError> Output::commit() {
    if (auto flushed = flush(); !flushed) {
        return flushed;
    }
    if (temporary_.empty()) {
        if (const int error = error_at_close(descriptor()); error != 0) {
            return std::unexpected{failure(error)};
        }
        return {};
    }
    const SignalsHeld held;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
        return std::unexpected{failure(errno)};
    }
    temporary_.clear();
    forget_temporary(std::exchange(slot_, -1));
    return {};
}

std::expected<void, SystemError> write_answer(std::string_view bytes,
                                              const std::optional<std::filesystem::path>& path) {
    auto output = Output::open(path);
    if (!output) {
        return std::unexpected{output.error()};
    }
    if (auto written = output->write(bytes); !written) {
        return written;
    }
    return output->commit();
}

void write_error(std::string_view bytes) noexcept {
    static_cast<void>(write_all(STDERR_FILENO, bytes));
}

} // namespace ptf_fees::platform
