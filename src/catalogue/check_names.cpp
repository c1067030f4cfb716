// Floor 2, catalogue: names inside one edition: that each means one thing, that what is named is defined, and that what
// is defined is named.

#include "catalogue/check.h"

#include "catalogue/names.h"
#include "text/names.h"
#include "text/words.h"

#include <set>
#include <string>

namespace ptf_fees::catalogue {

namespace {

class NameChecker {
public:
    NameChecker(const EditionDraft& draft, Report& report) : draft_{draft}, report_{report} {
        for (const TierDraft& tier : draft.tiers) {
            if (tier.id)
                tier_ids_.push_back(tier.id->value);
        }
        for (const SourceDraft& source : draft.sources) {
            if (source.id)
                source_ids_.push_back(source.id->value);
        }
        for (const BenefitDraft& benefit : draft.benefits) {
            if (benefit.id)
                benefit_ids_.push_back(benefit.id->value);
        }
    }

    void check() {
        check_unique();
        use_source(draft_.effective_source);
        for (const TierDraft& tier : draft_.tiers)
            check_tier(tier);
        for (const BenefitDraft& benefit : draft_.benefits)
            check_benefit(benefit);
        for (const ExampleDraft& example : draft_.examples) {
            check_tier_named(example.tier);
            use_source(example.source);
        }
        for (const SourceDraft& source : draft_.sources) {
            if (source.id && source.source.proves.empty() && !used_sources_.contains(source.id->value))
                report_.add(Code::unused_source, source.id->place,
                            "nothing names the source " + text::quoted(source.id->value),
                            "name it beside the fee or benefit that it states, as the effective_source where it proves "
                            "the first day, or say what else it shows with proves = \"...\"");
        }
    }

private:
    void check_unique() {
        Taken sources{"source", report_};
        Taken tiers{"tier", report_};
        Taken benefits{"benefit", report_};
        for (std::size_t i = 0; i < draft_.sources.size(); ++i)
            sources.take(draft_.sources[i].id, i);
        for (std::size_t i = 0; i < draft_.tiers.size(); ++i) {
            tiers.take(draft_.tiers[i].id, i);
            tiers.take(draft_.tiers[i].name, i);
        }
        for (std::size_t i = 0; i < draft_.benefits.size(); ++i) {
            benefits.take(draft_.benefits[i].id, i);
            benefits.take(draft_.benefits[i].name, i);
        }
    }

    void check_tier(const TierDraft& tier) {
        check_tier_named(tier.includes);
        if (tier.fee)
            std::visit([this](const auto& fee) { use_source(fee.source); }, *tier.fee);
        std::set<std::string> memberships;
        for (const RequirementDraft& requirement : tier.requirements) {
            check_once(requirement.membership, memberships);
            if (requirement.price)
                use_source(requirement.price->source);
        }
        for (const auto& bundled : tier.bundles)
            check_once(bundled, memberships);
    }

    void check_benefit(const BenefitDraft& benefit) {
        use_source(benefit.source);
        for (const GrantDraft& grant : benefit.grants)
            check_tier_named(grant.tier);
        const Name& implied_by = benefit.implied_by;
        if (!implied_by)
            return;
        if (!benefit_index(draft_, implied_by->value))
            refuse(Code::unknown_benefit, *implied_by, "benefit", benefit_ids_);
        else if (benefit.id && benefit.id->value == implied_by->value)
            report_.add(Code::bad_value, implied_by->place,
                        "the benefit " + text::quoted(implied_by->value) + " is implied by itself",
                        "name the benefit that makes this one needless, or remove implied_by");
    }

    void check_once(const Placed<MembershipRef>& membership, std::set<std::string>& seen) {
        const std::string id = text::membership_id(membership.value.foundation, membership.value.tier);
        if (!seen.insert(text::lower(id)).second)
            report_.add(Code::duplicate_id, membership.place, "the membership " + text::quoted(id) + " is named twice",
                        "name it once");
    }

    void check_tier_named(const Name& name) {
        if (name && !tier_index(draft_, name->value))
            refuse(Code::unknown_tier, *name, "tier", tier_ids_);
    }

    void use_source(const Name& name) {
        if (!name)
            return;
        if (source_index(draft_, name->value))
            used_sources_.insert(name->value);
        else
            refuse(Code::unknown_source, *name, "source", source_ids_);
    }

    void refuse(Code code, const Placed<std::string_view>& name, const std::string& kind,
                std::span<const std::string_view> defined) {
        refuse_undefined(code, name, kind, defined, report_);
    }

    const EditionDraft& draft_;
    Report& report_;
    std::vector<std::string_view> tier_ids_;
    std::vector<std::string_view> source_ids_;
    std::vector<std::string_view> benefit_ids_;
    std::set<std::string_view> used_sources_;
};

} // namespace

void Taken::take(const Name& name, std::size_t owner) {
    if (!name)
        return;
    const auto found = owners_.try_emplace(text::lower(name->value), Owner{owner, name->place}).first;
    if (found->second.number == owner)
        return;
    report_.add(Code::duplicate_id, name->place,
                text::quoted(name->value) + " already names the " + kind_ + " on line " +
                    std::to_string(found->second.place.line),
                "give each " + kind_ + " an id and a name of its own (case does not tell them apart)");
}

void refuse_undefined(Code code, const Placed<std::string_view>& name, const std::string& kind,
                      std::span<const std::string_view> defined, Report& report) {
    // Beyond the limit the message is not shown, and looking for the nearest name would cost the most.
    const std::string hint = report.is_full() ? "" : text::did_you_mean(name.value, defined);
    report.add(code, name.place, "no " + kind + " of this file has the id " + text::quoted(name.value) + hint,
               "write the id of a [[" + kind + "]] of this file, or add one");
}

void check_names(const EditionDraft& draft, Report& report) {
    NameChecker{draft, report}.check();
}

void check_includes(const EditionDraft& draft, Report& report) {
    std::vector<bool> reported(draft.tiers.size());
    for (std::size_t start = 0; start < draft.tiers.size(); ++start) {
        // Following `includes` at most once through each tier comes back to `start` where that stands in a circle.
        std::vector<std::size_t> path{start};
        std::string words;
        std::optional<std::size_t> next = start;
        while (next && path.size() <= draft.tiers.size()) {
            const TierDraft& tier = draft.tiers[*next];
            words += (words.empty() ? "" : " -> ") + std::string{tier.id ? tier.id->value : "?"};
            next = tier.includes ? tier_index(draft, tier.includes->value) : std::nullopt;
            if (next == start)
                break;
            if (next)
                path.push_back(*next);
        }
        if (next != start || reported[start])
            continue;
        for (const std::size_t tier : path)
            reported[tier] = true;
        report.add(Code::includes_circle, draft.tiers[start].includes->place,
                   "tiers include each other in a circle: " + words + " -> " +
                       std::string{draft.tiers[start].id->value},
                   "let the higher tier include the lower one, and the lowest none");
    }
}

} // namespace ptf_fees::catalogue
