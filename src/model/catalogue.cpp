// Ground floor: choosing an edition by id, by foundation, by day. Editions are few: a linear search over a sorted
// vector.
#include "ptf_fees/catalogue.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace ptf_fees {
namespace {

/// The order of editions: of schedules and of the entries of a catalogue.
constexpr auto order_of = [](const auto& edition) {
    return std::tuple{edition.foundation, edition.effective, edition.id};
};

} // namespace

Catalogue::Entry Catalogue::entry_of(const Schedule* schedule) {
    return {schedule->id,
            schedule->foundation,
            schedule->effective,
            schedule->effective_exact,
            schedule->is_default,
            schedule,
            nullptr};
}

std::span<const Catalogue::Entry> Catalogue::entries(std::string_view foundation) const noexcept {
    return std::ranges::equal_range(entries_, foundation, {}, &Entry::foundation);
}

Catalogue Catalogue::of_entries(std::vector<Entry> entries) {
    Catalogue made;
    made.entries_ = std::move(entries);
    return made;
}

Catalogue::Catalogue(const std::vector<const Schedule*>& schedules, std::shared_ptr<const void> storage) {
    std::ranges::transform(schedules, std::back_inserter(entries_), entry_of);
    std::ranges::sort(entries_, {}, order_of);
    if (storage)
        storages_.push_back(std::move(storage));
}

std::vector<const Schedule*> Catalogue::schedules() const {
    std::vector<const Schedule*> all;
    for (const Entry& entry : entries_)
        all.push_back(entry.get());
    return all;
}

std::vector<const Schedule*> Catalogue::editions(std::string_view foundation) const {
    std::vector<const Schedule*> editions;
    for (const Entry& entry : entries(foundation))
        editions.push_back(entry.get());
    return editions;
}

const Schedule* Catalogue::edition(std::string_view id) const {
    const auto found = std::ranges::find(entries_, id, &Entry::id);
    return found == entries_.end() ? nullptr : found->get();
}

bool Catalogue::has_foundation(std::string_view foundation) const noexcept {
    return !entries(foundation).empty();
}

const Schedule* Catalogue::default_edition(std::string_view foundation) const {
    const auto editions = entries(foundation);
    if (editions.empty())
        return nullptr;
    const auto marked = std::ranges::find_if(editions, &Entry::is_default);
    return (marked == editions.end() ? editions.back() : *marked).get();
}

const Schedule* Catalogue::in_force(std::string_view foundation, Date day) const {
    const auto editions = entries(foundation);
    const auto later = std::ranges::upper_bound(editions, day, {}, &Entry::effective);
    return later == editions.begin() ? nullptr : std::prev(later)->get();
}

const Schedule* Catalogue::first_edition(std::string_view foundation) const {
    const auto editions = entries(foundation);
    return editions.empty() ? nullptr : editions.front().get();
}

std::optional<Catalogue::Entry> Catalogue::successor(const Schedule& schedule) const noexcept {
    const auto editions = entries(schedule.foundation);
    const auto later = std::ranges::upper_bound(editions, schedule.effective, {}, &Entry::effective);
    return later == editions.end() ? std::nullopt : std::optional{*later};
}

Catalogue Catalogue::with(const Catalogue& added) const {
    Catalogue result = *this;
    const auto is_replaced = [&](const Entry& entry) {
        return std::ranges::find(added.entries_, entry.id, &Entry::id) != added.entries_.end();
    };
    std::erase_if(result.entries_, is_replaced);
    std::ranges::copy(added.entries_, std::back_inserter(result.entries_));
    std::ranges::sort(result.entries_, {}, order_of);
    std::ranges::copy(added.storages_, std::back_inserter(result.storages_));
    return result;
}

} // namespace ptf_fees
