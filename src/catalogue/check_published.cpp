// Floor 2, catalogue: the figures of a schedule against the text that its source prints, by the numbers in that text:
// one is the amount and, of a band, every other one is a bound of it. No remedy proposes an amount.

#include "catalogue/check.h"

#include "catalogue/published.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <array>

namespace ptf_fees::catalogue {

namespace {

using text::wide;
using Text = Placed<std::string_view>;

/// What the text of a band may name beside the amount, in whole figures.
struct Bounds {
    Place place{}; ///< of the band's `from`
    BandRange range{};
};

bool is_bound(wide number, const Bounds& bounds) {
    const auto& [by, from, to] = bounds.range;
    const auto is = [number](wide figure) { return number == figure * 100; };
    const bool zero_for_one = is(0) && (from == 1 || to == 1);
    return is(from) || is(wide{from} - 1) || zero_for_one || (to && (is(*to) || is(wide{*to} + 1)));
}

/// The words for each period; a schedule has one of the first three.
struct PeriodWords {
    std::string_view period;
    std::array<std::string_view, 7> words;
};
constexpr std::array period_words{
    PeriodWords{"year", {"year", "years", "yearly", "annual", "annually", "annum", "yr"}},
    PeriodWords{"quarter", {"quarter", "quarters", "quarterly"}},
    PeriodWords{"month", {"month", "months", "monthly", "mo", "mth"}},
    PeriodWords{"", {"once", "lifetime", "onetime"}},
};

bool is_word_of(const PeriodWords& period, std::string_view word) {
    return !word.empty() && std::ranges::find(period.words, word) != period.words.end();
}

/// The word for another period than `own`, where no word for `own` stands beside it.
std::optional<std::string> other_period(const Published& published, std::string_view own) {
    std::optional<std::string> other;
    for (std::size_t i = 0; i < published.words.size(); ++i) {
        const std::string& word = published.words[i];
        for (const PeriodWords& period : period_words)
            if (is_word_of(period, word)) {
                if (period.period == own)
                    return std::nullopt;
                other = word;
            }
        if (word == "time" && i > 0 && published.words[i - 1] == "one")
            other = "one time";
    }
    return other;
}

/// Codes of ISO 4217 that are no other word of a price list.
constexpr std::array<std::string_view, 35> currency_codes{"USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "NZD",
                                                          "SGD", "HKD", "TWD", "KRW", "INR", "IDR", "MYR", "THB", "VND",
                                                          "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN",
                                                          "UAH", "ILS", "AED", "SAR", "ZAR", "BRL", "MXN", "ARS"};

std::optional<std::string_view> other_currency(const Published& published, std::string_view own) {
    if (std::ranges::find(published.codes, own) != published.codes.end())
        return std::nullopt;
    const auto found = std::ranges::find_first_of(published.codes, currency_codes);
    return found == published.codes.end() ? std::nullopt : std::optional<std::string_view>{*found};
}

/// "%", "per seat" or "each": what makes the number something else than an amount a period.
std::optional<std::string> unit_of(const Published& published) {
    if (published.has_percent)
        return "%";
    for (std::size_t i = 0; i < published.words.size(); ++i) {
        const std::string& word = published.words[i];
        if (word != "per" && word != "each")
            continue;
        const std::string next = i + 1 < published.words.size() ? published.words[i + 1] : std::string{};
        if (std::ranges::none_of(period_words, [&](const PeriodWords& period) { return is_word_of(period, next); }))
            return next.empty() ? word : word + " " + next;
    }
    return std::nullopt;
}

class Checker {
public:
    Checker(const Schedule& terms, Report& report) : terms_{terms}, report_{report} {}

    void operator()(const FlatDraft& fee) {
        if (fee.published && !fee.differs)
            check(*fee.published, fee.amount, std::nullopt);
    }

    void operator()(const BandedDraft& fee) {
        if (!fee.by)
            return; // reported
        const bool known = has_known_ends(fee);
        for (std::size_t i = 0; i < fee.bands.size(); ++i)
            if (fee.bands[i].published && !fee.bands[i].differs)
                check(*fee.bands[i].published, fee.bands[i].amount,
                      known ? std::optional{bounds_of(fee, i)} : std::nullopt);
    }

