// Floor 3: the tier, the type and the memberships of rows that do not name theirs.
#include "cli/batch_defaults.h"

namespace ptf_fees::cli {

Read read_defaults(batch::Options& options, const std::optional<std::string>& tier,
                   const OrganizationOptions& organization, const Selection& selection) {
    if (tier) {
        const auto selected = select_tier(selection.catalogue, *selection.schedule, *tier);
        if (!selected)
            return std::unexpected(selected.error());
        options.tier = *selected;
    }
    if (organization.org_type) {
        const auto type = parse_org_type(*organization.org_type);
        if (!type)
            return refuse("bad-value", "--org-type" + type.error().substr(std::string_view{"org_type"}.size()));
        options.org_type = *type;
    }
    options.lf_member_assumed = !organization.lf_member;
    auto held = memberships_from(organization, selection.catalogue);
    if (!held)
        return std::unexpected(held.error());
    options.member_of = std::move(*held);
    return {};
}

} // namespace ptf_fees::cli
