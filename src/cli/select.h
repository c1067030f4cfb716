#pragma once
// Which catalogue, which edition, which tier, which benefits: names typed by the user turned into values.

#include "cli/options.h"

namespace ptf_fees::cli {

/// The foundation that is meant where none is named.
inline constexpr std::string_view default_foundation = "ptf";

/// An edition and the catalogue around it, which owns it.
struct Selection {
    Catalogue catalogue;
    const Schedule* schedule = nullptr;
    std::optional<Date> as_of{};
    text::Lines warnings{}; ///< one line that counts those of a file given by its path; empty where there are none

    [[nodiscard]] document::Edition edition() const;
};

/// The built-in catalogue, or that of --catalogue DIR.
[[nodiscard]] std::expected<Loaded, Failure> catalogue_from(const ScheduleOptions& options);

/// The edition that the options choose.
[[nodiscard]] std::expected<Selection, Failure> select_schedule(const ScheduleOptions& options);

/// The edition that `name` (an id, a foundation or a path) chooses.
[[nodiscard]] std::expected<Selection, Failure> select_schedule(std::string_view name, const ScheduleOptions& options);

/// The tier that `typed` names; a refusal says the nearest, or the edition that has it.
[[nodiscard]] std::expected<const Tier*, Failure> select_tier(const Selection& selection, std::string_view typed);

/// The benefits of a comma-separated list.
[[nodiscard]] std::expected<std::vector<const Benefit*>, Failure> select_benefits(const Selection& selection,
                                                                                  std::string_view typed);

} // namespace ptf_fees::cli