    void operator()(const UnpublishedDraft&) {}

private:
    /// Whether every band of the scale has a lower bound and they rise, so that each has an upper end too.
    static bool has_known_ends(const BandedDraft& fee) {
        const auto falls = [](const BandDraft& a, const BandDraft& b) {
            return !a.from || !b.from || b.from->value <= a.from->value;
        };
        return !fee.bands.empty() && fee.bands.front().from.has_value() &&
               std::ranges::adjacent_find(fee.bands, falls) == fee.bands.end();
    }

    static Bounds bounds_of(const BandedDraft& fee, std::size_t index) {
        const auto& from = *fee.bands[index].from;
        Bounds bounds{.place = from.place, .range = {.by = *fee.by, .from = from.value}};
        if (index + 1 < fee.bands.size())
            bounds.range.to = fee.bands[index + 1].from->value - 1;
        else if (const auto& end = fee.bands[index].to)
            bounds.range.to = end->value;
        return bounds;
    }

    void check(const Text& text, const Maybe<Money>& amount, const std::optional<Bounds>& bounds) {
        Published published = read_published(text.value);
        check_terms(text, published);
        if (amount)
            check_numbers(text, *amount, bounds, std::move(published));
    }

    void check_numbers(const Text& text, const Placed<Money>& amount, const std::optional<Bounds>& bounds,
                       Published published) {
        auto& numbers = published.numbers;
        const auto found = std::ranges::find(numbers, wide{amount.value.cents()});
        // Beside a flat fee's numbers "free" may speak of anything; those of a band are its bounds.
        const bool said_free = published.says_free() && (bounds || numbers.empty());
        if (found != numbers.end())
            numbers.erase(found);
        else if (numbers.empty() && !said_free)
            return not_plain(text);
        else if (amount.value != Money{} || !said_free)
            return amount_differs(text, amount);
        if (bounds && !std::ranges::all_of(numbers, [&](wide number) { return is_bound(number, *bounds); }))
            report_.add(Code::published_bounds_differ, bounds->place,
                        "the band holds for " + text::band_words(bounds->range, terms_.currency) +
                            " and the published text " + text::quoted(text.value) + " has a number that is neither " +
                            "one of its bounds nor the amount",
                        "correct the band's bounds (it ends where the next one begins), or the text" + or_differs);
    }

    void amount_differs(const Text& text, const Placed<Money>& amount) {
        report_.add(Code::published_amount_differs, amount.place,
                    "the amount is " + text::for_people(amount.value, terms_.currency) + " and the published text " +
                        text::quoted(text.value) + " does not have that number",
                    "correct the amount or the text by the source" + or_differs);
    }

    void not_plain(const Text& text) {
        report_.add(Code::published_not_plain, text.place,
                    "the published text " + text::quoted(text.value) + " has no number to compare the amount with",
                    "quote the figures that the source prints, or its word \"free\"");
    }

    /// What a text may say that makes its number another one than so much money a period.
    void check_terms(const Text& text, const Published& published) {
        if (const auto period = other_period(published, terms_.period))
            report_.add(Code::published_period, text.place,
                        "the published text " + text::quoted(text.value) + " says " + text::quoted(*period) +
                            ", and fees of this schedule are per " + std::string{terms_.period},
                        "state the fee per " + std::string{terms_.period} + ", with a note on how it is paid" +
                            or_differs);
        if (const auto currency = other_currency(published, terms_.currency))
            report_.add(Code::published_currency, text.place,
                        "the published text " + text::quoted(text.value) + " says " + std::string{*currency} +
                            ", and amounts of this schedule are in " + std::string{terms_.currency},
                        "write the currency of the source as the schedule's" + or_differs);
        if (const auto unit = unit_of(published))
            report_.add(Code::published_per_unit, text.place,
                        "the published text " + text::quoted(text.value) + " has " + text::quoted(*unit) +
                            ", and a fee is an amount per organisation",
                        "leave a fee that is counted in units unpublished, with the rule in its reason" + or_differs);
    }

    const Schedule& terms_;
    Report& report_;
    std::string or_differs{"; if the source itself reads so, say why with differs = \"...\""};
};

} // namespace

void check_published(const EditionDraft& draft, Report& report) {
    Checker checker{draft.terms, report};
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
