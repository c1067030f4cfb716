// Floor 2: the CSV format: one rectangular table a reply, a header first, LF line ends, unknown amounts empty.
#include "document/merged.h"
#include "document/phrases.h"
#include "render/formats.h"
#include "text/decimal.h"
#include "text/escape.h"
#include "text/width.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::render {

using namespace document;
namespace {

using Fields = std::vector<std::string>;

/// Fields quote file names: what drives a terminal is made visible, as in every other format.
void add_row(std::string& out, const Fields& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i != 0)
            out.push_back(',');
        text::append_csv(out, text::printable(fields[i]));
    }
    out.push_back('\n');
}

std::string amount(std::optional<Money> money) {
    return money ? text::plain(*money) : std::string{};
}

std::string whole(std::optional<std::int64_t> number) {
    return number ? std::to_string(*number) : std::string{};
}

std::string place(std::size_t number) {
    return number == 0 ? std::string{} : std::to_string(number);
}

/// The band of the tier's own fee, which is its first line.
std::string own_band(const TierQuote& quote) {
    const auto& band = quote.lines.front().line.band;
    return band ? text::band_words(*band) : std::string{};
}

std::string csv_of(const QuoteReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    std::string out;
    add_row(out, {"tier", "status", "membership_fee", "prerequisite_fee", "total_fee", "currency", "band", "schedule",
                  "error"});
    for (const TierQuote& quote : reply.quotes)
        add_row(out, {std::string{quote.tier->id}, std::string{name_of(quote.price.status)},
                      amount(quote.price.membership), amount(quote.price.prerequisite), amount(quote.price.total),
                      std::string{schedule.currency}, own_band(quote), std::string{schedule.id}, quote.reason});
    return out;
}

std::string csv_of(const PortfolioReply& reply) {
    const Portfolio& portfolio = reply.portfolio;
    std::string out;
    add_row(out, {"membership", "payee", "kind", "amount", "currency", "band", "schedule", "required_by", "status",
                  "error"});
    for (std::size_t i = 0; i < portfolio.lines.size(); ++i) {
        const auto& [charge, line] = portfolio.lines[i].quoted;
        std::string required_by;
        for (const std::size_t tier : portfolio.lines[i].required_by)
            required_by += (required_by.empty() ? "" : "; ") + membership_id(portfolio.lines[tier].quoted.charge);
        const bool own = i < portfolio.memberships.size();
        add_row(out, {membership_id(charge), std::string{charge.schedule->name}, std::string{name_of(line.kind)},
                      amount(line.amount), std::string{charge.schedule->currency},
                      line.band ? text::band_words(*line.band) : std::string{}, std::string{charge.schedule->id},
                      required_by, std::string{name_of(own ? portfolio.memberships[i].status : Status::quoted)},
                      own ? portfolio.memberships[i].reason : std::string{}});
    }
    return out;
}

std::string csv_of(const BenefitsReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    const std::span<const Tier> tiers = reply.tier == nullptr ? schedule.tiers : std::span{reply.tier, 1};
    Fields header{"id", "group", "name"};
    for (const Tier& tier : tiers)
        header.emplace_back(tier.id);
    if (reply.tier != nullptr)
        header.emplace_back("adds");
    std::string out;
    add_row(out, header);
    for (const Benefit& benefit : schedule.benefits) {
        Fields row{std::string{benefit.id}, std::string{benefit.group}, std::string{benefit.name}};
        for (const Tier& tier : tiers) {
            const Grant grant = grant_for(schedule, benefit, index_of(schedule, tier));
            row.emplace_back(grant.quantity.empty() ? name_of(grant.answer) : grant.quantity);
        }
        if (reply.tier != nullptr)
            row.emplace_back(adds_over_tier_below(schedule, benefit, index_of(schedule, *reply.tier)) ? "yes" : "no");
        add_row(out, row);
    }
    return out;
}

std::string csv_of(const EligibilityReply& reply) {
    std::string out;
    add_row(out, {"tier", "name", "eligibility", "admission", "reason", "url"});
    for (const TierEligibility& row : reply.tiers)
        add_row(out, {std::string{row.tier->id}, std::string{row.tier->name}, std::string{name_of(row.answer)},
                      std::string{name_of(row.tier->join.route)}, row.reason, std::string{row.tier->join.url}});
    return out;
}

