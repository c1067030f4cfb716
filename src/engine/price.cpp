// Floor 1, pure: what an organisation pays. The one place where a fee becomes an amount.
#include "ptf_fees/price.h"

#include "model/overloaded.h"

#include <algorithm>

namespace ptf_fees {
namespace {

Line flat_line(const FlatFee& fee) noexcept {
    const LineKind kind = fee.amount == Money{} ? LineKind::free : LineKind::fee;
    return {.kind = kind, .amount = fee.amount, .published = fee.published, .source = fee.source};
}

Line banded_line(const BandedFee& fee, const Organization& organization) noexcept {
    const auto known = figure(organization, fee.by);
    const Line missing{.source = fee.source,
                       .status = fee.by == Basis::employees ? Status::needs_employees : Status::needs_revenue};
    if (!known)
        return missing;

    // The bands that hold: from the one before the first that begins after the lowest figure, up to that of the
    // highest.
    const auto after = [&](std::int64_t figure) {
        return std::ranges::upper_bound(fee.bands, figure, {}, &Band::from) - fee.bands.begin();
    };
    const auto end = known->to ? after(*known->to) : std::ssize(fee.bands);
    if (end == 0)
        return {.source = fee.source, .status = Status::out_of_range};
    if (fee.to && known->from > *fee.to)
        return {.kind = LineKind::unpublished, .source = fee.source, .status = Status::unpublished};
    const auto begin = after(known->from) - 1;
    if (begin < 0 || (fee.to && (!known->to || *known->to > *fee.to)))
        return missing;
    const auto held = fee.bands.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    const Band& band = held.front();
    if (!std::ranges::all_of(held, [&](const Band& other) { return other.amount == band.amount; }))
        return missing;
    BandRange range = range_of(fee, static_cast<std::size_t>(begin));
    range.to = range_of(fee, static_cast<std::size_t>(end) - 1).to;
    return {.kind = band.amount == Money{} ? LineKind::free : LineKind::fee,
            .amount = band.amount,
            .band = range,
            .published = held.size() == 1 ? band.published : std::string_view{},
            .source = fee.source};
}

Line unpublished_line(const UnpublishedFee& fee) noexcept {
    return {
        .kind = LineKind::unpublished, .published = fee.reason, .source = fee.source, .status = Status::unpublished};
}

// std::visit throws only for a variant without a value; copying a kind of fee cannot fail, so every fee has one.
// NOLINTNEXTLINE(bugprone-exception-escape)
Line line_of(const Fee& any, const Organization& organization) noexcept {
    return std::visit(Overloaded{[](const FlatFee& fee) { return flat_line(fee); },
                                 [&](const BandedFee& fee) { return banded_line(fee, organization); },
                                 [](const UnpublishedFee& fee) { return unpublished_line(fee); }},
                      any);
}

} // namespace

std::string_view name_of(Status status) noexcept {
    switch (status) {
    case Status::quoted:
        return "quoted";
    case Status::ineligible:
        return "ineligible";
    case Status::unstated:
        return "unstated";
    case Status::unpublished:
        return "unpublished";
    case Status::needs_employees:
        return "needs_employees";
    case Status::needs_revenue:
        return "needs_revenue";
    case Status::out_of_range:
        break;
    }
    return "out_of_range";
}

std::string_view name_of(LineKind kind) noexcept {
    switch (kind) {
    case LineKind::fee:
        return "fee";
    case LineKind::free:
        return "free";
    case LineKind::waived:
        return "waived";
    case LineKind::included:
        return "included";
    case LineKind::unpublished:
        break;
    }
    return "unpublished";
}

Line line_for(const Charge& charge, const Organization& organization) noexcept {
    if (charge.kind == ChargeKind::waived || charge.kind == ChargeKind::included)
        return {.kind = charge.kind == ChargeKind::waived ? LineKind::waived : LineKind::included,
                .amount = Money{},
                .source = &source_of(charge.fee)};
    Line dearest = line_of(charge.fee, organization);
    for (const Fee& other : charge.other_prices) {
        const Line line = line_of(other, organization);
        if (dearest.amount && (!line.amount || *dearest.amount < *line.amount))
            dearest = line;
    }
    return dearest;
}

Price price_if_open(const ResolvedTier& tier, const Organization& organization) noexcept {
    Status worst = Status::quoted;
    Money membership;
    Money prerequisite;
    for (const Charge& charge : tier.charges) {
        const Line line = line_for(charge, organization);
        if (line.status != Status::quoted) {
            // Of several reasons the first in the order of Status is reported.
            worst = worst == Status::quoted ? line.status : std::min(worst, line.status);
            continue;
        }
        Money& sum = charge.kind == ChargeKind::own ? membership : prerequisite;
        sum = sum + *line.amount;
    }
    if (worst != Status::quoted)
        return {.status = worst};
    return {.status = Status::quoted,
            .membership = membership,
            .prerequisite = prerequisite,
            .total = membership + prerequisite};
}

Price price(const ResolvedTier& tier, const Organization& organization) noexcept {
    const Answer open = open_to(*tier.tier, organization.type);
    if (open == Answer::yes)
        return price_if_open(tier, organization);
    return {.status = open == Answer::no ? Status::ineligible : Status::unstated};
}

} // namespace ptf_fees
