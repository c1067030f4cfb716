#pragma once
// Where answers go: standard output, a device, or a file that is replaced as a whole or not at all.

#include "platform/descriptor.h"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ptf_fees::platform {

/// A place to write to. For a regular file (symbolic links are followed) bytes go to a temporary file beside it, which
/// takes the file's place at commit(); destroyed before that, nothing has happened. A new file has the mode 0666 less
/// the umask, a replaced one keeps its mode (set-user-ID and set-group-ID only where owner or group stay the same).
/// Devices, pipes, and whatever a descriptor of the program is open on (-, /dev/stdout, /dev/fd/3) are written through.
class Output {
public:
    /// nullopt or "-" is standard output. Fails where nothing can be written: a directory, a folder that is read-only
    /// or missing.
    [[nodiscard]] static std::expected<Output, SystemError> open(const std::optional<std::filesystem::path>& path);

    /// Whether open() would replace a file at `path`, or make one, and not write through.
    [[nodiscard]] static bool is_replaced(const std::filesystem::path& path);

    /// Writes through to an open descriptor; `name` is what messages call it.
    Output(Descriptor descriptor, std::string name) : descriptor_{std::move(descriptor)}, name_{std::move(name)} {}

    Output(Output&& other) noexcept;
    Output& operator=(Output&&) = delete;
    ~Output();

    /// Writes all of `bytes`. Where that fails with EPIPE nobody reads any more: see end_by_closed_pipe().
    [[nodiscard]] std::expected<void, SystemError> write(std::string_view bytes);

    /// Makes what was written durable, as far as the place allows. Nothing is in place yet.
    [[nodiscard]] std::expected<void, SystemError> flush();

    /// Puts the file in place (flushes first unless that was done). Where bytes were written through, reports what the
    /// system still has to say of them.
    [[nodiscard]] std::expected<void, SystemError> commit();

    [[nodiscard]] const std::string& name() const noexcept { return name_; } ///< for messages
    [[nodiscard]] int descriptor() const noexcept { return descriptor_.number(); }

    /// The folder in which a file is about to be replaced; nullopt where bytes are written through.
    [[nodiscard]] std::optional<std::filesystem::path> folder() const;

private:
    [[nodiscard]] static std::expected<Output, SystemError> replacing(const std::filesystem::path& target,
                                                                      const std::string& name);
    [[nodiscard]] SystemError failure(int code) const;

    Descriptor descriptor_;
    std::string name_;
    std::filesystem::path target_;    ///< the file to be replaced; empty where bytes are written through
    std::filesystem::path temporary_; ///< empty once committed
    int slot_ = -1;
    bool flushed_ = false;
};

/// Writes a whole answer: open, write, commit.
[[nodiscard]] std::expected<void, SystemError> write_answer(std::string_view bytes,
                                                            const std::optional<std::filesystem::path>& path);

/// Writes to standard error; a failure there cannot be reported.
void write_error(std::string_view bytes) noexcept;

/// What is written there if nothing could be done for lack of memory.
inline constexpr std::string_view memory_ran_out = "error: memory ran out; nothing was written\n";

} // namespace ptf_fees::platform
