#pragma once
// A catalogue: editions of any number of foundations, and the ways to choose one of them.

#include "ptf_fees/schedule.h"

#include <memory>
#include <optional>
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
    explicit Catalogue(const std::vector<const Schedule*>& schedules, std::shared_ptr<const void> storage = nullptr);

    /// What chooses an edition, and where the rest of it is.
    struct Entry {
        std::string_view id;
        std::string_view foundation;
        Date effective;
        bool effective_exact;
        bool is_default;
        const Schedule* schedule;  ///< nullptr: `make` returns it
        const Schedule& (*make)(); ///< the same at each call, from any thread
        [[nodiscard]] const Schedule* get() const { return schedule != nullptr ? schedule : &make(); }
    };
    [[nodiscard]] static Entry entry_of(const Schedule* schedule); ///< of an edition that is unpacked

    /// What chooses each edition, in the order of `schedules`. Unpacks none. Valid until the catalogue changes.
    [[nodiscard]] std::span<const Entry> entries() const noexcept { return entries_; }

    /// The same of one foundation.
    [[nodiscard]] std::span<const Entry> entries(std::string_view foundation) const noexcept;

    /// All editions, ordered by foundation, then by effective day.
    [[nodiscard]] std::vector<const Schedule*> schedules() const;

    /// Those of one foundation, in order of their days.
    [[nodiscard]] std::vector<const Schedule*> editions(std::string_view foundation) const;

    /// The edition with that id, or nullptr.
    [[nodiscard]] const Schedule* edition(std::string_view id) const;

    /// Whether there is an edition of the foundation with that id.
    [[nodiscard]] bool has_foundation(std::string_view foundation) const noexcept;

    /// The edition that the foundation id alone means: the one marked default, else the latest; nullptr if there is no
    /// such series.
    [[nodiscard]] const Schedule* default_edition(std::string_view foundation) const;

    /// The foundation's edition in force on `day` (the latest whose effective day is not after it), or nullptr.
    [[nodiscard]] const Schedule* in_force(std::string_view foundation, Date day) const;

    /// The foundation's first edition, or nullptr.
    [[nodiscard]] const Schedule* first_edition(std::string_view foundation) const;

    /// The next edition of `schedule`'s foundation after its effective day. `schedule` need not be in the catalogue.
    /// Unpacks nothing.
    [[nodiscard]] std::optional<Entry> successor(const Schedule& schedule) const noexcept;

    /// This catalogue with each edition of `added` in place of one of the same id, or beside the others. Shares both
    /// storages.
    [[nodiscard]] Catalogue with(const Catalogue& added) const;

private:
    friend const Catalogue& embedded_catalogue();

    static Catalogue of_entries(std::vector<Entry> entries); ///< in the order of `schedules`

    std::vector<Entry> entries_; ///< ordered as `schedules` is
    std::vector<std::shared_ptr<const void>> storages_;
};

/// The editions compiled into the library, each of which is unpacked when it is first asked for. No I/O; the same on
/// every machine. May be called from any thread; what it hands out is never destroyed.
[[nodiscard]] const Catalogue& embedded_catalogue();

} // namespace ptf_fees
