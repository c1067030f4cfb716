#pragma once
// From the name of an edition or a foundation, and perhaps a day, to the edition or the foundation that is meant.

#include "ptf_fees/catalogue.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace ptf_fees {

/// An edition; and the day that was asked for, on which required memberships are looked up too.
struct Choice {
    const Schedule* schedule = nullptr;
    std::optional<Date> day{};
};

/// Why there is no such edition.
struct NotChosen {
    enum class Why : std::uint8_t {
        unknown_name,      ///< neither an edition nor a foundation
        day_of_an_edition, ///< a day chooses among editions, and one edition was named
        not_a_day,         ///< the day is not one of the calendar
        before_first,      ///< the foundation's first edition is later than the day
        replaced,          ///< the last known edition was replaced before that day by terms that no copy has
    };
    Why why = Why::unknown_name;
    std::string message{}; ///< one sentence
    std::string remedy{};  ///< what to write instead; empty for the last two
};

/// What the caller's users write before a name and for a day: "--schedule " and "--as-of".
struct Spelling {
    std::string_view before_name{};
    std::string_view day{};
};

/// The edition of `catalogue` with the id `name`, or of the foundation `name` its default edition or, given a day
/// ("2024-10-08"), the one in force on it. Capitals are read as small letters where nothing has the name as written.
[[nodiscard]] std::expected<Choice, NotChosen> choose_edition(const Catalogue& catalogue, std::string_view name,
                                                              std::optional<std::string_view> day,
                                                              const Spelling& spelling);

/// What to say to the id of a foundation that `catalogue` does not have. The sentence begins with `what`, which the
/// caller's users write before it: "--member-of ".
[[nodiscard]] NotChosen unknown_foundation(const Catalogue& catalogue, std::string_view id, std::string_view what);

/// The id of the foundation of `catalogue` that `typed` names, in any case; the Linux Foundation is always one.
[[nodiscard]] std::expected<std::string, NotChosen> foundation_named(const Catalogue& catalogue, std::string_view typed,
                                                                     std::string_view what);

} // namespace ptf_fees
