// Floor 2, batch: one sentence each, what was found and what to do. They depend on the record alone, so they are the
// same whatever the chunks.
#include "batch/row_faults.h"

#include "batch/csv_record.h"

#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

namespace ptf_fees::batch {
namespace {

std::string number_of(std::uint64_t number) {
    return text::grouped(static_cast<std::int64_t>(number));
}

/// The first quote that closes the cell at the beginning of `text`; npos where none does.
std::size_t closing_quote(std::string_view text) noexcept {
    std::size_t at = text.find('"', 1);
    while (at != std::string_view::npos && at + 1 < text.size() && text[at + 1] == '"')
        at = text.find('"', at + 2);
    return at;
}

} // namespace

std::string quote_fault(std::string_view line, char separator) {
    std::size_t cell = 1;
    while (true) {
        std::size_t end = line.find(separator);
        if (line.starts_with('"')) {
            const std::size_t closing = closing_quote(line);
            if (closing == std::string_view::npos)
                return "cell " + number_of(cell) +
                       " begins with a quote that is not closed as it must be: close it, or " +
                       "write each quote that belongs to a quoted cell twice";
            if (closing + 1 < line.size() && line[closing + 1] != separator)
                return "cell " + number_of(cell) +
                       " goes on after its closing quote: write each quote that belongs to a " + "quoted cell twice";
            end = closing + 1 < line.size() ? closing + 1 : std::string_view::npos;
        }
        if (end == std::string_view::npos)
            return "a quote is not closed as it must be: write each quote that belongs to a quoted cell twice";
        line.remove_prefix(end + 1);
        ++cell;
    }
}

std::string width_fault(std::string_view record, std::size_t cells, std::size_t width) {
    const std::string found = "the row has " + text::counted(static_cast<std::int64_t>(cells), "cell", "cells") +
                              " where the header has " + number_of(width);
    if (cells < width)
        return found + ": the missing ones are left empty here";
    const std::string extra = cells - width == 1 ? "the last one is" : "the last " + number_of(cells - width) + " are";
    const bool curly = record.contains("\u201C") || record.contains("\u201D") || record.contains("\u201E");
    return found + ": " + extra + " dropped here; put a cell that contains a separator between " +
           (curly ? "straight quotes (\"), which curly ones are not" : "quotes");
}

std::string blank_fault() {
    return "the row is blank: remove the line, or fill it in";
}

std::string header_fault() {
    return "the row repeats the header: remove it";
}

std::string total_fault() {
    return "the row looks like a total; give the row a tier to have it quoted";
}

std::string length_fault(std::uint64_t bytes) {
    return "the line is " + number_of(bytes) + " bytes long where a record may have " + number_of(longest_record) +
           ": only its beginning is kept here";
}

std::string encoding_fault(std::string_view name, std::string_view what) {
    return "the cell in column " + text::quoted(name) + " is not UTF-8, which " + std::string{what} +
           " must be: convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8";
}

} // namespace ptf_fees::batch
