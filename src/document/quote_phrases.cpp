// Floor 2: a quote in words: amounts, remarks, what would change the total, and the answer of --need.
#include "document/phrases.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <array>

namespace ptf_fees::document {
namespace {

/// What is shown in place of an amount.
std::string unknown_words(Status status) {
    switch (status) {
    case Status::ineligible:
        return "-";
    case Status::unstated:
        return "not stated";
    case Status::unpublished:
        return "not published";
    case Status::needs_employees:
        return "by headcount";
    case Status::needs_revenue:
        return "by revenue";
    case Status::out_of_range:
        return "none stated";
    case Status::quoted:
        break;
    }
    return "unknown";
}

/// The foundation's name if one of the charges is its, else its id.
std::string foundation_name(std::string_view id, std::span<const TierQuote> quotes) {
    for (const TierQuote& quote : quotes)
        for (const QuoteLine& line : quote.lines)
            if (line.charge.schedule->foundation == id)
                return std::string{text::without_article(line.charge.schedule->name)};
    return std::string{id};
}

std::string indefinite(std::string_view noun) {
    constexpr std::string_view vowels = "AEIOUaeiou";
    const bool vowel = !noun.empty() && vowels.find(noun.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + std::string{noun};
}

/// "$50,000, $5,000 more", or the total alone if there is none to compare with.
std::string total_and_delta(const Change& change, std::string_view currency) {
    return text::for_people(change.total, currency) + (change.delta ? ", " + delta_words(*change.delta, currency) : "");
}

bool starts_at_bottom(const BandRange& range) {
    return range.from <= (range.by == Basis::employees ? 1 : 0);
}

/// The change that begins where the total ceases to hold.
const Change* change_beyond(const TierQuote& quote) {
    if (quote.holds.size() != 1) // with two figures it is a sentence of its own, which says of which
        return nullptr;
    const auto found = std::ranges::find_if(quote.changes, [&](const Change& change) {
        return change.what == Change::What::above && change.range->by == quote.holds.front().by;
    });
    return found == quote.changes.end() ? nullptr : &*found;
}

bool is_a_minimum(const QuoteLine& line) {
    const std::string published = text::lower(line.line.published);
    constexpr std::array<std::string_view, 3> words{"minimum", "at least", "or more"};
    return std::ranges::any_of(words, [&](std::string_view word) { return published.contains(word); });
}

/// Whether the total ends where the published scale of `charge` does.
bool ends_with_its_scale(std::span<const BandRange> holds, const Charge& charge) {
    const BandedFee* scale = scale_of(charge.fee);
    return is_paid(charge) && scale != nullptr && scale->to && std::ranges::any_of(holds, [&](const BandRange& range) {
               return range.by == scale->by && range.to == scale->to;
           });
}

std::string holds_sentence(const TierQuote& quote, std::string_view currency) {
    if (quote.holds.empty())
        return std::ranges::any_of(quote.lines, is_a_minimum)
                   ? "The published fee is a minimum: ask what is asked of the organisation."
                   : "The total is the same whatever the size of the organisation.";
    std::vector<std::string> extents;
    for (const BandRange& range : quote.holds)
        extents.push_back(extent_words(range, currency));
    std::string sentence = "The total holds " + text::listed(extents);
    if (const Change* beyond = change_beyond(quote))
        sentence += "; from " + figure_words(beyond->range->by, beyond->range->from, currency) + " it is " +
                    total_and_delta(*beyond, currency);
    for (const QuoteLine& line : quote.lines)
        if (ends_with_its_scale(quote.holds, line.charge))
            sentence += "; beyond, the fee for " + membership_name(line.charge) + " is not published";
    return sentence + ".";
}

std::string change_sentence(const TierQuote& quote, const Change& change, std::string_view currency) {
    if (change.what != Change::What::membership)
        return capitalized(extent_words(*change.range, currency)) + ": " + total_and_delta(change, currency) + ".";
    const std::string effect =
        change.delta ? delta_words(*change.delta, currency) : text::for_people(change.total, currency) + " in all";
    return membership_condition(change, {&quote, 1}) + ": " + effect + ".";
}

} // namespace

std::string extent_words(const BandRange& range, std::string_view currency) {
    if (!range.to)
        return starts_at_bottom(range) ? "for any number of " + std::string{name_of(range.by)}
                                       : "from " + figure_words(range.by, range.from, currency) + " up";
    if (starts_at_bottom(range))
        return "up to " + figure_words(range.by, *range.to, currency);
    return (range.from == *range.to ? "for " : "from ") + text::band_words(range, currency);
}

std::string membership_condition(const Change& change, std::span<const TierQuote> quotes) {
    const std::string name = foundation_name(change.foundation, quotes);
    return change.member ? "Already " + indefinite(name) + " member" : "Without the " + name + " membership";
}

std::string delta_words(Money delta, std::string_view currency) {
    const bool less = delta < Money{};
    return text::for_people(less ? Money{} - delta : delta, currency) + (less ? " less" : " more");
}

std::string organization_words(const Inquiry& inquiry, std::span<const TierQuote> quotes, std::string_view currency) {
    std::string words;
    if (inquiry.organization.type != OrgType::company)
        words += ", " + std::string{type_words(inquiry.organization.type)};
    for (const Basis by : {Basis::employees, Basis::revenue})
        if (const auto known = figure(inquiry.organization, by))
            words += ", " + figure_words(by, *known, currency);
    for (const std::string& id : inquiry.member_of)
        words += ", already " + indefinite(foundation_name(id, quotes)) + " member";
    return words;
}

std::string quote_heading(const QuoteReply& reply) {
    const Schedule& schedule = *reply.edition.schedule;
    std::string heading = "Membership of ";
    if (reply.one_tier && !reply.quotes.empty())
        heading = std::string{reply.quotes.front().tier->name} + " membership of ";
    heading += text::in_sentence(schedule.name);
    return heading + organization_words(reply.inquiry, reply.quotes, schedule.currency);
}

std::string amount_words(const Line& line, std::string_view currency) {
    if (line.kind == LineKind::free)
        return "free";
    return line.amount ? text::for_people(*line.amount, currency) : unknown_words(line.status);
}

std::string remark_words(const Line& line, std::string_view currency) {
    if (line.kind == LineKind::waived)
        return "already held";
    if (line.kind == LineKind::included)
        return "included";
    return line.band ? text::band_words(*line.band, currency) : std::string{};
}

std::string total_words(const TierQuote& quote, std::string_view currency) {
    return price_words(quote.price, currency);
}

std::string price_words(const Price& price, std::string_view currency) {
    return price.total ? text::for_people(*price.total, currency) : unknown_words(price.status);
}

std::string membership_words(const TierQuote& quote, std::string_view currency) {
    return quote.price.status == Status::ineligible ? "-" : amount_words(quote.lines.front().line, currency);
}

std::string prerequisite_words(const TierQuote& quote, std::string_view currency) {
    if (quote.price.prerequisite)
        return text::for_people(*quote.price.prerequisite, currency);
    if (quote.price.status == Status::ineligible || quote.lines.size() == 1)
        return "-";
    if (quote.lines.size() == 2)
        return amount_words(quote.lines.back().line, currency);
    return unknown_words(quote.price.status);
}

std::string status_words(Status status, OrgType type) {
    switch (status) {
    case Status::quoted:
        return {};
    case Status::ineligible:
        return "not open to " + std::string{type_words(type)};
    case Status::unstated:
        return "not stated whether open to " + std::string{type_words(type)};
    case Status::unpublished:
        return "fee not published";
    case Status::needs_employees:
        return "needs the headcount";
    case Status::needs_revenue:
        return "needs the revenue";
    case Status::out_of_range:
        return "below the first band";
    }
    return {};
}

std::vector<std::string> change_sentences(const TierQuote& quote, const Schedule& schedule) {
    std::vector<std::string> sentences;
    if (quote.price.total)
        sentences.push_back(holds_sentence(quote, schedule.currency));
    for (const Change& change : quote.changes)
        if (&change != change_beyond(quote))
            sentences.push_back(change_sentence(quote, change, schedule.currency));
    return sentences;
}

std::string commitment_sentence(const TierQuote& quote, const Schedule& schedule) {
    if (!quote.tier->commitment_years)
        return {};
    const std::int64_t years = *quote.tier->commitment_years;
    std::string sentence = "Commitment: " + text::counted(years, "year", "years");
    std::int64_t cents = 0;
    if (years > 1 && quote.price.total && schedule.period == "year" &&
        !__builtin_mul_overflow(quote.price.total->cents(), years, &cents))
        sentence += ", " + text::for_people(Money::from_cents(cents), schedule.currency) + " in all at these fees";
    return sentence + ".";
}

} // namespace ptf_fees::document
