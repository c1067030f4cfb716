// The strict JSON reader against nlohmann-json, which judges what is JSON and what it means.
#include "catch.h"

#include "batch/json_escape.h"
#include "batch/json_line.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace ptf_fees::batch;
using nlohmann::json;

namespace {

std::string unescaped(std::string_view text) {
    std::string out;
    append_unescaped(out, text);
    return out;
}

/// What the judge says: whether it is one object; nothing if there is a number that it cannot hold.
std::optional<bool> is_object(const std::string& line) {
    try {
        return json::parse(line).is_object();
    } catch (const json::out_of_range&) {
        return std::nullopt;
    } catch (const json::parse_error&) {
        return false;
    }
}

/// The reader's answer agrees with the judge's, member by member.
bool agrees(const std::string& line) {
    std::vector<JsonMember> members;
    const bool read = read_json_object(line, members).has_value();
    const std::optional<bool> judged = is_object(line);
    if (!judged)
        return true;
    if (read != *judged)
        return false;
    if (!read)
        return true;
    json rebuilt = json::object();
    for (const JsonMember& member : members) {
        const std::string key = unescaped(member.key);
        if (member.type == JsonType::string)
            rebuilt[key] = unescaped(member.value);
        else if (const json value = json::parse(member.value, nullptr, false); !value.is_discarded())
            rebuilt[key] = value;
    }
    return json::parse(line) == rebuilt;
}

} // namespace

TEST_CASE("lines of JSON are read, or refused, as the judge has it") {
    const char* const lines[] = {
        R"({})",
        R"( { } )",
        R"({"a":1})",
        R"({"a":1,})",
        R"({"a":1 "b":2})",
        R"({"a"})",
        R"({a:1})",
        R"([])",
        R"(1)",
        R"("")",
        R"(null)",
        R"({"a":01})",
        R"({"a":-})",
        R"({"a":-0})",
        R"({"a":1.})",
        R"({"a":.5})",
        R"({"a":1e})",
        R"({"a":1e+})",
        R"({"a":1E-07})",
        R"({"a":123456789012345678901234567890})",
        R"({"a":+1})",
        R"({"a":0x1})",
        R"({"a":NaN})",
        R"({"a":tru})",
        R"({"a":true,"b":false,"c":null})",
        R"({"a":[]})",
        R"({"a":[1,2,[3,{"x":[]}]]})",
        R"({"a":[1,]})",
        R"({"a":[1 2]})",
        R"({"a":[,1]})",
        R"({"a":{"b":{}}})",
        R"({"a":{"b":}})",
        R"({"a":{"b":1,}})",
        R"({"a":{,"b":1}})",
        R"({"a":[1,2}})",
        R"({"a":{"b":1]})",
        R"({"a":[})",
        R"({"a":1}})",
        R"({"a":1}x)",
        R"({"a":1}{"b":2})",
        R"({"a":"\u00e9\n\"\\\/\b\f\r\t"})",
        R"({"a":"\u12"})",
        R"({"a":"\x"})",
        R"({"a":"\ud83d\ude00"})",
        R"({"a":"\ud83d"})",
        R"({"a":"\ude00"})",
        R"({"a":"\ud83d\u0041"})",
        R"({"a":"\u0000"})",
        "{\"a\":\"\x01\"}",
        "{\"a\":\"\x7F\"}",
        "{\"a\":\"\t\"}",
        "{\"\xFF\":1}",
        "{\"a\":\"\xC3\xA9\"}",
        "{\"a\":\"\xC3\"}",
        "{\"a\":\"\xED\xA0\x80\"}",
        R"({"a":"b)",
        R"({"a":"b\)",
        R"({"a":"b\")",
        R"({)",
        R"({"a")",
        R"({"a":)",
        R"({"\u0061":1})",
        "{\"a\":\r1}",
        "",
        " ",
        R"({"a":1,"a":1})",
        R"({"":""})",
        "\xEF\xBB\xBF{x}",
    };
    for (const char* const line : lines) {
        INFO(line);
        CHECK(agrees(line));
    }
}

TEST_CASE("random changes to JSON are judged alike") {
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937_64 random{seed};
    constexpr std::string_view alphabet = "{}[]\":,\\ 0123456789-+.eEtrufalsn\x01\xC3\xA9";
    const std::string models[] = {R"({"tier":"general","employees":5000,"x":[1,{"y":null}],"z":"\u00e9\ud83d\ude00"})",
                                  R"({"a":{"b":[true,false,null]},"c":-1.5e+10,"d":""})",
                                  R"({"a":[[[[]]]],"b":{"c":{}}})"};
    for (int i = 0; i < 60'000; ++i) {
        std::string line = models[random() % std::size(models)];
        for (auto changes = 1 + random() % 3; changes > 0; --changes) {
            const std::size_t at = random() % line.size();
            switch (random() % 3) {
            case 0:
                line.erase(at, 1);
                break;
            case 1:
                line.insert(at, 1, alphabet[random() % alphabet.size()]);
                break;
            default:
                line[at] = alphabet[random() % alphabet.size()];
            }
        }
        INFO(line);
        REQUIRE(agrees(line));
    }
}

TEST_CASE("a byte that is special is found wherever in a string it stands") {
    for (std::size_t size = 0; size <= 40; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(size, 'a');
                text[at] = static_cast<char>(byte);
                const std::string line = R"({"key":")" + text + R"("})";
                std::vector<JsonMember> members;
                const bool read = read_json_object(line, members).has_value();
                INFO(size << " " << at << " " << byte);
                REQUIRE(read == json::accept(line));
                if (read)
                    REQUIRE((members.size() == 1 && members[0].value == text && !members[0].value_has_escapes));
            }
}

TEST_CASE("an escape that is cut off is blamed, not what is missing behind it") {
    std::vector<JsonMember> members;
    for (const std::string_view end : {"", "1", "12", "123", "12g4\"}"}) {
        const auto read = read_json_object(R"({"a":"\u)" + std::string{end}, members);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error() == "at byte 8 there should be an escape that JSON knows");
    }
    const auto whole = read_json_object(R"({"a":"\u1234)", members);
    REQUIRE_FALSE(whole.has_value());
    CHECK(whole.error() == "at byte 13 there should be the closing quote of a string");
}

TEST_CASE("nesting may be 512 levels deep and no deeper") {
    for (const std::size_t depth : {deepest_json - 1, deepest_json, deepest_json + 1, std::size_t{500'000}}) {
        // The object is one level, each bracket another.
        const std::string line = "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
        std::vector<JsonMember> members;
        CHECK(read_json_object(line, members).has_value() == (depth <= deepest_json));
    }
}

TEST_CASE("members know where they end, and numbers keep their bytes") {
    const std::string line = R"({ "a" : 1.50e3 , "b":"x\ty" , "c": [ 1 ] })";
    std::vector<JsonMember> members;
    REQUIRE(read_json_object(line, members));
    REQUIRE(members.size() == 3);
    CHECK(members[0].value == "1.50e3");
    CHECK(members[0].type == JsonType::number);
    CHECK(members[1].value == "x\\ty");
    CHECK(members[1].value_has_escapes);
    CHECK(line.substr(0, members[1].end) == R"({ "a" : 1.50e3 , "b":"x\ty")");
    CHECK(members[2].value == "[ 1 ]");
    CHECK(members[2].type == JsonType::array);
}
