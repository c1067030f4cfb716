#pragma once
// From TOML to values. What is wrong is reported, and reading goes on.

#include "catalogue/reading.h"
#include "catalogue/toml.h"
#include "ptf_fees/members.h"
#include "ptf_fees/schedule.h"

namespace ptf_fees::catalogue {

/// An edition, or a list of members, in the storage of `reading`. What mentions a source, tier or benefit is not set
/// yet: that is among the mentions.
[[nodiscard]] const Schedule& read_edition(const toml::table& root, Reading& reading);
[[nodiscard]] const MemberList& read_members(const toml::table& root, Reading& reading);

} // namespace ptf_fees::catalogue
