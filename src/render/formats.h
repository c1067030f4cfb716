#pragma once
// The formats that exist, each in a file (or a few) of its own.

#include "render/reply.h"

#include <string>

namespace ptf_fees::render {

[[nodiscard]] std::string text(const Reply& reply, const Style& style);
[[nodiscard]] std::string json(const Reply& reply, const Style& style);
[[nodiscard]] std::string csv(const Reply& reply, const Style& style);
[[nodiscard]] std::string markdown(const Reply& reply, const Style& style);
[[nodiscard]] std::string html(const Reply& reply, const Style& style);

} // namespace ptf_fees::render
