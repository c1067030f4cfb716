#pragma once
// Files that are never on a disk, by names that a program can open.

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace fuzz {

[[nodiscard]] inline int sound(int result) {
    if (result < 0)
        throw std::runtime_error{"a file in memory failed"};
    return result;
}

[[nodiscard]] inline std::string name_of_descriptor(int descriptor) {
    return "/proc/self/fd/" + std::to_string(descriptor);
}

/// A regular file.
class MemoryFile {
public:
    MemoryFile() : descriptor_{sound(::memfd_create("fuzz", MFD_CLOEXEC))} {}
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { ::close(descriptor_); }

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::string name() const { return name_of_descriptor(descriptor_); }

    void put(std::string_view bytes) const {
        (void)sound(::ftruncate(descriptor_, 0));
        (void)sound(static_cast<int>(::pwrite(descriptor_, bytes.data(), bytes.size(), 0)));
    }

    [[nodiscard]] std::string bytes() const {
        std::string all(static_cast<std::size_t>(::lseek(descriptor_, 0, SEEK_END)), '\0');
        (void)sound(static_cast<int>(::pread(descriptor_, all.data(), all.size(), 0)));
        return all;
    }

private:
    int descriptor_;
};

/// A pipe with room for what is written before anyone reads.
class MemoryPipe {
public:
    static constexpr int room = 1 << 20;

    MemoryPipe() {
        (void)sound(::pipe2(ends_.data(), O_CLOEXEC | O_NONBLOCK));
        (void)sound(::fcntl(ends_[1], F_SETPIPE_SZ, room));
    }
    MemoryPipe(const MemoryPipe&) = delete;
    MemoryPipe& operator=(const MemoryPipe&) = delete;
    ~MemoryPipe() {
        ::close(ends_[0]);
        ::close(ends_[1]);
    }

    [[nodiscard]] std::string name() const { return name_of_descriptor(ends_[1]); }

    /// What was written since the last time.
    [[nodiscard]] std::string take() const {
        std::string all;
        std::array<char, 4096> part;
        for (ssize_t got = 0; (got = ::read(ends_[0], part.data(), part.size())) > 0;)
            all.append(part.data(), static_cast<std::size_t>(got));
        return all;
    }

private:
    std::array<int, 2> ends_{};
};

/// While it lives, standard output goes to `file`.
class OutputTo {
public:
    explicit OutputTo(const MemoryFile& file) : kept_{sound(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3))} {
        std::fflush(stdout);
        (void)sound(::ftruncate(file.descriptor(), 0));
        (void)sound(static_cast<int>(::lseek(file.descriptor(), 0, SEEK_SET)));
        (void)sound(::dup2(file.descriptor(), STDOUT_FILENO));
    }
    OutputTo(const OutputTo&) = delete;
    OutputTo& operator=(const OutputTo&) = delete;
    ~OutputTo() {
        ::dup2(kept_, STDOUT_FILENO);
        ::close(kept_);
    }

private:
    int kept_;
};

} // namespace fuzz
