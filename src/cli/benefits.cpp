// Floor 3: ptf-fees benefits.
#include "cli/command.h"
#include "cli/parser.h"
#include "cli/select.h"

#include <memory>

namespace ptf_fees::cli {
namespace {

struct BenefitsOptions {
    std::optional<std::string> tier{};
    ScheduleOptions schedule{};
};

Result run(const BenefitsOptions& options) {
    auto selected = select_edition(options.tier, options.schedule);
    if (!selected)
        return std::unexpected(selected.error());
    auto& [selection, tier] = *selected;
    const Exit exit = selection.schedule->benefits.empty() ? Exit::not_stated : Exit::answered;
    return Outcome{.reply = document::BenefitsReply{.edition = selection.edition(), .tier = tier},
                   .exit = exit,
                   .warnings = std::move(selection.warnings),
                   .catalogue = std::move(selection.catalogue)};
}

} // namespace

void add_benefits(CLI::App& app, Action& action) {
    auto options = std::make_shared<BenefitsOptions>();
    add_option(app, "--tier", options->tier, "ID", "Tier by id or name, of {tiers}; all of them if left out");
    add_schedule(app, options->schedule);
    add_output(app, action.output);
    action.answer = [options] { return run(*options); };
}

} // namespace ptf_fees::cli
