// The module of workbooks: its entry point. Nothing is thrown past here.
#include "workbook/book.h"
#include "workbook/memory.h"

#include <cerrno>
#include <memory>
#include <new>

namespace ptf_fees::workbook {
namespace {

template <typename Work>
int guarded(const Work& work) noexcept {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return ENOMEM;
    }
}

int open_book(const Request* request, Book** book) noexcept {
    return guarded([&] {
        auto made = std::make_unique<Book>();
        const int result = begin(*made, *request);
        *book = result == 0 ? made.release() : nullptr;
        return result;
    });
}

int add_row_to(Book* book, std::size_t sheet, const Cell* cells, std::size_t count) noexcept {
    return guarded([&] { return add_row(*book, sheet, cells, count); });
}

int add_chart_to(Book* book, const Chart* chart) noexcept {
    return guarded([&] { return add_chart(*book, *chart); });
}

int close_book(Book* book) noexcept {
    const std::unique_ptr<Book> closed{book};
    return guarded([&] { return close(*closed); });
}

void discard_book(Book* book) noexcept {
    delete book;
}

constexpr Module module{.version = border_version,
                        .unused = 0,
                        .most_rows = most_rows,
                        .open = open_book,
                        .add_row = add_row_to,
                        .add_chart = add_chart_to,
                        .close = close_book,
                        .discard = discard_book};

} // namespace
} // namespace ptf_fees::workbook

extern "C" __attribute__((visibility("default"))) const ptf_fees::workbook::Module*
ptf_fees_workbook_module(const ptf_fees::workbook::Memory* memory) noexcept {
    ptf_fees::workbook::use_memory(*memory);
    return &ptf_fees::workbook::module;
}
