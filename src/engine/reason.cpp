// Floor 1, pure: why there is no total, in one sentence that a quote and a batch row share; and the notes under a
// quote.
#include "ptf_fees/eligibility.h"
#include "ptf_fees/merged_table.h"
#include "ptf_fees/quote.h"

#include "engine/charges.h"
#include "engine/counted.h"
#include "engine/figures.h"
#include "model/overloaded.h"
#include "text/decimal.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees {
namespace {

/// The first charge whose line has the status of the price: the one to speak of. There is one, since a price that is
/// not quoted has the status of one of its lines.
const Charge& charge_with(const ResolvedTier& tier, const Organization& organization, Status status) {
    return *std::ranges::find_if(tier.charges,
                                 [&](const Charge& charge) { return line_for(charge, organization).status == status; });
}

/// What is not published of a fee, as the end of a sentence.
std::string unpublished_part(const Fee& fee, std::string_view currency) {
    return std::visit(
        Overloaded{[](const FlatFee&) { return std::string{}; },
                   [&](const BandedFee& scale) {
                       return " for more than " +
                              text::band_words({.by = scale.by, .from = *scale.to, .to = scale.to}, currency) +
                              ", where the published scale ends";
                   },
                   [](const UnpublishedFee& unpublished) {
                       return unpublished.reason.empty() ? "" : " (" + std::string{unpublished.reason} + ")";
                   }},
        fee);
}

std::string unpublished_reason(const Charge& charge) {
    const std::string sentence = "The fee for " + membership_name(charge) + " is not published" +
                                 unpublished_part(charge.fee, charge.schedule->currency);
    return sentence + ": ask " + text::in_sentence(charge.schedule->name) + ", " + std::string{charge.tier->join.url};
}

/// "$45,000 or $50,000", "$35,000 to $70,000": the totals that `organization` may have to pay; empty where none is
/// known.
std::string possible_totals(const ResolvedTier& tier, const Organization& organization) {
    std::vector<Money> totals;
    for (const Organization& one : cases_of(tier, organization))
        if (const Price there = price(tier, one); there.total)
            totals.push_back(*there.total);
    std::ranges::sort(totals);
    const auto repeated = std::ranges::unique(totals);
    totals.erase(repeated.begin(), repeated.end());
    if (totals.empty())
        return {};
    const std::string_view currency = tier.schedule->currency;
    if (totals.size() == 1)
        return text::for_people(totals.front(), currency);
    return text::for_people(totals.front(), currency) + (totals.size() == 2 ? " or " : " to ") +
           text::for_people(totals.back(), currency);
}

/// The parts of `range` for which the fee of `charge` is not published, as the end of a sentence.
std::string without_fee(const Charge& charge, const Figure& range, Basis by) {
    const BandedFee* scale = scale_of(charge.fee);
    if (scale == nullptr || scale->by != by || !is_paid(charge))
        return {};
    const std::string_view currency = charge.schedule->currency;
    std::string parts;
    if (range.from < scale->bands.front().from)
        parts += "; below " + text::band_words({by, scale->bands.front().from, scale->bands.front().from}, currency) +
                 " there is no fee for " + membership_name(charge);
    if (scale->to && (!range.to || *range.to > *scale->to))
        parts += "; above " + text::band_words({by, *scale->to, scale->to}, currency) + " the fee for " +
                 membership_name(charge) + " is not published";
    return parts;
}

/// Why a range has no one price.
std::string range_reason(const ResolvedTier& tier, const Organization& organization, Basis by) {
    const Figure range = *figure(organization, by);
    std::string sentence = "The price of " + std::string{tier.tier->name} + " is not the same for all of " +
                           text::band_words({by, range.from, range.to}, tier.schedule->currency);
    if (const std::string totals = possible_totals(tier, organization); !totals.empty())
        sentence += ": it is " + totals;
    std::vector<std::string> changes;
    for (const std::int64_t breakpoint : breakpoints_within(tier, by, range))
        changes.push_back(text::grouped(breakpoint));
    if (!changes.empty())
        sentence += ", changing at " + text::listed(changes);
    for (const Charge& charge : tier.charges)
        sentence += without_fee(charge, range, by);
    return sentence;
}

std::string missing_reason(const ResolvedTier& tier, const Organization& organization, Basis by) {
    if (figure(organization, by))
        return range_reason(tier, organization, by);
    const std::string what = by == Basis::employees ? "number of employees" : "annual revenue";
    std::vector<std::string> bands;
    // Where the figure is needed some charge is banded by it, so that every row has its range.
    for (const MergedRow& row : merged_table(tier, by))
        bands.push_back(text::band_words(*row.range));
    return "The price of " + std::string{tier.tier->name} + " depends on the " + what +
           ", which is not given; the bands are " + text::listed(bands);
}

std::string below_reason(const Charge& charge, const Organization& organization) {
    const BandedFee& fee = *scale_of(charge.fee); // only a scale has a first band to lie below
    const std::string what = fee.by == Basis::employees ? " employees lie" : " of revenue lie";
    const Figure known = *figure(organization, fee.by);
    return text::band_words({.from = known.from, .to = known.to}) + what + " below the first band of " +
           membership_name(charge) + ", which begins at " + text::grouped(fee.bands.front().from);
}

/// "$15,000", or what is in place of an amount.
std::string price_words(const Fee& fee, std::string_view currency) {
    return std::visit(Overloaded{[&](const FlatFee& flat) { return text::for_people(flat.amount, currency); },
                                 [](const BandedFee& scale) { return "a scale by " + std::string{name_of(scale.by)}; },
                                 [](const UnpublishedFee&) { return std::string{"one that is not published"}; }},
                      fee);
}

/// The reason in words that fit every schedule.
std::string reason_in_employees(const ResolvedTier& tier, const Organization& organization, const Price& price) {
    switch (price.status) {
    case Status::quoted:
        return {};
    case Status::ineligible:
    case Status::unstated:
        return eligibility(*tier.schedule, *tier.tier, organization.type).reason;
    case Status::unpublished:
        return unpublished_reason(charge_with(tier, organization, price.status));
    case Status::needs_employees:
        return missing_reason(tier, organization, Basis::employees);
    case Status::needs_revenue:
        return missing_reason(tier, organization, Basis::revenue);
    case Status::out_of_range:
        break;
    }
    return below_reason(charge_with(tier, organization, price.status), organization);
}

} // namespace

