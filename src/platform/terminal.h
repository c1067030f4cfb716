#pragma once
// Facts about the terminal and the machine.

#include <cstddef>
#include <string_view>

namespace ptf_fees::platform {

inline constexpr int standard_input = 0;
inline constexpr int standard_output = 1;
inline constexpr int standard_error = 2;

[[nodiscard]] bool is_terminal(int descriptor) noexcept;

/// Whether that is a terminal which knows colours and a cursor that moves: TERM names one, and not "dumb".
[[nodiscard]] bool takes_escapes(int descriptor) noexcept;

/// Whether a program that reads single keys, as a pager does, has that terminal: what others draw would spoil its
/// screen.
[[nodiscard]] bool is_read_by_key(int descriptor) noexcept;

/// The value of an environment variable; empty where it is not set. Read before any thread starts.
[[nodiscard]] std::string_view environment(const char* variable) noexcept;

/// The columns of that terminal; where it is none, what COLUMNS says; 80 where neither says a sensible number.
[[nodiscard]] std::size_t columns(int descriptor) noexcept;

/// The processors that this process may use, at least 1.
[[nodiscard]] unsigned core_count() noexcept;

} // namespace ptf_fees::platform
