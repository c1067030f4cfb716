// Floor 2, catalogue: the figures of a schedule against the text that its source prints, by the numbers in that text:
// one is the amount and, of a band, every other one is a bound of it. No remedy proposes an amount.

#include "catalogue/check.h"

#include "catalogue/label.h"
#include "catalogue/published.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <array>

namespace ptf_fees::catalogue {

namespace {

using text::wide;

/// Whether the text of a band for that range may name `number` beside the amount.
bool is_bound(wide number, const BandRange& range) {
    const auto& [by, from, to] = range;
    const auto is = [number](wide figure) { return number == figure * 100; };
    const bool zero_for_one = is(0) && (from == 1 || to == 1);
    return is(from) || is(wide{from} - 1) || zero_for_one || (to && (is(*to) || is(wide{*to} + 1)));
}

/// The words for each period; a schedule has one of the first three.
struct PeriodWords {
    Label period;
    std::array<Label, 7> words;
};
constexpr auto period_words =
    std::to_array({PeriodWords{"year", {"year", "years", "yearly", "annual", "annually", "annum", "yr"}},
                   PeriodWords{"quarter", {"quarter", "quarters", "quarterly"}},
                   PeriodWords{"month", {"month", "months", "monthly", "mo", "mth"}},
                   PeriodWords{"", {"once", "lifetime", "onetime"}}});

bool is_word_of(const PeriodWords& period, std::string_view word) {
    return !word.empty() && std::ranges::find(period.words, word, &Label::text) != period.words.end();
}

/// The word for another period than `own`, unless there is one for `own` too.
std::optional<std::string> other_period(const Published& published, std::string_view own) {
    std::optional<std::string> other;
    for (std::size_t i = 0; i < published.words.size(); ++i) {
        const std::string& word = published.words[i];
        for (const PeriodWords& period : period_words)
            if (is_word_of(period, word)) {
                if (period.period.text() == own)
                    return std::nullopt;
                other = word;
            }
        if (word == "time" && i > 0 && published.words[i - 1] == "one")
            other = "one time";
    }
    return other;
}

/// Codes of ISO 4217 that are not another word of a price list.
constexpr std::array<Label, 35> currency_codes{"USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "NZD",
                                               "SGD", "HKD", "TWD", "KRW", "INR", "IDR", "MYR", "THB", "VND",
                                               "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN",
                                               "UAH", "ILS", "AED", "SAR", "ZAR", "BRL", "MXN", "ARS"};

std::optional<std::string_view> other_currency(const Published& published, std::string_view own) {
    if (std::ranges::find(published.codes, own) != published.codes.end())
        return std::nullopt;
    const auto found = std::ranges::find_first_of(published.codes, currency_codes, {}, {}, &Label::text);
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
    Checker(const Schedule& terms, Reading& reading) : terms_{terms}, reading_{reading} {}

    void operator()(const FlatFee& fee) { check(fee, nullptr); }

    void operator()(const BandedFee& fee) {
        if (!given(fee.by))
            return; // reported
        const bool known = has_known_ends(fee);
        for (std::size_t i = 0; i < fee.bands.size(); ++i) {
            const BandRange range = range_of(fee, i);
            check(fee.bands[i], known ? &range : nullptr);
        }
    }

    void operator()(const UnpublishedFee&) {}

private:
    [[nodiscard]] bool given(const auto& member) const { return reading_.has(&member); }

    /// Whether every band of the scale has a lower bound and they rise, so that each has an upper end too.
    [[nodiscard]] bool has_known_ends(const BandedFee& fee) const {
        return std::ranges::all_of(fee.bands, [this](const Band& band) { return given(band.from); }) &&
               std::ranges::adjacent_find(fee.bands, std::ranges::greater_equal{}, &Band::from) == fee.bands.end();
    }

    /// A flat fee or a band. `range`: of the band, where it is known.
    template <class Priced>
    void check(const Priced& priced, const BandRange* range) {
        if (!given(priced.published) || given(priced.differs))
            return;
        Published published = read_published(priced.published);
        check_terms(priced.published, published);
        if (!given(priced.amount))
            return;
        auto& numbers = published.numbers;
        const auto found = std::ranges::find(numbers, wide{priced.amount.cents()});
        // Beside a flat fee's numbers "free" may speak of anything; those of a band are its bounds.
        const bool said_free = published.says_free() && (range != nullptr || numbers.empty());
        if (found != numbers.end())
            numbers.erase(found);
        else if (numbers.empty() && !said_free)
            return not_plain(priced.published);
        else if (priced.amount != Money{} || !said_free)
            return amount_differs(priced);
        if constexpr (std::same_as<Priced, Band>)
            if (range != nullptr &&
                !std::ranges::all_of(numbers, [&](wide number) { return is_bound(number, *range); }))
                reading_.add(Code::published_bounds_differ, &priced.from,
                             "the band holds for " + text::band_words(*range, terms_.currency) + " and " +
                                 words(priced.published) +
                                 " has a number that is neither one of its bounds nor the amount",
                             "correct the band's bounds (it ends where the next one begins), or the text" + or_differs);
    }

    void amount_differs(const auto& priced) {
        reading_.add(Code::published_amount_differs, &priced.amount,
                     "the amount is " + text::for_people(priced.amount, terms_.currency) + " and " +
                         words(priced.published) + " does not have that number",
                     "correct the amount or the text by the source" + or_differs);
    }

    void not_plain(const std::string_view& text) {
        reading_.add(Code::published_not_plain, &text, words(text) + " has no number to compare the amount with",
                     "quote the figures that the source prints, or its word \"free\"");
    }

    /// What a text may say that makes its number another one than an amount of money a period.
    void check_terms(const std::string_view& text, const Published& published) {
        const std::string period{terms_.period};
        if (const auto other = other_period(published, period))
            reading_.add(Code::published_period, &text,
                         words(text) + " says " + text::quoted(*other) + ", and fees of this schedule are per " +
                             period,
                         "state the fee per " + period + ", with a note on how it is paid" + or_differs);
        if (const auto other = other_currency(published, terms_.currency))
            reading_.add(Code::published_currency, &text,
                         words(text) + " says " + std::string{*other} + ", and amounts of this schedule are in " +
                             std::string{terms_.currency},
                         "write the currency of the source as the schedule's" + or_differs);
        if (const auto unit = unit_of(published))
            reading_.add(Code::published_per_unit, &text,
                         words(text) + " has " + text::quoted(*unit) + ", and a fee is an amount per organisation",
                         "leave a fee that is counted in units unpublished, with the rule in its reason" + or_differs);
    }

    static std::string words(std::string_view text) { return "the published text " + text::quoted(text); }

    const Schedule& terms_;
    Reading& reading_;
    std::string or_differs{"; if the source itself reads so, say why with differs = \"...\""};
};

} // namespace

void check_published(const Schedule& schedule, Reading& reading) {
    Checker checker{schedule, reading};
    for (const Tier& tier : schedule.tiers) {
        std::visit(checker, tier.fee);
        for (const Requirement& requirement : tier.requires_memberships)
            if (requirement.price)
                std::visit(checker, *requirement.price);
    }
}

} // namespace ptf_fees::catalogue
