// Floor 2, catalogue: typed values out of a TOML table. Every mistake is reported where it stands and reading goes on,
// so that one run shows them all.

#include "catalogue/reader.h"

#include "text/decimal.h"
#include "text/names.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

constexpr std::size_t longest_id = 64;

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::string name_of_type(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "a list";
    case toml::node_type::string:
        return "text";
    case toml::node_type::integer:
        return "a whole number";
    case toml::node_type::floating_point:
        return "a float";
    case toml::node_type::boolean:
        return "true or false";
    case toml::node_type::date:
        return "a date";
    case toml::node_type::time:
        return "a time";
    case toml::node_type::date_time:
        return "a date with a time";
    case toml::node_type::none:
        break;
    }
    return "nothing";
}

/// Text on one line that drives no terminal. Characters of 2 bytes and more are checked too: C1 controls are among
/// them.
bool has_control_character(std::string_view text) {
    return text::printable(text) != text;
}

std::vector<std::string> quoted_each(std::span<const std::string_view> words) {
    std::vector<std::string> result;
    for (const std::string_view word : words)
        result.push_back(text::quoted(word));
    return result;
}

bool is_url(std::string_view text) noexcept {
    const bool known = text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:");
    const auto body = text.find(':') + (text.starts_with("mailto:") ? 1U : 3U);
    return known && text.size() > body && text.find_first_of(" \"<>\\") == std::string_view::npos;
}

} // namespace

