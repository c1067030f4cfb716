#pragma once
// The options that several subcommands share, as typed by the user, and their values.

#include "cli/outcome.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
} // namespace CLI

namespace ptf_fees::cli {

/// --employees, --org-type, --revenue, --lf-member, --member-of.
struct OrganizationOptions {
    std::optional<std::string> employees{};
    std::optional<std::string> org_type{};
    std::optional<std::string> revenue{};
    std::optional<std::string> lf_member{};
    std::vector<std::string> member_of{};
};

/// --schedule, --as-of, --catalogue.
struct ScheduleOptions {
    std::optional<std::string> schedule{};
    std::optional<std::string> as_of{};
    std::optional<std::string> catalogue{};
};

/// --format, -o, --color, --quiet.
struct OutputOptions {
    std::optional<std::string> format{};
    std::optional<std::string> file{};
    std::optional<std::string> color{};
    bool quiet = false; ///< on standard error only what is wrong
};

void add_figures(CLI::App& app, OrganizationOptions& options);
void add_org_type(CLI::App& app, OrganizationOptions& options);
void add_memberships(CLI::App& app, OrganizationOptions& options);
void add_schedule(CLI::App& app, ScheduleOptions& options);
void add_catalogue(CLI::App& app, ScheduleOptions& options);
void add_output(CLI::App& app, OutputOptions& options);
void add_quiet(CLI::App& app, bool& quiet);

/// The organisation and its memberships; refuses what cannot be read.
[[nodiscard]] std::expected<Inquiry, Failure> inquiry_from(const OrganizationOptions& options,
                                                           const Catalogue& catalogue);

/// The refusal of `typed`, which is not a foundation of `catalogue`; `option` is what is before it.
[[nodiscard]] Failure foundation_refused(const Catalogue& catalogue, std::string_view option, std::string_view typed);

/// The memberships alone: --lf-member and --member-of. A foundation that `catalogue` does not have is refused: taken
/// silently, a mistyped name would be priced as if nothing were held.
[[nodiscard]] std::expected<Memberships, Failure> memberships_from(const OrganizationOptions& options,
                                                                   const Catalogue& catalogue);

} // namespace ptf_fees::cli
