// Floor 2: who is a member, as JSON.
#include "render/json.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

std::optional<std::string> iso_or_nothing(std::optional<Date> day) {
    return day ? std::optional{text::iso(*day)} : std::nullopt;
}

void write_membership(text::JsonWriter& json, const Membership& membership) {
    const Member& member = *membership.member;
    const Holding* held = membership.held;
    json.begin_object().member("name", member.name);
    write_names(json, "also", member.also, [](std::string_view spelling) { return spelling; });
    write_stated(json, "tier", held == nullptr ? std::string_view{} : held->tier);
    json.member_or_null("since", held == nullptr ? iso_or_nothing(member.founded) : text::iso(held->from));
    json.member("since_exact", held == nullptr || held->exact).member("founding", member.founded.has_value());
    json.key("source");
    if (held == nullptr) {
        json.null();
    } else {
        json.begin_object();
        write_source(json, *held->source);
        json.end_object();
    }
    json.end_object();
}

} // namespace

void write_reply(text::JsonWriter& json, const MembersReply& reply) {
    json.member("command", "members")
        .member("foundation", reply.list->foundation)
        .member("as_of", text::iso(reply.day))
        .member("complete", reply.complete);
    json.key("members").begin_array();
    for (const TierMembers& tier : reply.tiers)
        for (const Membership& membership : tier.members)
            write_membership(json, membership);
    json.end_array();
    json.key("counts").begin_object();
    for (const TierMembers& tier : reply.tiers)
        if (!tier.tier.empty())
            json.member(tier.tier, std::ssize(tier.members));
    json.end_object();
    if (!reply.only_tier.empty())
        json.member_or_null("last_held", iso_or_nothing(reply.last_held));
}

} // namespace ptf_fees::render
