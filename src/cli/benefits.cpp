// Floor 3: ptf-fees benefits.
#include "cli/command.h"
#include "cli/select.h"

#include <memory>

namespace ptf_fees::cli {
namespace {

struct BenefitsOptions {
    std::optional<std::string> tier{};
    ScheduleOptions schedule{};
};

Result run(const BenefitsOptions& options) {
    auto selection = select_schedule(options.schedule);
    if (!selection)
        return std::unexpected(selection.error());
    document::BenefitsReply reply{.edition = selection->edition()};
    if (options.tier) {
        const auto tier = select_tier(*selection, *options.tier);
        if (!tier)
            return std::unexpected(tier.error());
        reply.tier = *tier;
    }
    const Exit exit = selection->schedule->benefits.empty() ? Exit::not_stated : Exit::answered;
    return Outcome{.reply = reply,
                   .exit = exit,
                   .warnings = std::move(selection->warnings),
                   .catalogue = std::move(selection->catalogue)};
}

} // namespace

void add_benefits(Parser& app, Chosen& chosen) {
    auto options = std::make_shared<BenefitsOptions>();
    app.add_option("--tier", options->tier, "ID", "Tier by id or name; all of them if left out");
    add_schedule(app, options->schedule);
    add_output(app, chosen.output);
    chosen.answer = [options] { return run(*options); };
}

} // namespace ptf_fees::cli
