// Any line is an object, or none, to the strict reader as to nlohmann-json, with the same members.
#include "fuzz/targets.h"

#include "batch/json_escape.h"
#include "batch/json_line.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

using namespace ptf_fees::batch;
using nlohmann::json;

namespace {

/// nullopt: a number that the judge cannot hold.
std::optional<json> judged(std::string_view line) {
    // The judge skips a mark at the beginning and ends at a byte 0: neither is JSON.
    if (line.starts_with("\xEF\xBB\xBF") || line.find('\0') != std::string_view::npos)
        return std::make_optional<json>();
    try {
        return std::optional<json>{std::in_place, json::parse(line)};
    } catch (const json::out_of_range&) {
        return std::nullopt;
    } catch (const json::parse_error&) {
        return std::make_optional<json>();
    }
}

std::string unescaped(std::string_view text) {
    std::string out;
    append_unescaped(out, text);
    return out;
}

json value_of(const JsonMember& member) {
    if (member.type == JsonType::string)
        return unescaped(member.value);
    return json::parse(member.value);
}

} // namespace

void fuzz::json_line(std::string_view input) {
    input = input.substr(0, input.find('\n')); // of a line end there is none in a line
    // Deeper nesting is refused here, and not by the judge.
    if (std::ranges::count_if(input, [](char c) { return c == '[' || c == '{'; }) >
        static_cast<std::ptrdiff_t>(deepest_json))
        return;
    std::vector<JsonMember> members;
    const auto read = read_json_object(input, members);
    const std::optional<json> expected = judged(input);
    if (!expected)
        return;
    must(read.has_value() == expected->is_object(), "an object is read, and nothing else");
    if (!read) {
        must(!read.error().empty(), "a refusal says why");
        return;
    }
    json rebuilt = json::object();
    for (const JsonMember& member : members)
        rebuilt[unescaped(member.key)] = value_of(member);
    must(rebuilt == *expected, "the members are the judge's");
}
