#pragma once
// What this build is; the values come from CMake.

#include <string_view>

namespace ptf_fees::cli {

inline constexpr std::string_view version = PTF_FEES_VERSION;

} // namespace ptf_fees::cli
