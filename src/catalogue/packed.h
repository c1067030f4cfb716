#pragma once
// Editions and lists of members as bytes: what is compiled into the library. A table of Schedules would be thousands of
// addresses to relocate at every start; bytes are none, and become a schedule when someone asks for it.

#include "ptf_fees/members.h"
#include "ptf_fees/schedule.h"

#include <memory>
#include <string>
#include <string_view>

namespace ptf_fees::catalogue {

/// `schedule` as bytes. The same values give the same bytes.
[[nodiscard]] std::string packed(const Schedule& schedule);
[[nodiscard]] std::string packed(const MemberList& list);

/// What `packed` made `bytes` of. Precondition: it did. The texts are those in `bytes`, which must live as long.
[[nodiscard]] std::shared_ptr<const Schedule> unpacked_schedule(std::string_view bytes);
[[nodiscard]] std::shared_ptr<const MemberList> unpacked_members(std::string_view bytes);

} // namespace ptf_fees::catalogue
