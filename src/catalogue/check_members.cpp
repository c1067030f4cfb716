// Floor 2, catalogue: what a list of members may get wrong with all its keys in place.

#include "catalogue/members.h"

#include "catalogue/names.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <set>

namespace ptf_fees::catalogue {

namespace {

class MembersChecker {
public:
    MembersChecker(const MembersDraft& draft, const Catalogue& catalogue, Report& report)
        : draft_{draft}, catalogue_{catalogue}, report_{report} {}

    void check() {
        check_unique();
        check_foundation();
        if (draft_.complete_from && draft_.verified)
            check_order(*draft_.complete_from, "complete_from", *draft_.verified, "verified", false);
        for (const MemberDraft& member : draft_.members) {
            check_days(member);
            for (const HoldingDraft& holding : member.held)
                check_holding(holding);
        }
        for (const SourceDraft& source : draft_.sources)
            if (source.id && source.source.proves.empty() && !used_sources_.contains(source.id->value))
                report_.add(Code::unused_source, source.id->place,
                            "nothing names the source " + text::quoted(source.id->value),
                            "name it beside the tier that it states, or say what else it shows with proves = \"...\"");
    }

private:
    void check_unique() {
        Taken sources{"source", report_};
        Taken members{"member", report_};
        for (std::size_t i = 0; i < draft_.sources.size(); ++i) {
            sources.take(draft_.sources[i].id, i);
            if (draft_.sources[i].id)
                source_ids_.push_back(draft_.sources[i].id->value);
        }
        for (std::size_t i = 0; i < draft_.members.size(); ++i) {
            members.take(draft_.members[i].name, i);
            for (const auto& spelling : draft_.members[i].also)
                members.take(spelling, i);
        }
    }

    void check_foundation() {
        if (draft_.foundation && !catalogue_.has_foundation(draft_.foundation->value))
            report_.add(Code::bad_value, draft_.foundation->place,
                        "the catalogue has no edition of " + text::quoted(draft_.foundation->value),
                        "write the foundation as its schedules do, or check the list together with one of them");
    }

    /// Reports `later` unless it comes after `earlier` (or on the same day, where that may be).
    void check_order(const Placed<Date>& earlier, const std::string& earlier_name, const Placed<Date>& later,
                     const std::string& later_name, bool strictly) {
        if (later.value < earlier.value || (strictly && later.value == earlier.value))
            report_.add(Code::days_out_of_order, later.place,
                        later_name + " is " + text::iso(later.value) + ", and " + earlier_name + " " +
                            text::iso(earlier.value),
                        "the days of a list rise: founded, the first day of each tier, until; complete_from, verified");
    }

    void check_days(const MemberDraft& member) {
        const Placed<Date>* last = member.founded ? &*member.founded : nullptr;
        std::string last_name = "founded";
        for (const HoldingDraft& holding : member.held) {
            if (!holding.from)
                continue;
            const std::string name = "the first day of " + text::quoted(text_or_nothing(holding.tier));
            if (last != nullptr)
                check_order(*last, last_name, *holding.from, name, &holding != &member.held.front());
            last = &*holding.from;
            last_name = name;
        }
        if (last != nullptr && member.until)
            check_order(*last, last_name, *member.until, "until", true);
    }

    void check_holding(const HoldingDraft& holding) {
        if (holding.source) {
            used_sources_.insert(holding.source->value);
            if (std::ranges::find(source_ids_, holding.source->value) == source_ids_.end())
                refuse_undefined(Code::unknown_source, *holding.source, "source", source_ids_, report_);
        }
        if (!holding.tier || !holding.from || !draft_.foundation)
            return;
        const std::string_view foundation = draft_.foundation->value;
        const Schedule* edition = catalogue_.in_force(foundation, holding.from->value);
        if (!catalogue_.has_foundation(foundation) ||
            (edition != nullptr &&
             std::ranges::find(edition->tiers, holding.tier->value, &Tier::id) != edition->tiers.end()))
            return;
        const std::string day = text::iso(holding.from->value);
        std::vector<std::string_view> ids;
        if (edition != nullptr)
            for (const Tier& tier : edition->tiers)
                ids.push_back(tier.id);
        report_.add(Code::unknown_tier, holding.tier->place,
                    (edition == nullptr
                         ? "no edition of " + text::quoted(foundation) + " was in force on " + day
                         : "edition " + std::string{edition->id} + ", in force on " + day + ", has no tier " +
                               text::quoted(holding.tier->value) + text::did_you_mean(holding.tier->value, ids)),
                    "write the id of a tier of the edition in force on the first day");
    }

    const MembersDraft& draft_;
    const Catalogue& catalogue_;
    Report& report_;
    std::vector<std::string_view> source_ids_;
    std::set<std::string_view> used_sources_;
};

} // namespace

void check_members(const MembersDraft& draft, const Catalogue& catalogue, Report& report) {
    MembersChecker{draft, catalogue, report}.check();
}

} // namespace ptf_fees::catalogue
