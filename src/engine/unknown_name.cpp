// Floor 1, pure: refusing an unknown tier or benefit with what was probably meant.
#include "engine/unknown_name.h"

#include "text/names.h"
#include "text/words.h"

#include <vector>

namespace ptf_fees {
namespace {

template <typename Named>
std::vector<std::string> ids_of(std::span<const Named> items) {
    std::vector<std::string> ids;
    for (const Named& item : items)
        ids.emplace_back(item.id);
    return ids;
}

/// The ids that have `typed` as one of their words: "board-seat" and "tac-seat" for "seat".
std::vector<std::string> with_word(std::string_view typed, const std::vector<std::string>& ids) {
    std::vector<std::string> found;
    const std::string word = "-" + text::lower(typed) + "-";
    for (const std::string& id : ids)
        if (("-" + id + "-").find(word) != std::string::npos)
            found.push_back("'" + id + "'");
    return found;
}

std::string nearest_of(std::string_view typed, const std::vector<std::string>& ids) {
    if (const auto found = with_word(typed, ids); !found.empty())
        return ", did you mean " + text::listed(found, "or") + "?";
    return text::did_you_mean(typed, std::vector<std::string_view>{ids.begin(), ids.end()});
}

std::string refusal(std::string_view what, std::string_view typed, const Schedule& schedule,
                    const std::vector<std::string>& ids, const std::vector<std::string>& elsewhere) {
    std::string sentence = std::string{schedule.id} + " has no " + std::string{what} + " " + text::quoted(typed);
    if (!elsewhere.empty())
        sentence += ", which is in " + text::listed(elsewhere);
    else
        sentence += nearest_of(typed, ids);
    if (ids.empty())
        return sentence + "; it names none";
    return sentence + (sentence.ends_with('?') ? " It has " : "; it has ") + text::listed(ids);
}

/// The other editions of the foundation that `has` holds for.
std::vector<std::string> editions_where(const Catalogue& catalogue, const Schedule& schedule, auto&& has) {
    std::vector<std::string> ids;
    for (const Schedule* other : catalogue.editions(schedule.foundation))
        if (other->id != schedule.id && has(*other))
            ids.emplace_back(other->id);
    return ids;
}

} // namespace

std::string unknown_tier(const Catalogue& catalogue, const Schedule& schedule, std::string_view typed) {
    const auto has = [&](const Schedule& other) { return find_tier(other, typed) != nullptr; };
    return refusal("tier", typed, schedule, ids_of(schedule.tiers), editions_where(catalogue, schedule, has));
}

std::string unknown_tier_in(std::string_view column, const Catalogue& catalogue, const Schedule& schedule,
                            std::string_view cell) {
    if (cell.empty())
        return std::string{column} + " is empty: name a tier";
    const auto has = [&](const Schedule& other) { return find_tier(other, cell) != nullptr; };
    if (const auto elsewhere = editions_where(catalogue, schedule, has); !elsewhere.empty())
        return std::string{column} + " " + text::quoted(cell) + " is in " + elsewhere.back() + ": --schedule " +
               elsewhere.back();
    const std::vector<std::string> ids = ids_of(schedule.tiers);
    return std::string{column} + " " + text::quoted(cell) + " is not a tier of " + std::string{schedule.id} +
           nearest_of(cell, ids) + " (it has " + text::listed(ids) + ")";
}

std::string unknown_benefit(const Catalogue& catalogue, const Schedule& schedule, std::string_view typed) {
    const auto has = [&](const Schedule& other) { return find_benefit(other, typed) != nullptr; };
    return refusal("benefit", typed, schedule, ids_of(schedule.benefits), editions_where(catalogue, schedule, has));
}

} // namespace ptf_fees
