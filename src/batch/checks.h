#pragma once
// What is refused before anything is written.

#include "batch/batch.h"
#include "batch/columns.h"
#include "batch/price_table.h"
#include "batch/source.h"

#include <expected>

namespace ptf_fees::batch {

/// The formats of the two sides.
struct Formats {
    FileFormat input = FileFormat::csv;
    FileFormat output = FileFormat::csv;
};

/// The formats that `options` name or its files' endings say.
[[nodiscard]] std::expected<Formats, Refusal> choose_formats(const Options& options);

using Checked = std::expected<void, Refusal>;

/// Whether --map names used columns, each once.
[[nodiscard]] Checked check_map(const Options& options);

/// Whether some fee of the schedule, or of what it requires, depends on revenue: only then is that column read.
[[nodiscard]] bool reads_revenue(const Options& options);

/// Whether no file is used twice, except an output that takes the input's place.
[[nodiscard]] Checked check_files(const Options& options);

/// Whether the table `source` has the columns without which no row could be quoted. Where they are elsewhere in it, the
/// refusal says so.
[[nodiscard]] Checked check_columns(Source& source, const Options& options, const PriceTable& table);

} // namespace ptf_fees::batch