bool count_the_same(std::span<const Charge> charges, const Schedule& schedule) {
    const std::string_view noun = text::counted_noun(schedule.employees);
    return std::ranges::all_of(charges, [&](const Charge& charge) {
        const BandedFee* scale = scale_of(charge.fee);
        return scale == nullptr || scale->by != Basis::employees ||
               text::counted_noun(charge.schedule->employees) == noun;
    });
}

std::string reason_for(const ResolvedTier& tier, const Organization& organization, const Price& price) {
    std::string reason = reason_in_employees(tier, organization, price);
    return count_the_same(tier.charges, *tier.schedule) ? text::counted_as(reason, tier.schedule->employees) : reason;
}

namespace {

bool any_is_banded(std::span<const TierQuote> quotes, Basis by) {
    return std::ranges::any_of(quotes, [&](const TierQuote& quote) {
        return std::ranges::any_of(quote.lines, [&](const QuoteLine& line) {
            const BandedFee* banded = scale_of(line.charge.fee);
            return banded != nullptr && banded->by == by;
        });
    });
}

void add_once(std::vector<std::string>& sentences, std::string sentence) {
    if (!sentence.empty() && std::ranges::find(sentences, sentence) == sentences.end())
        sentences.push_back(std::move(sentence));
}

} // namespace

std::string membership_name(const Charge& charge) {
    return std::string{text::without_article(charge.schedule->name)} + " " + std::string{charge.tier->name};
}

std::string prices_note(const Charge& charge) {
    std::vector<std::string> prices{price_words(charge.fee, charge.schedule->currency)};
    for (const Fee& other : charge.other_prices) {
        std::string words = price_words(other, charge.schedule->currency);
        if (std::ranges::find(prices, words) == prices.end())
            prices.push_back(std::move(words));
    }
    if (charge.kind != ChargeKind::required || prices.size() == 1)
        return {};
    return membership_name(charge) + " is required at different prices, " + text::listed(prices) +
           ": the dearest one is charged.";
}

std::vector<std::string> notes_for(const Schedule& schedule, std::span<const TierQuote> quotes) {
    std::vector<std::string> notes{schedule.notes.begin(), schedule.notes.end()};
    for (const TierQuote& quote : quotes)
        for (const std::string_view note : quote.tier->notes)
            notes.push_back((quotes.size() == 1 ? "" : std::string{quote.tier->name} + ": ") + std::string{note});
    std::vector<std::string> required;
    for (const TierQuote& quote : quotes)
        for (const QuoteLine& line : quote.lines) {
            if (line.charge.kind == ChargeKind::required)
                add_once(required, membership_name(line.charge));
            add_once(notes, prices_note(line.charge));
        }
    if (any_is_banded(quotes, Basis::employees) && !schedule.employees.empty())
        notes.push_back((text::counted_noun(schedule.employees) == "employees" ? "Employees: " : "What is counted: ") +
                        std::string{schedule.employees} + ".");
    if (any_is_banded(quotes, Basis::revenue) && !schedule.revenue.empty())
        notes.push_back("Revenue: " + std::string{schedule.revenue} + ".");
    if (!required.empty())
        notes.push_back("Whether the organisation may hold the required " + text::listed(required) +
                        " membership was not checked.");
    return notes;
}

} // namespace ptf_fees
