// Floor 2, catalogue: a sound draft becomes a Schedule: names become indices and pointers, lists become arrays that the
// storage keeps. Nothing can fail here; what could was an error before.

#include "catalogue/build.h"

namespace ptf_fees::catalogue {

namespace {

class Builder {
public:
    Builder(const EditionDraft& draft, Storage& storage) : draft_{draft}, storage_{storage} {}

    const Schedule* build() {
        Schedule schedule = draft_.terms;
        schedule.id = draft_.id->value;
        schedule.foundation = draft_.foundation->value;
        schedule.effective = draft_.effective->value;
        if (draft_.until)
            schedule.until = draft_.until->value;
        schedule.is_default = draft_.is_default && draft_.is_default->value;
        sources_ = schedule.sources = built_sources();
        if (draft_.effective_source)
            schedule.effective_source = source(draft_.effective_source);
        schedule.tiers = built<Tier>(draft_.tiers, &Builder::tier);
        schedule.benefits = built<Benefit>(draft_.benefits, &Builder::benefit);
        schedule.examples = built<Example>(draft_.examples, &Builder::example);
        return storage_.keep_one(schedule);
    }

private:
    template <class Built, class Draft>
    std::span<const Built> built(const std::vector<Draft>& drafts, Built (Builder::*build_one)(const Draft&)) {
        std::vector<Built> values;
        values.reserve(drafts.size());
        for (const Draft& draft : drafts)
            values.push_back((this->*build_one)(draft));
        return storage_.keep(values);
    }

    std::span<const Source> built_sources() {
        std::vector<Source> sources;
        sources.reserve(draft_.sources.size());
        for (const SourceDraft& draft : draft_.sources)
            sources.push_back(draft.source);
        return storage_.keep(sources);
    }

    [[nodiscard]] const Source* source(const Name& name) const { return &sources_[*source_index(draft_, name->value)]; }

    Fee flat_fee(const FlatDraft& draft) const {
        return FlatFee{.amount = draft.amount->value,
                       .source = source(draft.source),
                       .published = draft.published->value,
                       .differs = text_or_nothing(draft.differs)};
    }

    Fee fee_of(const FlatDraft& draft) { return flat_fee(draft); }

    Fee fee_of(const BandedDraft& draft) {
        std::vector<Band> bands;
        bands.reserve(draft.bands.size());
        for (const BandDraft& band : draft.bands)
            bands.push_back({.from = band.from->value,
                             .amount = band.amount->value,
                             .published = band.published->value,
                             .differs = text_or_nothing(band.differs)});
        BandedFee fee{.by = *draft.by, .bands = storage_.keep(bands), .source = source(draft.source)};
        if (const auto& end = draft.bands.back().to)
            fee.to = end->value;
        return fee;
    }

    Fee fee_of(const UnpublishedDraft& draft) {
        return UnpublishedFee{.reason = draft.reason->value, .source = source(draft.source)};
    }

    Requirement requirement(const RequirementDraft& draft) {
        return {.membership = draft.membership.value,
                .price = draft.price ? std::optional{flat_fee(*draft.price)} : std::nullopt};
    }

    MembershipRef membership(const Placed<MembershipRef>& draft) { return draft.value; }

    Tier tier(const TierDraft& draft) {
        Tier tier{.id = draft.id->value, .name = draft.name->value};
        tier.fee = std::visit([this](const auto& fee) { return fee_of(fee); }, *draft.fee);
        tier.open_to = draft.open_to;
        tier.join = draft.join;
        tier.requires_memberships = built<Requirement>(draft.requirements, &Builder::requirement);
        tier.bundles = built<MembershipRef>(draft.bundles, &Builder::membership);
        if (draft.includes)
            tier.includes = tier_index(draft_, draft.includes->value);
        if (draft.commitment_years)
            tier.commitment_years = draft.commitment_years->value;
        if (draft.members_max)
            tier.members_max = draft.members_max->value;
        tier.notes = draft.notes;
        return tier;
    }

    Benefit benefit(const BenefitDraft& draft) {
        std::vector<Grant> grants(draft_.tiers.size());
        for (const GrantDraft& grant : draft.grants)
            grants[*tier_index(draft_, grant.tier.value)] = grant.grant;
        return {.id = draft.id->value,
                .group = draft.group,
                .name = draft.name->value,
                .source = source(draft.source),
                .grants = storage_.keep(grants),
                .implied_by =
                    draft.implied_by ? benefit_index(draft_, draft.implied_by->value) : std::optional<std::size_t>{}};
    }

    Example example(const ExampleDraft& draft) {
        return {.tier = *tier_index(draft_, draft.tier->value),
                .organization = draft.organization,
                .lf_member = draft.lf_member,
                .total = draft.total->value,
                .source = source(draft.source)};
    }

    const EditionDraft& draft_;
    Storage& storage_;
    std::span<const Source> sources_;
};

} // namespace

const Schedule* build_schedule(const EditionDraft& draft, Storage& storage) {
    return Builder{draft, storage}.build();
}

} // namespace ptf_fees::catalogue
