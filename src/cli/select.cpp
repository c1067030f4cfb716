// Floor 3: from names to schedules, tiers and benefits.
#include "cli/select.h"

#include "engine/choose_edition.h"
#include "engine/unknown_name.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

bool is_path(std::string_view name) {
    return name.find('/') != std::string_view::npos || name.ends_with(".toml");
}

std::unexpected<Failure> unreadable(const Unreadable& problem) {
    return std::unexpected(Failure{Exit::io_failed, "cannot-read", problem.message});
}

Failure refused(std::vector<Finding> findings, std::string_view what) {
    const auto errors = std::ranges::count(findings, Severity::error, &Finding::severity);
    return {Exit::schedule_refused, "schedule-refused",
            text::quoted(what) + " is refused: it has " + text::counted(errors, "error", "errors"),
            "fix what is listed; 'ptf-fees schedule check FILE' lists it again", std::move(findings)};
}

/// The catalogue of a load, or the refusal of what was found.
std::expected<Loaded, Failure> valid_or_refused(Loaded loaded, std::string_view what) {
    if (loaded.catalogue)
        return loaded;
    return std::unexpected(refused(std::move(loaded.findings), what));
}

/// A name or a day that chooses no edition, with what this program's users can do.
std::unexpected<Failure> refusal(NotChosen problem) {
    switch (problem.why) {
    case NotChosen::Why::unknown_name:
        return refuse("unknown-schedule", std::move(problem.message),
                      "'ptf-fees schedule list' shows all; " + problem.remedy +
                          "; a file is named by a path, such as ./terms.toml");
    case NotChosen::Why::day_of_an_edition:
    case NotChosen::Why::not_a_day:
        return refuse("bad-value", std::move(problem.message), std::move(problem.remedy));
    case NotChosen::Why::before_first:
    case NotChosen::Why::replaced:
        break;
    }
    return std::unexpected(Failure{Exit::not_stated, "no-edition", std::move(problem.message)});
}

/// A file that is right to quote from may still have warnings: they are its author's business, in `schedule check`.
text::Lines count_of_warnings(const std::string& path, std::span<const Finding> findings) {
    text::Lines lines;
    if (!findings.empty())
        lines.add(text::counted(std::ssize(findings), "warning", "warnings") + " in " + path +
                  ": see 'ptf-fees schedule check " + path + "'");
    return lines;
}

std::expected<Selection, Failure> select_file(const std::string& path, const Catalogue& base) {
    auto text = read_schedule_file(path);
    if (!text)
        return unreadable(text.error());
    auto loaded = valid_or_refused(load_schedules({*text}, base), path);
    if (!loaded && is_member_list(*text))
        return refuse(
            "bad-value", text::quoted(path) + " is a list of members and no schedule",
            "'ptf-fees members --catalogue DIR' reads it from DIR/members, 'ptf-fees schedule check' checks it");
    if (!loaded)
        return std::unexpected(loaded.error());
    return Selection{std::move(*loaded->catalogue), loaded->editions.front(), std::nullopt,
                     count_of_warnings(path, loaded->findings)};
}

} // namespace

document::Edition Selection::edition() const {
    return edition_in(catalogue, *schedule);
}

document::Edition edition_in(const Catalogue& catalogue, const Schedule& schedule) {
    document::Edition edition{.schedule = &schedule, .successor = catalogue.successor(schedule)};
    if (edition.successor)
        edition.newest = catalogue.entries(schedule.foundation).back();
    return edition;
}

std::expected<Loaded, Failure> catalogue_from(const ScheduleOptions& options) {
    if (!options.catalogue)
        return Loaded{.catalogue = embedded_catalogue()};
    auto texts = read_schedule_folder(*options.catalogue);
    if (!texts)
        return unreadable(texts.error());
    if (texts->empty())
        return refuse("bad-value",
                      "the folder " + text::quoted(*options.catalogue) + " of --catalogue has no *.toml file");
    return valid_or_refused(load_schedules(std::move(*texts), Catalogue{}), *options.catalogue);
}

std::expected<std::shared_ptr<const MemberList>, Failure>
member_list(const ScheduleOptions& options, const Catalogue& catalogue, std::string_view foundation) {
    if (!options.catalogue)
        return embedded_members(foundation);
    auto text = read_member_file(*options.catalogue, foundation);
    if (!text)
        return unreadable(text.error());
    if (!*text)
        return nullptr;
    const std::string file = (*text)->file;
    LoadedMembers loaded = load_members(std::move(**text), catalogue);
    if (loaded.list == nullptr)
        return std::unexpected(refused(std::move(loaded.findings), file));
    return std::move(loaded.list);
}

