// Floor 3: from names to schedules, tiers and benefits.
#include "cli/select.h"

#include "engine/unknown_name.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

bool is_path(std::string_view name) {
    return name.find('/') != std::string_view::npos || name.ends_with(".toml");
}

bool knows(const Catalogue& catalogue, std::string_view name) {
    return catalogue.edition(name) != nullptr || catalogue.first_edition(name) != nullptr;
}

std::unexpected<Failure> unreadable(const Unreadable& problem) {
    return std::unexpected(Failure{Exit::io_failed, "cannot-read", problem.message});
}

/// The catalogue of a load, or the refusal of what was found.
std::expected<Loaded, Failure> sound(Loaded loaded, std::string_view what) {
    if (loaded.catalogue)
        return loaded;
    const auto errors = std::ranges::count(loaded.findings, Severity::error, &Finding::severity);
    return std::unexpected(
        Failure{Exit::schedule_refused, "schedule-refused",
                text::quoted(what) + " is refused: it has " + text::counted(errors, "error", "errors"),
                "mend what is listed; 'ptf-fees schedule check FILE' lists it again", std::move(loaded.findings)});
}

std::unexpected<Failure> unknown_schedule(const Catalogue& catalogue, std::string_view name) {
    std::vector<std::string_view> candidates;
    std::vector<std::string> foundations;
    for (const Schedule* schedule : catalogue.schedules()) {
        candidates.push_back(schedule->id);
        if (candidates.end() != std::ranges::find(candidates, schedule->foundation))
            continue;
        candidates.push_back(schedule->foundation);
        foundations.emplace_back(schedule->foundation);
    }
    return refuse("unknown-schedule",
                  "there is no schedule " + text::quoted(name) + text::did_you_mean(name, candidates),
                  "'ptf-fees schedule list' shows all; the foundations are " + text::listed(foundations) +
                      "; a file is named by a path, such as ./terms.toml");
}

std::expected<Selection, Failure> select_file(const std::string& path, const Catalogue& base) {
    auto text = read_schedule_file(path);
    if (!text)
        return unreadable(text.error());
    std::vector<ScheduleText> texts;
    texts.push_back(std::move(*text));
    auto loaded = sound(load_schedules(std::move(texts), base), path);
    if (!loaded)
        return std::unexpected(loaded.error());
    return Selection{std::move(*loaded->catalogue), loaded->editions.front(), std::nullopt,
                     std::move(loaded->findings)};
}

std::expected<Selection, Failure> select_on_day(Catalogue catalogue, std::string_view foundation,
                                                std::string_view typed) {
    const auto day = text::parse_iso(typed);
    if (!day)
        return refuse("bad-value", "--as-of " + text::quoted(typed) + " is not a day of the calendar as YYYY-MM-DD",
                      "write year, month and day in digits, such as --as-of 2024-10-08");
    const Schedule* schedule = catalogue.in_force(foundation, *day);
    if (schedule != nullptr)
        return Selection{std::move(catalogue), schedule, day};
    const Schedule* first = catalogue.first_edition(foundation);
    return std::unexpected(Failure{Exit::not_stated, "no-edition",
                                   "no terms of " + text::in_sentence(first->name) + " are known for " +
                                       text::iso(*day) + ": the first edition, " + std::string{first->id} + ", is of " +
                                       text::iso(first->effective)});
}

} // namespace

std::expected<Loaded, Failure> catalogue_from(const ScheduleOptions& options) {
    if (!options.catalogue)
        return Loaded{.catalogue = embedded_catalogue()};
    auto texts = read_schedule_folder(*options.catalogue);
    if (!texts)
        return unreadable(texts.error());
    if (texts->empty())
        return refuse("bad-value",
                      "the folder " + text::quoted(*options.catalogue) + " of --catalogue has no *.toml file");
    return sound(load_schedules(std::move(*texts), Catalogue{}), *options.catalogue);
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
        auto selected = select_file(std::string{name}, catalogue);
        if (selected)
            selected->warnings.insert(selected->warnings.begin(), loaded->findings.begin(), loaded->findings.end());
        return selected;
    }
    const std::string id = knows(catalogue, name) ? std::string{name} : text::lower(name);
    if (const Schedule* edition = catalogue.edition(id)) {
        if (options.as_of)
            return refuse("bad-value",
                          "--as-of chooses among a foundation's editions, and " + std::string{id} + " is one edition",
                          "write --schedule " + std::string{edition->foundation} + ", or leave --as-of out");
        return Selection{std::move(catalogue), edition, std::nullopt, std::move(loaded->findings)};
    }
    const Schedule* edition = catalogue.default_edition(id);
    if (edition == nullptr)
        return unknown_schedule(catalogue, name);
    if (options.as_of)
        return select_on_day(std::move(catalogue), id, *options.as_of);
    return Selection{std::move(catalogue), edition, std::nullopt, std::move(loaded->findings)};
}

std::expected<Selection, Failure> select_schedule(const ScheduleOptions& options) {
    return select_schedule(options.schedule.value_or(std::string{default_foundation}), options);
}

std::expected<const Tier*, Failure> select_tier(const Selection& selection, std::string_view typed) {
    if (const Tier* tier = find_tier(*selection.schedule, typed))
        return tier;
    return refuse("unknown-tier", unknown_tier(selection.catalogue, *selection.schedule, typed));
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
