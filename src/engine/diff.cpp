// Floor 1, pure: what changed between two editions, in words a member would use. Tiers and benefits are matched by id.
#include "ptf_fees/diff.h"

#include "model/overloaded.h"
#include "ptf_fees/benefits.h"
#include "ptf_fees/eligibility.h"
#include "text/decimal.h"
#include "text/words.h"

#include <algorithm>
#include <map>

namespace ptf_fees {
namespace {

using Topic = Difference::Topic;

/// What is under each subject of one edition; the order in which subjects are first met is kept apart.
struct Facts {
    std::vector<std::string> subjects;
    std::map<std::string, std::string> values;

    void add(std::string subject, const std::string& value) {
        if (values.try_emplace(subject, value).second)
            subjects.push_back(std::move(subject));
    }
    [[nodiscard]] std::string value(const std::string& subject) const {
        const auto found = values.find(subject);
        return found == values.end() ? std::string{} : found->second;
    }
};

void compare(std::vector<Difference>& out, Topic topic, const Facts& before, const Facts& after) {
    const auto add = [&](const std::string& subject) {
        std::string old_value = before.value(subject);
        std::string new_value = after.value(subject);
        if (old_value != new_value) {
            Difference& added = out.emplace_back();
            added.topic = topic;
            added.subject = subject;
            added.before = std::move(old_value);
            added.after = std::move(new_value);
        }
    };
    for (const std::string& subject : before.subjects)
        add(subject);
    for (const std::string& subject : after.subjects)
        if (!before.values.contains(subject))
            add(subject);
}

Facts terms_of(const Schedule& schedule) {
    Facts facts;
    facts.add("name", std::string{schedule.name});
    facts.add("title", std::string{schedule.title});
    facts.add("effective", (schedule.effective_exact ? "" : "seen by ") + text::iso(schedule.effective));
    facts.add("currency", std::string{schedule.currency});
    facts.add("period", std::string{schedule.period});
    facts.add("how employees are counted", std::string{schedule.employees});
    return facts;
}

Facts tiers_of(const Schedule& schedule) {
    Facts facts;
    for (const Tier& tier : schedule.tiers) {
        const std::string id{tier.id};
        facts.add(id, std::string{tier.name});
        if (tier.includes)
            facts.add(id + ", includes", std::string{schedule.tiers[*tier.includes].id});
        if (tier.commitment_years)
            facts.add(id + ", commitment", text::counted(*tier.commitment_years, "year", "years"));
        if (tier.members_max)
            facts.add(id + ", most members", text::grouped(*tier.members_max));
    }
    return facts;
}

std::string amount_words(Money amount, std::string_view currency) {
    if (amount == Money{})
        return "free";
    return text::for_people(amount, currency);
}

void add_fee(Facts& facts, const std::string& subject, const Fee& fee, std::string_view currency) {
    std::visit(Overloaded{[&](const FlatFee& flat) { facts.add(subject, amount_words(flat.amount, currency)); },
                          [&](const BandedFee& banded) {
                              for (std::size_t i = 0; i < banded.bands.size(); ++i)
                                  facts.add(subject + ", " + text::band_words(range_of(banded, i), currency),
                                            text::for_people(banded.bands[i].amount, currency));
                          },
                          [&](const UnpublishedFee&) { facts.add(subject, "not published"); }},
               fee);
}

Facts fees_of(const Schedule& schedule) {
    Facts facts;
    for (const Tier& tier : schedule.tiers)
        add_fee(facts, std::string{tier.id}, tier.fee, schedule.currency);
    return facts;
}

Facts requirements_of(const Schedule& schedule) {
    Facts facts;
    for (const Tier& tier : schedule.tiers) {
        const std::string id{tier.id};
        for (const Requirement& requirement : tier.requires_memberships) {
            const auto& membership = requirement.membership;
            const std::string subject =
                id + ", requires " + text::membership_id(membership.foundation, membership.tier);
            if (requirement.price)
                add_fee(facts, subject, *requirement.price, schedule.currency);
            else
                facts.add(subject, "at its own price");
        }
        for (const MembershipRef& bundled : tier.bundles)
            facts.add(id + ", bundles " + text::membership_id(bundled.foundation, bundled.tier), "included");
    }
    return facts;
}

Facts eligibility_of(const Schedule& schedule) {
    Facts facts;
    for (const Tier& tier : schedule.tiers)
        for (const OrgType type : all_org_types)
            facts.add(std::string{tier.id} + ", " + std::string{text::plural_of(type)},
                      std::string{name_of(open_to(tier, type))});
    return facts;
}

Facts joining_of(const Schedule& schedule) {
    Facts facts;
    for (const Tier& tier : schedule.tiers) {
        facts.add(std::string{tier.id} + ", route", admission_words(tier.join));
        facts.add(std::string{tier.id} + ", link", std::string{tier.join.url});
    }
    return facts;
}

Facts benefits_of(const Schedule& schedule) {
    Facts facts;
    for (const Benefit& benefit : schedule.benefits)
        for (std::size_t tier = 0; tier < schedule.tiers.size(); ++tier) {
            const Grant grant = grant_for(schedule, benefit, tier);
            facts.add(std::string{schedule.tiers[tier].id} + ", " + std::string{benefit.id},
                      std::string{grant.quantity.empty() ? name_of(grant.answer) : grant.quantity});
        }
    return facts;
}

} // namespace

std::string_view name_of(Difference::Topic topic) noexcept {
    switch (topic) {
    case Topic::terms:
        return "terms";
    case Topic::tier:
        return "tier";
    case Topic::fee:
        return "fee";
    case Topic::requirement:
        return "requirement";
    case Topic::eligibility:
        return "eligibility";
    case Topic::joining:
        return "joining";
    case Topic::benefit:
        break;
    }
    return "benefit";
}

std::vector<std::string> same_fees(const Schedule& before, const Schedule& after) {
    const Facts then = fees_of(before);
    const Facts now = fees_of(after);
    std::vector<std::string> same;
    for (const std::string& subject : then.subjects)
        if (now.values.contains(subject) && now.value(subject) == then.value(subject))
            same.push_back(subject + ": " + then.value(subject));
    return same;
}

std::vector<Difference> differences(const Schedule& before, const Schedule& after) {
    std::vector<Difference> out;
    const auto compare_by = [&](Topic topic, auto&& facts_of) {
        compare(out, topic, facts_of(before), facts_of(after));
    };
    compare_by(Topic::terms, terms_of);
    compare_by(Topic::tier, tiers_of);
    compare_by(Topic::fee, fees_of);
    compare_by(Topic::requirement, requirements_of);
    compare_by(Topic::eligibility, eligibility_of);
    compare_by(Topic::joining, joining_of);
    compare_by(Topic::benefit, benefits_of);
    return out;
}

} // namespace ptf_fees
