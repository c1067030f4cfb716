// Floor 3: ptf-fees members.
#include "cli/command.h"
#include "cli/parser.h"
#include "cli/select.h"
#include "document/phrases.h"
#include "engine/choose_edition.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <memory>

namespace ptf_fees::cli {
namespace {

struct MembersOptions {
    std::optional<std::string> tier{};
    ScheduleOptions schedule{};
};

std::expected<std::string, Failure> foundation_from(const ScheduleOptions& options, const Catalogue& catalogue) {
    const std::string typed = options.schedule.value_or(std::string{default_foundation});
    if (const Schedule* edition = catalogue.edition(typed))
        return refuse("bad-value",
                      "--schedule " + typed + " names an edition, and the members are those of a foundation",
                      "write --schedule " + std::string{edition->foundation} + ", and --as-of for a day");
    auto id = foundation_named(catalogue, typed, "--schedule ");
    if (!id || !catalogue.has_foundation(*id))
        return std::unexpected(foundation_refused(catalogue, "--schedule ", typed));
    return *id;
}

std::expected<Date, Failure> day_from(const ScheduleOptions& options, const MemberList& list) {
    if (!options.as_of)
        return list.verified;
    if (const auto day = text::parse_iso(*options.as_of))
        return *day;
    return refuse("bad-value",
                  "--as-of " + text::quoted(*options.as_of) + " is not a day of the calendar as YYYY-MM-DD",
                  "write year, month and day in digits, such as --as-of 2026-02-01");
}

/// The tier that `typed` names in any edition of the foundation: who held it is asked of days on which it was gone,
/// too.
std::expected<const Tier*, Failure> tier_from(const std::string& typed, const Catalogue& catalogue,
                                              std::string_view foundation) {
    std::vector<std::string_view> ids;
    for (const Schedule* schedule : catalogue.editions(foundation)) {
        if (const Tier* tier = find_tier(*schedule, typed))
            return tier;
        for (const Tier& tier : schedule->tiers)
            if (std::ranges::find(ids, tier.id) == ids.end())
                ids.push_back(tier.id);
    }
    return refuse("unknown-tier",
                  "no edition of " + text::quoted(foundation) + " has a tier " + text::quoted(typed) +
                      text::did_you_mean(typed, ids),
                  "the tiers are " + text::listed(std::vector<std::string>{ids.begin(), ids.end()}));
}

Failure no_list(const Schedule& edition) {
    return {Exit::not_stated, "no-members",
            "no list of the members of " + text::in_sentence(edition.name) + " is known",
            "look at " + std::string{edition.sources.front().url}};
}

Result run(const MembersOptions& options) {
    auto loaded = catalogue_from(options.schedule);
    if (!loaded)
        return std::unexpected(loaded.error());
    const Catalogue& catalogue = *loaded->catalogue;
    const auto foundation = foundation_from(options.schedule, catalogue);
    if (!foundation)
        return std::unexpected(foundation.error());
    auto list = member_list(options.schedule, catalogue, *foundation);
    if (!list)
        return std::unexpected(list.error());
    const Schedule& edition = *catalogue.default_edition(*foundation);
    if (*list == nullptr)
        return std::unexpected(no_list(edition));
    const auto day = day_from(options.schedule, **list);
    if (!day)
        return std::unexpected(day.error());
    const auto first = first_day(**list);
    if (!first || *day < *first)
        return std::unexpected(Failure{Exit::not_stated, "no-members",
                                       "no member of " + text::in_sentence(edition.name) + " is known for " +
                                           text::iso(*day) +
                                           (first ? ": the first is of " + text::iso(*first) : std::string{})});

    document::MembersReply reply{.list = *list,
                                 .foundation_name = edition.name,
                                 .day = *day,
                                 .day_given = options.schedule.as_of.has_value(),
                                 .complete = is_whole_on(**list, *day),
                                 .tiers = members_on(**list, *day, catalogue.in_force(*foundation, *day))};
    if (options.tier) {
        const auto tier = tier_from(*options.tier, catalogue, *foundation);
        if (!tier)
            return std::unexpected(tier.error());
        reply.only_tier = (*tier)->name;
        std::erase_if(reply.tiers, [&](const TierMembers& one) { return one.tier != (*tier)->id; });
        if (reply.tiers.empty())
            reply.tiers.push_back({.tier = (*tier)->id, .name = (*tier)->name});
        if (reply.tiers.front().members.empty())
            reply.last_held = last_day_held(**list, (*tier)->id, *day);
    }
    Outcome outcome{.reply = reply, .catalogue = catalogue};
    if (!reply.complete)
        outcome.notes.push_back(document::completeness_sentence(reply));
    return outcome;
}

} // namespace

void add_members(CLI::App& app, Action& action) {
    const auto options = std::make_shared<MembersOptions>();
    add_option(app, "--tier", options->tier, "ID", "Only the members of this tier, of any edition, by id or name");
    add_option(app, "--schedule", options->schedule.schedule, "FOUNDATION", "Foundation (ptf, the default)");
    add_option(app, "--as-of", options->schedule.as_of, "YYYY-MM-DD",
               "The members on that day; without it, on the day on which the list was last verified");
    add_catalogue(app, options->schedule);
    add_output(app, action.output);
    action.answer = [options] { return run(*options); };
}

} // namespace ptf_fees::cli
