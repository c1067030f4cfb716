// Floor 2, catalogue: the one call of the TOML parser, behind the guards, and its one error made readable.
// toml++ throws at the first syntax error, so such a file has one finding.

#define TOML_IMPLEMENTATION
#include "catalogue/parse.h"

#include "catalogue/guards.h"
#include "text/utf8.h"
#include "text/width.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

struct Explained {
    std::string message;
    std::string remedy;
};

/// "Error while parsing string: what" as "this is not TOML: what (in a string)", with a remedy for the usual mistakes.
Explained explained(std::string_view description) {
    constexpr std::string_view prefix = "Error while parsing ";
    std::string where;
    if (description.starts_with(prefix)) {
        const auto colon = description.find(": ");
        where = " (" + std::string{description.substr(prefix.size(), colon - prefix.size())} + ")";
        description.remove_prefix(colon + 2); // toml++ writes one behind what it was parsing
    }
    if (description.starts_with("cannot redefine existing table") || description.ends_with(" as table"))
        return {"a table is defined twice: " + text::printable(description),
                "merge the two; a list of tables is written with double brackets, as in [[tier]]"};
    if (description.starts_with("cannot redefine existing"))
        return {"a key is written twice: " + text::printable(description), "remove one of the two"};
    std::string remedy;
    if (description.find("not representable in 64 bits") != std::string_view::npos)
        remedy = "amounts reach up to 10,000,000,000,000";
    else if (description.starts_with("unescaped control characters"))
        remedy = "close the text with a quote on the same line; write a control character as an escape";
    else if (where == " (date)")
        remedy = "write a day of the calendar as YYYY-MM-DD";
    return {"this is not TOML: " + text::printable(description) + where, remedy};
}

/// `line` up to (not including) the character `column`.
std::string_view line_before(std::string_view text, Place place) {
    for (std::size_t line = 1; line < place.line; ++line)
        text.remove_prefix(text.find('\n') + 1); // by nothing where there is none
    std::size_t column = 0;
    const auto end = std::ranges::find_if(
        text, [&](char byte) { return !text::continues_character(byte) && ++column == place.column; });
    return {text.begin(), end};
}

/// toml++ reports a key that is written twice at its value. This is the place of the key: before the '=' the last run
/// of what a key may be made of.
Place place_of_key(std::string_view text, Place value) {
    constexpr std::string_view blanks = " \t";
    std::string_view before = line_before(text, value);
    before = before.substr(0, before.find_last_not_of(blanks) + 1);
    if (!before.ends_with('='))
        return value;
    before.remove_suffix(1);
    before = before.substr(0, before.find_last_not_of(blanks) + 1);
    const auto quoted = before.ends_with('"') || before.ends_with('\'');
    const auto opening =
        quoted ? before.substr(0, before.size() - 1).find_last_of(before.back()) : std::string_view::npos;
    const auto separator = quoted ? opening - 1 : before.find_last_of(" \t{,=");
    const auto begin = separator == std::string_view::npos ? 0 : separator + 1;
    const auto characters = std::ranges::count(before.substr(0, begin), false, text::continues_character);
    return {.line = value.line, .column = static_cast<std::size_t>(characters) + 1};
}

} // namespace

std::optional<toml::table> parse_toml(std::string_view text, Report& report) {
    if (!fit_to_parse(text, report))
        return std::nullopt;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        Place place{.line = error.source().begin.line, .column = error.source().begin.column};
        Explained words = explained(error.description());
        if (words.message.starts_with("a key is written twice"))
            place = place_of_key(text, place);
        report.add(Code::toml_syntax, place, std::move(words.message), std::move(words.remedy));
        return std::nullopt;
    }
}

} // namespace ptf_fees::catalogue
