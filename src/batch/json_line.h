#pragma once
// One line of JSON Lines, read strictly (RFC 8259): where its members are. Nothing is converted, numbers keep their
// bytes.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::batch {

enum class JsonType : std::uint8_t { string, number, boolean, null, array, object };

/// "a string", "a number", ...: for sentences.
[[nodiscard]] std::string_view name_of(JsonType type) noexcept;

/// A member of the object, as views of the line.
struct JsonMember {
    std::string_view key; ///< between its quotes, escapes as written
    std::string_view
        value; ///< of a string what is between its quotes, escapes as written; of all others the value itself
    JsonType type = JsonType::null;
    std::size_t end = 0; ///< where the value ends in the line
    bool key_has_escapes = false;
    bool value_has_escapes = false; ///< of a string
};

/// How deep arrays and objects may lie in each other, the outermost object counted.
inline constexpr std::size_t deepest_json = 512;

/// Reads `line`, which must be one object and nothing else, as UTF-8, into `members` (emptied first); nesting is
/// checked, not noted. Whether a key comes twice is not examined. On failure a phrase: what is wrong and at which byte.
[[nodiscard]] std::expected<void, std::string> read_json_object(std::string_view line,
                                                                std::vector<JsonMember>& members);

} // namespace ptf_fees::batch
