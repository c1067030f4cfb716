// Floor 2, catalogue: a list of members, from a text to values.

#include "catalogue/members.h"

#include "catalogue/parse.h"
#include "catalogue/read.h"
#include "ptf_fees/load.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

HoldingDraft read_holding(TableReader table) {
    HoldingDraft draft{.tier = table.id("tier"), .from = table.date("from")};
    if (const auto exact = table.truth("exact", Need::optional))
        draft.exact = exact->value;
    draft.source = table.id("source");
    table.refuse_unknown_keys();
    return draft;
}

/// The two keys of a founding member say one thing: neither may stand without the other.
Maybe<Date> read_founded(TableReader& table) {
    const auto founding = table.truth("founding", table.has("founded") ? Need::required : Need::optional);
    const bool is_founding = founding && founding->value;
    const auto founded = table.date("founded", is_founding ? Need::required : Need::optional);
    if (founded && founding && !founding->value)
        table.bad_value(founding->place, table.what() + " has the day 'founded' and founding = false",
                        "write founding = true, or leave both out");
    return founded;
}

MemberDraft read_member(TableReader table) {
    MemberDraft draft{.name = table.text("name"), .also = table.texts("also", Need::optional)};
    draft.founded = read_founded(table);
    for (TableReader& holding : table.tables("held", "tier", most_tiers,
                                             draft.founded ? Need::optional : Need::required, " of " + table.what()))
        draft.held.push_back(read_holding(std::move(holding)));
    if (table.is_empty_list("held") && !draft.founded)
        table.bad_value(table.place_of_value("held"), table.what() + " holds no tier",
                        "write the tier, its first day and the source, or take the member out");
    draft.until = table.date("until", Need::optional);
    table.refuse_unknown_keys();
    return draft;
}

} // namespace

MembersDraft read_members(const toml::table& root, Reading reading) {
    TableReader table{root, "the list of members", reading};
    read_format(table);
    MembersDraft draft{.foundation = table.id("foundation"),
                       .verified = table.date("verified"),
                       .complete_from = table.date("complete_from", Need::optional)};
    for (TableReader& source : table.tables("source", "source", most_sources))
        draft.sources.push_back(read_source(std::move(source)));
    for (TableReader& member : table.tables("member", "member", largest_schedule_file)) // as many as a file can hold
        draft.members.push_back(read_member(std::move(member)));
    table.refuse_unknown_keys();
    return draft;
}

const MemberList* build_members(const MembersDraft& draft, Storage& storage) {
    std::vector<Source> sources;
    for (const SourceDraft& source : draft.sources)
        sources.push_back(source.source);
    MemberList list{
        .foundation = draft.foundation->value, .verified = draft.verified->value, .sources = storage.keep(sources)};
    if (draft.complete_from)
        list.complete_from = draft.complete_from->value;
    std::vector<Member> members;
    for (const MemberDraft& read : draft.members) {
        std::vector<std::string_view> also;
        for (const auto& spelling : read.also)
            also.push_back(spelling.value);
        std::vector<Holding> held;
        for (const HoldingDraft& holding : read.held)
            held.push_back({.tier = holding.tier->value,
                            .from = holding.from->value,
                            .exact = holding.exact,
                            .source = &*std::ranges::find(list.sources, holding.source->value, &Source::id)});
        Member& member = members.emplace_back(
            Member{.name = read.name->value, .also = storage.keep(also), .held = storage.keep(held)});
        if (read.founded)
            member.founded = read.founded->value;
        if (read.until)
            member.until = read.until->value;
    }
    list.members = storage.keep(members);
    return storage.keep_one(list);
}

} // namespace ptf_fees::catalogue

namespace ptf_fees {

bool is_member_list(const ScheduleText& text) {
    catalogue::Report unread{text.file, text.text};
    const auto toml = catalogue::parse_toml(text.text, unread);
    return toml && toml->contains("member");
}

LoadedMembers load_members(ScheduleText text, const Catalogue& catalogue) {
    const auto storage = std::make_shared<catalogue::Storage>(Catalogue{});
    catalogue::Report report{std::move(text.file), text.text};
    LoadedMembers loaded;
    if (const auto toml = catalogue::parse_toml(text.text, report)) {
        const catalogue::MembersDraft draft = catalogue::read_members(*toml, {.report = report, .storage = *storage});
        catalogue::check_members(draft, catalogue, report);
        if (!report.has_errors())
            loaded.list = {storage, catalogue::build_members(draft, *storage)};
    }
    loaded.findings = report.take();
    return loaded;
}

} // namespace ptf_fees
