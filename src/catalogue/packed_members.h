#pragma once
// Lists of members as one text: what is compiled into the library. A table of Members would be hundreds of addresses to
// relocate at every start; a text is none, and is read only where someone asks who is a member.

#include "ptf_fees/members.h"

#include <memory>
#include <span>
#include <string>

namespace ptf_fees::catalogue {

/// `lists` as text, a record a line and its fields between tabs: no text of a list holds either.
[[nodiscard]] std::string packed(std::span<const MemberList* const> lists);

/// The list of `foundation` in a text that `packed` made; null where there is none. Its texts are those in `text`.
[[nodiscard]] std::shared_ptr<const MemberList> unpacked(std::string_view text, std::string_view foundation);

} // namespace ptf_fees::catalogue
