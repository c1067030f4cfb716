#pragma once
// Replies of every kind about the made-up foundations, for the tests of the formats.

#include "document/reply.h"
#include "made_up.h"
#include "render/formats.h"

#include <algorithm>
#include <string>
#include <vector>

namespace made_up {

using namespace ptf_fees::document;

/// `reply` in the output format of that name.
inline std::string printed(std::string_view format, const Reply& reply, const ptf_fees::render::Style& style = {}) {
    return std::ranges::find(ptf_fees::render::formats(), format, &ptf_fees::render::Format::name)
        ->render(reply, style)
        .value();
}

inline Edition edition(const Schedule& schedule = harbour) {
    return {.schedule = &schedule, .successor = catalogue().successor(schedule)};
}

inline Inquiry company(std::optional<std::int64_t> employees, std::optional<std::int64_t> revenue,
                       Memberships member_of = {}) {
    return {.organization = {.employees = employees, .revenue = revenue}, .member_of = std::move(member_of)};
}

inline QuoteReply quotes(const Inquiry& inquiry, const Schedule& schedule = harbour) {
    QuoteReply reply{.edition = edition(schedule), .inquiry = inquiry};
    for (const Tier& tier : schedule.tiers)
        reply.quotes.push_back(quote(catalogue(), schedule, tier, inquiry).value());
    reply.notes = notes_for(schedule, reply.quotes);
    return reply;
}

inline QuoteReply one_quote(std::string_view tier, const Inquiry& inquiry, const Schedule& schedule = harbour) {
    QuoteReply reply{.edition = edition(schedule), .inquiry = inquiry, .one_tier = true};
    reply.quotes.push_back(quote(catalogue(), schedule, *find_tier(schedule, tier), inquiry).value());
    reply.notes = notes_for(schedule, reply.quotes);
    return reply;
}

inline QuoteReply with_needs(QuoteReply reply, const std::vector<std::string_view>& benefits) {
    for (const std::string_view id : benefits)
        reply.needed.push_back(find_benefit(*reply.edition.schedule, id));
    reply.needs = tiers_with(*reply.edition.schedule, std::move(reply.quotes), reply.needed);
    reply.quotes = reply.needs->met;
    return reply;
}

inline EligibilityReply who_may_join(OrgType type) {
    return {.edition = edition(), .inquiry = {.organization = {.type = type}}, .tiers = eligibility(harbour, type)};
}

inline ScheduleShowReply show(const Schedule& schedule) {
    ScheduleShowReply reply{.edition = edition(schedule)};
    for (const Tier& tier : schedule.tiers) {
        TierTable table{.tier = &tier, .resolved = resolve(catalogue(), schedule, tier, {}).value()};
        const bool by_employees = !breakpoints(table.resolved, Basis::employees).empty();
        const bool by_revenue = !breakpoints(table.resolved, Basis::revenue).empty();
        table.by = by_revenue && !by_employees ? Basis::revenue : Basis::employees;
        table.two_dimensional = by_employees && by_revenue;
        table.rows = merged_table(table.resolved, table.by);
        reply.tables.push_back(std::move(table));
    }
    return reply;
}

inline ScheduleListReply listed() {
    const Catalogue all = catalogue();
    return {.catalogue = all, .editions = all.schedules()};
}

inline CheckReply checked() {
    CheckReply reply{.files = {"good.toml", "bad.toml"}, .editions = {&harbour}, .catalogue = catalogue()};
    reply.findings = {{.file = "bad.toml",
                       .line = 3,
                       .column = 1,
                       .severity = Severity::error,
                       .code = "unknown-key",
                       .message = "the key 'teir', is not known",
                       .remedy = "write 'tier'",
                       .source_line = "teir = \"x\""},
                      {.file = "bad.toml",
                       .severity = Severity::warning,
                       .code = "unused-source",
                       .message = "nothing refers to it",
                       .remedy = {},
                       .source_line = {}}};
    return reply;
}

inline DiffReply diff() {
    return {.before = &harbour, .after = &later_harbour, .differences = differences(harbour, later_harbour)};
}

inline QuoteReply explained(QuoteReply reply) {
    reply.explain = true;
    return reply;
}

/// One reply of every shape there is.
inline std::vector<Reply> all_replies() {
    return {quotes(company(50, 2'000'000)),
            quotes(company({}, {})),
            explained(quotes(company(50, 2'000'000))),
            with_needs(quotes(company(50, 2'000'000)), {"seat", "flag"}),
            with_needs(quotes(company(50, 2'000'000)), {"flag"}),
            one_quote("anchor", company(50, 2'000'000)),
            explained(one_quote("anchor", company(50, 60'000'000, {"guild"}))),
            one_quote("anchor", company(50, {})),
            explained(one_quote("crew", company({}, {}))),
            one_quote("crew", company(9, {})),
            one_quote("deck", company(1, 0)),
            one_quote("secret", company(1, 0)),
            one_quote("guest", company(1, 0)),
            one_quote("guest", {.organization = {.type = OrgType::government}}),
            one_quote("mate", company(100, {}), guild),
            BenefitsReply{.edition = edition()},
            BenefitsReply{.edition = edition(later_harbour), .tier = &later_tiers[0]},
            BenefitsReply{.edition = edition(guild)},
            who_may_join(OrgType::company),
            who_may_join(OrgType::government),
            listed(),
            show(harbour),
            show(guild),
            show(lagoon),
            one_quote("raft", company(50, {}), lagoon),
            one_quote("raft", company({}, 5), lagoon),
            one_quote("raft", company(50, 5), lagoon),
            checked(),
            diff(),
            DiffReply{.before = &harbour, .after = &harbour}};
}

} // namespace made_up
