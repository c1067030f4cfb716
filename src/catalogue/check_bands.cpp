// Floor 2, catalogue: scales: that their bands rise, begin at the bottom, and that fees do not fall.

#include "catalogue/check.h"

#include "model/overloaded.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

class ScaleChecker {
public:
    ScaleChecker(const BandedFee& fee, std::string_view currency, Reading& reading)
        : fee_{fee}, currency_{currency}, reading_{reading} {}

    void check() {
        check_end();
        bool all_in_order = true;
        for (std::size_t i = 1; i < fee_.bands.size(); ++i)
            all_in_order = in_order(fee_.bands[i - 1], fee_.bands[i]) && all_in_order;
        if (!all_in_order)
            return; // which amount should be the higher one is not known then
        check_start();
        for (std::size_t i = 1; i < fee_.bands.size(); ++i)
            check_fall(fee_.bands[i - 1], fee_.bands[i]);
    }

private:
    [[nodiscard]] bool given(const auto&... members) const { return (reading_.has(&members) && ...); }

    void check_end() {
        if (fee_.to && given(fee_.bands.back().from) && *fee_.to < fee_.bands.back().from)
            reading_.add(Code::bad_value, &fee_.to,
                         "this band ends at " + text::grouped(*fee_.to) + ", below the " +
                             text::grouped(fee_.bands.back().from) + " at which it begins",
                         "write the last figure that the published scale covers");
    }

    /// Whether the band begins above the one before it; reports it where it does not.
    bool in_order(const Band& before, const Band& band) {
        if (!given(before.from, band.from) || band.from > before.from)
            return true;
        const std::string figure = text::grouped(band.from);
        const std::string line = std::to_string(reading_.places.of(&before.from).line);
        if (band.from == before.from)
            reading_.add(Code::band_order, &band.from, "two bands begin at " + figure,
                         "remove this one or the one on line " + line);
        else
            reading_.add(Code::band_order, &band.from,
                         "this band begins at " + figure + ", below the " + text::grouped(before.from) +
                             " of the band before it",
                         "list bands from the lowest up: swap this line with line " + line);
        return false;
    }

    void check_start() {
        if (!given(fee_.by) || fee_.bands.empty() || !given(fee_.bands.front().from))
            return;
        const std::int64_t least = fee_.by == Basis::employees ? 1 : 0;
        const std::int64_t& first = fee_.bands.front().from;
        if (first > least)
            reading_.add(Code::headcounts_not_covered, &first,
                         "there is no fee for " + text::band_words({fee_.by, least, first - 1}, currency_) +
                             ", below the first band",
                         "begin the first band at " + std::to_string(least) + ", unless the source leaves them out");
    }

    void check_fall(const Band& before, const Band& band) {
        if (given(before.amount, band.amount) && band.amount < before.amount)
            reading_.add(Code::fee_falls, &band.amount,
                         "the fee falls from " + text::for_people(before.amount, currency_) + " to " +
                             text::for_people(band.amount, currency_) + " as the figure grows",
                         "compare it with the source");
    }

    const BandedFee& fee_;
    std::string_view currency_;
    Reading& reading_;
};

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

void check_tier_order(const Schedule& schedule, Reading& reading) {
    const std::span<const Tier> tiers = schedule.tiers;
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
            reading.add(Code::tier_below_lower, &tiers[tier].id,
                        "tier " + text::quoted(tiers[tier].id) + " costs at most " +
                            text::for_people(spans[tier]->most, schedule.currency) + ", less than the lower tier " +
                            text::quoted(tiers[lower].id),
                        "list the tiers from the highest down, and compare both fees with the source");
            break;
        }
}

void check_bands(const Schedule& schedule, Reading& reading) {
    for (const Tier& tier : schedule.tiers)
        if (const BandedFee* fee = scale_of(tier.fee))
            ScaleChecker{*fee, schedule.currency, reading}.check();
}

} // namespace ptf_fees::catalogue
