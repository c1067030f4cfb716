// Ground floor: the names of a schedule's closed choices, and finding a tier or benefit by what people call it.
#include "ptf_fees/schedule.h"

#include "model/overloaded.h"

#include "text/names.h"

#include <algorithm>

namespace ptf_fees {
namespace {

template <typename Named>
const Named* find_named(std::span<const Named> items, std::string_view id_or_name) noexcept {
    for (const auto key : {&Named::id, &Named::name}) {
        const auto found = std::ranges::find_if(
            items, [&](const Named& item) { return text::same_ignoring_case(item.*key, id_or_name); });
        if (found != items.end())
            return &*found;
    }
    return nullptr;
}

} // namespace

std::string_view name_of(Answer answer) noexcept {
    switch (answer) {
    case Answer::no:
        return "no";
    case Answer::yes:
        return "yes";
    case Answer::unstated:
        break;
    }
    return "unstated";
}

std::string_view name_of(Route route) noexcept {
    return route == Route::enrolment ? "enrolment" : "approval";
}

const Source& source_of(const Fee& fee) {
    return *std::visit([](const auto& kind) { return kind.source; }, fee);
}

BandRange range_of(const BandedFee& fee, std::size_t index) noexcept {
    const bool last = index + 1 == fee.bands.size();
    return {.by = fee.by,
            .from = fee.bands[index].from,
            .to = last ? fee.to : std::optional{fee.bands[index + 1].from - 1}};
}

const BandedFee* scale_of(const Fee& fee) {
    return std::visit(Overloaded{[](const FlatFee&) -> const BandedFee* { return nullptr; },
                                 [](const BandedFee& banded) { return &banded; },
                                 [](const UnpublishedFee&) -> const BandedFee* { return nullptr; }},
                      fee);
}

const Tier* find_tier(const Schedule& schedule, std::string_view id_or_name) noexcept {
    return find_named(schedule.tiers, id_or_name);
}

const Benefit* find_benefit(const Schedule& schedule, std::string_view id_or_name) noexcept {
    return find_named(schedule.benefits, id_or_name);
}

} // namespace ptf_fees
