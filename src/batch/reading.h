#pragma once
// What a roster is read as, said to people before the first row.

#include "batch/checks.h"

#include "text/lines.h"

#include <span>
#include <string>

namespace ptf_fees::batch {

/// What is read, in which order: as `read: tier from --tier, employees from "Headcount", org_type company (assumed)`,
/// where something was assumed or mapped; and on the same line each unused name that comes near a value without a
/// column, with the --map to paste. Empty if there is nothing to say; with `options.quiet` only what comes near.
/// Then a line that the first line was taken as the header, where no name in it is used, mapped or near.
[[nodiscard]] text::Lines reading_lines(const Source& source, const Options& options, const Names& names,
                                        const PriceTable& table);

/// "--map 'employees=Head Count'", ready to paste, for the name in `header` that comes nearest to a used column; or
/// with COLUMN for it.
[[nodiscard]] std::string proposed_map(std::span<const std::string> header, UsedColumn used);

} // namespace ptf_fees::batch
