// Floor 2: quotes, eligibility and benefits in JSON: the contract's keys, in its order.
#include "document/phrases.h"
#include "render/json.h"
#include "text/words.h"

namespace ptf_fees::render {
namespace {

/// The members of a line.
void write_line(text::JsonWriter& json, const QuoteLine& quoted) {
    const auto& [charge, line] = quoted;
    json.member("membership", membership_id(charge))
        .member("payee", charge.schedule->name)
        .member("name", charge.tier->name)
        .member("kind", name_of(line.kind));
    write_amount(json, "amount", line.amount);
    if (line.band) {
        json.key("band").begin_object();
        write_range(json, *line.band);
        json.end_object();
    } else {
        json.key("band").null();
    }
    json.key("source").begin_object();
    write_source(json, *line.source);
    write_stated(json, "published", line.published);
    if (const std::string_view differs = differs_of(quoted); !differs.empty())
        json.member("differs", differs);
    json.end_object();
}

void write_what(text::JsonWriter& json, const Change& change) {
    if (change.what != Change::What::membership) {
        json.member("what", change.what == Change::What::below ? "below" : "above");
        write_range(json, *change.range);
    } else if (change.foundation == linux_foundation_id) {
        json.member("what", "lf_member").member("lf_member", change.member);
    } else {
        json.member("what", "member_of").member("member_of", change.foundation).member("member", change.member);
    }
}

void write_changes(text::JsonWriter& json, std::span<const Change> changes) {
    json.key("changes").begin_array();
    for (const Change& change : changes) {
        json.begin_object();
        write_what(json, change);
        write_amount(json, "total", change.total);
        write_amount(json, "delta", change.delta);
        json.end_object();
    }
    json.end_array();
}

void write_quote(text::JsonWriter& json, const TierQuote& quote, std::string_view currency) {
    json.begin_object()
        .member("tier", quote.tier->id)
        .member("name", quote.tier->name)
        .member("status", name_of(quote.price.status))
        .member("eligibility", name_of(quote.eligibility))
        .member("admission", name_of(quote.tier->join.route));
    write_lines(json, quote.lines);
    write_amount(json, "total", quote.price.total);
    json.member("currency", currency);
    write_changes(json, quote.changes);
    write_stated(json, "reason", quote.reason);
    json.end_object();
}

void write_needs(text::JsonWriter& json, const Needs& needs) {
    if (needs.nearest == nullptr) {
        json.key("nearest").null();
    } else {
        json.key("nearest").begin_object().member("tier", needs.nearest->id);
        write_names(json, "lacks", needs.lacks, [](const Benefit* benefit) { return benefit->id; });
        json.end_object();
    }
    write_names(json, "unstated", needs.unstated, [](const TierQuote& quote) { return quote.tier->id; });
}

/// The membership ids of some quoted tiers of a portfolio.
void write_ids(text::JsonWriter& json, std::string_view name, const Portfolio& portfolio,
               std::span<const std::size_t> tiers) {
    json.key(name).begin_array();
    for (const std::size_t tier : tiers)
        json.string(membership_id(portfolio.lines[tier].quoted.charge));
    json.end_array();
}

} // namespace

void write_lines(text::JsonWriter& json, std::span<const QuoteLine> lines) {
    json.key("lines").begin_array();
    for (const QuoteLine& line : lines) {
        json.begin_object();
        write_line(json, line);
        json.end_object();
    }
    json.end_array();
}

void write_reply(text::JsonWriter& json, const QuoteReply& reply) {
    json.member("command", "quote").key("schedule").begin_object();
    write_edition(json, reply.edition);
    json.end_object();
    write_organization(json, reply.inquiry);
    json.key("quotes").begin_array();
    for (const TierQuote& quote : reply.quotes)
        write_quote(json, quote, reply.edition.schedule->currency);
    json.end_array();
    if (reply.needs)
        write_needs(json, *reply.needs);
    write_names(json, "notes", reply.notes, [](const std::string& note) { return std::string_view{note}; });
}

void write_reply(text::JsonWriter& json, const PortfolioReply& reply) {
    const Portfolio& portfolio = reply.portfolio;
    json.member("command", "quote");
    write_organization(json, reply.inquiry);
    json.key("schedules").begin_array();
    for (const Edition& edition : reply.editions) {
        json.begin_object();
        write_edition(json, edition);
        json.end_object();
    }
    json.end_array();
    json.key("portfolio").begin_object().key("tiers").begin_array();
    for (std::size_t i = 0; i < portfolio.memberships.size(); ++i)
        write_quote(json, portfolio.memberships[i].alone, reply.editions[i].schedule->currency);
    json.end_array().key("lines").begin_array();
    for (const PortfolioLine& line : portfolio.lines) {
        const Schedule& schedule = *line.quoted.charge.schedule;
        json.begin_object();
        write_line(json, line.quoted);
        json.member("currency", schedule.currency).member("schedule", schedule.id);
        write_ids(json, "required_by", portfolio, line.required_by);
        json.end_object();
    }
    json.end_array().key("totals").begin_array();
    for (const PortfolioTotal& sum : portfolio.totals) {
        json.begin_object().member("currency", sum.currency);
        write_amount(json, "membership_fee", sum.membership);
        write_amount(json, "prerequisite_fee", sum.prerequisite);
        write_amount(json, "total", sum.total);
        json.member("complete", sum.complete).end_object();
    }
    json.end_array().key("saved").begin_array();
    for (const PortfolioTotal& sum : portfolio.totals) {
        json.begin_object().member("currency", sum.currency);
        write_amount(json, "amount", sum.saved);
        json.end_object();
    }
    json.end_array().end_object();
    write_names(json, "notes", reply.notes, [](const std::string& note) { return std::string_view{note}; });
}

void write_reply(text::JsonWriter& json, const BenefitsReply& reply) {
    json.member("command", "benefits").key("schedule").begin_object();
    write_edition(json, reply.edition);
    json.end_object();
    const Schedule& schedule = *reply.edition.schedule;
    const std::span<const Tier> tiers = reply.tier == nullptr ? schedule.tiers : std::span{reply.tier, 1};
    write_names(json, "tiers", tiers, [](const Tier& tier) { return tier.id; });
    write_benefits(json, schedule, reply.tier);
}

void write_reply(text::JsonWriter& json, const EligibilityReply& reply) {
    json.member("command", "eligibility").key("schedule").begin_object();
    write_edition(json, reply.edition);
    json.end_object();
    write_organization(json, reply.inquiry);
    json.key("tiers").begin_array();
    for (const TierEligibility& tier : reply.tiers) {
        const Join& join = tier.tier->join;
        json.begin_object()
            .member("tier", tier.tier->id)
            .member("name", tier.tier->name)
            .member("eligibility", name_of(tier.answer))
            .member("admission", name_of(join.route))
            .member("reason", tier.reason);
        write_names(json, "steps", join.steps, [](std::string_view step) { return step; });
        write_stated(json, "url", join.url);
        json.end_object();
    }
    json.end_array();
}

} // namespace ptf_fees::render
