// Floor 2, batch: a strict JSON reader for one object on one line. No recursion, no allocation except for the members.
#include "batch/json_line.h"

#include "batch/json_escape.h"
#include "batch/sixteen_bytes.h"

#include "text/ascii.h"
#include "text/escape.h"

#include <array>
#include <bit>

namespace ptf_fees::batch {
namespace {

/// Reads forward through a line. A function that fails leaves the place and what was expected there.
class Reader {
public:
    explicit Reader(std::string_view line) noexcept : line_{line} {}

    bool object(std::vector<JsonMember>& members) {
        skip_blanks();
        if (!take('{'))
            return fail("an object in braces");
        skip_blanks();
        if (!take('}') && !members_until_brace(members))
            return false;
        skip_blanks();
        return at_ == line_.size() || fail("nothing after the object");
    }

    [[nodiscard]] std::string failure() const {
        return "at byte " + std::to_string(at_ + 1) + " there should be " + std::string{expected_};
    }

private:
    bool members_until_brace(std::vector<JsonMember>& members) {
        do {
            JsonMember member;
            skip_blanks();
            if (!string(member.key, member.key_has_escapes))
                return false;
            skip_blanks();
            if (!take(':'))
                return fail("a colon after the key");
            skip_blanks();
            if (!value(member))
                return false;
            member.end = at_;
            members.push_back(member);
            skip_blanks();
        } while (take(','));
        return take('}') || fail("a comma or the closing brace");
    }

    bool value(JsonMember& member) {
        const std::size_t begin = at_;
        const char c = peek();
        if (c == '"') {
            member.type = JsonType::string;
            return string(member.value, member.value_has_escapes);
        }
        if (c == '{' || c == '[') {
            member.type = c == '{' ? JsonType::object : JsonType::array;
            if (!nested())
                return false;
        } else if (!scalar(member.type)) {
            return false;
        }
        member.value = line_.substr(begin, at_ - begin);
        return true;
    }

    bool scalar(JsonType& type) {
        const char c = peek();
        type = c == 'n' ? JsonType::null : (c == 't' || c == 'f' ? JsonType::boolean : JsonType::number);
        if (type == JsonType::number)
            return number();
        return word(c == 'n' ? "null" : (c == 't' ? "true" : "false"));
    }

    bool word(std::string_view wanted) {
        if (line_.substr(at_, wanted.size()) != wanted)
            return fail("a value");
        at_ += wanted.size();
        return true;
    }

    bool number() {
        (void)take('-');
        if (!text::is_digit(peek()))
            return fail("a value");
        if (!take('0'))
            skip_digits();
        if (take('.') && !skip_digits())
            return fail("a digit after the point");
        if (take('e') || take('E')) {
            if (!take('+'))
                (void)take('-');
            if (!skip_digits())
                return fail("a digit of the exponent");
        }
        return true;
    }

    bool string(std::string_view& text, bool& escapes) {
        if (!take('"'))
            return fail("a string in double quotes");
        const std::size_t begin = at_;
        while (true) {
            skip_plain();
            if (take('"')) {
                text = line_.substr(begin, at_ - 1 - begin);
                return true;
            }
            if (at_ == line_.size())
                return fail("the closing quote of a string");
            if (!take('\\'))
                return fail("no bare control character in a string");
            escapes = true;
            if (!escape())
                return false;
        }
    }

    /// Goes on to the next byte that is not simply part of a string.
    void skip_plain() noexcept {
        for (; at_ + SixteenBytes::count <= line_.size(); at_ += SixteenBytes::count)
            if (const unsigned special = SixteenBytes{line_.data() + at_}.special_in_json(); special != 0) {
                at_ += static_cast<std::size_t>(std::countr_zero(special));
                return;
            }
        while (at_ < line_.size() && !text::is_special_in_json(line_[at_]))
            ++at_;
    }

