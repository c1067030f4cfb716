// The program's side of the border: the module is loaded, told what to write, and what it made is handed on.
#include "workbook/file.h"

#include "platform/module.h"
#include "platform/output.h"
#include "platform/scratch.h"
#include "platform/signals.h"
#include "text/names.h"
#include "text/width.h"
#include "text/words.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstdlib>

namespace ptf_fees::workbook {
namespace {

constexpr std::string_view otherwise = ", or write csv (-o FILE.csv), which every spreadsheet opens";

std::unexpected<std::string> refused(std::string_view why, std::string_view remedy) {
    return std::unexpected{std::string{why} + ": " + std::string{remedy} + std::string{otherwise}};
}

} // namespace

#ifdef PTF_FEES_WORKBOOK_FOLDER

namespace {

void end_without_memory() noexcept {
    platform::end_at_once(5, platform::memory_ran_out);
}

constexpr Memory memory{.allocate = std::malloc,
                        .allocate_cleared = std::calloc,
                        .reallocate = std::realloc,
                        .end_program = end_without_memory};

} // namespace

std::expected<const Module*, std::string> load_module() {
    const auto beside = platform::program_folder();
    if (!beside) // a relative path would load whatever lies in the working directory
        return refused("the module that writes workbooks is looked for by the program's own path, which the system "
                       "does not tell",
                       "mount /proc");
    const std::filesystem::path installed = (*beside / PTF_FEES_WORKBOOK_FOLDER).lexically_normal();
    for (const auto& folder : {*beside, installed}) {
        const std::filesystem::path path = folder / module_file;
        std::error_code none;
        if (!std::filesystem::exists(path, none))
            continue;
        const auto entry = platform::load_symbol(path, module_entry);
        if (!entry)
            return refused("the module that writes workbooks cannot be loaded (" + text::printable(entry.error()) + ")",
                           "install libxlsxwriter (Debian: apt install libxlsxwriter4 zlib1g)");
        const Module* const module = std::bit_cast<ModuleEntry>(*entry)(&memory);
        if (module->version != border_version)
            return refused(text::quoted(text::printable(path.string())) + " belongs to another build of ptf-fees",
                           "install both again");
        return module;
    }
    return refused("the module that writes workbooks is neither beside the program nor in " +
                       text::quoted(text::printable(installed.string())),
                   "install ptf-fees again");
}

#else

std::expected<const Module*, std::string> load_module() {
    return refused("this build of ptf-fees writes no workbooks",
                   "install its Debian package, or build it where libxlsxwriter is (Debian: apt install "
                   "libxlsxwriter-dev zlib1g-dev)");
}

#endif

Value text_value(std::string_view text) {
    return {Kind::text, std::string{text}};
}

Value heading(std::string_view text) {
    return {Kind::heading, std::string{text}};
}

Value count_value(std::uint64_t number) {
    const auto value = static_cast<std::int64_t>(number);
    return {Kind::count, text::grouped(value), value};
}

Value link(std::string_view url) {
    return {Kind::link, std::string{url}};
}

Value amount_value(text::wide cents, std::uint32_t format) {
    if (cents > largest_number || cents < -largest_number)
        return text_value(text::plain(cents));
    return {Kind::amount, text::plain(cents), static_cast<std::int64_t>(cents), format};
}

Value day_value(Date date) {
    constexpr std::int64_t first_of_1970 = 25'569;
    constexpr std::int64_t first_agreed = 61;
    const std::int64_t number = first_of_1970 + std::chrono::sys_days{date}.time_since_epoch().count();
    return {number < first_agreed ? Kind::text : Kind::date, text::iso(date), number};
}

void align_headings(std::vector<std::vector<Value>>& rows) {
    for (std::size_t row = 0; row + 1 < rows.size(); ++row)
        for (std::size_t i = 1; i < std::min(rows[row].size(), rows[row + 1].size()); ++i) {
            const Kind below = rows[row + 1][i].kind;
            if (rows[row][i].kind == Kind::heading && (below == Kind::count || below == Kind::amount))
                rows[row][i].kind = Kind::heading_of_numbers;
        }
}

std::string amount_format(std::string_view currency) {
    std::string nothing = text::for_people(Money{}, currency);
    nothing.pop_back();
    return '"' + nothing + "\"#,##0.00";
}

std::expected<File, platform::SystemError> File::begin(const Module& module, const Layout& layout,
                                                       const std::optional<std::filesystem::path>& folder,
                                                       const std::string& name) {
    File made;
    made.module_ = &module;
    const std::string temporaries = folder.value_or(platform::temporary_folder()).string();
    made.name_ = folder ? name : temporaries + " (TMPDIR)";
    made.rows_.resize(layout.sheets.size());
    auto scratch = platform::open_scratch(folder);
    if (!scratch)
        return std::unexpected{scratch.error()};
    made.scratch_ = {std::move(*scratch), made.name_};
    std::vector<const char*> formats;
    for (const std::string& format : layout.amount_formats)
        formats.push_back(format.c_str());
    const auto day = std::chrono::sys_days{layout.created}.time_since_epoch();
    const Request request{.descriptor = made.scratch_.descriptor.number(),
                          .folder = temporaries.c_str(),
                          .sheets = layout.sheets.data(),
                          .sheet_count = layout.sheets.size(),
                          .amount_formats = formats.data(),
                          .amount_format_count = formats.size(),
                          .created = std::chrono::seconds{day}.count(),
                          .title = layout.title.c_str()};
    const platform::SignalsHeld held; // the module's temporary files have names for a moment
    Book* book = nullptr;
    if (const int result = module.open(&request, &book); result != 0)
        return std::unexpected{made.failure(result)};
    made.book_ = {book, DiscardBook{&module}};
    return made;
}

File::Written File::add_row(std::size_t sheet, std::span<const Cell> cells) {
    std::uint64_t& rows = rows_[sheet];
    const int result =
        rows == module_->most_rows ? sheet_full : module_->add_row(book_.get(), sheet, cells.data(), cells.size());
    rows += result == 0 ? 1 : 0;
    return written(result);
}

File::Written File::add_row(std::size_t sheet, std::span<const Value> values) {
    std::vector<Cell> cells;
    for (const Value& value : values)
        cells.push_back({value.text.empty() ? Kind::empty : value.kind, value.format, value.text.c_str(), value.value});
    return add_row(sheet, cells);
}

File::Written File::add_chart(const Chart& chart) {
    return written(module_->add_chart(book_.get(), &chart));
}

File::Written File::finish(const std::function<Written(std::string_view)>& take) {
    {
        const platform::SignalsHeld held; // the module's temporary files have names for a moment
        if (auto closed = written(module_->close(book_.release())); !closed)
            return closed;
    }
    std::vector<char> room(std::size_t{1} << 20U);
    while (true) {
        const auto size = platform::read_full(scratch_, room);
        if (!size)
            return std::unexpected{size.error()};
        if (*size == 0)
            return {};
        if (auto taken = take({room.data(), *size}); !taken)
            return taken;
    }
}

File::Written File::written(int result) const {
    return result == 0 ? Written{} : std::unexpected{failure(result)};
}

platform::SystemError File::failure(int result) const {
    const std::string cannot = "cannot write " + text::quoted(name_) + ": ";
    if (result == cut_short)
        return {EIO, cannot + "a temporary file there is incomplete: make room on the disk"};
    if (result == too_large)
        return {EFBIG, cannot + "a sheet would be larger than 4 GB, which a workbook cannot be: write csv (-o "
                                "FILE.csv), or split the input"};
    if (result == sheet_full)
        return {EFBIG, cannot + "a sheet of a workbook has room for " +
                           text::grouped(static_cast<std::int64_t>(module_->most_rows - 1)) +
                           " rows below its header, and there are more: write csv (-o FILE.csv), or split the input"};
    if (result == ENOMEM)
        return {ENOMEM, {}};
    return platform::system_error(result, "write", name_);
}

} // namespace ptf_fees::workbook
