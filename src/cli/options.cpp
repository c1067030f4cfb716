// Floor 3: the shared options. CLI11 only stores what was typed; the model reads the values, so that an option and a
// column of a roster are refused with the same words.
#include "cli/options.h"

#include "ptf_fees/catalogue.h"

#include "cli/parser.h"
#include "cli/select.h"
#include "engine/choose_edition.h"

namespace ptf_fees::cli {

void add_figures(CLI::App& app, OrganizationOptions& options) {
    add_option(app, "--employees", options.employees, "N",
               "Consolidated employees: digits only, or a range (501-1000, 10001+); unknown if left out");
    add_option(app, "--revenue", options.revenue, "N",
               "Annual revenue in whole currency units, where fees depend on it");
}

void add_org_type(CLI::App& app, OrganizationOptions& options) {
    add_option(app, "--org-type", options.org_type, "TYPE",
               "company (default), nonprofit, academic, government or individual");
}

void add_memberships(CLI::App& app, OrganizationOptions& options) {
    add_yes_no(app, "--lf-member", options.lf_member,
               "yes or no (default): already a Linux Foundation member; alone it means yes");
    add_option(app, "--member-of", options.member_of, "ID",
               "Foundation whose membership is already held; may be repeated");
}

void add_catalogue(CLI::App& app, ScheduleOptions& options) {
    add_option(app, "--catalogue", options.catalogue, "DIR",
               "Read the schedules of this folder instead of the built-in ones");
}

void add_schedule(CLI::App& app, ScheduleOptions& options) {
    add_option(app, "--schedule", options.schedule, "S",
               "Edition (ptf-2025-04), foundation (ptf, the default) or a file (./terms.toml)");
    add_option(app, "--as-of", options.as_of, "YYYY-MM-DD", "The foundation's edition in force on that day");
    add_catalogue(app, options);
}

void add_output(CLI::App& app, OutputOptions& options) {
    add_option(app, "--format", options.format, "FORMAT",
               "text (default), json, csv, markdown or html; xlsx for a portfolio");
    add_option(app, "-o,--output", options.file, "FILE", "Write the answer to this file, whole or not at all");
    add_option(app, "--color", options.color, "WHEN", "auto (default), always or never");
    add_quiet(app, options.quiet);
}

void add_quiet(CLI::App& app, bool& quiet) {
    add_flag(app, "-q,--quiet", quiet, "Say nothing on standard error unless something is wrong");
}

Failure foundation_refused(const Catalogue& catalogue, std::string_view option, std::string_view typed) {
    NotChosen refused = ptf_fees::unknown_foundation(catalogue, typed, option);
    return refusal("unknown-foundation", std::move(refused.message),
                   typed.contains(',') ? "name one at a time: one --member-of for each foundation"
                                       : std::move(refused.remedy));
}

std::expected<Memberships, Failure> memberships_from(const OrganizationOptions& options, const Catalogue& catalogue) {
    Memberships held;
    for (const std::string& typed : options.member_of) {
        const auto id = foundation_named(catalogue, typed, "--member-of ");
        if (!id)
            return std::unexpected(foundation_refused(catalogue, "--member-of ", typed));
        held = with_membership(std::move(held), *id, true);
    }
    if (!options.lf_member)
        return held;
    const auto member = parse_yes_no(*options.lf_member, "--lf-member");
    if (!member)
        return refuse("bad-value", member.error(), "alone, before another option or at the end, --lf-member means yes");
    if (!*member && holds(held, linux_foundation_id))
        return refuse("bad-value", "--lf-member no contradicts --member-of lf", "leave one of the two out");
    return with_membership(std::move(held), linux_foundation_id, *member);
}

std::expected<Inquiry, Failure> inquiry_from(const OrganizationOptions& options, const Catalogue& catalogue) {
    Inquiry inquiry;
    if (options.employees) {
        const auto employees = parse_employees(*options.employees);
        if (!employees)
            return refuse("bad-value", "--" + employees.error());
        inquiry.organization.employees = *employees;
    }
    if (options.revenue) {
        const auto revenue = parse_revenue(*options.revenue);
        if (!revenue)
            return refuse("bad-value", "--" + revenue.error());
        inquiry.organization.revenue = *revenue;
    }
    if (options.org_type) {
        const auto type = parse_org_type(*options.org_type);
        if (!type)
            return refuse("bad-value", "--org-type" + type.error().substr(std::string_view{"org_type"}.size()));
        inquiry.organization.type = *type;
    }
    auto held = memberships_from(options, catalogue);
    if (!held)
        return std::unexpected(held.error());
    inquiry.member_of = std::move(*held);
    return inquiry;
}

} // namespace ptf_fees::cli
