// Floor 2, catalogue: memberships that tiers require or bundle, followed through the catalogue that results, by the
// same rules as the engine's `resolve`: they exist, lead into no circle, can be added up, and cover the same figures.

#include "catalogue/check.h"

#include "ptf_fees/price.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>

namespace ptf_fees::catalogue {

namespace {

/// A tier in its edition.
struct Node {
    const Schedule* schedule = nullptr;
    const Tier* tier = nullptr;
};

std::string id_of(const Node& node) {
    return text::membership_id(node.schedule->foundation, node.tier->id);
}

/// The memberships that a tier names, required ones first, in the order of its file.
std::vector<MembershipRef> named_by(const Tier& tier) {
    std::vector<MembershipRef> named;
    named.reserve(tier.requires_memberships.size() + tier.bundles.size());
    for (const Requirement& requirement : tier.requires_memberships)
        named.push_back(requirement.membership);
    named.insert(named.end(), tier.bundles.begin(), tier.bundles.end());
    return named;
}

std::vector<Place> places_of(const TierDraft& tier) {
    std::vector<Place> places;
    places.reserve(tier.requirements.size() + tier.bundles.size());
    for (const RequirementDraft& requirement : tier.requirements)
        places.push_back(requirement.membership.place);
    for (const auto& bundled : tier.bundles)
        places.push_back(bundled.place);
    return places;
}

/// The foundation's edition that `ref`, named by a tier of `schedule`, means; nullptr where there is none.
const Schedule* edition_for(const Catalogue& catalogue, const Schedule& schedule, const MembershipRef& ref) {
    return ref.foundation == schedule.foundation ? &schedule : catalogue.in_force(ref.foundation, schedule.effective);
}

std::optional<Node> target_of(const Catalogue& catalogue, const Schedule& schedule, const MembershipRef& ref) {
    const Schedule* edition = edition_for(catalogue, schedule, ref);
    const Tier* tier = edition == nullptr ? nullptr : find_tier(*edition, ref.tier);
    return tier == nullptr ? std::nullopt : std::optional{Node{edition, tier}};
}

class RequirementChecker {
public:
    RequirementChecker(std::span<LoadedFile> files, const Catalogue& catalogue) : files_{files}, catalogue_{catalogue} {
        for (LoadedFile& file : files) {
            if (file.schedule == nullptr)
                note_broken(file.draft);
            else
                remember_tiers(file);
        }
    }

    void check() {
        for (LoadedFile& file : files_) {
            if (file.schedule == nullptr)
                continue;
            for (std::size_t i = 0; i < file.schedule->tiers.size(); ++i)
                check_tier(file, i);
        }
    }

private:
    struct Origin {
        LoadedFile* file = nullptr;
        std::size_t tier = 0;
    };

    void note_broken(const EditionDraft& draft) {
        if (draft.foundation)
            broken_foundations_.insert(draft.foundation->value);
        else
            unknown_foundation_is_broken_ = true;
    }

    void remember_tiers(LoadedFile& file) {
        for (std::size_t i = 0; i < file.schedule->tiers.size(); ++i)
            origins_[&file.schedule->tiers[i]] = {&file, i};
    }

    /// Whether a file that could not be built might have had what is missing: then its own errors say enough.
    [[nodiscard]] bool may_be_in_broken_file(std::string_view foundation) const {
        return unknown_foundation_is_broken_ || broken_foundations_.contains(foundation);
    }

    void check_tier(LoadedFile& file, std::size_t index) {
        const Tier& tier = file.schedule->tiers[index];
        const std::vector<Place> places = places_of(file.draft.tiers[index]);
        const std::vector<MembershipRef> named = named_by(tier);
        bool all_found = true;
        for (std::size_t i = 0; i < named.size(); ++i) {
            if (const auto target = target_of(catalogue_, *file.schedule, named[i])) {
                const bool paid = i < tier.requires_memberships.size() && !tier.requires_memberships[i].price;
                check_currency(file, places[i], *target, paid);
            } else {
                all_found = false;
                report_unresolved(file, places[i], named[i]);
            }
        }
        find_circles({file.schedule, &tier});
        if (all_found && !places.empty())
            check_bills(file, tier, places);
    }

    void report_unresolved(LoadedFile& file, Place place, const MembershipRef& ref) {
        if (may_be_in_broken_file(ref.foundation))
            return;
        const std::string id = text::quoted(text::membership_id(ref.foundation, ref.tier));
        if (const Schedule* edition = edition_for(catalogue_, *file.schedule, ref)) {
            std::vector<std::string_view> tiers;
            for (const Tier& tier : edition->tiers)
                tiers.push_back(tier.id);
            file.report.add(Code::requirement_unresolved, place,
                            id + " is not a membership: edition " + text::quoted(edition->id) + " has no tier " +
                                text::quoted(ref.tier) + text::did_you_mean(ref.tier, tiers),
                            "write one of its tiers, or check that edition together with this one");
            return;
        }
        const Schedule* first = catalogue_.first_edition(ref.foundation);
        std::vector<std::string_view> foundations;
        for (const Schedule* schedule : catalogue_.schedules())
            foundations.push_back(schedule->foundation);
        if (first == nullptr)
            file.report.add(Code::requirement_unresolved, place,
                            id + " is not a membership: the catalogue has no foundation " +
                                text::quoted(ref.foundation) + text::did_you_mean(ref.foundation, foundations),
                            "give the schedule of that foundation together with this one");
        else
            file.report.add(Code::requirement_unresolved, place,
                            id + " is not in force on " + text::iso(file.schedule->effective) +
                                ": the first edition of " + text::quoted(ref.foundation) + " takes effect on " +
                                text::iso(first->effective),
                            "give an earlier edition of that foundation together with this one");
    }

