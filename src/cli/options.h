#pragma once
// The options that several subcommands share, as typed by the user, and their values.

#include "cli/outcome.h"
#include "cli/parser.h"

#include <optional>
#include <string>
#include <vector>

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

void add_figures(Parser& app, OrganizationOptions& options);
void add_org_type(Parser& app, OrganizationOptions& options);
void add_memberships(Parser& app, OrganizationOptions& options);
void add_schedule(Parser& app, ScheduleOptions& options);
void add_catalogue(Parser& app, ScheduleOptions& options);
void add_output(Parser& app, OutputOptions& options);
void add_quiet(Parser& app, bool& quiet);

/// What --tier is, with the tiers of the default edition; `left_out`: what it means where it is left out.
[[nodiscard]] std::string tier_described(std::string_view left_out);

/// The organisation and its memberships; refuses what cannot be read.
[[nodiscard]] std::expected<Inquiry, Failure> inquiry_from(const OrganizationOptions& options,
                                                           const Catalogue& catalogue);

/// The memberships alone: --lf-member and --member-of. A foundation that `catalogue` does not have is refused: taken
/// silently, a mistyped name would be priced as if nothing were held.
/// The refusal of `typed`, which is no foundation of `catalogue`; `option` is what stands before it.
[[nodiscard]] Failure foundation_refused(const Catalogue& catalogue, std::string_view option, std::string_view typed);

[[nodiscard]] std::expected<Memberships, Failure> memberships_from(const OrganizationOptions& options,
                                                                   const Catalogue& catalogue);

} // namespace ptf_fees::cli
