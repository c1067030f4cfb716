#pragma once
// The added columns as they are written: the end of every record of the output.

#include "batch/cell.h"
#include "batch/columns.h"
#include "batch/price_table.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace ptf_fees::batch {

/// How the output is written.
struct OutputStyle {
    bool json = false;  ///< JSON Lines; else a table
    TableStyle table{}; ///< of a table
    std::string line_end = "\n";
    std::string prefix{}; ///< before the name of each added column
};

/// The status of rows that could not be read as an organisation.
inline constexpr std::string_view invalid_status = "invalid";

/// The status that a row gets for an answer: the engine's, but `invalid` where a figure is out of range.
[[nodiscard]] std::string_view row_status(Status status) noexcept;

/// One added column: its name (before any prefix) and its text; empty is not known, in JSON null.
struct Added {
    std::string_view name;
    std::string_view text{};
    bool number = false; ///< in JSON without quotes
};

/// The end of a record with these columns added, up to its line end. It directly follows the last cell in a table (it
/// begins with a separator), and in JSON the comma after the last member.
[[nodiscard]] std::string record_end(std::span<const Added> added, const OutputStyle& style);

/// The end of a table's header with these columns added.
[[nodiscard]] std::string header_end(std::span<const std::string_view> names, const OutputStyle& style);

/// Writes the added columns for one schedule. What it returns directly follows the last cell in a table (it begins with
/// a separator), and in JSON the comma after the last member; it ends with the line end.
class AnswerText {
public:
    AnswerText(OutputStyle style, const Schedule& schedule);

    [[nodiscard]] std::string of(const RowAnswer& answer) const;
    [[nodiscard]] std::string invalid(std::string_view sentence) const;
    [[nodiscard]] const OutputStyle& style() const noexcept { return style_; }

private:
    /// All columns but the last, which is the sentence.
    [[nodiscard]] std::string beginning(const Price& price, std::string_view status, std::string_view band) const;
    [[nodiscard]] std::string ended(std::string_view beginning, std::string_view sentence) const;

    OutputStyle style_;
    const Schedule& schedule_;
    std::string invalid_beginning_; ///< the same for every row that could not be read
};

} // namespace ptf_fees::batch
