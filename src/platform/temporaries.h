#pragma once
// The temporary files that exist right now, so that a signal leaves none of them behind.

#include <string>

namespace ptf_fees::platform {

/// Up to how many temporary files may exist at the same time, and how long their paths may be.
inline constexpr int most_temporaries = 8;
inline constexpr std::size_t longest_temporary_path = 4095;

/// Notes that `path` exists. Returns its slot, or -1 if there is none left or the path is too long.
[[nodiscard]] int remember_temporary(const std::string& path) noexcept;

/// Forgets a slot: the file has been renamed or removed.
void forget_temporary(int slot) noexcept;

/// Unlinks all that are remembered. Safe in a signal handler.
void remove_temporaries() noexcept;

} // namespace ptf_fees::platform
