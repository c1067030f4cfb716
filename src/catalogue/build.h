#pragma once
// From a sound draft to the Schedule that the engine sees.

#include "catalogue/draft.h"
#include "catalogue/storage.h"

namespace ptf_fees::catalogue {

/// Builds the schedule in `storage`. Precondition: nothing was reported as an error for the file of `draft`, so every
/// needed value is there and every name is defined.
[[nodiscard]] const Schedule* build_schedule(const EditionDraft& draft, Storage& storage);

} // namespace ptf_fees::catalogue
