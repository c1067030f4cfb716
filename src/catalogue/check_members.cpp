// Floor 2, catalogue: what a list of members may get wrong with all its keys in place.

#include "catalogue/check.h"

#include "catalogue/names.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

class MembersChecker {
public:
    MembersChecker(const MemberList& list, Reading& reading, const Catalogue& catalogue)
        : list_{list}, reading_{reading}, catalogue_{catalogue} {}

    void check() {
        Taken{"source", reading_}.take_all(list_.sources, &Source::id);
        check_foundation();
        if (list_.complete_from)
            check_order(list_.complete_from, "complete_from", &list_.verified, list_.verified, "verified", false);
        Taken names{"member", reading_};
        for (std::size_t i = 0; i < list_.members.size(); ++i) {
            const Member& member = list_.members[i];
            names.take(&member.name, i);
            for (const std::string_view& spelling : member.also)
                names.take(&spelling, i);
            check_days(member);
            for (const Holding& holding : member.held)
                check_holding(holding);
        }
    }

private:
    void check_foundation() {
        if (reading_.has(&list_.foundation) && !catalogue_.has_foundation(list_.foundation))
            reading_.add(Code::bad_value, &list_.foundation,
                         "the catalogue has no edition of " + text::quoted(list_.foundation),
                         "write the foundation as its schedules do, or check the list together with one of "
                         "them");
    }

    /// Reports `later`, which that member holds, unless it comes after `earlier` (or on the same day, where that may
    /// be).
    void check_order(std::optional<Date> earlier, const std::string& earlier_name, const void* member,
                     std::optional<Date> later, const std::string& later_name, bool strictly) {
        if (!earlier || !reading_.has(member))
            return;
        if (*later < *earlier || (strictly && *later == *earlier))
            reading_.add(Code::days_out_of_order, member,
                         later_name + " is " + text::iso(*later) + ", and " + earlier_name + " " + text::iso(*earlier),
                         "the days of a list rise: founded, the first day of each tier, until; complete_from, "
                         "verified");
    }

    void check_days(const Member& member) {
        std::optional<Date> last = member.founded;
        std::string last_name = "founded";
        for (const Holding& holding : member.held) {
            if (!reading_.has(&holding.from))
                continue;
            const std::string name = "the first day of " + text::quoted(holding.tier);
            check_order(last, last_name, &holding.from, holding.from, name, &holding != &member.held.front());
            last = holding.from;
            last_name = name;
        }
        check_order(last, last_name, &member.until, member.until, "until", true);
    }

    void check_holding(const Holding& holding) {
        const auto& places = reading_.places;
        if (!places.has(&holding.tier) || !places.has(&holding.from) || !catalogue_.has_foundation(list_.foundation))
            return;
        const Schedule* edition = catalogue_.in_force(list_.foundation, holding.from);
        std::vector<std::string_view> ids;
        if (edition != nullptr)
            for (const Tier& tier : edition->tiers)
                ids.push_back(tier.id);
        if (std::ranges::find(ids, holding.tier) != ids.end())
            return;
        const std::string day = text::iso(holding.from);
        reading_.report.add(Code::unknown_tier, places.of(&holding.tier),
                            (edition == nullptr
                                 ? "no edition of " + text::quoted(list_.foundation) + " was in force on " + day
                                 : "edition " + std::string{edition->id} + ", in force on " + day + ", has no tier " +
                                       text::quoted(holding.tier) + text::did_you_mean(holding.tier, ids)),
                            "write the id of a tier of the edition in force on the first day");
    }

    const MemberList& list_;
    Reading& reading_;
    const Catalogue& catalogue_;
};

} // namespace

void check_members(const MemberList& list, Reading& reading, const Catalogue& catalogue) {
    settle_mentions({.sources = list.sources}, reading,
                    "name it beside the tier that it states, or say what else it shows with proves = \"...\"");
    MembersChecker{list, reading, catalogue}.check();
}

} // namespace ptf_fees::catalogue
