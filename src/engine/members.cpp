// Floor 1, pure: who is a member on a day, by tier.
#include "ptf_fees/members.h"

#include "text/words.h"

#include <algorithm>

namespace ptf_fees {
namespace {

/// The first day on which `member` no longer holds the tier with that index; nullopt: it still holds it.
std::optional<Date> end_of(const Member& member, std::size_t index) {
    return index + 1 < member.held.size() ? std::optional{member.held[index + 1].from} : member.until;
}

std::optional<Date> first_day(const Member& member) {
    if (member.founded)
        return member.founded;
    return member.held.empty() ? std::nullopt : std::optional{member.held.front().from};
}

bool is_member_on(const Member& member, Date day) {
    const auto first = first_day(member);
    return first && *first <= day && (!member.until || day < *member.until);
}

const Holding* held_on(const Member& member, Date day) {
    const auto later = std::ranges::upper_bound(member.held, day, {}, &Holding::from);
    return later == member.held.begin() ? nullptr : &*std::prev(later);
}

} // namespace

std::vector<TierMembers> members_on(const MemberList& list, Date day, const Schedule* in_force) {
    std::vector<TierMembers> tiers;
    if (in_force != nullptr)
        for (const Tier& tier : in_force->tiers)
            tiers.push_back({.tier = tier.id, .name = tier.name});
    TierMembers unnamed;
    for (const Member& member : list.members) {
        if (!is_member_on(member, day))
            continue;
        const Membership membership{&member, held_on(member, day)};
        if (membership.held == nullptr) {
            unnamed.members.push_back(membership);
            continue;
        }
        const std::string_view id = membership.held->tier;
        auto tier = std::ranges::find(tiers, id, &TierMembers::tier);
        if (tier == tiers.end())
            tier = tiers.insert(tier, {.tier = id, .name = id});
        tier->members.push_back(membership);
    }
    if (!unnamed.members.empty())
        tiers.push_back(std::move(unnamed));
    return tiers;
}

bool is_whole_on(const MemberList& list, Date day) noexcept {
    return list.complete_from && *list.complete_from <= day && day <= list.verified;
}

std::optional<Date> first_day(const MemberList& list) {
    std::optional<Date> first;
    for (const Member& member : list.members)
        if (const auto day = first_day(member); day && (!first || *day < *first))
            first = day;
    return first;
}

std::optional<Date> last_day_held(const MemberList& list, std::string_view tier, Date day) {
    std::optional<Date> end;
    for (const Member& member : list.members)
        for (std::size_t i = 0; i < member.held.size(); ++i)
            if (const auto ended = end_of(member, i); member.held[i].tier == tier && ended && *ended <= day)
                end = std::max(end, ended);
    return end ? std::optional<Date>{std::chrono::sys_days{*end} - std::chrono::days{1}} : std::nullopt;
}

std::string member_count_note(const MemberList& list, const Schedule& schedule, const Tier& tier) {
    const Date day = schedule.effective;
    if (!is_whole_on(list, day))
        return {};
    const auto count = std::ranges::count_if(list.members, [&](const Member& member) {
        const Holding* held = is_member_on(member, day) ? held_on(member, day) : nullptr;
        return held != nullptr && held->tier == tier.id;
    });
    return std::string{tier.name} + " had " + text::counted(count, "member", "members") + " on " + text::iso(day) + ".";
}

} // namespace ptf_fees
