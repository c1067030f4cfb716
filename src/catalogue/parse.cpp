// Floor 2, catalogue: the one call of the TOML parser, after the guards, and its one error made readable.
// toml++ throws at the first syntax error, so such a file has one finding.

#define TOML_IMPLEMENTATION
#include "catalogue/parse.h"

#include "catalogue/guards.h"
#include "text/ascii.h"
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
        description.remove_prefix(colon + 2); // toml++ writes one after what it was parsing
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

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, false, text::continues_character));
}

/// `line` up to (not including) the character `column`.
std::string_view line_before(std::string_view line, std::size_t column) {
    std::size_t seen = 0;
    const auto end =
        std::ranges::find_if(line, [&](char byte) { return !text::continues_character(byte) && ++seen == column; });
    return {line.begin(), end};
}

/// toml++ reports a key that is written twice at its value. This is the column of the key: before the '=' the last run
/// of what a key may be made of.
std::size_t column_of_key(std::string_view line, std::size_t value) {
    constexpr std::string_view blanks = " \t";
    std::string_view before = line_before(line, value);
    before = before.substr(0, before.find_last_not_of(blanks) + 1);
    if (!before.ends_with('='))
        return value;
    before.remove_suffix(1);
    before = before.substr(0, before.find_last_not_of(blanks) + 1);
    const auto quoted = before.ends_with('"') || before.ends_with('\'');
    const auto opening =
        quoted ? before.substr(0, before.size() - 1).find_last_of(before.back()) : std::string_view::npos;
    const auto separator = quoted ? opening - 1 : before.find_last_of(" \t{,=");
    return characters(before.substr(0, separator == std::string_view::npos ? 0 : separator + 1)) + 1;
}

/// How many digits `text` begins with.
std::size_t digits_before(std::string_view text) {
    return std::min(text.find_first_not_of("0123456789"), text.size());
}

/// The first value of `line` that is a number with commas between its groups of three ("= 1,500"); empty where none is.
std::string_view number_with_commas(std::string_view line) {
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quote != 0 || line[i] == '"' || line[i] == '\'') {
            quote = quote == 0 ? line[i] : quote == line[i] ? '\0' : quote;
            continue;
        }
        if (line[i] != '=')
            continue;
        const std::string_view value = line.substr(std::min(line.find_first_not_of(" \t", i + 1), line.size()));
        std::size_t size = digits_before(value);
        if (size == 0 || size > 3)
            continue;
        const std::size_t first = size;
        while (size < value.size() && value[size] == ',' && digits_before(value.substr(size + 1)) == 3)
            size += 4;
        if (size > first)
            return value.substr(0, size);
    }
    return {};
}

/// Adds what is wrong at `place`, where the parser stopped.
void report_syntax(Place place, std::string_view description, Report& report) {
    std::string_view line = report.line(place.line);
    line = line.substr(0, line.find('\r')); // alone, it ends no line
    if (const std::string_view number = number_with_commas(line); !number.empty()) {
        std::string written{number};
        std::ranges::replace(written, ',', '_');
        place.column = characters({line.begin(), number.begin()}) + 1;
        report.add(Code::not_toml, place, "the number " + std::string{number} + " has a comma, which ends a TOML value",
                   "write " + written + ", with underscores or nothing between the digits");
        return;
    }
    Explained words = explained(description);
    if (words.message.starts_with("a key is written twice"))
        place.column = column_of_key(line, place.column);
    if (description.find("inline table") != std::string_view::npos &&
        line_before(line, place.column).size() == line.size())
        words = {"a line break inside { }, which TOML does not allow",
                 "write what is between { and } on one line; only a list in [ ] may go over several"};
    report.add(Code::not_toml, place, std::move(words.message), std::move(words.remedy));
}

} // namespace

std::optional<toml::table> parse_toml(std::string_view text, Report& report) {
    if (!fit_to_parse(text, report))
        return std::nullopt;
    if (text.starts_with(text::byte_order_mark))
        text.remove_prefix(text::byte_order_mark.size());
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        const auto& begin = error.source().begin;
        report_syntax({.line = begin.line, .column = begin.column}, error.description(), report);
        return std::nullopt;
    }
}

} // namespace ptf_fees::catalogue
