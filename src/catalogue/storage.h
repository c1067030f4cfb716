#pragma once
// What loaded schedules point into: their strings, arrays and themselves, at addresses that never change.

#include "ptf_fees/catalogue.h"
#include "ptf_fees/members.h"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace ptf_fees::catalogue {

class Storage {
public:
    /// Storage for editions beside those of `base`, which it keeps alive.
    explicit Storage(Catalogue base) : base_{std::move(base)} {}

    /// A copy of `text` that lives as long as the storage.
    [[nodiscard]] std::string_view keep(std::string_view text) { return texts_.emplace_back(text); }

    /// The same for an array.
    template <class T>
    [[nodiscard]] std::span<const T> keep(std::vector<T> values) {
        return std::get<std::deque<std::vector<T>>>(arrays_).emplace_back(std::move(values));
    }

    [[nodiscard]] const Schedule* keep(const Schedule& schedule) { return &schedules_.emplace_back(schedule); }
    [[nodiscard]] const MemberList* keep(const MemberList& list) { return &lists_.emplace_back(list); }

private:
    template <class... T>
    using Arrays = std::tuple<std::deque<std::vector<T>>...>;

    Catalogue base_;
    std::deque<std::string> texts_;
    Arrays<std::string_view, Source, Band, Requirement, MembershipRef, Tier, Grant, Benefit, Example, Holding, Member>
        arrays_;
    std::deque<Schedule> schedules_;
    std::deque<MemberList> lists_;
};

} // namespace ptf_fees::catalogue
