#pragma once
// The checks of a list of members.

#include "catalogue/reading.h"
#include "ptf_fees/catalogue.h"
#include "ptf_fees/members.h"

namespace ptf_fees::catalogue {

/// Sets the sources that are mentioned. Reports names that stand twice, days out of order, sources that are not
/// defined, tiers that no edition of `catalogue` in force on their first day has.
void check_members(const MemberList& list, Reading& reading, const Catalogue& catalogue);

} // namespace ptf_fees::catalogue
