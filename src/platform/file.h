#pragma once
// System calls on whole files. With its neighbours in this folder the only code that talks to the operating system.

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>

namespace ptf_fees::platform {

/// Why a system call failed: one phrase with the path ("cannot read 'x': No such file or directory").
struct SystemError {
    int code = 0; ///< errno
    std::string message;
};

/// The bytes of a file (or of anything that can be read to its end), at most `limit` of them. EINTR and short reads are
/// repeated.
[[nodiscard]] std::expected<std::string, SystemError> read_file(const std::filesystem::path& path, std::size_t limit);

} // namespace ptf_fees::platform
