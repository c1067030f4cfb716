// Floor 2: phrases about schedules and tiers that the formats for people have in common.
#include "render/phrases.h"

#include "text/decimal.h"
#include "text/words.h"

namespace ptf_fees::render {

std::string terms_line(const Edition& edition) {
    const Schedule& schedule = *edition.schedule;
    const std::string since = text::iso(schedule.effective);
    if (edition.successor == nullptr)
        return (schedule.effective_exact ? "Terms of " : "Terms first seen on ") + since + " (" +
               std::string{schedule.id} + "), last verified on " + text::iso(schedule.verified);
    const std::string until = text::iso(edition.successor->effective);
    return "Terms of " + since + ", replaced " +
           (edition.successor->effective_exact ? "on " + until : "by " + until + " at the latest") + " (" +
           std::string{edition.successor->id} + ")";
}

std::string replaced_line(const Edition& edition) {
    return edition.successor == nullptr ? "" : terms_line(edition) + "\n";
}

std::string membership_name(const Bill& bill) {
    return std::string{text::without_article(bill.schedule->name)} + " " + std::string{bill.tier->name};
}

std::string_view type_words(OrgType type) noexcept {
    switch (type) {
    case OrgType::company:
        return "a company";
    case OrgType::nonprofit:
        return "a nonprofit";
    case OrgType::academic:
        return "an academic institution";
    case OrgType::government:
        return "a government body";
    case OrgType::individual:
        return "an individual";
    }
    return {};
}

std::string source_words(const Source& source) {
    std::string words{source.title};
    if (source.dated)
        words += ", " + text::iso(*source.dated);
    if (!source.locator.empty())
        words += ", " + std::string{source.locator};
    return words;
}

std::string fee_words(const Fee& fee, std::string_view currency) {
    if (const auto* flat = std::get_if<FlatFee>(&fee))
        return flat->amount == Money{} ? "free" : text::for_people(flat->amount, currency);
    if (const auto* banded = std::get_if<BandedFee>(&fee))
        return "by " + std::string{name_of(banded->by)};
    return "not published: " + std::string{std::get<UnpublishedFee>(fee).reason};
}

std::string chart_title(const Schedule& schedule, Basis by) {
    return "Total per " + std::string{schedule.period} + " by " + std::string{name_of(by)} + ", on a logarithmic scale";
}

std::string_view basis_words(Basis by) noexcept {
    return by == Basis::employees ? "number of employees" : "annual revenue";
}

std::string figure_words(Basis by, std::int64_t figure, std::string_view currency) {
    return text::band_words(BandRange{.by = by, .from = figure, .to = figure}, currency);
}

std::string band_figures(const BandRange& range, std::string_view currency) {
    const std::string words = text::band_words(range, currency);
    return words.substr(0, words.rfind(' '));
}

std::string capitalized(std::string_view text) {
    std::string out{text};
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    return out;
}

std::string ended(std::string_view sentence) {
    const std::string_view last_word = sentence.substr(sentence.rfind(' ') + 1);
    const bool closed = sentence.empty() || sentence.ends_with('.') || last_word.find("://") != std::string_view::npos;
    return std::string{sentence} + (closed ? "" : ".");
}

} // namespace ptf_fees::render