    /// Amounts of one bill can only be added where they are of one currency and period. What is not paid for here may
    /// still bring requirements that are.
    void check_currency(LoadedFile& file, Place place, const Node& target, bool paid) {
        const Schedule& own = *file.schedule;
        const Schedule& other = *target.schedule;
        const bool same = own.currency == other.currency && own.period == other.period;
        if (same || (!paid && named_by(*target.tier).empty()))
            return;
        file.report.add(Code::currency_differs, place,
                        text::quoted(id_of(target)) + " is priced in " + std::string{other.currency} + " per " +
                            std::string{other.period} + ", this edition in " + std::string{own.currency} + " per " +
                            std::string{own.period} + ": they cannot be added",
                        "write the price that this source prints for it: { membership, amount, source, published }");
    }

    /// Depth first from `node`; a membership that leads back into the path closes a circle.
    void find_circles(const Node& node) {
        if (!visited_.insert(node.tier).second)
            return;
        path_.push_back(node);
        for (const MembershipRef& ref : named_by(*node.tier)) {
            const auto target = target_of(catalogue_, *node.schedule, ref);
            if (!target)
                continue;
            const auto closes = std::ranges::find(path_, target->tier, &Node::tier);
            if (closes != path_.end())
                report_circle(static_cast<std::size_t>(closes - path_.begin()));
            else
                find_circles(*target);
        }
        path_.pop_back();
    }

    /// The circle is path_[first...] and back; it is reported at the first of its tiers that stands in a file.
    void report_circle(std::size_t first) {
        std::string words;
        for (std::size_t i = first; i < path_.size(); ++i)
            words += id_of(path_[i]) + " -> ";
        words += id_of(path_[first]);
        for (std::size_t i = first; i < path_.size(); ++i) {
            const auto origin = origins_.find(path_[i].tier);
            if (origin == origins_.end())
                continue;
            const Node& next = path_[i + 1 < path_.size() ? i + 1 : first];
            LoadedFile& file = *origin->second.file;
            file.report.add(Code::requirement_circle,
                            place_of_edge(file, *path_[i].tier, next, places_of(file.draft.tiers[origin->second.tier])),
                            "memberships require each other in a circle: " + words,
                            "take out the one that the source does not state");
            return;
        }
    }

    /// The bills as the engine gathers them: all resolve, and cover the figures that the tier's own fee covers.
    void check_bills(LoadedFile& file, const Tier& tier, const std::vector<Place>& places) {
        const auto resolved = resolve(catalogue_, *file.schedule, tier, {});
        if (!resolved) {
            if (!may_be_in_broken_file(resolved.error().membership.foundation))
                file.report.add(Code::requirement_unresolved, places.front(), resolved.error().message,
                                "give the schedule of that foundation together with this one");
            return;
        }
        for (const Bill& bill : resolved->bills) {
            const auto* scale = bill.kind == BillKind::required ? scale_of(bill.fee) : nullptr;
            if (scale != nullptr)
                check_covered(file, tier, *scale, {bill.schedule, bill.tier}, places);
        }
    }

    void check_covered(LoadedFile& file, const Tier& tier, const BandedFee& scale, const Node& required,
                       const std::vector<Place>& places) {
        const BandedFee* own = scale_of(tier.fee);
        const std::int64_t least = scale.by == Basis::employees ? 1 : 0;
        const bool same_figure = own != nullptr && own->by == scale.by;
        const std::int64_t covered = same_figure ? own->bands.front().from : least;
        const auto end = same_figure ? own->to : std::nullopt;
        const auto report = [&](const BandRange& range) {
            file.report.add(Code::headcounts_not_covered, place_of_edge(file, tier, required, places),
                            "the required " + text::quoted(id_of(required)) + " has no fee for " +
                                text::band_words(range, required.schedule->currency) + ", which tier " +
                                text::quoted(tier.id) + " covers",
                            "compare both scales with their sources");
        };
        if (const std::int64_t first = scale.bands.front().from; first > covered)
            report({scale.by, covered, first - 1});
        if (scale.to && *scale.to < std::numeric_limits<std::int64_t>::max() && (!end || *end > *scale.to))
            report({scale.by, *scale.to + 1, end});
    }

    /// Where the tier names `required`, or its first membership where another one brings it in.
    [[nodiscard]] Place place_of_edge(const LoadedFile& file, const Tier& tier, const Node& required,
                                      const std::vector<Place>& places) const {
        const auto named = named_by(tier);
        for (std::size_t i = 0; i < named.size(); ++i) {
            const auto target = target_of(catalogue_, *file.schedule, named[i]);
            if (target && target->tier == required.tier)
                return places[i];
        }
        return places.front();
    }

    std::span<LoadedFile> files_;
    const Catalogue& catalogue_;
    std::set<std::string_view> broken_foundations_;
    bool unknown_foundation_is_broken_ = false;
    std::map<const Tier*, Origin> origins_;
    std::set<const Tier*> visited_;
    std::vector<Node> path_;
};

} // namespace

void check_requirements(std::span<LoadedFile> files, const Catalogue& catalogue) {
    RequirementChecker{files, catalogue}.check();
}

} // namespace ptf_fees::catalogue
