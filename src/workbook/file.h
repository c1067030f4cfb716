#pragma once
// A workbook that is being made, on the program's side of the border: where the module is, the temporary file that
// becomes the workbook, and what is said when it cannot.

#include "platform/descriptor.h"
#include "ptf_fees/schedule.h"
#include "text/decimal.h"
#include "workbook/border.h"

#include <expected>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::workbook {

/// Finds and loads the module: beside the program (a build), or where it was installed. Where it is not there, or is
/// not of this build, one sentence with the remedy.
[[nodiscard]] std::expected<const Module*, std::string> load_module();

/// A cell that owns its text.
struct Value {
    Kind kind = Kind::empty;
    std::string text{};
    std::int64_t value = 0;
    std::uint32_t format = 0;
};

[[nodiscard]] Value text_value(std::string_view text);
[[nodiscard]] Value heading(std::string_view text);
[[nodiscard]] Value count_value(std::uint64_t number);
[[nodiscard]] Value link(std::string_view url);

/// An amount in that number format; one that no cell holds to the cent is text.
[[nodiscard]] Value amount_value(text::wide cents, std::uint32_t format = 0);

/// A day; before 1900-03-01 spreadsheets do not agree on the number of one, and it is text.
[[nodiscard]] Value day_value(Date date);

/// Puts headings above numbers at the right, as these are.
void align_headings(std::vector<std::vector<Value>>& rows);

/// "$"#,##0.00: what precedes an amount for people, in the language of spreadsheets.
[[nodiscard]] std::string amount_format(std::string_view currency);

/// What a workbook is made of.
struct Layout {
    std::vector<Sheet> sheets{};
    std::vector<std::string> amount_formats{};
    std::string title{};
    Date created{};
};

/// Gives a book that was begun back to the module.
struct DiscardBook {
    const Module* module = nullptr;
    void operator()(Book* book) const noexcept { module->discard(book); }
};

/// The file. After a failure it can only be discarded.
class File {
public:
    using Written = std::expected<void, platform::SystemError>;

    /// Begins it in a temporary file in `folder`, or in the system's folder for those; `name` is what is to become of
    /// it and is named where that fails.
    [[nodiscard]] static std::expected<File, platform::SystemError>
    begin(const Module& module, const Layout& layout, const std::optional<std::filesystem::path>& folder,
          const std::string& name);

    [[nodiscard]] Written add_row(std::size_t sheet, std::span<const Cell> cells);
    [[nodiscard]] Written add_row(std::size_t sheet, std::span<const Value> values);
    [[nodiscard]] Written add_chart(const Chart& chart);

    /// Finishes it and hands its bytes to `take`, piece by piece, as long as that succeeds.
    [[nodiscard]] Written finish(const std::function<Written(std::string_view)>& take);

private:
    [[nodiscard]] platform::SystemError failure(int result) const;
    [[nodiscard]] Written written(int result) const;

    const Module* module_ = nullptr;
    std::unique_ptr<Book, DiscardBook> book_;
    platform::Input scratch_; ///< becomes the file
    std::string name_;        ///< what cannot be written where the disk is full: the output, or the temporary folder
    std::vector<std::uint64_t> rows_;
};

} // namespace ptf_fees::workbook
