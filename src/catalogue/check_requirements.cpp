// Floor 2, catalogue: memberships that tiers require or bundle, followed through the catalogue that results, by the
// same rules as the engine's `resolve`: they exist, lead into no circle, can be added up, and cover the same figures.

#include "catalogue/check.h"

#include "ptf_fees/price.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <limits>
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

/// The memberships that a tier names, required ones first, in the order of its file; each has its place.
std::vector<const MembershipRef*> named_by(const Tier& tier) {
    std::vector<const MembershipRef*> named;
    for (const Requirement& requirement : tier.requires_memberships)
        named.push_back(&requirement.membership);
    for (const MembershipRef& bundled : tier.bundles)
        named.push_back(&bundled);
    return named;
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
    RequirementChecker(std::span<LoadedFile> files, const Catalogue& catalogue)
        : files_{files}, catalogue_{catalogue} {}

    void check() {
        for (LoadedFile& file : files_)
            if (file.is_valid)
                for (const Tier& tier : file.schedule->tiers)
                    check_tier(file, tier);
    }

private:
    /// Whether a file with errors might have had what is missing: then its own errors say enough.
    [[nodiscard]] bool may_be_in_broken_file(std::string_view foundation) const {
        return std::ranges::any_of(files_, [foundation](const LoadedFile& file) {
            return !file.is_valid && (file.schedule->foundation.empty() || file.schedule->foundation == foundation);
        });
    }

    void check_tier(LoadedFile& file, const Tier& tier) {
        const auto named = named_by(tier);
        bool all_found = true;
        for (std::size_t i = 0; i < named.size(); ++i) {
            if (const auto target = target_of(catalogue_, *file.schedule, *named[i])) {
                const bool paid = i < tier.requires_memberships.size() && !tier.requires_memberships[i].price;
                check_currency(file, *named[i], *target, paid);
            } else {
                all_found = false;
                report_unresolved(file, *named[i]);
            }
        }
        find_circles({file.schedule, &tier});
        if (all_found && !named.empty())
            check_charges(file, tier);
    }

    void report_unresolved(LoadedFile& file, const MembershipRef& ref) {
        if (may_be_in_broken_file(ref.foundation))
            return;
        const std::string id = text::quoted(text::membership_id(ref.foundation, ref.tier));
        const auto unresolved = [&](const std::string& why, std::string remedy) {
            file.reading.add(Code::requirement_unresolved, &ref, id + why, std::move(remedy));
        };
        std::vector<std::string_view> known;
        if (const Schedule* edition = edition_for(catalogue_, *file.schedule, ref)) {
            for (const Tier& tier : edition->tiers)
                known.push_back(tier.id);
            return unresolved(" is not a membership: edition " + text::quoted(edition->id) + " has no tier " +
                                  text::quoted(ref.tier) + text::did_you_mean(ref.tier, known),
                              "write one of its tiers, or check that edition together with this one");
        }
        const std::string foundation = text::quoted(ref.foundation);
        if (const Schedule* first = catalogue_.first_edition(ref.foundation))
            return unresolved(" is not in force on " + text::iso(file.schedule->effective) + ": the first edition of " +
                                  foundation + " takes effect on " + text::iso(first->effective),
                              "give an earlier edition of that foundation together with this one");
        for (const Catalogue::Entry& edition : catalogue_.entries())
            known.push_back(edition.foundation);
        unresolved(" is not a membership: the catalogue has no foundation " + foundation +
                       text::did_you_mean(ref.foundation, known),
                   "give the schedule of that foundation together with this one");
    }

    /// Amounts can only be added where they are of one currency and period. What is not paid for here may still bring
    /// requirements that are.
    static void check_currency(LoadedFile& file, const MembershipRef& ref, const Node& target, bool paid) {
        const Schedule& own = *file.schedule;
        const Schedule& other = *target.schedule;
        const bool same = own.currency == other.currency && own.period == other.period;
        if (same || (!paid && named_by(*target.tier).empty()))
            return;
        const auto terms = [](const Schedule& of) {
            return std::string{of.currency} + " per " + std::string{of.period};
        };
        file.reading.add(Code::currency_differs, &ref,
                         text::quoted(id_of(target)) + " is priced in " + terms(other) + ", this edition in " +
                             terms(own) + ": they cannot be added",
                         "write the price that this source prints for it: { membership, amount, source, published }");
    }

    /// Depth first from `node`; a membership that leads back into the path closes a circle.
    void find_circles(const Node& node) {
        if (!visited_.insert(node.tier).second)
            return;
        path_.push_back(node);
        for (const MembershipRef* ref : named_by(*node.tier)) {
            const auto target = target_of(catalogue_, *node.schedule, *ref);
            if (!target)
                continue;
            const auto closes = std::ranges::find(path_, target->tier, &Node::tier);
            if (closes != path_.end())
                report_circle({closes, path_.end()});
            else
                find_circles(*target);
        }
        path_.pop_back();
    }

    /// Reports a circle at the first of its tiers that is in one of the files.
    void report_circle(std::span<const Node> circle) {
        std::string words;
        for (const Node& node : circle)
            words += id_of(node) + " -> ";
        for (std::size_t i = 0; i < circle.size(); ++i) {
            const auto file = std::ranges::find(files_, circle[i].schedule, &LoadedFile::schedule);
            if (file == files_.end())
                continue;
            const Node& next = circle[(i + 1) % circle.size()];
            file->reading.add(Code::requirement_circle, edge(*file, *circle[i].tier, next),
                              "memberships require each other in a circle: " + words + id_of(circle.front()),
                              "take out the one that the source does not state");
            return;
        }
    }

    /// The fees as the engine gathers them: all resolve, and cover the figures that the tier's own fee covers.
    void check_charges(LoadedFile& file, const Tier& tier) {
        const auto resolved = resolve(catalogue_, *file.schedule, tier, {});
        if (!resolved) {
            if (!may_be_in_broken_file(resolved.error().membership.foundation))
                file.reading.add(Code::requirement_unresolved, named_by(tier).front(), resolved.error().message,
                                 "give the schedule of that foundation together with this one");
            return;
        }
        for (const Charge& charge : resolved->charges) {
            const auto* scale = charge.kind == ChargeKind::required ? scale_of(charge.fee) : nullptr;
            if (scale != nullptr)
                check_covered(file, tier, *scale, {charge.schedule, charge.tier});
        }
    }

    void check_covered(LoadedFile& file, const Tier& tier, const BandedFee& scale, const Node& required) {
        const BandedFee* own = scale_of(tier.fee);
        const std::int64_t least = scale.by == Basis::employees ? 1 : 0;
        const bool same_figure = own != nullptr && own->by == scale.by;
        const std::int64_t covered = same_figure ? own->bands.front().from : least;
        const auto end = same_figure ? own->to : std::nullopt;
        const auto report = [&](const BandRange& range) {
            file.reading.add(Code::headcounts_not_covered, edge(file, tier, required),
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

    /// Where the tier names `required`: its first membership where another one brings it in.
    [[nodiscard]] const MembershipRef* edge(const LoadedFile& file, const Tier& tier, const Node& required) const {
        const auto named = named_by(tier);
        const auto found = std::ranges::find_if(named, [&](const MembershipRef* ref) {
            const auto target = target_of(catalogue_, *file.schedule, *ref);
            return target && target->tier == required.tier;
        });
        return found == named.end() ? named.front() : *found;
    }

    std::span<LoadedFile> files_;
    const Catalogue& catalogue_;
    std::set<const Tier*> visited_;
    std::vector<Node> path_;
};

} // namespace

void check_requirements(std::span<LoadedFile> files, const Catalogue& catalogue) {
    RequirementChecker{files, catalogue}.check();
}

} // namespace ptf_fees::catalogue
