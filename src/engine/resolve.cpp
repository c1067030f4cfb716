// Floor 1, pure: gathers the charges of a tier. A breadth-first walk over requirements and bundles; where two routes
// lead to one membership, both prices are kept; what is already held is not walked beyond.
#include "ptf_fees/price.h"

#include "engine/charges.h"
#include "engine/choose_edition.h"
#include "text/words.h"

#include <algorithm>
#include <utility>

namespace ptf_fees {
namespace {

Charge* find_charge(std::vector<Charge>& charges, const Tier& tier) {
    const auto found = std::ranges::find(charges, &tier, &Charge::tier);
    return found == charges.end() ? nullptr : &*found;
}

/// Whether `held` is `required` or a higher tier of its foundation, in whichever of the two editions has both.
bool meets(const TierRef& held, const Charge& required) {
    if (held.schedule->foundation != required.schedule->foundation)
        return false;
    const Tier* there = find_tier(*required.schedule, held.tier->id);
    if (there != nullptr)
        return there <= required.tier; // the highest comes first
    there = find_tier(*held.schedule, required.tier->id);
    return there != nullptr && held.tier <= there;
}

class Walk {
public:
    Walk(const Catalogue& catalogue, const Memberships& held, std::optional<Date> as_of, std::span<const TierRef> met)
        : catalogue_{catalogue}, held_{held}, as_of_{as_of}, met_{met} {}

    std::expected<std::vector<Charge>, Unresolved> from(const Schedule& schedule, const Tier& tier) {
        charges_ = {{.schedule = &schedule, .tier = &tier, .fee = tier.fee, .kind = ChargeKind::own}};
        for (std::size_t next = 0; next < charges_.size(); ++next) {
            const Charge charge = charges_[next];
            if (next != 0 && holds(held_, charge.schedule->foundation))
                continue;
            if (auto problem = add_requirements_of(charge))
                return std::unexpected(std::move(*problem));
            if (auto problem = add_bundles_of(charge))
                return std::unexpected(std::move(*problem));
        }
        return std::move(charges_);
    }

private:
    std::optional<Unresolved> add_requirements_of(const Charge& charge) {
        for (const Requirement& requirement : charge.tier->requires_memberships) {
            const auto target = find(charge, requirement.membership);
            if (!target)
                return target.error();
            if (std::ranges::any_of(met_, [&](const TierRef& held) { return meets(held, *target); }))
                continue;
            if (Charge* known = find_charge(charges_, *target->tier)) {
                add_price(*known, requirement.price.value_or(target->fee), requirement.price.has_value());
                continue;
            }
            charges_.push_back(*target);
            Charge& added = charges_.back();
            added.kind = holds(held_, added.schedule->foundation) ? ChargeKind::waived : ChargeKind::required;
            added.own_price = requirement.price.has_value();
            if (added.own_price)
                added.fee = *requirement.price;
        }
        return std::nullopt;
    }

    std::optional<Unresolved> add_bundles_of(const Charge& charge) {
        for (const MembershipRef& bundled : charge.tier->bundles) {
            const auto target = find(charge, bundled);
            if (!target)
                return target.error();
            Charge* known = find_charge(charges_, *target->tier);
            if (known == nullptr)
                known = &charges_.emplace_back(*target);
            if (known != &charges_.front())
                known->kind = ChargeKind::included;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::expected<Charge, Unresolved> find(const Charge& from, const MembershipRef& membership) const {
        const bool same_series = membership.foundation == from.schedule->foundation;
        const Date day = as_of_.value_or(from.schedule->effective);
        const Schedule* schedule = same_series ? from.schedule : catalogue_.in_force(membership.foundation, day);
        const Tier* tier = schedule == nullptr ? nullptr : find_tier(*schedule, membership.tier);
        if (tier != nullptr)
            return Charge{
                .schedule = schedule, .tier = tier, .fee = same_series ? tier->fee : fee_on(day, *schedule, *tier)};
        return std::unexpected(Unresolved{membership, day, unresolved_sentence(from, membership, day, schedule)});
    }

    /// The tier's fee as far as it is known on `day`.
    [[nodiscard]] static Fee fee_on(Date day, const Schedule& schedule, const Tier& tier) {
        if (!schedule.until || day < *schedule.until)
            return tier.fee;
        return UnpublishedFee{.reason = "its terms were replaced by terms that no copy has",
                              .source = &source_of(tier.fee)};
    }

    [[nodiscard]] static std::string unresolved_sentence(const Charge& from, const MembershipRef& membership, Date day,
                                                         const Schedule* schedule) {
        const std::string wanted = text::membership_id(membership.foundation, membership.tier);
        const std::string start =
            std::string{from.tier->name} + " (" + std::string{from.schedule->id} + ") requires " + wanted;
        if (schedule != nullptr)
            return start + ", and edition " + std::string{schedule->id} + " has no such tier";
        return start + ", and no edition of '" + std::string{membership.foundation} +
               "' in the catalogue was in force on " + text::iso(day);
    }

    const Catalogue& catalogue_;
    const Memberships& held_;
    std::optional<Date> as_of_;
    std::span<const TierRef> met_;
    std::vector<Charge> charges_;
};

} // namespace

void add_price(Charge& charge, const Fee& price, bool printed) {
    if (printed) {
        charge.other_prices.push_back(price);
    } else if (charge.own_price) {
        charge.other_prices.push_back(std::exchange(charge.fee, price));
        charge.own_price = false;
    }
}

std::expected<ResolvedTier, Unresolved> resolve(const Catalogue& catalogue, const Schedule& schedule, const Tier& tier,
                                                const Memberships& held, std::optional<Date> as_of,
                                                std::span<const TierRef> met) {
    for (const std::string& id : held)
        if (id != linux_foundation_id && !catalogue.has_foundation(id)) {
            const NotChosen refused = unknown_foundation(catalogue, id, "member_of ");
            return std::unexpected(Unresolved{{}, {}, refused.message + " (" + refused.remedy + ")"});
        }
    auto charges = Walk{catalogue, held, as_of, met}.from(schedule, tier);
    if (!charges)
        return std::unexpected(std::move(charges.error()));
    return ResolvedTier{&schedule, &tier, std::move(*charges)};
}

} // namespace ptf_fees
