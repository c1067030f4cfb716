#pragma once
// Files that are never on a disk: an open descriptor, and the same bytes in memory, so that filling one costs
// next to nothing.

#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>

namespace fuzz {

[[nodiscard]] inline off_t sound(off_t result) {
    if (result < 0)
        throw std::runtime_error{"a file in memory failed"};
    return result;
}

class MemoryFile {
public:
    static constexpr std::size_t room = std::size_t{16} << 20U;

    MemoryFile() : descriptor_{static_cast<int>(sound(::memfd_create("fuzz", MFD_CLOEXEC)))} {
        (void)sound(::ftruncate(descriptor_, room));
        void* const mapped = ::mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0);
        (void)sound(mapped == MAP_FAILED ? -1 : 0);
        bytes_ = static_cast<char*>(mapped);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() {
        ::munmap(bytes_, room);
        ::close(descriptor_);
    }

    [[nodiscard]] int descriptor() const { return descriptor_; }

    /// Makes it hold `bytes` and nothing else, and be read from the beginning.
    void put(std::string_view bytes) const {
        (void)sound(::ftruncate(descriptor_, static_cast<off_t>(bytes.size())));
        std::memcpy(bytes_, bytes.data(), bytes.size());
        (void)sound(::lseek(descriptor_, 0, SEEK_SET));
    }

private:
    int descriptor_;
    char* bytes_ = nullptr;
};

} // namespace fuzz
