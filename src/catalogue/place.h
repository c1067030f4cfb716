#pragma once
// Where in a schedule file something stands, and values that remember it.

#include <cstddef>
#include <optional>

namespace ptf_fees::catalogue {

/// A position in a file: line and column from 1, the column in characters. Line 0 is the file as a whole.
struct Place {
    std::size_t line = 0;
    std::size_t column = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

/// A value and where it stands.
template <class T>
struct Placed {
    T value{};
    Place place;
};

/// A placed value, or nothing where the file does not give it (or gives it wrongly, which has been reported then).
template <class T>
using Maybe = std::optional<Placed<T>>;

} // namespace ptf_fees::catalogue
