// Floor 2: what is said below a table of tiers: why some have no total, what a membership changes, and the answer of
// --need.
#include "document/phrases.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::document {
namespace {

std::vector<std::string> ids_of(std::span<const Benefit* const> benefits) {
    std::vector<std::string> ids;
    for (const Benefit* benefit : benefits)
        ids.emplace_back(benefit->id);
    return ids;
}

std::vector<std::string> unstated_by(const Schedule& schedule, const Tier& tier,
                                     std::span<const Benefit* const> benefits) {
    std::vector<std::string> ids;
    for (const Benefit* benefit : benefits)
        if (grant_for(schedule, *benefit, index_of(schedule, tier)).answer == Answer::unstated)
            ids.emplace_back(benefit->id);
    return ids;
}

/// The tiers of which the source leaves exactly `ids` open.
std::vector<std::string> tiers_unsure_of(const QuoteReply& reply, const std::string& ids) {
    std::vector<std::string> names;
    for (const TierQuote& quote : reply.needs->unstated)
        if (text::listed(unstated_by(*reply.edition.schedule, *quote.tier, reply.needed)) == ids)
            names.emplace_back(quote.tier->name);
    return names;
}

} // namespace

namespace {

std::string missing_figure(std::span<const TierQuote> quotes, Basis by) {
    const Status status = by == Basis::employees ? Status::needs_employees : Status::needs_revenue;
    std::vector<std::string> names;
    for (const TierQuote& quote : quotes)
        if (quote.price.status == status)
            names.emplace_back(quote.tier->name);
    if (names.empty())
        return {};
    return text::listed(names) + (names.size() == 1 ? " depends on the " : " depend on the ") +
           std::string{basis_words(by)};
}

} // namespace

std::vector<std::string> short_reasons(std::span<const TierQuote> quotes, const Organization& organization) {
    std::vector<std::string> sentences;
    for (const Basis by : {Basis::employees, Basis::revenue})
        if (const std::string missing = missing_figure(quotes, by); !missing.empty() && !figure(organization, by))
            sentences.push_back(missing + ": give --" + std::string{name_of(by)} + " N.");
    for (const TierQuote& quote : quotes) {
        const Status status = quote.price.status;
        const bool said = (status == Status::needs_employees && !organization.employees) ||
                          (status == Status::needs_revenue && !organization.revenue);
        const std::string sentence = said ? std::string{} : ended(quote.reason);
        if (!sentence.empty() && std::ranges::find(sentences, sentence) == sentences.end())
            sentences.push_back(sentence);
    }
    return sentences;
}

namespace {

/// The figures for which all totals of `quotes` stay as they are; nullopt where none depends on `by`.
std::optional<BandRange> common_extent(std::span<const TierQuote> quotes, Basis by) {
    std::optional<BandRange> common;
    for (const TierQuote& quote : quotes) {
        for (const BandRange& range : quote.holds) {
            if (range.by != by)
                continue;
            if (!common)
                common = range;
            common->from = std::max(common->from, range.from);
            if (range.to)
                common->to = std::min(*range.to, common->to.value_or(*range.to));
        }
    }
    return common;
}

void add_extent(std::vector<std::string>& sentences, std::span<const TierQuote> quotes, std::string_view currency) {
    // A tier without a total for lack of a band has one further up: where that begins, the table changes.
    if (std::ranges::any_of(quotes, [](const TierQuote& one) { return one.price.status == Status::out_of_range; }))
        return;
    std::vector<std::string> extents;
    for (const Basis by : {Basis::employees, Basis::revenue})
        if (const auto extent = common_extent(quotes, by))
            extents.push_back(extent_words(*extent, currency));
    if (!extents.empty())
        sentences.push_back("These totals hold " + text::listed(extents) + ".");
}

void add_commitments(std::vector<std::string>& sentences, std::span<const TierQuote> quotes) {
    std::vector<std::string> commitments;
    for (const TierQuote& quote : quotes)
        if (quote.price.total && quote.tier->commitment_years)
            commitments.push_back(std::string{quote.tier->name} + " " +
                                  text::counted(*quote.tier->commitment_years, "year", "years"));
    if (!commitments.empty())
        sentences.push_back("Commitment: " + text::listed(commitments) + ".");
}

/// "Already a Linux Foundation member: Premier $20,000 less and General $20,000 less.", for each foundation.
void add_memberships(std::vector<std::string>& sentences, std::span<const TierQuote> quotes,
                     std::string_view currency) {
    std::vector<std::pair<std::string, std::vector<std::string>>> conditions;
    for (const TierQuote& quote : quotes) {
        for (const Change& change : quote.changes) {
            if (change.what != Change::What::membership || !change.delta)
                continue;
            const std::string condition = membership_condition(change, quotes);
            auto same = std::ranges::find(conditions, condition, &decltype(conditions)::value_type::first);
            if (same == conditions.end())
                same = conditions.insert(same, {condition, {}});
            same->second.push_back(std::string{quote.tier->name} + " " + delta_words(*change.delta, currency));
        }
    }
    for (const auto& [condition, effects] : conditions)
        sentences.push_back(condition + ": " + text::listed(effects) + ".");
}

} // namespace