    bool escape() {
        constexpr std::string_view single = "\"\\/bfnrt";
        if (at_ < line_.size() && single.find(line_[at_]) != std::string_view::npos) {
            ++at_;
            return true;
        }
        unsigned code = 0;
        if (!unicode_escape(code))
            return fail("an escape that JSON knows");
        if (is_low_surrogate(code))
            return fail("no second half of a surrogate pair alone");
        if (!is_high_surrogate(code))
            return true;
        return (take('\\') && unicode_escape(code) && is_low_surrogate(code)) ||
               fail("the second half of the surrogate pair");
    }

    /// "uXXXX", after the backslash.
    bool unicode_escape(unsigned& code) {
        if (!is_unicode_escape(line_.substr(at_)))
            return false;
        code = code_unit(line_.substr(at_ + 1, 4));
        at_ += 5;
        return true;
    }

    /// The brackets that are to be closed.
    using Open = std::array<char, deepest_json>;

    /// An array or object inside the outermost object, up to its end.
    bool nested() {
        Open open; // NOLINT(cppcoreguidelines-pro-type-member-init): only what is open is read
        std::size_t depth = 0;
        do {
            if (!opening_or_scalar(open, depth))
                return false;
            while (depth > 0) {
                skip_blanks();
                if (take(',')) {
                    if (!key_of(open[depth - 1]))
                        return false;
                    break;
                }
                if (!take(open[depth - 1]))
                    return fail("a comma or a closing bracket");
                --depth;
            }
        } while (depth > 0);
        return true;
    }

    /// One value; of an array or object the opening bracket, and the first key, or directly the closing bracket.
    bool opening_or_scalar(Open& open, std::size_t& depth) {
        while (true) {
            skip_blanks();
            const char c = peek();
            if (c != '{' && c != '[')
                break;
            if (depth + 1 == deepest_json)
                return fail("no deeper nesting than 512 levels");
            ++at_;
            const char closing = c == '{' ? '}' : ']';
            skip_blanks();
            if (take(closing))
                return true;
            open[depth++] = closing;
            if (!key_of(closing))
                return false;
        }
        if (peek() == '"') {
            std::string_view text;
            bool escapes = false;
            return string(text, escapes);
        }
        JsonType type = JsonType::null;
        return scalar(type);
    }

    /// Inside an object: the key of the next value.
    bool key_of(char closing) {
        if (closing == ']')
            return true;
        std::string_view text;
        bool escapes = false;
        skip_blanks();
        if (!string(text, escapes))
            return false;
        skip_blanks();
        return take(':') || fail("a colon after the key");
    }

    void skip_blanks() noexcept {
        while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t' || line_[at_] == '\r'))
            ++at_;
    }

    bool skip_digits() noexcept {
        const std::size_t begin = at_;
        while (at_ < line_.size() && text::is_digit(line_[at_]))
            ++at_;
        return at_ > begin;
    }

    [[nodiscard]] char peek() const noexcept { return at_ < line_.size() ? line_[at_] : '\0'; }

    bool take(char c) noexcept {
        if (at_ == line_.size() || line_[at_] != c)
            return false;
        ++at_;
        return true;
    }

    bool fail(std::string_view expected) noexcept {
        expected_ = expected;
        return false;
    }

    std::string_view line_;
    std::size_t at_ = 0;
    std::string_view expected_;
};

} // namespace

std::string_view name_of(JsonType type) noexcept {
    constexpr std::array<std::string_view, 6> names{"a string", "a number", "a boolean",
                                                    "null",     "an array", "an object"};
    return names[static_cast<std::size_t>(type)];
}

std::expected<void, std::string> read_json_object(std::string_view line, std::vector<JsonMember>& members) {
    members.clear();
    Reader reader{line};
    if (!reader.object(members))
        return std::unexpected{reader.failure()};
    if (!text::is_utf8(line))
        return std::unexpected{std::string{"its bytes are not UTF-8"}};
    return {};
}

} // namespace ptf_fees::batch
