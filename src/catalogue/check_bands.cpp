// Floor 2, catalogue: scales: that their bands rise, begin at the bottom, and that fees do not fall.

#include "catalogue/check.h"

#include "text/decimal.h"
#include "text/words.h"

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

void check_scale(const BandedDraft& fee, std::string_view currency, Report& report) {
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
