#pragma once
// A workbook that is being made, row by row in constant memory.

#include "workbook/border.h"

#include <cstdint>
#include <string>
#include <vector>

#include <xlsxwriter.h>

namespace ptf_fees::workbook {

/// How far a sheet has come.
struct SheetState {
    lxw_worksheet* sheet = nullptr;
    bool has_header = false;
    std::uint64_t rows = 0;
    std::vector<std::size_t> widths{}; ///< of its columns: the longest text, in characters
    std::uint64_t row_bytes = 0;       ///< of all rows as XML, once closing() has counted them
};

/// The book that the border speaks of.
struct Book {
    Book() = default;
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book();

    int descriptor = -1;
    std::string folder{};
    lxw_workbook* workbook = nullptr; ///< nullptr once it is closed
    lxw_format* heading = nullptr;
    lxw_format* count = nullptr;
    std::vector<lxw_format*> amounts{};
    lxw_format* heading_of_numbers = nullptr;
    lxw_format* date = nullptr;
    std::vector<SheetState> sheets{};
};

/// The functions of the border. They may throw std::bad_alloc.
[[nodiscard]] int begin(Book& book, const Request& request);
[[nodiscard]] int add_row(Book& book, std::size_t sheet, const Cell* cells, std::size_t count);
[[nodiscard]] int add_chart(Book& book, const Chart& chart);
[[nodiscard]] int close(Book& book);

} // namespace ptf_fees::workbook
