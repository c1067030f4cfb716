// Ground floor: JSON by calls in document order.
#include "text/json_writer.h"

#include "text/escape.h"

#include <utility>

namespace ptf_fees::text {

void JsonWriter::line_break() {
    out_.push_back('\n');
    out_.append(2 * depth_, ' ');
}

void JsonWriter::before_value() {
    if (std::exchange(after_key_, false) || depth_ == 0)
        return;
    if (!std::exchange(first_, false))
        out_.push_back(',');
    line_break();
}

void JsonWriter::open(char bracket) {
    before_value();
    out_.push_back(bracket);
    ++depth_;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    --depth_;
    if (!std::exchange(first_, false))
        line_break();
    out_.push_back(bracket);
}

JsonWriter& JsonWriter::begin_object() {
    open('{');
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    close('}');
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    open('[');
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    close(']');
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    before_value();
    append_json(out_, name);
    out_ += ": ";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
    before_value();
    append_json(out_, value);
    return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
    before_value();
    out_ += std::to_string(value);
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
    before_value();
    out_ += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    before_value();
    out_ += "null";
    return *this;
}

JsonWriter& JsonWriter::member_or_null(std::string_view name, const std::optional<std::string>& value) {
    return value ? key(name).string(*value) : key(name).null();
}

JsonWriter& JsonWriter::member_or_null(std::string_view name, std::optional<std::int64_t> value) {
    return value ? key(name).number(*value) : key(name).null();
}

std::string JsonWriter::take() {
    out_.push_back('\n');
    return std::exchange(out_, {});
}

} // namespace ptf_fees::text
