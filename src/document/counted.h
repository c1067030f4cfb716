#pragma once
// Documents about schedules that count something else than employees.

#include "document/document.h"
#include "ptf_fees/price.h"

#include <span>

namespace ptf_fees::document {

/// Says what `schedule` counts ("journals") wherever `document` says "employees": text::counted_as. Not where a fee
/// among `charges` is by the employees of another foundation's terms.
void name_the_count(Document& document, const Schedule& schedule, std::span<const Charge> charges);

} // namespace ptf_fees::document
