#pragma once
// Builds one JSON document, two blanks a level, keys in the order in which they are written.

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ptf_fees::text {

/// Writes JSON by calls in document order. Inside an object every value is preceded by key(). The caller closes what it
/// opens.
class JsonWriter {
public:
    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& string(std::string_view value);
    JsonWriter& number(std::int64_t value);
    JsonWriter& boolean(bool value);
    JsonWriter& null();

    /// key() and a value in one call.
    JsonWriter& member(std::string_view name, std::string_view value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, const char* value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, const std::string& value) { return key(name).string(value); }
    template <std::same_as<bool> Bool>
    JsonWriter& member(std::string_view name, Bool value) {
        return key(name).boolean(value);
    }
    template <std::integral Whole>
        requires(!std::same_as<Whole, bool>)
    JsonWriter& member(std::string_view name, Whole value) {
        return key(name).number(static_cast<std::int64_t>(value));
    }

    /// The same for a value that may be unknown: then null.
    JsonWriter& member_or_null(std::string_view name, const std::optional<std::string>& value);
    JsonWriter& member_or_null(std::string_view name, std::optional<std::int64_t> value);

    /// The document so far, ended by a line feed.
    [[nodiscard]] std::string take();

private:
    void before_value();
    void open(char bracket);
    void close(char bracket);
    void line_break();

    std::string out_;
    std::size_t depth_ = 0;
    bool first_ = true; ///< nothing is yet in the innermost object or array
    bool after_key_ = false;
};

} // namespace ptf_fees::text
