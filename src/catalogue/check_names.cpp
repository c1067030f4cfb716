// Floor 2, catalogue: names inside one file: that each means one thing, that what is mentioned is defined, and that
// what is defined is mentioned.

#include "catalogue/names.h"

#include "catalogue/check.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <set>

namespace ptf_fees::catalogue {

namespace {

/// Whether one of `items` has the id of the mention, which is set then; reports it where not.
template <class T>
bool settle(const Mention& mention, std::span<const T> items, const std::string& kind, Report& report) {
    const auto found = std::ranges::find(items, mention.id.value, &T::id);
    if (found != items.end()) {
        mention.found(static_cast<std::size_t>(found - items.begin()));
        return true;
    }
    std::string hint;
    if (!report.is_full()) { // else the message is not shown, and looking for the nearest id would cost the most
        std::vector<std::string_view> ids;
        for (const T& item : items)
            if (!item.id.empty())
                ids.push_back(item.id);
        hint = text::did_you_mean(mention.id.value, ids);
    }
    report.add(mention.undefined, mention.id.place,
               "no " + kind + " of this file has the id " + text::quoted(mention.id.value) + hint,
               "write the id of a [[" + kind + "]] of this file, or add one");
    return false;
}

void check_memberships(const Tier& tier, Reading& reading) {
    std::set<std::string> seen;
    const auto check_once = [&](const MembershipRef& membership) {
        if (!reading.has(&membership))
            return;
        const std::string id = text::membership_id(membership.foundation, membership.tier);
        if (!seen.insert(text::lower(id)).second)
            reading.add(Code::duplicate_id, &membership, "the membership " + text::quoted(id) + " is named twice",
                        "name it once");
    };
    for (const Requirement& requirement : tier.requires_memberships)
        check_once(requirement.membership);
    std::ranges::for_each(tier.bundles, check_once);
}

void check_implied(const Schedule& schedule, const Benefit& benefit, Reading& reading) {
    if (benefit.implied_by && schedule.benefits[*benefit.implied_by].id == benefit.id)
        reading.add(Code::bad_value, &benefit.implied_by,
                    "the benefit " + text::quoted(benefit.id) + " is implied by itself",
                    "name the benefit that makes this one needless, or remove implied_by");
}

} // namespace

void Taken::take(const std::string_view* name, std::size_t owner) {
    if (!reading_.has(name))
        return;
    const Place place = reading_.places.of(name);
    const Owner& first = owners_.try_emplace(text::lower(*name), Owner{owner, place}).first->second;
    if (first.number != owner)
        reading_.report.add(Code::duplicate_id, place,
                            text::quoted(*name) + " already names the " + kind_ + " on line " +
                                std::to_string(first.place.line),
                            "give each " + kind_ + " an id and a name of its own (case does not tell them apart)");
}

void settle_mentions(const Defined& defined, Reading& reading, const std::string& remedy) {
    std::set<std::string_view> used;
    for (const Mention& mention : reading.mentions) {
        if (mention.undefined == Code::unknown_tier)
            settle(mention, defined.tiers, "tier", reading.report);
        else if (mention.undefined == Code::unknown_benefit)
            settle(mention, defined.benefits, "benefit", reading.report);
        else if (settle(mention, defined.sources, "source", reading.report))
            used.insert(mention.id.value);
    }
    for (const Source& source : defined.sources)
        if (!source.id.empty() && source.proves.empty() && !used.contains(source.id))
            reading.add(Code::unused_source, &source.id, "nothing names the source " + text::quoted(source.id), remedy);
}

void check_names(const Schedule& schedule, Reading& reading) {
    Taken{"source", reading}.take_all(schedule.sources, &Source::id);
    Taken{"tier", reading}.take_all(schedule.tiers, &Tier::id, &Tier::name);
    Taken{"benefit", reading}.take_all(schedule.benefits, &Benefit::id, &Benefit::name);
    settle_mentions({schedule.sources, schedule.tiers, schedule.benefits}, reading,
                    "name it beside the fee or benefit that it states, as the effective_source where it proves the "
                    "first day, or say what else it shows with proves = \"...\"");
    for (const Tier& tier : schedule.tiers)
        check_memberships(tier, reading);
    for (const Benefit& benefit : schedule.benefits)
        check_implied(schedule, benefit, reading);
}

void check_includes(const Schedule& schedule, Reading& reading) {
    const std::span<const Tier> tiers = schedule.tiers;
    std::vector<bool> reported(tiers.size());
    for (std::size_t start = 0; start < tiers.size(); ++start) {
        // Following `includes` at most once through each tier comes back to `start` where that is in a circle.
        std::vector<std::size_t> path{start};
        std::string words;
        std::optional<std::size_t> next = start;
        while (next && path.size() <= tiers.size()) {
            const Tier& tier = tiers[*next];
            words += (words.empty() ? "" : " -> ") + std::string{tier.id.empty() ? "?" : tier.id};
            next = tier.includes;
            if (next == start)
                break;
            if (next)
                path.push_back(*next);
        }
        if (next != start || reported[start])
            continue;
        for (const std::size_t tier : path)
            reported[tier] = true;
        reading.add(Code::includes_circle, &tiers[start].includes,
                    "tiers include each other in a circle: " + words + " -> " + std::string{tiers[start].id},
                    "let the higher tier include the lower one, and the lowest none");
    }
}

} // namespace ptf_fees::catalogue
