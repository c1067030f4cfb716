#pragma once
// A catalogue: editions of any number of foundations, and the ways to choose one of them.

#include "ptf_fees/schedule.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace ptf_fees {

/// A set of schedules, read-only. Copies are cheap and share storage; what a Catalogue hands out is valid as long as
/// any copy of it lives. Ids are unique, a series has at most one default and no two editions on one day.
class Catalogue {
public:
    Catalogue() = default;

    /// A catalogue over `schedules`, whose strings and arrays `storage` keeps alive (null: static storage).
    explicit Catalogue(std::vector<const Schedule*> schedules, std::shared_ptr<const void> storage = nullptr);

    /// All editions, ordered by foundation, then by effective day.
    [[nodiscard]] std::span<const Schedule* const> schedules() const noexcept { return schedules_; }

    /// The edition with that id, or nullptr.
    [[nodiscard]] const Schedule* edition(std::string_view id) const noexcept;

    /// The edition that the foundation id alone means: the one marked default, else the latest; nullptr if there is no
    /// such series.
    [[nodiscard]] const Schedule* default_edition(std::string_view foundation) const noexcept;

    /// The foundation's edition in force on `day` (the latest whose effective day is not after it), or nullptr.
    [[nodiscard]] const Schedule* in_force(std::string_view foundation, Date day) const noexcept;

    /// The foundation's first edition, or nullptr.
    [[nodiscard]] const Schedule* first_edition(std::string_view foundation) const noexcept;

    /// The next edition of `schedule`'s foundation after its effective day, or nullptr. `schedule` need not be in the
    /// catalogue.
    [[nodiscard]] const Schedule* successor(const Schedule& schedule) const noexcept;

    /// This catalogue with `added` in place of an edition of the same id, or beside the others. Shares both storages.
    [[nodiscard]] Catalogue with(const Schedule& added, std::shared_ptr<const void> storage) const;

private:
    std::vector<const Schedule*> schedules_;
    std::vector<std::shared_ptr<const void>> storages_;
};

/// The editions compiled into the library. No I/O; the same on every machine.
[[nodiscard]] const Catalogue& embedded_catalogue();

} // namespace ptf_fees
