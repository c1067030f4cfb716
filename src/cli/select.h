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

/// The edition with what has replaced it in `catalogue`.
[[nodiscard]] document::Edition edition_in(const Catalogue& catalogue, const Schedule& schedule);

/// Tiers of one or several editions, and the catalogue around them, which owns them.
struct SelectedTiers {
    Catalogue catalogue;
    std::vector<TierRef> tiers{};
    std::optional<Date> as_of{};
    text::Lines warnings{};
};

/// The built-in catalogue, or that of --catalogue DIR.
[[nodiscard]] std::expected<Loaded, Failure> catalogue_from(const ScheduleOptions& options);

/// The list of the members of that foundation, built in or in the folder members/ of --catalogue DIR; nullptr where
/// there is none. `catalogue` is the one that the options choose.
[[nodiscard]] std::expected<std::shared_ptr<const MemberList>, Failure>
member_list(const ScheduleOptions& options, const Catalogue& catalogue, std::string_view foundation);

/// The edition that the options choose.
[[nodiscard]] std::expected<Selection, Failure> select_schedule(const ScheduleOptions& options);

/// The edition that `name` (an id, a foundation or a path) chooses.
[[nodiscard]] std::expected<Selection, Failure> select_schedule(std::string_view name, const ScheduleOptions& options);

/// The tier of the edition that `typed` names; a refusal says the nearest, or the edition that has it.
[[nodiscard]] std::expected<const Tier*, Failure> select_tier(const Catalogue& catalogue, const Schedule& schedule,
                                                              std::string_view typed);

/// The tiers that the values of --tier name, each "general", a tier of --schedule, or "cncf/silver". A --schedule that
/// none of them uses is refused. Precondition: there is at least one.
[[nodiscard]] std::expected<SelectedTiers, Failure> select_tiers(std::span<const std::string> typed,
                                                                 const ScheduleOptions& options);

/// The same for a command that takes one tier or none: then the edition that the options choose, and nullptr.
[[nodiscard]] std::expected<std::pair<Selection, const Tier*>, Failure>
select_edition(const std::optional<std::string>& tier, const ScheduleOptions& options);

/// The benefits of a comma-separated list.
[[nodiscard]] std::expected<std::vector<const Benefit*>, Failure> select_benefits(const Selection& selection,
                                                                                  std::string_view typed);

} // namespace ptf_fees::cli
