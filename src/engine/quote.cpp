// Floor 1, pure: explains a price line by line and says what would change it. It adds no arithmetic of its own but the
// differences between totals that the engine quotes.
#include "ptf_fees/quote.h"

#include <algorithm>

namespace ptf_fees {
namespace {

/// What a quote needs to know again and again.
struct Question {
    const Catalogue& catalogue;
    const Inquiry& inquiry;
    const ResolvedTier& tier;
    const Price& price;
};

void add_change(std::vector<Change>& changes, Change change, const Price& here, const Price& there) {
    if (!there.total || there.total == here.total)
        return;
    change.total = *there.total;
    if (here.total)
        change.delta = *there.total - *here.total;
    changes.push_back(change);
}

/// The rows of the merged table along `by`, and those that the organisation's figure falls into: one, or for a range
/// the first and the last.
struct Place {
    std::vector<MergedRow> rows;
    std::size_t first = 0;
    std::size_t last = 0;
};

std::optional<Place> place_in(const Question& question, Basis by) {
    Place place{merged_table(question.tier, by, question.inquiry.organization)};
    if (!place.rows.front().range)
        return std::nullopt;
    // Asked of quoted prices only: the figure by which a paid charge is banded is known.
    const Figure known = *figure(question.inquiry.organization, by);
    while (place.first + 1 < place.rows.size() && place.rows[place.first + 1].range->from <= known.from)
        ++place.first;
    place.last = place.first;
    while (place.last + 1 < place.rows.size() && (!known.to || place.rows[place.last + 1].range->from <= *known.to))
        ++place.last;
    return place;
}

void add_band_changes(std::vector<Change>& changes, const Question& question, Basis by) {
    const auto place = place_in(question, by);
    if (!place)
        return;
    if (place->first > 0) {
        const MergedRow& below = place->rows[place->first - 1];
        add_change(changes, {.what = Change::What::below, .range = below.range}, question.price, below.price);
    }
    if (place->last + 1 < place->rows.size()) {
        const MergedRow& above = place->rows[place->last + 1];
        add_change(changes, {.what = Change::What::above, .range = above.range}, question.price, above.price);
    }
}

void add_membership_changes(std::vector<Change>& changes, const Question& question) {
    std::vector<std::string_view> asked;
    for (const Charge& charge : question.tier.charges) {
        const std::string_view foundation = charge.schedule->foundation;
        const bool depends = charge.kind == ChargeKind::required || charge.kind == ChargeKind::waived;
        if (!depends || std::ranges::find(asked, foundation) != asked.end())
            continue;
        asked.push_back(foundation);
        const bool member = !holds(question.inquiry.member_of, foundation);
        const auto other =
            resolve(question.catalogue, *question.tier.schedule, *question.tier.tier,
                    with_membership(question.inquiry.member_of, foundation, member), question.inquiry.as_of);
        if (other)
            add_change(changes, {.what = Change::What::membership, .foundation = foundation, .member = member},
                       question.price, price(*other, question.inquiry.organization));
    }
}

std::vector<Change> changes_for(const Question& question) {
    std::vector<Change> changes;
    if (question.price.total) {
        add_band_changes(changes, question, Basis::employees);
        add_band_changes(changes, question, Basis::revenue);
    }
    add_membership_changes(changes, question);
    return changes;
}

/// The figures around the organisation's own for which the total stays as it is, the other figure being what it is.
std::optional<BandRange> holding_range(const Question& question, Basis by) {
    const auto place = place_in(question, by);
    if (!place)
        return std::nullopt;
    const auto same = [&](std::size_t row) { return place->rows[row].price.total == question.price.total; };
    std::size_t first = place->first;
    std::size_t last = place->last;
    while (first > 0 && same(first - 1))
        --first;
    while (last + 1 < place->rows.size() && same(last + 1))
        ++last;
    BandRange range = *place->rows[first].range;
    range.to = place->rows[last].range->to;
    return range;
}

std::vector<BandRange> holding_ranges(const Question& question) {
    std::vector<BandRange> ranges;
    if (!question.price.total)
        return ranges;
    for (const Basis by : {Basis::employees, Basis::revenue})
        if (const auto range = holding_range(question, by))
            ranges.push_back(*range);
    return ranges;
}

/// The merged table by the figure that is missing, as far as a range leaves it open.
std::vector<MergedRow> missing_bands(const Question& question) {
    const Status status = question.price.status;
    if (status != Status::needs_employees && status != Status::needs_revenue)
        return {};
    const Basis by = status == Status::needs_employees ? Basis::employees : Basis::revenue;
    std::vector<MergedRow> rows = merged_table(question.tier, by, question.inquiry.organization);
    const auto known = figure(question.inquiry.organization, by);
    return known ? rows_within(std::move(rows), *known) : rows;
}

} // namespace

std::expected<TierQuote, Unresolved> quote(const Catalogue& catalogue, const Schedule& schedule, const Tier& tier,
                                           const Inquiry& inquiry) {
    const auto resolved = resolve(catalogue, schedule, tier, inquiry.member_of, inquiry.as_of);
    if (!resolved)
        return std::unexpected(resolved.error());

    TierQuote result{.tier = &tier,
                     .price = price(*resolved, inquiry.organization),
                     .eligibility = open_to(tier, inquiry.organization.type),
                     .lines = {},
                     .changes = {},
                     .holds = {},
                     .reason = {}};
    for (const Charge& charge : resolved->charges)
        result.lines.push_back({charge, line_for(charge, inquiry.organization)});

    const Question question{catalogue, inquiry, *resolved, result.price};
    result.changes = changes_for(question);
    result.holds = holding_ranges(question);
    result.bands = missing_bands(question);
    result.reason = reason_for(*resolved, inquiry.organization, result.price);
    return result;
}

} // namespace ptf_fees
