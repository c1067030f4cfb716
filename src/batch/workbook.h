#pragma once
// The rows of a batch on their way into a workbook, by way of the module that writes them.

#include "batch/source.h"
#include "batch/tally.h"

#include "platform/output.h"
#include "workbook/file.h"

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ptf_fees::batch {

/// The sheets, in their order.
enum class Sheet : std::uint8_t { quotes, not_quoted, summary };

/// A workbook that is being made. Quoted rows go to the first sheet, all others to the second; the third sums up.
class Workbook {
public:
    /// Begins it: `source` gives the columns, `names` which of them are figures. A refusal where a workbook cannot hold
    /// the header, or no temporary file can be made beside `output`.
    [[nodiscard]] static std::expected<Workbook, Refusal> begin(const workbook::Module& module, const Source& source,
                                                                const Names& names, const Options& options,
                                                                const platform::Output& output);

    /// Adds records as the pipeline writes them in the style of a workbook: cells that each end with a NUL. The last
    /// one may go on with the next call.
    [[nodiscard]] std::expected<void, platform::SystemError> add(std::string_view records);

    /// Adds the sums and writes the file. `successor`: the edition that replaced the one of `table`, if any.
    [[nodiscard]] std::expected<void, platform::SystemError> finish(const Tally& tally, const PriceTable& table,
                                                                    const std::optional<Catalogue::Entry>& successor,
                                                                    platform::Output& output);

private:
    using Written = std::expected<void, platform::SystemError>;

    explicit Workbook(workbook::File file) : file_{std::move(file)} {}

    [[nodiscard]] Written add_headers(const Source& source, const std::string& prefix);
    [[nodiscard]] Written add_record(std::span<const std::string_view> cells);
    [[nodiscard]] workbook::Cell input_cell(std::size_t column, std::string_view text) const noexcept;
    template <class Cells>
    [[nodiscard]] Written add_row(Sheet sheet, const Cells& cells) {
        return file_.add_row(static_cast<std::size_t>(sheet), cells);
    }

    workbook::File file_;
    std::size_t columns_ = 0;   ///< of the input
    std::vector<bool> figures_; ///< which of them are employees or revenue
    std::string unfinished_;    ///< the current records, and between calls the beginning of one
    std::vector<std::string_view> record_;
    std::vector<workbook::Cell> cells_; ///< of the current row
};

} // namespace ptf_fees::batch
