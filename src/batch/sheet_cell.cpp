// Floor 2, batch: a workbook holds XML characters in cells of a limited length, and reads _x0041_ in them as an A.
#include "batch/sheet_cell.h"

#include "batch/row_faults.h"

#include "text/ascii.h"
#include "text/decimal.h"
#include "text/escape.h"
#include "text/names.h"
#include "text/utf8.h"
#include "workbook/border.h"

#include <algorithm>

namespace ptf_fees::batch {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Whether XML has no such character, not even as an escape.
constexpr bool is_no_character(char32_t code) noexcept {
    return code == 0 || code == 0xFFFE || code == 0xFFFF;
}

/// Whether `text` begins like an escape of the format: "_x0041_".
bool begins_as_escape(std::string_view text) noexcept {
    constexpr std::size_t size = 7;
    return text.size() >= size && text.starts_with("_x") && text[size - 1] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, text::is_hex_digit);
}

/// A character of a cell: what it is in the input, and how it is written.
struct SheetChar {
    std::size_t size; ///< bytes in the input
    std::string_view written;
    std::size_t units; ///< UTF-16 units of what is written
    bool valid;        ///< false: something else is written for it
};

SheetChar next_char(std::string_view text) noexcept {
    constexpr std::string_view escaped_underscore = "_x005F_";
    if (text.front() == '_' && begins_as_escape(text))
        return {1, escaped_underscore, escaped_underscore.size(), true};
    const text::Utf8Char found = text::first_char(text);
    if (is_no_character(found.code)) // as NUL is, which what is not UTF-8 is decoded to
        return {std::max<std::size_t>(found.size, 1), replacement_character, 1, false};
    constexpr char32_t last_of_one_unit = 0xFFFF;
    return {found.size, text.substr(0, found.size), found.code > last_of_one_unit ? std::size_t{2} : 1, true};
}

} // namespace

bool sheet_surely_holds(std::string_view record) noexcept {
    using namespace std::string_view_literals;
    return record.size() <= workbook::longest_text && text::is_utf8(record) && record.find('\0') == record.npos &&
           record.find("_x"sv) == record.npos && record.find("\xEF\xBF\xBE"sv) == record.npos &&
           record.find("\xEF\xBF\xBF"sv) == record.npos;
}

std::string sheet_fault(std::string_view text, std::string_view name) {
    if (!text::is_utf8(text))
        return encoding_fault(name, "a workbook");
    std::size_t units = 0;
    bool valid = true;
    for (std::string_view rest = text; !rest.empty();) {
        const SheetChar next = next_char(rest);
        units += next.units;
        valid = valid && next.valid;
        rest.remove_prefix(next.size);
    }
    const std::string cell = "the cell in column " + text::quoted(name);
    if (!valid)
        return cell + " has a character that no workbook can hold (NUL, U+FFFE or U+FFFF): remove it, or write csv";
    if (units > workbook::longest_text)
        return cell + " is " + text::grouped(static_cast<std::int64_t>(units)) +
               " characters long where a workbook holds " +
               text::grouped(static_cast<std::int64_t>(workbook::longest_text)) + ": shorten it, or write csv";
    return {};
}

void append_to_sheet(std::string& out, std::string_view text) {
    if (sheet_surely_holds(text)) {
        out += text;
        return;
    }
    std::size_t units = 0;
    while (!text.empty()) {
        const SheetChar next = next_char(text);
        units += next.units;
        if (units > workbook::longest_text)
            return;
        out += next.written;
        text.remove_prefix(next.size);
    }
}

std::string sheet_line(std::uint64_t line) {
    return std::to_string(line) + '\0';
}

} // namespace ptf_fees::batch
