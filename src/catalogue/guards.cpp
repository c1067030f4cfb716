// Floor 2, catalogue: a scan that knows of TOML only strings, comments and brackets, and refuses what toml++ 3.3 fails
// on: characters outside ASCII in bare keys (undefined behaviour), dotted keys of very many parts and very deep nesting
// (stack). It may refuse what is not TOML anyway; it must never pass what is unsafe before the parser's first syntax
// error.

#include "catalogue/guards.h"

#include "text/ascii.h"
#include "text/decimal.h"
#include "text/escape.h"

#include <algorithm>
#include <array>

namespace ptf_fees::catalogue {

namespace {

/// One pass over the text.
class Scan {
public:
    Scan(std::string_view text, Report& report) : text_{text}, report_{&report} {}

    bool run() {
        at_ = text_.starts_with(text::byte_order_mark) ? text::byte_order_mark.size() : 0;
        while (at_ < text_.size())
            if (!step(text_[at_]))
                return false;
        return true;
    }

private:
    bool step(char byte) {
        switch (byte) {
        case '"':
        case '\'':
            skip_string(byte);
            return true;
        case '#':
            at_ = std::min(text_.find('\n', at_), text_.size());
            return true;
        case '[':
        case '{':
            return open();
        case ']':
        case '}':
            close();
            break;
        case '.':
            return dot();
        case '=':
            parts_before_value_ = dots_;
            dots_ = 0;
            in_value_ = true;
            break;
        case '\n':
            in_value_ = in_value_ && depth_ > 0;
            [[fallthrough]];
        case ',':
            dots_ = 0;
            parts_before_value_ = 0;
            break;
        default:
            if (static_cast<unsigned char>(byte) >= 0x80U)
                return refuse("a character outside ASCII is outside quotes",
                              "write keys in ASCII and put all other text between quotes");
        }
        ++at_;
        return true;
    }

    bool open() {
        // An inline table under a dotted key is as many levels deep as the key has parts.
        const std::size_t levels = 1 + (depth_ == 0 ? 0 : parts_before_value_);
        if (depth_ == levels_.size() || nesting_ + levels > deepest_nesting)
            return refuse("brackets are nested more than " + std::to_string(deepest_nesting) + " deep",
                          "a schedule needs no more than five levels");
        levels_[depth_] = levels;
        ++depth_;
        nesting_ += levels;
        dots_ = 0;
        parts_before_value_ = 0;
        ++at_;
        return in_value_ || depth_ > 1 || count_header();
    }

    void close() {
        if (depth_ > 0) {
            --depth_;
            nesting_ -= levels_[depth_];
        }
    }

    bool dot() {
        ++dots_;
        if (dots_ >= most_key_parts)
            return refuse("a dotted key has more than " + std::to_string(most_key_parts) + " parts",
                          "schedules have no dotted keys");
        ++at_;
        return dots_ > 1 || count_header();
    }

    bool count_header() {
        ++headers_;
        return headers_ <= most_headers ||
               refuse("the file has more than " + text::grouped(static_cast<std::int64_t>(most_headers)) +
                          " table headers, dotted keys and decimal points",
                      "an edition has at most some hundreds");
    }

    /// Moves past the string that begins here. One that is not closed ends with its line (or, if it may span lines,
    /// with the text), where the parser stops too.
    void skip_string(char quote) {
        const std::string fence(3, quote);
        if (text_.substr(at_).starts_with(fence)) {
            at_ += 3;
            while (at_ < text_.size() && !text_.substr(at_).starts_with(fence))
                at_ += quote == '"' && text_[at_] == '\\' ? 2 : 1;
            at_ = std::min(at_ + 3, text_.size());
            // Up to two quotes before the closing three belong to the text.
            for (int extra = 0; extra < 2 && at_ < text_.size() && text_[at_] == quote; ++extra)
                ++at_;
            return;
        }
        ++at_;
        while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n')
            at_ += quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2 : 1;
        if (at_ < text_.size() && text_[at_] == quote)
            ++at_;
    }

    bool refuse(const std::string& what, std::string remedy) {
        report_->add(Code::unsafe_toml, report_->place_of(at_), "this is not parsed: " + what, std::move(remedy));
        return false;
    }

    std::string_view text_;
    Report* report_;
    std::size_t at_ = 0;
    std::array<std::size_t, deepest_nesting> levels_{}; ///< of each open bracket: how many levels it counts for
    std::size_t depth_ = 0;                             ///< open brackets
    std::size_t nesting_ = 0;                           ///< the sum of their levels
    std::size_t dots_ = 0;                              ///< in the current key
    std::size_t parts_before_value_ = 0;                ///< dots of the key whose value is being read
    std::size_t headers_ = 0;                           ///< headers, dotted keys and decimal points seen
    bool in_value_ = false;                             ///< between a top-level '=' and the end of its value
};

} // namespace

bool fit_to_parse(std::string_view text, Report& report) {
    if (text.size() > largest_schedule_file) {
        report.add(Code::file_too_large, {}, "the file has more than 1 MiB (1,048,576 bytes) and is not read",
                   "give the schedule itself; one edition has some thousand bytes");
        return false;
    }
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        report.add(Code::not_utf8, report.place_of(nul), "the file holds a NUL byte, so it is not a text",
                   "if it is UTF-16, convert it: iconv -f UTF-16 -t UTF-8");
        return false;
    }
    if (const auto bad = text::utf8_beginning(text); bad < text.size()) {
        report.add(Code::not_utf8, report.place_of(bad), "the file is not UTF-8 from here on",
                   "convert it, for example from Latin-1: iconv -f LATIN1 -t UTF-8");
        return false;
    }
    return Scan{text, report}.run();
}

} // namespace ptf_fees::catalogue
