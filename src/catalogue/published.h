#pragma once
// Reads what a source prints about a fee: the amounts and bounds in it that are written plainly, in figures.

#include "ptf_fees/schedule.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ptf_fees::catalogue {

/// Bounds as a text states them, both ends inclusive; an end that it does not state is nullopt.
struct PlainBounds {
    std::optional<std::int64_t> from{};
    std::optional<std::int64_t> to{};
    bool without_end = false; ///< it says that there is no upper end ("5,000 or more")

    friend bool operator==(const PlainBounds&, const PlainBounds&) = default;
};

/// What stands plainly in a published text.
struct Published {
    std::vector<Money> amounts{};        ///< different amounts in the schedule's currency, in no bounds; each once
    std::optional<PlainBounds> bounds{}; ///< nullopt where none are written plainly, or several that differ
    bool says_free = false;              ///< it says in words that nothing is paid
};

/// Reads `text`. Amounts are digits with thousands commas and a sign or code that can mean `currency`; bounds are
/// figures along `by` ("1 - 499 employees", "Under 100", "5,000 or more"). Dates, years, shares and words are neither.
[[nodiscard]] Published read_published(std::string_view text, std::string_view currency, Basis by);

} // namespace ptf_fees::catalogue
