// Floor 2, catalogue: the figures of a schedule against the text that its source prints. An error needs a plain figure
// that is another one; whatever cannot be read for certain is a warning.

#include "catalogue/check.h"

#include "catalogue/published.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

/// An amount as a schedule writes it: 25000 or "1234.50".
std::string as_written(Money amount) {
    return amount.cents() % 100 == 0 ? std::to_string(amount.cents() / 100) : "\"" + text::plain(amount) + "\"";
}

class Checker {
public:
    Checker(std::string_view currency, Report& report) : currency_{currency}, report_{report} {}

    void operator()(const FlatDraft& fee) {
        if (fee.published)
            check_amount(fee.amount, *fee.published, read_published(fee.published->value, currency_, Basis::employees));
    }

    void operator()(const BandedDraft& fee) {
        const bool known_ends = has_known_ends(fee);
        for (std::size_t i = 0; i < fee.bands.size(); ++i) {
            const BandDraft& band = fee.bands[i];
            if (!fee.by || !band.published)
                continue;
            const Published published = read_published(band.published->value, currency_, *fee.by);
            check_amount(band.amount, *band.published, published);
            if (known_ends)
                check_bounds(fee, i, published);
        }
    }

    void operator()(const UnpublishedDraft&) {}

private:
    void check_amount(const Maybe<Money>& amount, const Placed<std::string_view>& text, const Published& published) {
        if (!amount)
            return;
        const bool free = amount->value == Money{};
        if (published.amounts.size() > 1) {
            not_plain(text, "names several amounts");
        } else if (published.amounts.empty()) {
            if (!free || !published.says_free)
                not_plain(text, free ? "does not say that it is free"
                                     : "has no plainly written amount in " + std::string{currency_});
        } else if (published.amounts.front() != amount->value) {
            const Money printed = published.amounts.front();
            if (free && published.says_free)
                return not_plain(text, "says free and names an amount");
            report_.add(Code::published_amount_differs, amount->place,
                        "the amount is " + text::for_people(amount->value, currency_) +
                            " and the published text says " + text::for_people(printed, currency_),
                        "write amount = " + as_written(printed) + ", or mend the published text");
        }
    }

    void check_bounds(const BandedDraft& fee, std::size_t index, const Published& published) {
        const BandDraft& band = fee.bands[index];
        const bool last = index + 1 == fee.bands.size();
        const std::int64_t from = band.from->value;
        const auto to = last ? std::nullopt : std::optional{fee.bands[index + 1].from->value - 1};
        if (!published.bounds)
            return not_plain(*band.published, "has no plainly written bounds");
        if (agree(*published.bounds, *fee.by, from, to))
            return;
        report_.add(Code::published_bounds_differ, band.from->place,
                    "the band holds for " + text::band_words({*fee.by, from, to}, currency_) +
                        " and the published text is " + text::quoted(band.published->value),
                    to ? "mend this from, or the next one, which ends this band"
                       : "mend this from, or add the band that follows");
    }

    /// Whether every band of the scale has a lower bound and they rise, so that each has an upper end too.
    static bool has_known_ends(const BandedDraft& fee) {
        const auto falls = [](const BandDraft& a, const BandDraft& b) {
            return !a.from || !b.from || b.from->value <= a.from->value;
        };
        return !fee.bands.empty() && fee.bands.front().from.has_value() &&
               std::ranges::adjacent_find(fee.bands, falls) == fee.bands.end();
    }

    static bool agree(const PlainBounds& printed, Basis by, std::int64_t from, std::optional<std::int64_t> to) {
        // "0 - 499 employees" means 1 to 499: there is no organisation without heads.
        const bool same_from =
            !printed.from || *printed.from == from || (by == Basis::employees && *printed.from == 0 && from == 1);
        // Revenue is continuous, so that "1,000,000 to 5,000,000" may be followed by "5,000,000 to ...".
        const bool same_to =
            !printed.to || (to && (*printed.to == *to || (by == Basis::revenue && *printed.to == *to + 1)));
        return same_from && same_to && (!printed.without_end || !to);
    }

    void not_plain(const Placed<std::string_view>& text, const std::string& what) {
        report_.add(Code::published_not_plain, text.place,
                    "the published text " + text::quoted(text.value) + " " + what,
                    "compare it with the source by hand; write figures where the source has them");
    }

    std::string_view currency_;
    Report& report_;
};

} // namespace

void check_published(const EditionDraft& draft, Report& report) {
    Checker checker{draft.terms.currency, report};
    if (draft.terms.currency.empty())
        return; // reported; without it no amount can be recognised
    for (const TierDraft& tier : draft.tiers) {
        if (tier.fee)
            std::visit(checker, *tier.fee);
        for (const RequirementDraft& requirement : tier.requirements) {
            if (requirement.price)
                checker(*requirement.price);
        }
    }
}

} // namespace ptf_fees::catalogue
