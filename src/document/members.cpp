// Floor 2: who is a member, as a document.
#include "document/answers.h"
#include "document/phrases.h"
#include "document/pieces.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::document {
namespace {

std::int64_t count_of(const MembersReply& reply) {
    std::int64_t count = 0;
    for (const TierMembers& tier : reply.tiers)
        count += std::ssize(tier.members);
    return count;
}

std::string heading(const MembersReply& reply) {
    const std::string tier = reply.only_tier.empty() ? "Members" : std::string{reply.only_tier} + " members";
    return tier + " of " + text::in_sentence(reply.foundation_name) + " on " + text::iso(reply.day) +
           (reply.day_given ? "" : ", the day on which the list was last verified");
}

std::string count_sentence(const MembersReply& reply) {
    const std::int64_t count = count_of(reply);
    if (count != 0)
        return (reply.complete ? "" : "At least ") + text::counted(count, "member", "members") + ".";
    return (reply.complete ? "0 members" : "No member is known") +
           (reply.last_held ? "; the last day on which there was one is " + text::iso(*reply.last_held) + "."
                            : std::string{"."});
}

Row row_of(const Membership& membership) {
    const Member& member = *membership.member;
    const Holding* held = membership.held;
    return {
        .cells = {{std::string{member.name}},
                  {held == nullptr ? text::iso(*member.founded) : text::iso(held->from) + (held->exact ? "" : " *")},
                  {member.founded ? "founding member" : ""}}};
}

Grid grid_of(const MembersReply& reply) {
    Grid grid{.caption = heading(reply),
              .columns = {{.title = "Member", .wraps = true}, {.title = "Since"}, {.wraps = true, .folds = true}}};
    for (const TierMembers& tier : reply.tiers) {
        if (tier.members.empty())
            continue;
        const std::string name = tier.tier.empty() ? "Tier not named yet" : std::string{tier.name};
        grid.rows.push_back({.cells = {{name + ": " + text::counted(std::ssize(tier.members), "member", "members")}},
                             .kind = Row::Kind::heading});
        for (const Membership& membership : tier.members)
            grid.rows.push_back(row_of(membership));
    }
    return grid;
}

bool is_inexact(const Membership& membership) {
    return membership.held != nullptr && !membership.held->exact;
}

/// The documents that the members shown rest on, each once.
std::vector<const Source*> sources_of(const MembersReply& reply) {
    std::vector<const Source*> sources;
    for (const TierMembers& tier : reply.tiers)
        for (const Membership& membership : tier.members)
            if (membership.held != nullptr && std::ranges::find(sources, membership.held->source) == sources.end())
                sources.push_back(membership.held->source);
    return sources;
}

} // namespace

std::string completeness_sentence(const MembersReply& reply) {
    const MemberList& list = *reply.list;
    if (reply.complete)
        return {};
    if (list.complete_from && reply.day > list.verified)
        return "The list was last verified on " + text::iso(list.verified) +
               "; of what came later it has only announcements.";
    if (list.complete_from)
        return "The list is whole from " + text::iso(*list.complete_from) +
               " on; of what came before it has only announcements.";
    return "The list has only what was announced.";
}

Document document_of(const MembersReply& reply, Scope scope) {
    Document document{.title = heading(reply)};
    document.add(Title{});
    document.gap();
    document.say(count_sentence(reply));
    if (std::string sentence = completeness_sentence(reply); !sentence.empty())
        document.say(std::move(sentence));
    if (count_of(reply) == 0)
        return document;
    document.gap();
    document.add(grid_of(reply));
    document.gap();
    const bool inexact = std::ranges::any_of(
        reply.tiers, [](const TierMembers& tier) { return std::ranges::any_of(tier.members, is_inexact); });
    if (inexact)
        document.say("* The first day on which the source shows it at that tier; it may have joined earlier.",
                     Tone::faint);
    document.add(Heading{"Sources"});
    for (const Source* source : sources_of(reply)) {
        if (scope == Scope::page) {
            add_source(document, *source);
            continue;
        }
        document.say(source_words(*source), Tone::plain, 2);
        document.add(Link{.url = std::string{source->url}, .indent = 4});
    }
    return document;
}

} // namespace ptf_fees::document
