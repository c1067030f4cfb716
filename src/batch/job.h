#pragma once
// A roster whose header was read, and all that its rows are answered with. Knows no file and no thread.

#include "batch/checks.h"
#include "batch/run.h"

#include "text/lines.h"

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace ptf_fees::batch {

/// Its parts point to each other: it stays where it is made.
class Job {
public:
    /// Reads the header of `input` and compiles the prices. `options` must outlive it. check_map() has let them pass.
    [[nodiscard]] static std::expected<std::unique_ptr<Job>, Refusal>
    begin(const Options& options, const Formats& formats, platform::Input input);

    /// What goes before the records of a table and of its rejects, from the byte order mark on; empty for JSON Lines.
    [[nodiscard]] std::string header() const;
    [[nodiscard]] std::string rejects_header() const;

    /// What is said to people once all rows are answered: bad rows, what was passed over, notes, totals.
    [[nodiscard]] text::Lines closing_lines(const Run& run) const;

    const Options& options;
    Names names;
    Source source;
    PriceTable table;
    RowPricer pricer;
    Plan plan;

private:
    Job(const Options& asked, const Formats& formats, Names read_names, Source begun, PriceTable compiled);

    [[nodiscard]] std::string header_with(const OutputStyle& style, std::span<const std::string_view> added) const;
};

} // namespace ptf_fees::batch
