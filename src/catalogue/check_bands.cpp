// Floor 2, catalogue: scales: that their bands rise, begin at the bottom, and that fees do not fall.

#include "catalogue/check.h"

#include "model/overloaded.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <tuple>

namespace ptf_fees::catalogue {

namespace {

/// Whether the band begins above the one before it; reports it where it does not.
bool in_order(const BandDraft& before, const BandDraft& band, Report& report) {
    if (!before.from || !band.from || band.from->value > before.from->value)
        return true;
    const std::string figure = text::grouped(band.from->value);
    const std::string line = std::to_string(before.from->place.line);
    if (band.from->value == before.from->value)
        report.add(Code::band_order, band.from->place, "two bands begin at " + figure,
                   "remove this one or the one on line " + line);
    else
        report.add(Code::band_order, band.from->place,
                   "this band begins at " + figure + ", below the " + text::grouped(before.from->value) +
                       " of the band before it",
                   "list bands from the lowest up: swap this line with line " + line);
    return false;
}

void check_fall(const BandDraft& before, const BandDraft& band, std::string_view currency, Report& report) {
    if (band.amount->value < before.amount->value)
        report.add(Code::fee_falls, band.amount->place,
                   "the fee falls from " + text::for_people(before.amount->value, currency) + " to " +
                       text::for_people(band.amount->value, currency) + " as the figure grows",
                   "compare it with the source");
}

void check_start(const BandedDraft& fee, std::string_view currency, Report& report) {
    if (!fee.by || fee.bands.empty() || !fee.bands.front().from)
        return;
    const std::int64_t least = *fee.by == Basis::employees ? 1 : 0;
    const auto& first = *fee.bands.front().from;
    if (first.value > least)
        report.add(Code::headcounts_not_covered, first.place,
                   "there is no fee for " + text::band_words({*fee.by, least, first.value - 1}, currency) +
                       ", below the first band",
                   "begin the first band at " + std::to_string(least) + ", unless the source leaves them out");
}

/// Only the last band ends by itself, and not before it begins; any other ends where the next one begins.
void check_ends(const BandedDraft& fee, Report& report) {
    for (std::size_t i = 0; i < fee.bands.size(); ++i) {
        const auto& [from, to] = std::tie(fee.bands[i].from, fee.bands[i].to);
        if (!to)
            continue;
        if (i + 1 < fee.bands.size())
            report.add(Code::bad_value, to->place, "this band has a 'to' and is not the last of its scale",
                       "remove it: a band ends where the next one begins");
        else if (from && to->value < from->value)
            report.add(Code::bad_value, to->place,
                       "this band ends at " + text::grouped(to->value) + ", below the " + text::grouped(from->value) +
                           " at which it begins",
                       "write the last figure that the published scale covers");
    }
}

void check_scale(const BandedDraft& fee, std::string_view currency, Report& report) {
    check_ends(fee, report);
    bool all_in_order = true;
    for (std::size_t i = 1; i < fee.bands.size(); ++i)
        all_in_order = in_order(fee.bands[i - 1], fee.bands[i], report) && all_in_order;
    if (!all_in_order)
        return; // which amount should be the higher one is not known then
    check_start(fee, currency, report);
    for (std::size_t i = 1; i < fee.bands.size(); ++i) {
        if (fee.bands[i - 1].amount && fee.bands[i].amount)
            check_fall(fee.bands[i - 1], fee.bands[i], currency, report);
    }
}

/// The least and the most that a tier's own fee can be; nullopt where it is not published.
struct Span {
    Money least{};
    Money most{};
};

std::optional<Span> span_of(const Fee& fee) {
    return std::visit(Overloaded{[](const FlatFee& flat) { return std::optional{Span{flat.amount, flat.amount}}; },
                                 [](const BandedFee& scale) {
                                     const auto [least, most] = std::ranges::minmax(scale.bands, {}, &Band::amount);
                                     return std::optional{Span{least.amount, most.amount}};
                                 },
                                 [](const UnpublishedFee&) { return std::optional<Span>{}; }},
                      fee);
}

bool share_a_type(const Tier& a, const Tier& b) {
    return std::ranges::any_of(all_org_types, [&](OrgType type) {
        return open_to(a, type) == Answer::yes && open_to(b, type) == Answer::yes;
    });
}

} // namespace

void check_tier_order(LoadedFile& file) {
    const std::span<const Tier> tiers = file.schedule->tiers;
    std::vector<std::optional<Span>> spans;
    for (const Tier& tier : tiers)
        spans.push_back(span_of(tier.fee));
    const auto cheaper = [&](std::size_t tier, std::size_t lower) {
        return spans[tier] && spans[lower] && spans[tier]->most < spans[lower]->least &&
               share_a_type(tiers[tier], tiers[lower]);
    };
    for (std::size_t tier = 0; tier < tiers.size(); ++tier)
        for (std::size_t lower = tier + 1; lower < tiers.size(); ++lower) {
            if (!cheaper(tier, lower))
                continue;
            file.report.add(Code::tier_below_lower, file.draft.tiers[tier].id->place,
                            "tier " + text::quoted(tiers[tier].id) + " costs at most " +
                                text::for_people(spans[tier]->most, file.schedule->currency) +
                                ", less than the lower tier " + text::quoted(tiers[lower].id),
                            "list the tiers from the highest down, and compare both fees with the source");
            break;
        }
}

void check_bands(const EditionDraft& draft, Report& report) {
    for (const TierDraft& tier : draft.tiers) {
        if (!tier.fee)
            continue;
        if (const auto* fee = std::get_if<BandedDraft>(&*tier.fee))
            check_scale(*fee, draft.terms.currency, report);
    }
}

} // namespace ptf_fees::catalogue