bool is_id(std::string_view text) noexcept {
    return !text.empty() && text.size() <= longest_id && is_letter(text.front()) &&
           std::ranges::all_of(text, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

Place place_of(const toml::node& node) {
    const auto& begin = node.source().begin;
    // A file without a line has no node that knows its place.
    return {.line = std::max<std::size_t>(begin.line, 1), .column = std::max<std::size_t>(begin.column, 1)};
}

TableReader::TableReader(const toml::table& table, std::string what, Reading reading)
    : table_{&table}, what_{std::move(what)}, reading_{reading} {}

Place TableReader::place_of_key(std::string_view key) const {
    const auto& begin = table_->find(key)->first.source().begin;
    return {.line = begin.line, .column = begin.column};
}

const toml::node* TableReader::node(std::string_view key, Need need, std::string_view sample) {
    known_.push_back(key);
    const toml::node* found = table_->get(key);
    if (found == nullptr && need == Need::required)
        reading_.report.add(Code::missing_key, place(), what_ + " lacks the key '" + std::string{key} + "'",
                            "add " + (sample.starts_with("[[") ? "" : std::string{key} + " = ") + std::string{sample});
    return found;
}

void TableReader::wrong_type(const toml::node& node, std::string_view key, std::string_view expected,
                             std::string remedy) const {
    reading_.report.add(Code::wrong_type, catalogue::place_of(node),
                        text::quoted(key) + " of " + what_ + " is " + name_of_type(node) + ", expected " +
                            std::string{expected},
                        std::move(remedy));
}

void TableReader::bad_value(Place place, std::string message, std::string remedy) const {
    reading_.report.add(Code::bad_value, place, std::move(message), std::move(remedy));
}

Maybe<std::string_view> TableReader::text_of(const toml::node& node, std::string_view key) const {
    const auto* value = node.as_string();
    if (value == nullptr) {
        wrong_type(node, key, "text", "write it between quotes");
        return std::nullopt;
    }
    const Place place = catalogue::place_of(node);
    const std::string& text = value->get();
    if (text.find_first_not_of(' ') == std::string::npos) {
        bad_value(place, text::quoted(key) + " of " + what_ + " is empty",
                  "say what the source says, or leave the key out where it may be left out");
        return std::nullopt;
    }
    if (has_control_character(text)) {
        bad_value(place, text::quoted(key) + " of " + what_ + " has a line end or another control character",
                  "write it on one line; a backslash at the end of a line joins it with the next");
        return std::nullopt;
    }
    return Placed{reading_.storage.keep(text), place};
}

Maybe<std::string_view> TableReader::text(std::string_view key, Need need) {
    const toml::node* found = node(key, need, "\"...\"");
    return found == nullptr ? std::nullopt : text_of(*found, key);
}

Maybe<std::string_view> TableReader::published() {
    const auto value = text("published");
    const auto characters =
        value ? static_cast<std::size_t>(std::ranges::count(value->value, false, text::continues_character)) : 0;
    if (characters <= longest_published)
        return value;
    reading_.report.add(Code::published_too_long, value->place,
                        "'published' of " + what_ + " has " + text::grouped(static_cast<std::int64_t>(characters)) +
                            " characters, expected at most " +
                            text::grouped(static_cast<std::int64_t>(longest_published)),
                        "quote the line that prints this fee, and name the place in the source's locator");
    return std::nullopt;
}

Maybe<std::string_view> TableReader::id(std::string_view key, Need need) {
    auto value = text(key, need);
    if (value && !is_id(value->value)) {
        bad_value(value->place, text::quoted(value->value) + " is not an id", std::string{id_remedy});
        return std::nullopt;
    }
    return value;
}

Maybe<std::string_view> TableReader::url(std::string_view key, Need need) {
    auto value = text(key, need);
    if (value && !is_url(value->value)) {
        bad_value(value->place, text::quoted(value->value) + " is not an address",
                  "begin it with https://, http:// or mailto: and write blanks as %20");
        return std::nullopt;
    }
    return value;
}

Maybe<std::size_t> TableReader::word(std::string_view key, std::span<const std::string_view> words, Need need) {
    const auto value = text(key, need);
    if (!value)
        return std::nullopt;
    const auto found = std::ranges::find(words, value->value);
    if (found != words.end())
        return Placed{static_cast<std::size_t>(found - words.begin()), value->place};
    bad_value(value->place,
              text::quoted(key) + " of " + what_ + " is " + text::quoted(value->value) +
                  text::did_you_mean(value->value, words),
              "write " + text::listed(quoted_each(words), "or"));
    return std::nullopt;
}

Maybe<std::int64_t> TableReader::whole_number(std::string_view key, std::int64_t least, Need need) {
    const toml::node* found = node(key, need, std::to_string(least));
    if (found == nullptr)
        return std::nullopt;
    const auto* value = found->as_integer();
    if (value == nullptr) {
        wrong_type(*found, key, "a whole number", "write digits without quotes or point");
        return std::nullopt;
    }
    if (value->get() < least) {
        bad_value(catalogue::place_of(*found), text::quoted(key) + " of " + what_ + " is " +
                                                   std::to_string(value->get()) + ", expected " +
                                                   std::to_string(least) + " or more");
        return std::nullopt;
    }
    return Placed{value->get(), catalogue::place_of(*found)};
}

Maybe<bool> TableReader::truth(std::string_view key, Need need) {
    const toml::node* found = node(key, need, "true");
    if (found == nullptr)
        return std::nullopt;
    if (const auto* value = found->as_boolean())
        return Placed{value->get(), catalogue::place_of(*found)};
    wrong_type(*found, key, "true or false", "write true or false without quotes");
    return std::nullopt;
}

Maybe<Date> TableReader::date(std::string_view key, Need need) {
    const toml::node* found = node(key, need, "2024-10-08");
    if (found == nullptr)
        return std::nullopt;
    if (const auto* value = found->as_date()) {
        const toml::date day = value->get();
        return Placed{Date{std::chrono::year{day.year}, std::chrono::month{day.month}, std::chrono::day{day.day}},
                      catalogue::place_of(*found)};
    }
    wrong_type(*found, key, "a date", "write a day as YYYY-MM-DD, without quotes or time");
    return std::nullopt;
}

std::vector<Placed<std::string_view>> TableReader::texts(std::string_view key, Need need) {
    std::vector<Placed<std::string_view>> result;
    const toml::node* found = node(key, need, "[\"...\"]");
    if (found == nullptr)
        return result;
    const toml::array* list = found->as_array();
    if (list == nullptr) {
        wrong_type(*found, key, "a list of texts", "put it between square brackets: [\"...\"]");
        return result;
    }
    for (const toml::node& item : *list) {
        if (const auto value = text_of(item, key))
            result.push_back(*value);
    }
    return result;
}

std::span<const std::string_view> TableReader::kept_texts(std::string_view key, Need need) {
    const auto placed = texts(key, need);
    std::vector<std::string_view> kept;
    kept.reserve(placed.size());
    for (const auto& text : placed)
        kept.push_back(text.value);
    return reading_.storage.keep(kept);
}

std::vector<Placed<std::string_view>> TableReader::all_keys() const {
    std::vector<Placed<std::string_view>> keys;
    for (const auto& [key, value] : *table_)
        keys.push_back({key.str(), place_of_key(key.str())});
    return keys;
}

void TableReader::refuse_unknown_keys() const {
    for (const auto& [key, value] : *table_) {
        if (std::ranges::find(known_, key.str()) != known_.end())
            continue;
        if (reading_.report.is_full()) {
            reading_.report.add(Code::unknown_key, place_of_key(key.str()), {});
            continue;
        }
        const auto meant = text::nearest(key.str(), known_);
        std::vector<std::string> names(known_.begin(), known_.end());
        reading_.report.add(Code::unknown_key, place_of_key(key.str()),
                            what_ + " has no key " + text::quoted(key.str()) + text::did_you_mean(key.str(), known_),
                            (meant ? "write '" + std::string{*meant} + "'; the" : "the") +
                                std::string{" keys here are "} + text::listed(names));
    }
}

} // namespace ptf_fees::catalogue
