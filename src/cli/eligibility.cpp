// Floor 3: ptf-fees eligibility.
#include "cli/command.h"
#include "cli/parser.h"
#include "cli/select.h"

#include <memory>

namespace ptf_fees::cli {
namespace {

struct EligibilityOptions {
    std::optional<std::string> tier{};
    OrganizationOptions organization{};
    ScheduleOptions schedule{};
};

Exit exit_for(Answer answer) {
    switch (answer) {
    case Answer::yes:
        return Exit::answered;
    case Answer::no:
        return Exit::answered_no;
    case Answer::unstated:
        break;
    }
    return Exit::not_stated;
}

Result run(const EligibilityOptions& options) {
    auto selected = select_edition(options.tier, options.schedule);
    if (!selected)
        return std::unexpected(selected.error());
    auto& [selection, tier] = *selected;
    const auto inquiry = inquiry_from(options.organization, selection.catalogue);
    if (!inquiry)
        return std::unexpected(inquiry.error());

    const OrgType type = inquiry->organization.type;
    document::EligibilityReply reply{.edition = selection.edition(), .inquiry = *inquiry};
    Exit exit = Exit::answered;
    if (tier != nullptr) {
        reply.one_tier = true;
        reply.tiers = {eligibility(*selection.schedule, *tier, type)};
        exit = exit_for(reply.tiers.front().answer);
    } else {
        reply.tiers = eligibility(*selection.schedule, type);
    }
    return Outcome{.reply = std::move(reply),
                   .exit = exit,
                   .warnings = std::move(selection.warnings),
                   .catalogue = std::move(selection.catalogue)};
}

} // namespace

void add_eligibility(CLI::App& app, Action& action) {
    auto options = std::make_shared<EligibilityOptions>();
    add_option(app, "--tier", options->tier, "ID", "Tier by id or name, of {tiers}; all of them if left out");
    add_figures(app, options->organization);
    add_org_type(app, options->organization);
    add_memberships(app, options->organization);
    add_schedule(app, options->schedule);
    add_output(app, action.output);
    action.answer = [options] { return run(*options); };
}

} // namespace ptf_fees::cli
