// Floor 2, catalogue: scales: that their bands rise, begin at the bottom, and that fees do not fall.

#include "catalogue/check.h"

#include "text/decimal.h"
#include "text/words.h"

namespace ptf_fees::catalogue {

namespace {

void check_order(const BandDraft& before, const BandDraft& band, Report& report) {
    if (band.from->value > before.from->value)
        return;
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
}

void check_fall(const BandDraft& before, const BandDraft& band, std::string_view currency, Report& report) {
    if (band.amount->value < before.amount->value)
        report.add(Code::fee_falls, band.amount->place,
                   "the fee falls from " + text::for_people(before.amount->value, currency) + " to " +
                       text::for_people(band.amount->value, currency) + " as the figure grows",
                   "compare it with the source");
}

void check_start(const BandedDraft& fee, Report& report) {
    if (!fee.by || fee.bands.empty() || !fee.bands.front().from)
        return;
    const std::int64_t least = *fee.by == Basis::employees ? 1 : 0;
    const auto& first = *fee.bands.front().from;
    if (first.value > least)
        report.add(Code::headcounts_not_covered, first.place,
                   "there is no fee for " + text::band_words({*fee.by, least, first.value - 1}, "") +
                       ", below the first band",
                   "begin the first band at " + std::to_string(least) + ", unless the source leaves them out");
}

void check_scale(const BandedDraft& fee, std::string_view currency, Report& report) {
    check_start(fee, report);
    for (std::size_t i = 1; i < fee.bands.size(); ++i) {
        const BandDraft& before = fee.bands[i - 1];
        const BandDraft& band = fee.bands[i];
        if (before.from && band.from)
            check_order(before, band, report);
        if (before.amount && band.amount)
            check_fall(before, band, currency, report);
    }
}

} // namespace

void check_bands(const EditionDraft& draft, Report& report) {
    for (const TierDraft& tier : draft.tiers) {
        if (!tier.fee)
            continue;
        if (const auto* fee = std::get_if<BandedDraft>(&*tier.fee))
            check_scale(*fee, draft.terms.currency, report);
    }
}

} // namespace ptf_fees::catalogue
