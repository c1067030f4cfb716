// Floor 2: the JSON format, its frame and the objects that several replies have in common.
#include "render/json.h"
#include "render/formats.h"
#include "text/decimal.h"
#include "text/words.h"

namespace ptf_fees::render {

void write_stated(text::JsonWriter& json, std::string_view name, std::string_view text) {
    if (text.empty())
        json.key(name).null();
    else
        json.member(name, text);
}

void write_amount(text::JsonWriter& json, std::string_view name, std::optional<Money> amount) {
    json.member_or_null(name, amount ? std::optional{text::plain(*amount)} : std::nullopt);
}

void write_range(text::JsonWriter& json, const BandRange& range) {
    json.member("by", name_of(range.by)).member("from", range.from).member_or_null("to", range.to);
}

void write_source(text::JsonWriter& json, const Source& source) {
    json.member("id", source.id).member("title", source.title);
    write_stated(json, "url", source.url);
    write_stated(json, "archive", source.archive);
    json.member_or_null("dated", source.dated ? std::optional{text::iso(*source.dated)} : std::nullopt);
}

void write_edition(text::JsonWriter& json, const Edition& edition) {
    const Schedule& schedule = *edition.schedule;
    json.member("id", schedule.id)
        .member("foundation", schedule.foundation)
        .member("name", schedule.name)
        .member("effective", text::iso(schedule.effective))
        .member("effective_exact", schedule.effective_exact)
        .member("verified", text::iso(schedule.verified));
    write_stated(json, "successor", edition.successor ? edition.successor->id : std::string_view{});
    json.member_or_null("until", schedule.until ? std::optional{text::iso(*schedule.until)} : std::nullopt);
    json.member("currency", schedule.currency).member("period", schedule.period);
}

namespace {

/// A figure: a number, an object of its two ends for a range, or null.
void write_figure(text::JsonWriter& json, std::string_view name, const std::optional<Figure>& figure) {
    if (!figure) {
        json.key(name).null();
    } else if (figure->is_exact()) {
        json.member(name, figure->from);
    } else {
        json.key(name).begin_object().member("from", figure->from).member_or_null("to", figure->to);
        json.end_object();
    }
}

} // namespace

void write_organization(text::JsonWriter& json, const Inquiry& inquiry) {
    json.key("organization").begin_object();
    write_figure(json, "employees", inquiry.organization.employees);
    write_figure(json, "revenue", inquiry.organization.revenue);
    json.member("org_type", name_of(inquiry.organization.type))
        .member("lf_member", holds(inquiry.member_of, linux_foundation_id));
    write_names(json, "member_of", inquiry.member_of, [](const std::string& id) { return std::string_view{id}; });
    json.end_object();
}

void write_benefits(text::JsonWriter& json, const Schedule& schedule, const Tier* only) {
    const std::span<const Tier> tiers = only == nullptr ? schedule.tiers : std::span{only, 1};
    json.key("benefits").begin_array();
    for (const Benefit& benefit : schedule.benefits) {
        json.begin_object().member("id", benefit.id).member("group", benefit.group).member("name", benefit.name);
        json.key("tiers").begin_object();
        for (const Tier& tier : tiers) {
            const Grant grant = grant_for(schedule, benefit, index_of(schedule, tier));
            json.member(tier.id, grant.quantity.empty() ? name_of(grant.answer) : grant.quantity);
        }
        json.end_object();
        if (only != nullptr)
            json.member("adds", adds_over_tier_below(schedule, benefit, index_of(schedule, *only)));
        json.end_object();
    }
    json.end_array();
}

std::string json(const document::Reply& reply) {
    text::JsonWriter json;
    json.begin_object().member("format", 1);
    std::visit([&](const auto& answer) { write_reply(json, answer); }, reply);
    json.end_object();
    return json.take();
}

} // namespace ptf_fees::render
