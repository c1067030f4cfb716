// Floor 1, pure: choosing among the editions of a catalogue by name and day, and refusing what does not choose one.
#include "engine/choose_edition.h"

#include "ptf_fees/organization.h"

#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <vector>

namespace ptf_fees {
namespace {

using Why = NotChosen::Why;

std::unexpected<NotChosen> not_chosen(Why why, std::string message, std::string remedy = {}) {
    return std::unexpected(NotChosen{why, std::move(message), std::move(remedy)});
}

bool knows(const Catalogue& catalogue, std::string_view name) {
    return catalogue.edition(name) != nullptr || catalogue.has_foundation(name);
}

/// Whether `name` is an id such as "acme-2024-01" whose foundation is like none of `foundations`: then none of their
/// editions was meant.
bool is_of_another_foundation(std::string_view name, std::span<const std::string> foundations) {
    constexpr std::string_view ending = "-2024-01";
    constexpr std::string_view digits = "0123456789";
    if (name.size() <= ending.size())
        return false;
    const std::string_view month = name.substr(name.size() - ending.size());
    for (std::size_t i = 0; i < ending.size(); ++i)
        if (ending[i] == '-' ? month[i] != '-' : digits.find(month[i]) == std::string_view::npos)
            return false;
    const std::vector<std::string_view> known(foundations.begin(), foundations.end());
    return !text::nearest(name.substr(0, name.size() - ending.size()), known);
}

/// The foundations of `catalogue`, each once: its schedules are sorted by them.
std::vector<std::string> foundations_of(const Catalogue& catalogue) {
    std::vector<std::string> foundations;
    for (const Schedule* schedule : catalogue.schedules())
        if (foundations.empty() || foundations.back() != schedule->foundation)
            foundations.emplace_back(schedule->foundation);
    return foundations;
}

std::unexpected<NotChosen> unknown_name(const Catalogue& catalogue, std::string_view name) {
    const std::vector<std::string> foundations = foundations_of(catalogue);
    std::vector<std::string_view> candidates{foundations.begin(), foundations.end()};
    for (const Schedule* schedule : catalogue.schedules())
        candidates.push_back(schedule->id);
    return not_chosen(Why::unknown_name,
                      "there is no schedule " + text::quoted(name) +
                          (is_of_another_foundation(name, foundations) ? "" : text::did_you_mean(name, candidates)),
                      "the foundations are " + text::listed(foundations));
}

std::expected<Choice, NotChosen> choose_on_day(const Catalogue& catalogue, std::string_view foundation,
                                               std::string_view typed, const Spelling& spelling) {
    const std::string option{spelling.day};
    const auto day = text::parse_iso(typed);
    if (!day)
        return not_chosen(Why::not_a_day,
                          option + " " + text::quoted(typed) + " is not a day of the calendar as YYYY-MM-DD",
                          "write year, month and day in digits, such as " + option + " 2024-10-08");
    if (const Schedule* schedule = catalogue.in_force(foundation, *day)) {
        if (!schedule->until || *day < *schedule->until)
            return Choice{schedule, day};
        return not_chosen(Why::replaced, "no terms of " + text::in_sentence(schedule->name) + " are known for " +
                                             text::iso(*day) + ": those of " + text::iso(schedule->effective) + " (" +
                                             std::string{schedule->id} + ") were replaced on " +
                                             text::iso(*schedule->until) + " by terms that no copy has");
    }
    const Schedule* first = catalogue.first_edition(foundation);
    return not_chosen(Why::before_first, "no terms of " + text::in_sentence(first->name) + " are known for " +
                                             text::iso(*day) + ": the first edition, " + std::string{first->id} +
                                             ", is of " + text::iso(first->effective));
}

} // namespace

std::expected<Choice, NotChosen> choose_edition(const Catalogue& catalogue, std::string_view name,
                                                std::optional<std::string_view> day, const Spelling& spelling) {
    std::string id{name};
    if (!knows(catalogue, name))
        id = text::lower(name);
    if (const Schedule* edition = catalogue.edition(id)) {
        if (!day)
            return Choice{edition, std::nullopt};
        return not_chosen(Why::day_of_an_edition,
                          std::string{spelling.day} + " chooses among a foundation's editions, and " + id +
                              " is one edition",
                          "write " + std::string{spelling.before_name} + std::string{edition->foundation} +
                              ", or leave " + std::string{spelling.day} + " out");
    }
    const Schedule* edition = catalogue.default_edition(id);
    if (edition == nullptr)
        return unknown_name(catalogue, name);
    if (day)
        return choose_on_day(catalogue, id, *day, spelling);
    return Choice{edition, std::nullopt};
}

NotChosen unknown_foundation(const Catalogue& catalogue, std::string_view id, std::string_view what) {
    const std::vector<std::string> foundations = foundations_of(catalogue);
    const std::vector<std::string_view> candidates{foundations.begin(), foundations.end()};
    return {Why::unknown_name,
            std::string{what} + text::quoted(id) + " is not a foundation" + text::did_you_mean(id, candidates),
            "the foundations are " + text::listed(foundations)};
}

std::expected<std::string, NotChosen> foundation_named(const Catalogue& catalogue, std::string_view typed,
                                                       std::string_view what) {
    std::string id{typed};
    if (!catalogue.has_foundation(id))
        id = text::lower(typed);
    if (id == linux_foundation_id || catalogue.has_foundation(id))
        return id;
    return std::unexpected(unknown_foundation(catalogue, typed, what));
}

} // namespace ptf_fees
