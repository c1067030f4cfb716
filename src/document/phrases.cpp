// Floor 2: phrases about schedules and tiers that the formats for people have in common.
#include "document/phrases.h"

#include "model/overloaded.h"
#include "text/decimal.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::document {

std::string terms_line(const Edition& edition) {
    const Schedule& schedule = *edition.schedule;
    const std::string terms = "Terms of " + text::iso(schedule.effective) + " (";
    if (const auto& next = edition.successor) {
        const Catalogue::Entry& newest = edition.newest ? *edition.newest : *next;
        return terms + "superseded by " + std::string{next->id} + ", in effect " +
               (next->effective_exact ? "from " : "by ") + text::iso(next->effective) + "; see --schedule " +
               std::string{newest.id} + ")";
    }
    if (schedule.until)
        return terms + "replaced on " + text::iso(*schedule.until) + " by terms that no copy has)";
    return terms + (schedule.verified < schedule.effective ? "announced, seen on " : "last seen on ") +
           text::iso(schedule.verified) + ")";
}

std::string replaced_line(const Edition& edition) {
    return edition.replaced() ? terms_line(edition) : "";
}

std::string named_terms_line(const Edition& edition) {
    return std::string{text::without_article(edition.schedule->name)} + ": " + terms_line(edition);
}

std::string requiring_tiers(const Portfolio& portfolio, const PortfolioLine& line) {
    std::vector<std::string> tiers;
    for (const std::size_t tier : line.required_by)
        tiers.push_back(membership_name(portfolio.lines[tier].quoted.charge));
    return text::listed(tiers);
}

std::string membership_id(const Charge& charge) {
    return text::membership_id(charge.schedule->foundation, charge.tier->id);
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
    return std::visit(
        Overloaded{
            [&](const FlatFee& flat) {
                return flat.amount == Money{} ? "free" : text::for_people(flat.amount, currency);
            },
            [&](const BandedFee& banded) {
                return "by " + std::string{name_of(banded.by)} +
                       (banded.to ? ", published up to " + figure_words(banded.by, *banded.to, currency) : "");
            },
            [](const UnpublishedFee& unpublished) { return "not published: " + std::string{unpublished.reason}; }},
        fee);
}

std::string_view differs_of(const QuoteLine& line) {
    const std::string_view published = line.line.published;
    const auto differs_in = [&](const Fee& fee) {
        return std::visit(Overloaded{[&](const FlatFee& flat) {
                                         return flat.published.data() == published.data() ? flat.differs : "";
                                     },
                                     [&](const BandedFee& scale) {
                                         const auto band = std::ranges::find_if(scale.bands, [&](const Band& one) {
                                             return one.published.data() == published.data();
                                         });
                                         return band == scale.bands.end() ? "" : band->differs;
                                     },
                                     [](const UnpublishedFee&) { return std::string_view{}; }},
                          fee);
    };
    std::string_view differs = differs_in(line.charge.fee);
    for (const Fee& other : line.charge.other_prices)
        if (differs.empty())
            differs = differs_in(other);
    return differs;
}

std::string published_words(const QuoteLine& line) {
    const std::string_view differs = differs_of(line);
    return std::string{line.line.published} + (differs.empty() ? "" : " (" + std::string{differs} + ")");
}

std::string_view basis_words(Basis by) noexcept {
    return by == Basis::employees ? "number of employees" : "annual revenue";
}

std::string figure_words(Basis by, const Figure& figure, std::string_view currency) {
    return text::band_words(BandRange{.by = by, .from = figure.from, .to = figure.to}, currency);
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

} // namespace ptf_fees::document
