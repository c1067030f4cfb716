#pragma once
// Where in a schedule file something is written, and the side table that knows it of every value that was read.

#include <cstddef>
#include <optional>
#include <unordered_map>

namespace ptf_fees::catalogue {

/// A position in a file: line and column from 1, the column in characters. Line 0 is the file as a whole.
struct Place {
    std::size_t line = 0;
    std::size_t column = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

/// A value and where it is written.
template <class T>
struct Placed {
    T value{};
    Place place;
};

/// The places of the values of a schedule, by the address of the member that holds each. The schedule must be read
/// where it stays: a copy has no places. A member without a place was not given, or was given wrongly, which has been
/// reported then; it has its default value.
class Places {
public:
    void add(const void* member, Place place) { places_.insert_or_assign(member, place); }

    [[nodiscard]] bool has(const void* member) const { return places_.contains(member); }

    /// Precondition: has(member).
    [[nodiscard]] Place of(const void* member) const { return places_.at(member); }

private:
    std::unordered_map<const void*, Place> places_;
};

} // namespace ptf_fees::catalogue
