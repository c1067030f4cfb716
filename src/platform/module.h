#pragma once
// Shared objects that are loaded when they are needed.

#include <expected>
#include <filesystem>
#include <string>

namespace ptf_fees::platform {

/// The folder in which the running program lies, symbolic links followed; empty where the system does not say.
[[nodiscard]] std::filesystem::path program_folder();

/// Loads the shared object at `path`, for as long as the program runs, and finds `symbol` in it. On failure why, in the
/// loader's words; std::bad_alloc where memory ran out.
[[nodiscard]] std::expected<void*, std::string> load_symbol(const std::filesystem::path& path, const char* symbol);

} // namespace ptf_fees::platform
