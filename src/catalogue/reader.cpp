// Floor 2, catalogue: typed values out of a TOML table. Every mistake is reported at its place and reading goes on,
// so that one run shows them all.

#include "catalogue/reader.h"

#include "text/ascii.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

constexpr std::size_t longest_id = 64;

bool is_id(std::string_view text) noexcept {
    return !text.empty() && text.size() <= longest_id && text::is_letter(text.front()) &&
           std::ranges::all_of(text, [](char c) { return text::is_letter(c) || text::is_digit(c) || c == '-'; });
}

bool is_url(std::string_view text) noexcept {
    const bool known = text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:");
    const auto body = text.find(':') + (text.starts_with("mailto:") ? 1U : 3U);
    return known && text.size() > body && text.find_first_of(" \"<>\\") == std::string_view::npos;
}

bool is_currency(std::string_view text) noexcept {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_membership(std::string_view text) noexcept {
    const auto slash = text.find('/');
    return slash != std::string_view::npos && is_id(text.substr(0, slash)) && is_id(text.substr(slash + 1));
}

/// What a text of some form must fulfil, and what is said where it does not.
struct TextForm {
    bool (*fits)(std::string_view text) noexcept;
    const char* name;
    const char* remedy;
};

TextForm form_of(Text form) {
    switch (form) {
    case Text::any:
        break;
    case Text::id:
        return {is_id, "an id", "use ASCII letters, digits and '-', first a letter, at most 64 characters"};
    case Text::url:
        return {is_url, "an address", "begin it with https://, http:// or mailto: and write blanks as %20"};
    case Text::currency:
        return {is_currency, "a currency", "write the three capitals of ISO 4217, for example USD"};
    case Text::membership:
        return {is_membership, "a membership",
                "write foundation and tier ids with a slash between, for example \"lf/silver\""};
    }
    return {[](std::string_view) noexcept { return true; }, "", ""};
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

} // namespace

Place place_of(const toml::node& node) {
    const auto& begin = node.source().begin;
    // A file without a line has no node that knows its place.
    return {.line = std::max<std::size_t>(begin.line, 1), .column = std::max<std::size_t>(begin.column, 1)};
}

Place TableReader::place_of_key(std::string_view key) const {
    const auto& begin = table_->find(key)->first.source().begin;
    return {.line = begin.line, .column = begin.column};
}

bool TableReader::is_empty_list(std::string_view key) const {
    const toml::array* list = table_->get_as<toml::array>(key);
    return list != nullptr && list->empty();
}

const toml::node* TableReader::node(Key key, std::string_view sample) {
    known_.push_back(key.name);
    const toml::node* found = table_->get(key.name);
    if (found == nullptr && key.need == Need::required)
        report(Code::missing_key, place(), what_ + " lacks the key '" + std::string{key.name} + "'",
               "add " + (sample.starts_with("[[") ? "" : std::string{key.name} + " = ") + std::string{sample});
    return found;
}

std::nullopt_t TableReader::refuse(Value value, Code code, const std::string& says, std::string remedy) const {
    report(code, place_of(value.node), text::quoted(value.key) + " of " + what_ + says, std::move(remedy));
    return std::nullopt;
}

std::nullopt_t TableReader::wrong_type(Value value, const std::string& expected, std::string remedy) const {
    return refuse(value, Code::wrong_type, " is " + name_of_type(value.node) + ", expected " + expected,
                  std::move(remedy));
}

std::optional<std::string_view> TableReader::read_value(Value value, Text form) const {
    const auto* found = value.node.as_string();
    if (found == nullptr)
        return wrong_type(value, "text", "write it between quotes");
    const std::string& text = found->get();
    if (text.find_first_not_of(' ') == std::string::npos)
        return refuse(value, Code::bad_value, " is empty",
                      "say what the source says, or leave the key out where it may be left out");
    if (text::printable(text) != text) // C1 controls, of two bytes, are among those that do not print
        return refuse(value, Code::bad_value, " has a line end or another control character",
                      "write it on one line; a backslash at the end of a line joins it with the next");
    const TextForm wanted = form_of(form);
    if (wanted.fits(text))
        return reading_->storage.keep(text);
    report(Code::bad_value, place_of(value.node), text::quoted(text) + " is not " + wanted.name, wanted.remedy);
    return std::nullopt;
}

std::optional<std::string_view> TableReader::read_value(Value value, PrintedText /*form*/) const {
    const auto text = read_value(value, Text::any);
    const auto characters = text ? std::ranges::count(*text, false, text::continues_character) : 0;
    if (characters <= longest_published)
        return text;
    return refuse(value, Code::published_too_long,
                  " has " + text::grouped(characters) + " characters, expected at most " +
                      text::grouped(longest_published),
                  "quote the line that prints this fee, and name the place in the source's locator");
}

std::optional<Word> TableReader::read_value(Value value, Choice form) const {
    const auto text = read_value(value, Text::any);
    if (!text)
        return std::nullopt;
    const auto found = std::ranges::find(form.words, *text, &Label::text);
    if (found != form.words.end())
        return Word{*text, static_cast<std::size_t>(found - form.words.begin())};
    std::vector<std::string_view> words;
    std::vector<std::string> quoted_words;
    for (const Label& word : form.words) {
        words.push_back(word.text());
        quoted_words.push_back(text::quoted(word.text()));
    }
    return refuse(value, Code::bad_value, " is " + text::quoted(*text) + text::did_you_mean(*text, words),
                  "write " + text::listed(quoted_words, "or"));
}

std::optional<std::int64_t> TableReader::read_value(Value value, AtLeast form) const {
    const auto* found = value.node.as_integer();
    if (found == nullptr)
        return wrong_type(value, "a whole number", "write digits without quotes or point");
    if (found->get() >= form.least)
        return found->get();
    return refuse(value, Code::bad_value,
                  " is " + std::to_string(found->get()) + ", expected " + std::to_string(form.least) + " or more", {});
}

std::optional<bool> TableReader::read_value(Value value, Truth /*form*/) const {
    if (const auto* found = value.node.as_boolean())
        return found->get();
    return wrong_type(value, "true or false", "write true or false without quotes");
}

std::optional<Date> TableReader::read_value(Value value, Day /*form*/) const {
    if (const auto* found = value.node.as_date()) {
        const toml::date day = found->get();
        return Date{std::chrono::year{day.year}, std::chrono::month{day.month}, std::chrono::day{day.day}};
    }
    return wrong_type(value, "a date", "write a day as YYYY-MM-DD, without quotes or time");
}

std::optional<Money> TableReader::read_value(Value value, Amount /*form*/) const {
    constexpr auto remedy = "write whole units (1234) or text with two decimals (\"1234.50\")";
    constexpr std::int64_t largest = largest_scheduled_amount.cents() / 100;
    std::optional<Money> money;
    std::int64_t units = 0; // the sign and the limit are judged on them; a cent beyond the limit is beyond it too
    if (value.node.is_floating_point())
        return refuse(value, Code::float_amount, " is a float, which cannot hold cents exactly", remedy);
    if (const auto* whole = value.node.as_integer()) {
        units = whole->get();
    } else if (const auto* written = value.node.as_string()) {
        const std::string_view text = written->get();
        const bool negative = text.starts_with('-');
        money = text::parse_plain(text.substr(negative ? 1 : 0));
        if (!money)
            return refuse(value, Code::bad_value, " is " + text::quoted(text) + ", which is not an amount",
                          "write digits, a point and two decimals (\"1234.50\"), or whole units without quotes (1234)");
        units = (money->cents() / 100 + (money->cents() % 100 == 0 ? 0 : 1)) * (negative ? -1 : 1);
    } else {
        return wrong_type(value, "an amount", remedy);
    }
    if (units < 0)
        return refuse(value, Code::negative_amount, " is below 0", "write what is paid, 0 or more");
    if (units > largest)
        return refuse(value, Code::amount_too_large, " is beyond " + text::grouped(largest),
                      "write whole currency units, not cents");
    return money ? money : Money::from_units(units);
}

void TableReader::read(Key key, std::span<const std::string_view>& texts, Texts /*form*/) {
    const toml::node* found = node(key, "[\"...\"]");
    if (found == nullptr)
        return;
    const toml::array* list = found->as_array();
    if (list == nullptr) {
        wrong_type({*found, key.name}, "a list of texts", "put it between square brackets: [\"...\"]");
        return;
    }
    std::vector<Placed<std::string_view>> good;
    for (const toml::node& item : *list)
        if (const auto text = read_value({item, key.name}, Text::any))
            good.push_back({*text, place_of(item)});
    const std::span<std::string_view> kept = reading_->storage.array<std::string_view>(good.size());
    for (std::size_t i = 0; i < good.size(); ++i)
        set(kept[i], good[i]);
    texts = kept;
}

std::optional<TableReader> TableReader::table(Key key) {
    const toml::node* found = node(key, "{ ... }");
    if (found == nullptr)
        return std::nullopt;
    const std::string name{key.name};
    if (const toml::table* inner = found->as_table())
        return TableReader{*inner, "the " + name + " of " + what_, *reading_};
    wrong_type({*found, key.name}, "a table", "write it as " + name + " = { ... }");
    return std::nullopt;
}

std::vector<Value> TableReader::items(Key key, std::size_t most, std::string_view sample) {
    std::vector<Value> result;
    const toml::node* found = node(key, sample);
    const toml::array* list = found == nullptr ? nullptr : found->as_array();
    if (found != nullptr && list == nullptr)
        wrong_type({*found, key.name}, "a list",
                   found->is_table() ? "begin each entry with [[" + std::string{key.name} + "]]"
                                     : "put it between square brackets");
    if (list == nullptr)
        return result;
    for (const toml::node& item : *list) {
        if (result.size() == most) {
            report(Code::too_many, place_of(item),
                   what_ + " has more than " + text::grouped(static_cast<std::int64_t>(most)) + " entries under " +
                       text::quoted(key.name) + "; the rest is not read",
                   "no edition of a foundation's terms has that many; is this a fee schedule?");
            break;
        }
        result.push_back({item, key.name});
    }
    return result;
}

std::vector<TableReader> TableReader::tables(Key key, const Rows& form) {
    std::vector<TableReader> result;
    const std::string owner = is_root_ ? "" : " of " + what_;
    const std::string sample = is_root_ ? "[[" + std::string{key.name} + "]]" : "[{ ... }]";
    for (const Value& item : items(key, form.most, sample)) {
        if (const toml::table* inner = item.node.as_table()) {
            const auto* id = inner->get_as<std::string>("id");
            const std::string which = id != nullptr ? text::quoted(id->get()) : std::to_string(result.size() + 1);
            result.emplace_back(*inner, std::string{form.name.text()} + " " + which + owner, *reading_);
        } else {
            wrong_type(item, "a table", "write each entry as { ... }");
        }
    }
    return result;
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
        if (reading_->report.is_full()) {
            report(Code::unknown_key, place_of_key(key.str()), {});
            continue;
        }
        const auto meant = text::nearest(key.str(), known_);
        const std::vector<std::string> names(known_.begin(), known_.end());
        report(Code::unknown_key, place_of_key(key.str()),
               what_ + " has no key " + text::quoted(key.str()) + text::did_you_mean(key.str(), known_),
               (meant ? "write '" + std::string{*meant} + "'; the" : "the") + std::string{" keys here are "} +
                   text::listed(names));
    }
}

} // namespace ptf_fees::catalogue
