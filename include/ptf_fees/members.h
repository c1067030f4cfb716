#pragma once
// Who is a member of a foundation, at which tier, since when: as far as public sources say. Lifetime: every
// string_view, span and pointer in a MemberList is valid as long as the shared_ptr that it came with.

#include "ptf_fees/schedule.h"

#include <memory>
#include <string>
#include <vector>

namespace ptf_fees {

/// A tier held by a member, up to the first day of its next one or the member's `until`.
struct Holding {
    std::string_view tier{};
    Date from{};                    ///< first day
    bool exact = true;              ///< false: only the first day on which the source shows it
    const Source* source = nullptr; ///< never null
};

struct Member {
    std::string_view name{};                  ///< as the foundation writes it
    std::span<const std::string_view> also{}; ///< other spellings
    std::optional<Date> founded{};            ///< of a founding member: the day on which it was one
    std::span<const Holding> held{};          ///< days rise strictly; the first is not before `founded`
    std::optional<Date> until{};              ///< the first day on which the sources no longer have it
};

/// The members of one foundation. Not in the order of anything but the file.
struct MemberList {
    std::string_view foundation{};
    Date verified{};                     ///< the day of the newest copy that was read
    std::optional<Date> complete_from{}; ///< first day, up to `verified`, on which the list is whole
    std::span<const Source> sources{};
    std::span<const Member> members{};
};

/// A member on one day.
struct Membership {
    const Member* member = nullptr;
    const Holding* held = nullptr; ///< nullptr: a founding member whose tier no source names yet
};

/// Those who hold one tier on one day.
struct TierMembers {
    std::string_view tier{}; ///< id; empty for founding members whose tier no source names yet
    std::string_view name{}; ///< as the edition in force names the tier, else the id
    std::vector<Membership> members{};
};

/// The members of `list` on `day` by tier: the tiers of `in_force` (nullptr: none) in its order, whether or not someone
/// holds them, then other tiers that are held, then founding members without a tier if there are any.
[[nodiscard]] std::vector<TierMembers> members_on(const MemberList& list, Date day, const Schedule* in_force);

/// Whether `list` is the whole list on `day`; else there may be more members than it knows.
[[nodiscard]] bool is_whole_on(const MemberList& list, Date day) noexcept;

/// The first day on which `list` has a member; nullopt where it has none.
[[nodiscard]] std::optional<Date> first_day(const MemberList& list);

/// The last day before `day` on which a member held `tier`; nullopt where none did.
[[nodiscard]] std::optional<Date> last_day_held(const MemberList& list, std::string_view tier, Date day);

/// "General had 3 members on 2025-04-29.": how many the tier had on the first day of `schedule`; empty where the list
/// is not whole on it.
[[nodiscard]] std::string member_count_note(const MemberList& list, const Schedule& schedule, const Tier& tier);

/// The list of the foundation with that id that is compiled into the library, unpacked when it is first asked for,
/// or nullptr. No I/O. May be called from any thread.
[[nodiscard]] std::shared_ptr<const MemberList> embedded_members(std::string_view foundation);

} // namespace ptf_fees
