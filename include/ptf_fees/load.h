#pragma once
// Reading schedules from TOML, with every finding placed. The only public header whose functions read files.

#include "ptf_fees/catalogue.h"
#include "ptf_fees/members.h"

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace ptf_fees {

enum class Severity : std::uint8_t { error, warning };

/// "error" or "warning". Static storage.
[[nodiscard]] std::string_view name_of(Severity severity) noexcept;

/// One thing found in a schedule file.
struct Finding {
    std::string file{};
    std::size_t line = 0;   ///< from 1; 0 where the finding concerns the whole file
    std::size_t column = 0; ///< from 1, in characters; 0 where unknown
    Severity severity = Severity::error;
    std::string code{};        ///< stable: "unknown-key", "wrong-type", ...
    std::string message{};     ///< one sentence: what was found and what was expected
    std::string remedy{};      ///< one sentence; may be empty
    std::string source_line{}; ///< the line itself, without its end; empty if there is none or it has over 16 KiB
};

/// A text that claims to be a schedule, and where it came from (for messages).
struct ScheduleText {
    std::string file{};
    std::string text{};
};

/// What loading gave: all findings, and the catalogue if none of them is an error.
struct Loaded {
    std::vector<Finding> findings{};      ///< ordered by file, line, column
    std::optional<Catalogue> catalogue{}; ///< `base` with the loaded editions in place; nullopt when there is an error
    std::vector<const Schedule*>
        editions{}; ///< one for each text that has no error, in the order of the texts; owned by `catalogue`
};

/// Reads and checks `texts` together as editions beside (or in place of) those of `base`. Reports all findings
/// and never throws on any input: not TOML, not UTF-8, deeply nested, of any size (over 1 MiB is refused unread).
[[nodiscard]] Loaded load_schedules(std::vector<ScheduleText> texts, const Catalogue& base);

/// What loading a list of members gave.
struct LoadedMembers {
    std::vector<Finding> findings{};          ///< ordered by line, column
    std::shared_ptr<const MemberList> list{}; ///< null when a finding is an error
};

/// Whether `text` is a list of members (it has a [[member]]) and not a schedule.
[[nodiscard]] bool is_member_list(const ScheduleText& text);

/// Reads and checks a list of members; its tiers are those of the editions of `catalogue`. As load_schedules, it
/// reports all findings and never throws on any input.
[[nodiscard]] LoadedMembers load_members(ScheduleText text, const Catalogue& catalogue);

/// A file or folder that could not be read: one sentence with the system's reason.
struct Unreadable {
    std::string message{};
};

/// Reads one file (regular or pipe), at most `largest_schedule_file` bytes and one more, so that a larger one is
/// refused by load_schedules.
[[nodiscard]] std::expected<ScheduleText, Unreadable> read_schedule_file(const std::filesystem::path& file);

/// Reads every *.toml of a folder, ordered by name.
[[nodiscard]] std::expected<std::vector<ScheduleText>, Unreadable>
read_schedule_folder(const std::filesystem::path& folder);

/// Reads members/FOUNDATION.toml below `folder`; nullopt if there is no such file.
[[nodiscard]] std::expected<std::optional<ScheduleText>, Unreadable>
read_member_file(const std::filesystem::path& folder, std::string_view foundation);

inline constexpr std::size_t largest_schedule_file = std::size_t{1} << 20U;

} // namespace ptf_fees
