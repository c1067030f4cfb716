#pragma once
// Comparing names as people type them, and guessing the one they meant.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ptf_fees::text {

/// Equality with ASCII case ignored.
[[nodiscard]] bool same_ignoring_case(std::string_view a, std::string_view b) noexcept;

/// `text` with ASCII capitals in lower case.
[[nodiscard]] std::string lower(std::string_view text);

/// The candidate that `typed` most likely means (fewest edits, swaps count as one, case ignored), or nullopt if none is
/// near: at most a third of the longer name's length in edits, or one is the beginning of the other. The first of
/// equals.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view typed,
                                                      std::span<const std::string_view> candidates);

/// ", did you mean 'general'?" or "" - the tail of every refusal of an unknown name.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string_view> candidates);

/// `text` between single quotes, fit for a message on one line: control characters and bytes that are not UTF-8 escaped
/// as \xNN, characters that do not show as <U+200B>, and shortened to some 60 characters with "...".
[[nodiscard]] std::string quoted(std::string_view text);

} // namespace ptf_fees::text