std::vector<std::string> overview_sentences(std::span<const TierQuote> quotes, const Schedule& schedule) {
    std::vector<std::string> sentences;
    add_extent(sentences, quotes, schedule.currency);
    add_memberships(sentences, quotes, schedule.currency);
    add_commitments(sentences, quotes);
    return sentences;
}

std::vector<std::string> prerequisites(std::span<const TierQuote> quotes) {
    std::vector<std::string> names;
    for (const TierQuote& quote : quotes) {
        for (const QuoteLine& line : quote.lines) {
            const std::string name = membership_name(line.charge);
            const bool extra = line.charge.kind == ChargeKind::required;
            if (extra && std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    }
    return names;
}

std::vector<const Source*> quoted_sources(std::span<const TierQuote> quotes) {
    std::vector<const Source*> sources;
    for (const TierQuote& quote : quotes)
        for (const QuoteLine& line : quote.lines)
            if (std::ranges::find(sources, line.line.source) == sources.end())
                sources.push_back(line.line.source);
    return sources;
}

std::string overview_caption(const QuoteReply& reply) {
    const std::vector<std::string> extra = prerequisites(reply.quotes);
    return "Amounts are per " + std::string{reply.edition.schedule->period} +
           (extra.empty() ? "."
                          : "; " + std::string{extra.size() == 1 ? "the prerequisite is " : "prerequisites are "} +
                                text::listed(extra) + ".");
}

std::vector<std::string> need_sentences(const QuoteReply& reply) {
    const Needs& needs = *reply.needs;
    std::vector<std::string> sentences;
    std::vector<std::string> asked; // what is not stated, once for all tiers of which it is not
    for (const TierQuote& quote : needs.unstated) {
        const std::string ids = text::listed(unstated_by(*reply.edition.schedule, *quote.tier, reply.needed));
        if (std::ranges::find(asked, ids) != asked.end())
            continue;
        asked.push_back(ids);
        sentences.push_back("The source does not say whether " + ids + " comes with " +
                            text::listed(tiers_unsure_of(reply, ids), "or") + ".");
    }
    if (needs.nearest != nullptr)
        sentences.push_back("Closest: " + std::string{needs.nearest->name} + ", without " +
                            text::listed(ids_of(needs.lacks)) + ".");
    return sentences;
}

std::string need_heading(const QuoteReply& reply) {
    std::vector<std::string> names;
    for (const Benefit* benefit : reply.needed)
        names.push_back(name_and_id(*benefit));
    const std::string what = (names.size() == 1 ? "this benefit" : "these benefits");
    const std::string order = reply.quotes.size() > 1 ? ", cheapest first: " : ": ";
    if (reply.quotes.empty())
        return "No tier is sure to give " + what + ": " + text::listed(names) + ".";
    return text::counted(std::ssize(reply.quotes), "tier gives ", "tiers give ") + what + order + text::listed(names) +
           ".";
}

} // namespace ptf_fees::document
