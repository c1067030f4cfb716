#pragma once
// The border between the program and the module that writes workbooks (a shared object, loaded only when a workbook is
// wanted): plain values and functions that throw nothing. The only header here that the program includes.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ptf_fees::workbook {

/// Raised with every change below, so that a module of another build is refused rather than misunderstood.
inline constexpr std::uint32_t border_version = 4;

/// The file of the module, and the function in it that gives its Module.
inline constexpr std::string_view module_file = "ptf_fees_workbook.so";
inline constexpr const char* module_entry = "ptf_fees_workbook_module";

/// What the format holds: rows of a sheet (its header counted), columns, and UTF-16 units of a cell.
inline constexpr std::uint64_t most_rows = 1'048'576;
inline constexpr std::size_t most_columns = 16'384;
inline constexpr std::size_t longest_text = 32'767;

/// Amounts up to this many cents are numbers. Cells are binary floating point and spreadsheets show 15 digits of them:
/// up to here both give back every cent; a larger amount is written as text.
inline constexpr std::int64_t largest_number = 1'000'000'000'000'000;

enum class Kind : std::uint32_t {
    empty,
    text,               ///< stays text, whatever it looks like
    heading,            ///< text in bold
    count,              ///< a whole number
    amount,             ///< cents
    heading_of_numbers, ///< a heading that is to be above numbers
    date,               ///< days since 1899-12-30
    link,               ///< the address of a page
};

/// A cell of a row. `text` ends with a NUL, is UTF-8 that XML can hold and not longer than longest_text; what looks
/// like an escape of the format in it (_x0041_) is escaped itself. Of an amount it is the decimal number.
struct Cell {
    Kind kind;
    std::uint32_t format; ///< of an amount: index into Request::amount_formats
    const char* text;
    std::int64_t value; ///< of count, amount and date
};

/// A sheet of a workbook to be made.
struct Sheet {
    const char* name;
    bool has_header; ///< row 0 is a header, which stays in sight and filters
};

/// A workbook to be made.
struct Request {
    int descriptor;     ///< an empty file, open for reading and writing, that becomes the workbook
    const char* folder; ///< where the module's own temporary files go
    const Sheet* sheets;
    std::size_t sheet_count;
    const char* const* amount_formats; ///< number formats, as spreadsheets write them: "$"#,##0.00
    std::size_t amount_format_count;
    std::int64_t created; ///< seconds since 1970-01-01 UTC
    const char* title;
};

/// A chart of columns on a sheet, below the rows that it has by then: names and amounts are in these columns of its
/// rows [first, last].
struct Chart {
    std::size_t sheet; ///< index into Request::sheets
    const char* title;
    std::uint32_t first_row;
    std::uint32_t last_row;
    std::uint16_t name_column;
    std::uint16_t amount_column;
};

/// Results that are not an errno: what was written is incomplete without any error; a sheet grew beyond 4 GB; it has
/// all its rows.
inline constexpr int cut_short = -1;
inline constexpr int too_large = -2;
inline constexpr int sheet_full = -3;

struct Book; ///< the module's own

/// What the module can do. Every result is 0, an errno or one of the above; after one other than 0 a book can only be
/// discarded.
struct Module {
    std::uint32_t version; ///< border_version
    std::uint32_t unused;
    std::uint64_t most_rows; ///< of a sheet

    int (*open)(const Request* request, Book** book) noexcept;
    int (*add_row)(Book* book, std::size_t sheet, const Cell* cells, std::size_t count) noexcept;
    int (*add_chart)(Book* book, const Chart* chart) noexcept;

    /// Writes the file, and proves that it is whole. The book is gone, whatever the result.
    int (*close)(Book* book) noexcept;
    void (*discard)(Book* book) noexcept;
};

/// The program's memory. The library that writes workbooks does not survive an allocation that fails: it goes on
/// without a cell, or crashes. So the module, and the libraries that it uses, allocate here, and where nothing is left
/// the program ends in order.
struct Memory {
    void* (*allocate)(std::size_t size);
    void* (*allocate_cleared)(std::size_t number, std::size_t size);
    void* (*reallocate)(void* before, std::size_t size);
    void (*end_program)() noexcept; ///< does not return
};

using ModuleEntry = const Module* (*)(const Memory* memory) noexcept;

} // namespace ptf_fees::workbook
