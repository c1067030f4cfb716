#pragma once
// An open file descriptor and the plain calls on it: reads and writes that repeat what a signal or a short transfer cut
// off.

#include "platform/file.h"

#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace ptf_fees::platform {

/// What the descriptors 0 and 1 are called in messages.
inline constexpr std::string_view standard_input_name = "standard input";
inline constexpr std::string_view standard_output_name = "standard output";

/// "cannot read 'x': No such file or directory", from `doing` ("read") and errno `code`.
[[nodiscard]] SystemError system_error(int code, std::string_view doing, std::string_view name);

/// Whether `error` says that nobody reads the output any more.
[[nodiscard]] bool is_closed_pipe(const SystemError& error) noexcept;

/// Owns a descriptor and closes it; -1: none.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number, bool close = true) noexcept : number_{number}, close_{close} {}
    Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)}, close_{other.close_} {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor();

    [[nodiscard]] int number() const noexcept { return number_; }

private:
    int number_ = -1;
    bool close_ = true;
};

/// An input and its name for messages.
struct Input {
    Descriptor descriptor;
    std::string name;                         ///< the path, or "standard input"
    std::optional<unsigned long long> size{}; ///< bytes, where it is a regular file read from its beginning
    unsigned long long read = 0;              ///< bytes, so far
};

/// Opens `path` for reading ("-": standard input). A directory is an error here, not at the first read.
[[nodiscard]] std::expected<Input, SystemError> open_input(const std::filesystem::path& path);

/// Reads up to `into.size()` bytes; fewer only at the end of the input (0: nothing is left).
[[nodiscard]] std::expected<std::size_t, SystemError> read_full(Input& input, std::span<char> into);

/// One read of what is there now, up to `into.size()` bytes; 0 is the end of the input. Fails where the input ends
/// before the size that it had when it was opened.
[[nodiscard]] std::expected<std::size_t, SystemError> read_some(Input& input, std::span<char> into);

/// Writes all of `bytes`; returns 0 or the errno of the write that failed (EPIPE: nobody reads any more).
[[nodiscard]] int write_all(int descriptor, std::string_view bytes) noexcept;

} // namespace ptf_fees::platform
