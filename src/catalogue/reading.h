#pragma once
// One file on its way into the storage: what was read of it beside the values themselves.

#include "catalogue/report.h"
#include "catalogue/storage.h"

#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ptf_fees::catalogue {

/// A value and where it is written.
template <class T>
struct Placed {
    T value{};
    Place place;
};

/// The places of the values of a schedule, by the address of the member that holds each. The schedule must be read
/// where it stays: a copy has no places. A struct and its first member have one address: only one of them has a place.
/// A member without a place was not given, or was given wrongly, which has been reported then; it has its default
/// value.
class Places {
public:
    void add(const void* member, Place place) { places_.insert_or_assign(member, place); }

    [[nodiscard]] bool has(const void* member) const { return places_.contains(member); }

    /// Precondition: has(member).
    [[nodiscard]] Place of(const void* member) const { return places_.at(member); }

private:
    std::unordered_map<const void*, Place> places_;
};

/// An id in the place of the source, tier or benefit that has it, which may be defined further down.
struct Mention {
    Code undefined; ///< the finding where nothing has that id
    Placed<std::string_view> id;
    std::function<void(std::size_t)> found; ///< sets the member that mentions it, told the index of what has that id
};

/// What is known of the file. `storage`, and the text that the report is of, must outlive it.
struct Reading {
    Report report;
    Storage& storage;
    Places places{};
    std::vector<Mention> mentions{};

    [[nodiscard]] bool has(const void* member) const { return places.has(member); }

    /// Reports what is wrong with the value of `member`, at its place. Precondition: has(member).
    void add(Code code, const void* member, std::string message, std::string remedy) {
        report.add(code, places.of(member), std::move(message), std::move(remedy));
    }
};

} // namespace ptf_fees::catalogue