std::expected<Selection, Failure> select_schedule(std::string_view name, const ScheduleOptions& options) {
    auto loaded = catalogue_from(options);
    if (!loaded)
        return std::unexpected(loaded.error());
    Catalogue& catalogue = *loaded->catalogue;
    if (is_path(name)) {
        if (options.as_of)
            return refuse("bad-value", "--as-of chooses among a foundation's editions, and --schedule names a file",
                          "leave one of the two out");
        return select_file(std::string{name}, catalogue);
    }
    const auto choice =
        choose_edition(catalogue, name, options.as_of, {.before_name = "--schedule ", .day = "--as-of"});
    if (!choice)
        return refusal(choice.error());
    return Selection{std::move(catalogue), choice->schedule, choice->day};
}

std::expected<Selection, Failure> select_schedule(const ScheduleOptions& options) {
    return select_schedule(options.schedule.value_or(std::string{default_foundation}), options);
}

std::expected<const Tier*, Failure> select_tier(const Catalogue& catalogue, const Schedule& schedule,
                                                std::string_view typed) {
    if (const Tier* tier = find_tier(schedule, typed))
        return tier;
    return refuse("unknown-tier", unknown_tier(catalogue, schedule, typed));
}

std::expected<SelectedTiers, Failure> select_tiers(std::span<const std::string> typed, const ScheduleOptions& options) {
    const auto is_of_schedule = [](const std::string& tier) { return tier.find('/') == std::string::npos; };
    SelectedTiers selected;
    const Schedule* named = nullptr; // the edition of --schedule
    bool used = !options.schedule;
    if (options.schedule || std::ranges::any_of(typed, is_of_schedule)) {
        auto selection = select_schedule(options);
        if (!selection)
            return std::unexpected(selection.error());
        named = selection->schedule;
        selected = {std::move(selection->catalogue), {}, selection->as_of, std::move(selection->warnings)};
    } else {
        auto loaded = catalogue_from(options);
        if (!loaded)
            return std::unexpected(loaded.error());
        selected.catalogue = std::move(*loaded->catalogue);
    }
    for (const std::string& one : typed) {
        const std::size_t slash = one.find('/');
        const std::string_view foundation = std::string_view{one}.substr(0, std::min(slash, one.size()));
        const Schedule* schedule = named;
        if (slash != std::string::npos &&
            (named == nullptr || !text::same_ignoring_case(foundation, named->foundation))) {
            const auto choice = choose_edition(selected.catalogue, foundation, options.as_of,
                                               {.before_name = "--tier ", .day = "--as-of"});
            if (!choice)
                return refusal(choice.error());
            schedule = choice->schedule;
            selected.as_of = choice->day;
        }
        used = used || schedule == named;
        const auto tier = select_tier(selected.catalogue, *schedule,
                                      slash == std::string::npos ? one : std::string_view{one}.substr(slash + 1));
        if (!tier)
            return std::unexpected(tier.error());
        selected.tiers.push_back({schedule, *tier});
    }
    if (!used)
        return refuse("bad-value", "no --tier is one of --schedule " + *options.schedule,
                      "leave --schedule out, or name a tier of " + std::string{named->foundation});
    return selected;
}

std::expected<std::pair<Selection, const Tier*>, Failure> select_edition(const std::optional<std::string>& typed,
                                                                         const ScheduleOptions& options) {
    if (!typed) {
        auto selection = select_schedule(options);
        if (!selection)
            return std::unexpected(selection.error());
        return std::pair{std::move(*selection), static_cast<const Tier*>(nullptr)};
    }
    auto selected = select_tiers({&*typed, 1}, options);
    if (!selected)
        return std::unexpected(selected.error());
    const auto [schedule, tier] = selected->tiers.front();
    return std::pair{
        Selection{std::move(selected->catalogue), schedule, selected->as_of, std::move(selected->warnings)}, tier};
}

std::expected<std::vector<const Benefit*>, Failure> select_benefits(const Selection& selection,
                                                                    std::string_view typed) {
    std::vector<const Benefit*> benefits;
    for (std::size_t start = 0; start <= typed.size();) {
        const std::size_t comma = std::min(typed.find(',', start), typed.size());
        std::string_view name = typed.substr(start, comma - start);
        start = comma + 1;
        const std::size_t first = name.find_first_not_of(' ');
        if (first == std::string_view::npos)
            return refuse("bad-value", "--need has an empty name in " + text::quoted(typed),
                          "write the benefits with commas between them, such as --need board-seat,logo");
        name = name.substr(first, name.find_last_not_of(' ') - first + 1);
        const Benefit* benefit = find_benefit(*selection.schedule, name);
        if (benefit == nullptr)
            return refuse("unknown-benefit", unknown_benefit(selection.catalogue, *selection.schedule, name),
                          "'ptf-fees benefits --schedule " + std::string{selection.schedule->id} + "' explains them");
        if (std::ranges::find(benefits, benefit) == benefits.end())
            benefits.push_back(benefit);
    }
    return benefits;
}

} // namespace ptf_fees::cli
