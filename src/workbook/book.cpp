// The module of workbooks: the only place that knows libxlsxwriter. In its constant-memory mode each row goes to a
// temporary file of its sheet as soon as the next one begins; whatever the library does not report (a full disk while
// it writes there, for one) is looked for here and by the proof of the finished file.
#include "workbook/book.h"

#include "workbook/proof.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <span>

namespace ptf_fees::workbook {
namespace {

/// While it lives, nothing that the library prints about a failure is seen: the caller says it in one sentence.
class LibrarySilenced {
public:
    LibrarySilenced() noexcept : before_{stderr}, nowhere_{std::fopen("/dev/null", "w")} {
        if (nowhere_ != nullptr)
            stderr = nowhere_;
    }
    ~LibrarySilenced() {
        stderr = before_;
        if (nowhere_ != nullptr)
            std::fclose(nowhere_);
    }
    LibrarySilenced(const LibrarySilenced&) = delete;
    LibrarySilenced& operator=(const LibrarySilenced&) = delete;

private:
    std::FILE* before_;
    std::FILE* nowhere_;
};

int errno_or(int otherwise) noexcept {
    return errno != 0 ? errno : otherwise;
}

/// What went wrong where the library says `error`; errno may know better.
int result_of(lxw_error error) noexcept {
    if (error == LXW_NO_ERROR)
        return 0;
    return error == LXW_ERROR_MEMORY_MALLOC_FAILED ? ENOMEM : errno_or(EIO);
}

/// Characters of UTF-8.
std::size_t characters(const char* text) noexcept {
    std::size_t count = 0;
    for (; *text != '\0'; ++text)
        count += (static_cast<unsigned char>(*text) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

/// An amount as a cell holds it, which is binary floating point in every workbook: the nearest one to the decimal
/// number. Up to largest_number its distance is less than half a cent and less than what 15 digits show.
double as_number(std::int64_t cents) noexcept {
    constexpr double cents_of_unit = 100.0;
    return static_cast<double>(cents) / cents_of_unit;
}

constexpr std::size_t longest_link = 2000; // the format's own limit is 2,079 characters, some of which it escapes

lxw_error write_cell(Book& book, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell) {
    switch (cell.kind) {
    case Kind::empty:
        return LXW_NO_ERROR;
    case Kind::count:
        return worksheet_write_number(sheet, row, column, static_cast<double>(cell.value), book.count);
    case Kind::amount:
        if (cell.value >= -largest_number && cell.value <= largest_number)
            return worksheet_write_number(sheet, row, column, as_number(cell.value), book.amounts[cell.format]);
        return worksheet_write_string(sheet, row, column, cell.text, nullptr);
    case Kind::date:
        return worksheet_write_number(sheet, row, column, static_cast<double>(cell.value), book.date);
    case Kind::link:
        if (characters(cell.text) <= longest_link)
            return worksheet_write_url(sheet, row, column, cell.text, nullptr);
        return worksheet_write_string(sheet, row, column, cell.text, nullptr);
    case Kind::text:
        return worksheet_write_string(sheet, row, column, cell.text, nullptr);
    case Kind::heading:
        return worksheet_write_string(sheet, row, column, cell.text, book.heading);
    case Kind::heading_of_numbers:
        return worksheet_write_string(sheet, row, column, cell.text, book.heading_of_numbers);
    }
    return LXW_ERROR_PARAMETER_VALIDATION;
}

lxw_format* format_of(lxw_workbook* workbook, const char* number) {
    lxw_format* const format = workbook_add_format(workbook);
    if (format != nullptr && number != nullptr)
        format_set_num_format(format, number);
    return format;
}

bool add_formats(Book& book, std::span<const char* const> amount_formats) {
    book.heading = format_of(book.workbook, nullptr);
    book.count = format_of(book.workbook, "#,##0");
    for (const char* number : amount_formats)
        book.amounts.push_back(format_of(book.workbook, number));
    book.heading_of_numbers = format_of(book.workbook, nullptr);
    book.date = format_of(book.workbook, "yyyy-mm-dd");
    if (book.heading == nullptr || book.count == nullptr || book.heading_of_numbers == nullptr ||
        book.date == nullptr || std::ranges::find(book.amounts, nullptr) != book.amounts.end())
        return false;
    for (lxw_format* heading : {book.heading, book.heading_of_numbers}) {
        format_set_bold(heading);
        format_set_bottom(heading, LXW_BORDER_THIN);
    }
    format_set_align(book.heading_of_numbers, LXW_ALIGN_RIGHT);
    format_set_align(book.date, LXW_ALIGN_LEFT);
    return true;
}

/// What can be said of a sheet only at its end: widths, what its filter covers, and how it is printed.
void finish_sheet(const SheetState& state) {
    constexpr std::size_t narrowest = 8;
    constexpr std::size_t widest = 60;
    constexpr std::size_t margin = 2;
    for (std::size_t i = 0; i < state.widths.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        const std::size_t width = std::clamp(state.widths[i] + margin, narrowest, widest);
        worksheet_set_column(state.sheet, column, column, static_cast<double>(width), nullptr);
    }
    // On paper: as wide as one page, as long as it takes.
    worksheet_set_landscape(state.sheet);
    worksheet_fit_to_pages(state.sheet, 1, 0);
    if (!state.has_header || state.widths.empty())
        return;
    worksheet_freeze_panes(state.sheet, 1, 0);
    worksheet_autofilter(state.sheet, 0, 0, static_cast<lxw_row_t>(std::max<std::uint64_t>(state.rows, 1) - 1),
                         static_cast<lxw_col_t>(state.widths.size() - 1));
    worksheet_repeat_rows(state.sheet, 0, 0);
    // An id of digits is text on purpose.
    worksheet_ignore_errors(state.sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

/// Writes the last rows out and counts their bytes.
int closing(SheetState& state) {
    errno = 0;
    lxw_worksheet_write_single_row(state.sheet);
    std::FILE* const rows = state.sheet->optimize_tmpfile;
    if (std::fflush(rows) != 0 || std::ferror(rows) != 0)
        return errno_or(EIO);
    const long bytes = std::ftell(rows);
    if (bytes < 0)
        return errno_or(EIO);
    constexpr long largest_sheet = 4'000'000'000; // what a zip file without extensions holds, less what surrounds it
    if (bytes > largest_sheet)
        return too_large;
    state.row_bytes = static_cast<std::uint64_t>(bytes);
    return 0;
}

} // namespace

Book::~Book() {
    if (workbook == nullptr)
        return;
    for (const SheetState& state : sheets) // the library leaves these to workbook_close
        if (state.sheet != nullptr && state.sheet->optimize_tmpfile != nullptr)
            std::fclose(state.sheet->optimize_tmpfile);
    lxw_workbook_free(workbook);
}

int begin(Book& book, const Request& request) {
    const LibrarySilenced silenced;
    book.descriptor = request.descriptor;
    book.folder = request.folder;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = book.folder.data();
    errno = 0;
    const std::string path = "/dev/fd/" + std::to_string(request.descriptor);
    book.workbook = workbook_new_opt(path.c_str(), &options);
    if (book.workbook == nullptr || !add_formats(book, {request.amount_formats, request.amount_format_count}))
        return errno_or(ENOMEM);
    for (const Sheet& sheet : std::span{request.sheets, request.sheet_count}) {
        lxw_worksheet* const added = workbook_add_worksheet(book.workbook, sheet.name);
        if (added == nullptr)
            return errno_or(ENOMEM);
        book.sheets.push_back({.sheet = added, .has_header = sheet.has_header});
    }
    std::string title = request.title;
    std::string author = "ptf-fees";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.created = request.created == 0 ? 1 : request.created; // the library takes 0 for "now"
    return result_of(workbook_set_properties(book.workbook, &properties));
}

int add_row(Book& book, std::size_t sheet, const Cell* cells, std::size_t count) {
    SheetState& state = book.sheets[sheet];
    if (state.rows == most_rows)
        return sheet_full;
    const auto row = static_cast<lxw_row_t>(state.rows++);
    if (state.widths.size() < count)
        state.widths.resize(count);
    errno = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Cell& cell = cells[i];
        if (const lxw_error error = write_cell(book, state.sheet, row, static_cast<lxw_col_t>(i), cell);
            error != LXW_NO_ERROR)
            return result_of(error);
        if (cell.kind != Kind::empty)
            state.widths[i] = std::max(state.widths[i], characters(cell.text));
    }
    return std::ferror(state.sheet->optimize_tmpfile) != 0 ? errno_or(EIO) : 0;
}

int add_chart(Book& book, const Chart& wish) {
    const SheetState& state = book.sheets[wish.sheet];
    errno = 0;
    lxw_chart* const chart = workbook_add_chart(book.workbook, LXW_CHART_COLUMN);
    lxw_chart_series* const series = chart == nullptr ? nullptr : chart_add_series(chart, nullptr, nullptr);
    if (series == nullptr)
        return errno_or(ENOMEM);
    chart_series_set_categories(series, state.sheet->name, wish.first_row, wish.name_column, wish.last_row,
                                wish.name_column);
    chart_series_set_values(series, state.sheet->name, wish.first_row, wish.amount_column, wish.last_row,
                            wish.amount_column);
    chart_title_set_name(chart, wish.title);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    const auto below = static_cast<lxw_row_t>(state.rows + 1);
    return result_of(worksheet_insert_chart(state.sheet, below, 0, chart));
}

int close(Book& book) {
    const LibrarySilenced silenced;
    std::vector<std::uint64_t> row_bytes;
    for (SheetState& state : book.sheets) {
        if (const int result = closing(state); result != 0)
            return result;
        row_bytes.push_back(state.row_bytes);
        finish_sheet(state);
    }
    errno = 0;
    lxw_workbook* const workbook = book.workbook;
    book.workbook = nullptr; // the library frees it, whatever comes of it
    if (const int result = result_of(workbook_close(workbook)); result != 0)
        return result;
    return proof(book.descriptor, row_bytes);
}

} // namespace ptf_fees::workbook
