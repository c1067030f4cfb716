#pragma once
// Facts about the terminal and the machine.

#include <cstddef>

namespace ptf_fees::platform {

inline constexpr int standard_input = 0;
inline constexpr int standard_output = 1;
inline constexpr int standard_error = 2;

[[nodiscard]] bool is_terminal(int descriptor) noexcept;

/// The columns of that terminal; 80 where it does not say or is none.
[[nodiscard]] std::size_t columns(int descriptor) noexcept;

/// The processors that this process may use, at least 1.
[[nodiscard]] unsigned core_count() noexcept;

} // namespace ptf_fees::platform