std::string csv_of(const MembersReply& reply) {
    std::string out;
    add_row(out, {"name", "tier", "since", "since_exact", "founding", "source"});
    for (const TierMembers& tier : reply.tiers)
        for (const auto& [member, held] : tier.members)
            add_row(out, {std::string{member->name}, std::string{tier.tier},
                          text::iso(held == nullptr ? *member->founded : held->from),
                          held == nullptr || held->exact ? "yes" : "no", member->founded ? "yes" : "no",
                          held == nullptr ? std::string{} : std::string{held->source->url}});
    return out;
}

std::string csv_of(const ScheduleListReply& reply) {
    std::string out;
    add_row(out, {"id", "foundation", "name", "effective", "effective_exact", "verified", "successor", "default"});
    for (const Schedule* schedule : reply.editions) {
        const auto successor = reply.catalogue.successor(*schedule);
        const bool is_default = reply.catalogue.default_edition(schedule->foundation) == schedule;
        add_row(out, {std::string{schedule->id}, std::string{schedule->foundation}, std::string{schedule->name},
                      text::iso(schedule->effective), schedule->effective_exact ? "yes" : "no",
                      text::iso(schedule->verified), successor ? std::string{successor->id} : std::string{},
                      is_default ? "yes" : "no"});
    }
    return out;
}

/// The id of the edition among those of `tier` in which `source` is named, which need not be the charge's own.
std::string_view edition_with(const ResolvedTier& tier, const Source& source) {
    for (const Charge& charge : tier.charges)
        for (const Source& named : charge.schedule->sources)
            if (&named == &source)
                return charge.schedule->id;
    return tier.schedule->id;
}

/// Where the figures of a tier are: "edition/source" of each charge, each once.
std::string sources_of(const ResolvedTier& tier) {
    Fields seen;
    std::string out;
    const auto add = [&](const Source& named) {
        std::string source = std::string{edition_with(tier, named)} + "/" + std::string{named.id};
        if (std::ranges::find(seen, source) != seen.end())
            return;
        out += (out.empty() ? "" : "; ") + source;
        seen.push_back(std::move(source));
    };
    for (const Charge& charge : tier.charges) {
        add(source_of(charge.fee));
        for (const Fee& other : charge.other_prices)
            add(source_of(other));
    }
    return out;
}

std::string csv_of(const ScheduleShowReply& reply) {
    std::string out;
    add_row(out, {"tier", "by", "from", "to", "membership_fee", "prerequisite_fee", "total_fee", "currency", "source"});
    for (const TierTable& table : reply.tables) {
        // One row cannot hold a price that two figures decide: it says only that it does not know.
        for (const MergedRow& row : table.rows) {
            // A price that depends on no figure holds from 1 up, so that a lookup by headcount finds it.
            const BandRange range = row.range.value_or(BandRange{.from = 1});
            add_row(out, {std::string{table.tier->id}, row.range ? std::string{name_of(range.by)} : std::string{},
                          std::to_string(range.from), whole(range.to), amount(row.price.membership),
                          amount(row.price.prerequisite), amount(row.price.total),
                          std::string{reply.edition.schedule->currency}, sources_of(table.resolved)});
        }
    }
    return out;
}

std::string csv_of(const CheckReply& reply) {
    std::string out;
    add_row(out, {"file", "line", "column", "severity", "code", "message", "remedy"});
    for (const Finding& finding : reply.findings)
        add_row(out, {finding.file, place(finding.line), place(finding.column), std::string{name_of(finding.severity)},
                      finding.code, finding.message, finding.remedy});
    return out;
}

std::string csv_of(const DiffReply& reply) {
    std::string out;
    add_row(out, {"topic", "subject", "before", "after"});
    for (const Difference& difference : reply.differences)
        add_row(out, {std::string{name_of(difference.topic)}, difference.subject, difference.before, difference.after});
    return out;
}

} // namespace

std::string csv(const document::Reply& reply) {
    return std::visit([](const auto& answer) { return csv_of(answer); }, reply);
}

} // namespace ptf_fees::render
