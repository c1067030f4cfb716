// Floor 2: the replies about schedules in JSON.
#include "document/merged.h"
#include "document/proof.h"
#include "render/json.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

void write_bands(text::JsonWriter& json, const BandedFee& fee) {
    json.key("bands").begin_array();
    for (std::size_t i = 0; i < fee.bands.size(); ++i) {
        json.begin_object();
        write_range(json, range_of(fee, i));
        write_amount(json, "amount", fee.bands[i].amount);
        json.member("published", fee.bands[i].published);
        write_stated(json, "differs", fee.bands[i].differs);
        json.end_object();
    }
    json.end_array();
}

struct FeeMembers {
    text::JsonWriter& json;
    void operator()(const FlatFee& fee) const {
        json.member("kind", "flat");
        write_amount(json, "amount", fee.amount);
        json.member("published", fee.published);
        write_stated(json, "differs", fee.differs);
    }
    void operator()(const BandedFee& fee) const {
        json.member("kind", "banded").member("by", name_of(fee.by));
        write_bands(json, fee);
    }
    void operator()(const UnpublishedFee& fee) const {
        json.member("kind", "unpublished").member("reason", fee.reason);
    }
};

void write_fee(text::JsonWriter& json, const Fee& fee) {
    json.key("fee").begin_object();
    std::visit(FeeMembers{json}, fee);
    json.member("source", source_of(fee).id).end_object();
}

void write_requirements(text::JsonWriter& json, const Tier& tier) {
    json.key("requires").begin_array();
    for (const Requirement& requirement : tier.requires_memberships) {
        json.begin_object().member("membership",
                                   text::membership_id(requirement.membership.foundation, requirement.membership.tier));
        if (requirement.price)
            write_fee(json, *requirement.price);
        json.end_object();
    }
    json.end_array();
    write_names(json, "bundles", tier.bundles,
                [](const MembershipRef& ref) { return text::membership_id(ref.foundation, ref.tier); });
}

void write_join(text::JsonWriter& json, const Join& join) {
    json.key("join").begin_object().member("route", name_of(join.route));
    write_stated(json, "by", join.by);
    json.member_or_null("within_days", join.within_days);
    write_names(json, "steps", join.steps, [](std::string_view step) { return step; });
    write_stated(json, "url", join.url);
    json.end_object();
}

void write_tier(text::JsonWriter& json, const Schedule& schedule, const Tier& tier) {
    json.begin_object().member("tier", tier.id).member("name", tier.name);
    write_fee(json, tier.fee);
    write_requirements(json, tier);
    write_stated(json, "includes", tier.includes ? schedule.tiers[*tier.includes].id : std::string_view{});
    json.member_or_null("commitment_years", tier.commitment_years).member_or_null("members_max", tier.members_max);
    json.key("open_to").begin_object();
    for (const OrgType type : all_org_types)
        json.member(name_of(type), name_of(open_to(tier, type)));
    json.end_object();
    write_join(json, tier.join);
    write_names(json, "notes", tier.notes, [](std::string_view note) { return note; });
    json.end_object();
}

void write_row(text::JsonWriter& json, const TierTable& table, const MergedRow& row) {
    json.begin_object();
    if (row.range) {
        write_range(json, *row.range);
    } else {
        json.key("by").null().key("from").null().key("to").null();
    }
    json.member("status", name_of(row.price.status));
    write_amount(json, "membership_fee", row.price.membership);
    write_amount(json, "prerequisite_fee", row.price.prerequisite);
    write_amount(json, "total_fee", row.price.total);
    write_lines(json, lines_in(table.resolved, row));
    json.end_object();
}

void write_merged(text::JsonWriter& json, std::span<const TierTable> tables) {
    json.key("merged").begin_array();
    for (const TierTable& table : tables) {
        json.begin_object().member("tier", table.tier->id).member("two_dimensional", table.two_dimensional);
        json.key("rows").begin_array();
        for (const MergedRow& row : table.rows)
            write_row(json, table, row);
        json.end_array().end_object();
    }
    json.end_array();
}

void write_sources(text::JsonWriter& json, const Schedule& schedule) {
    json.key("sources").begin_array();
    for (const Source& source : schedule.sources) {
        json.begin_object();
        write_source(json, source);
        json.member_or_null("retrieved", source.retrieved ? std::optional{text::iso(*source.retrieved)} : std::nullopt);
        write_stated(json, "locator", source.locator);
        json.end_object();
    }
    json.end_array();
}

/// A place in a file, where 0 means that there is none.
void write_place(text::JsonWriter& json, std::string_view name, std::size_t place) {
    json.member_or_null(name, place == 0 ? std::nullopt : std::optional{static_cast<std::int64_t>(place)});
}

} // namespace

void write_reply(text::JsonWriter& json, const ScheduleListReply& reply) {
    json.member("command", "schedule list").key("schedules").begin_array();
    for (const Schedule* schedule : reply.editions) {
        json.begin_object();
        write_edition(json, {.schedule = schedule, .successor = reply.catalogue.successor(*schedule)});
        json.member("title", schedule->title)
            .member("default", reply.catalogue.default_edition(schedule->foundation) == schedule)
            .end_object();
    }
    json.end_array();
}

void write_reply(text::JsonWriter& json, const ScheduleShowReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    json.member("command", "schedule show").key("schedule").begin_object();
    write_edition(json, reply.edition);
    json.member("title", schedule.title);
    write_stated(json, "employees", schedule.employees);
    write_stated(json, "revenue", schedule.revenue);
    json.end_object();
    json.key("tiers").begin_array();
    for (const Tier& tier : schedule.tiers)
        write_tier(json, schedule, tier);
    json.end_array();
    write_merged(json, reply.tables);
    write_benefits(json, schedule, nullptr);
    write_sources(json, schedule);
    write_names(json, "notes", schedule.notes, [](std::string_view note) { return note; });
}

void write_reply(text::JsonWriter& json, const CheckReply& reply) {
    const FindingCounts counts = count(reply.findings);
    json.member("command", "schedule check")
        .member("sound", counts.errors == 0)
        .member("errors", counts.errors)
        .member("warnings", counts.warnings);
    write_names(json, "files", reply.files, [](const std::string& file) { return std::string_view{file}; });
    json.key("findings").begin_array();
    for (const Finding& finding : reply.findings) {
        json.begin_object().member("file", finding.file);
        write_place(json, "line", finding.line);
        write_place(json, "column", finding.column);
        json.member("severity", name_of(finding.severity))
            .member("code", finding.code)
            .member("message", finding.message);
        write_stated(json, "remedy", finding.remedy);
        json.end_object();
    }
    json.end_array();
    write_names(json, "proved", proofs(reply), [](const std::string& proof) { return std::string_view{proof}; });
}

void write_reply(text::JsonWriter& json, const DiffReply& reply) {
    json.member("command", "schedule diff").member("before", reply.before->id).member("after", reply.after->id);
    json.key("differences").begin_array();
    for (const Difference& difference : reply.differences) {
        json.begin_object().member("topic", name_of(difference.topic)).member("subject", difference.subject);
        write_stated(json, "before", difference.before);
        write_stated(json, "after", difference.after);
        json.end_object();
    }
    json.end_array();
    write_names(json, "same_fees", reply.same_fees, [](const std::string& fee) { return std::string_view{fee}; });
}

} // namespace ptf_fees::render
