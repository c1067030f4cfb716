#pragma once
// Shared objects that are loaded when they are needed.

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

namespace ptf_fees::platform {

/// The folder of the running program, absolute, symbolic links followed; nullopt where the system does not say (on
/// Linux: without /proc).
[[nodiscard]] std::optional<std::filesystem::path> program_folder();

/// Loads the shared object at `path`, which must be absolute, for as long as the program runs, and finds `symbol` in
/// it. On failure why, in the loader's words; std::bad_alloc where memory ran out.
[[nodiscard]] std::expected<void*, std::string> load_symbol(const std::filesystem::path& path, const char* symbol);

} // namespace ptf_fees::platform
