#pragma once
// A catalogue as C++ source.

#include "ptf_fees/catalogue.h"

#include <string>

namespace ptf_fees::catalogue {

/// A C++ file that defines ptf_fees::embedded_catalogue() over constant tables equal to `catalogue`. The same catalogue
/// gives the same bytes.
[[nodiscard]] std::string tables_of(const Catalogue& catalogue);

} // namespace ptf_fees::catalogue
