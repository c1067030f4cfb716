#pragma once
// What the rows of a roster take where they say nothing themselves.

#include "cli/select.h"

#include "batch/batch.h"

namespace ptf_fees::cli {

using Read = std::expected<void, Failure>;

/// Reads a tier and an organisation, as typed, into `options`.
[[nodiscard]] Read read_defaults(batch::Options& options, const std::optional<std::string>& tier,
                                 const OrganizationOptions& organization, const Selection& selection);

} // namespace ptf_fees::cli
