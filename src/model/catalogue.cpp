// Ground floor: choosing an edition by id, by foundation, by day. Editions are few: a linear search over a sorted
// vector.
#include "ptf_fees/catalogue.h"

#include <algorithm>
#include <tuple>

namespace ptf_fees {
namespace {

auto order_of(const Schedule* schedule) {
    return std::tuple{schedule->foundation, schedule->effective, schedule->id};
}

} // namespace

Catalogue::Catalogue(std::vector<const Schedule*> schedules, std::shared_ptr<const void> storage)
    : schedules_{std::move(schedules)} {
    std::ranges::sort(schedules_, {}, order_of);
    if (storage)
        storages_.push_back(std::move(storage));
}

const Schedule* Catalogue::edition(std::string_view id) const noexcept {
    const auto found = std::ranges::find(schedules_, id, &Schedule::id);
    return found == schedules_.end() ? nullptr : *found;
}

const Schedule* Catalogue::default_edition(std::string_view foundation) const noexcept {
    const Schedule* chosen = nullptr;
    for (const Schedule* schedule : schedules_) {
        if (schedule->foundation != foundation)
            continue;
        if (schedule->is_default)
            return schedule;
        chosen = schedule;
    }
    return chosen;
}

const Schedule* Catalogue::in_force(std::string_view foundation, Date day) const noexcept {
    const Schedule* chosen = nullptr;
    for (const Schedule* schedule : schedules_)
        if (schedule->foundation == foundation && schedule->effective <= day)
            chosen = schedule;
    return chosen;
}

const Schedule* Catalogue::first_edition(std::string_view foundation) const noexcept {
    const auto found = std::ranges::find(schedules_, foundation, &Schedule::foundation);
    return found == schedules_.end() ? nullptr : *found;
}

const Schedule* Catalogue::successor(const Schedule& schedule) const noexcept {
    const auto found = std::ranges::find_if(schedules_, [&](const Schedule* other) {
        return other->foundation == schedule.foundation && other->effective > schedule.effective;
    });
    return found == schedules_.end() ? nullptr : *found;
}

Catalogue Catalogue::with(const Schedule& added, std::shared_ptr<const void> storage) const {
    Catalogue result = *this;
    std::erase_if(result.schedules_, [&](const Schedule* schedule) { return schedule->id == added.id; });
    const auto place = std::ranges::lower_bound(result.schedules_, order_of(&added), {}, order_of);
    result.schedules_.insert(place, &added);
    if (storage)
        result.storages_.push_back(std::move(storage));
    return result;
}

} // namespace ptf_fees
