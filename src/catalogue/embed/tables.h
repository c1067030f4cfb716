#pragma once
// A catalogue as C++ source.

#include "ptf_fees/catalogue.h"
#include "ptf_fees/members.h"

#include <memory>
#include <span>
#include <string>

namespace ptf_fees::catalogue {

/// A C++ file that defines ptf_fees::embedded_catalogue() over constant tables equal to `catalogue`, and
/// ptf_fees::embedded_members() over `lists`. The same values give the same bytes.
[[nodiscard]] std::string tables_of(const Catalogue& catalogue,
                                    std::span<const std::shared_ptr<const MemberList>> lists);

} // namespace ptf_fees::catalogue
