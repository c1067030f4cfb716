// The compiled tables are the schedules of data/*.toml, value by value.

#include "catch.h"
#include "made_up_catalogue.h"

#include "catalogue/packed.h"
#include "ptf_fees/load.h"

#include <algorithm>

namespace {

using namespace ptf_fees;

/// Compares two values all the way down; pointers by where they point to within their own schedule.
class Comparison {
public:
    Comparison(const Schedule& a, const Schedule& b) : a_{a}, b_{b} {}

    bool same() const {
        return a_.id == b_.id && a_.foundation == b_.foundation && a_.name == b_.name && a_.title == b_.title &&
               a_.effective == b_.effective && a_.effective_exact == b_.effective_exact && a_.verified == b_.verified &&
               a_.is_default == b_.is_default && a_.currency == b_.currency && a_.period == b_.period &&
               a_.employees == b_.employees && a_.revenue == b_.revenue && a_.until == b_.until &&
               (a_.effective_source == nullptr) == (b_.effective_source == nullptr) &&
               (a_.effective_source == nullptr || same(a_.effective_source, b_.effective_source)) &&
               all(a_.notes, b_.notes) && all(a_.sources, b_.sources) && all(a_.tiers, b_.tiers) &&
               all(a_.benefits, b_.benefits) && all(a_.examples, b_.examples);
    }

private:
    template <class T>
    bool all(std::span<const T> a, std::span<const T> b) const {
        return std::ranges::equal(a, b, [this](const T& x, const T& y) { return same(x, y); });
    }

    bool same(std::string_view a, std::string_view b) const { return a == b; }
    bool same(const Source* a, const Source* b) const { return a - a_.sources.data() == b - b_.sources.data(); }
    bool same(const Grant& a, const Grant& b) const { return a == b; }
    bool same(const MembershipRef& a, const MembershipRef& b) const {
        return a.foundation == b.foundation && a.tier == b.tier;
    }
    bool same(const Source& a, const Source& b) const {
        return a.id == b.id && a.title == b.title && a.url == b.url && a.archive == b.archive &&
               a.locator == b.locator && a.proves == b.proves && a.dated == b.dated && a.retrieved == b.retrieved;
    }
    bool same(const Band& a, const Band& b) const {
        return a.from == b.from && a.amount == b.amount && a.published == b.published && a.differs == b.differs;
    }
    bool same(const FlatFee& a, const FlatFee& b) const {
        return a.amount == b.amount && same(a.source, b.source) && a.published == b.published && a.differs == b.differs;
    }
    bool same(const BandedFee& a, const BandedFee& b) const {
        return a.by == b.by && a.to == b.to && all(a.bands, b.bands) && same(a.source, b.source);
    }
    bool same(const UnpublishedFee& a, const UnpublishedFee& b) const {
        return a.reason == b.reason && same(a.source, b.source);
    }
    bool same(const Fee& a, const Fee& b) const {
        return a.index() == b.index() &&
               std::visit([&](const auto& kind) { return same(kind, std::get<std::decay_t<decltype(kind)>>(b)); }, a);
    }
    bool same(const Requirement& a, const Requirement& b) const {
        return same(a.membership, b.membership) && a.price.has_value() == b.price.has_value() &&
               (!a.price || same(*a.price, *b.price));
    }
    bool same(const Join& a, const Join& b) const {
        return a.route == b.route && a.url == b.url && all(a.steps, b.steps) && a.by == b.by &&
               a.within_days == b.within_days;
    }
    bool same(const Tier& a, const Tier& b) const {
        return a.id == b.id && a.name == b.name && same(a.fee, b.fee) && a.open_to == b.open_to &&
               same(a.join, b.join) && all(a.requires_memberships, b.requires_memberships) &&
               all(a.bundles, b.bundles) && a.includes == b.includes && a.commitment_years == b.commitment_years &&
               a.members_max == b.members_max && all(a.notes, b.notes);
    }
    bool same(const Benefit& a, const Benefit& b) const {
        return a.id == b.id && a.group == b.group && a.name == b.name && same(a.source, b.source) &&
               a.implied_by == b.implied_by && all(a.grants, b.grants);
    }
    bool same(const Example& a, const Example& b) const {
        return a.tier == b.tier && a.organization == b.organization && a.lf_member == b.lf_member &&
               a.total == b.total && same(a.source, b.source);
    }

    const Schedule& a_;
    const Schedule& b_;
};

Loaded fresh_parse() {
    auto texts = read_schedule_folder(std::filesystem::path{PTF_FEES_SOURCE_DIR} / "data");
    REQUIRE(texts.has_value());
    return load_schedules(std::move(*texts), Catalogue{});
}

} // namespace

TEST_CASE("the shipped schedules have no finding, not even a warning") {
    const Loaded loaded = fresh_parse();
    for (const Finding& finding : loaded.findings)
        FAIL_CHECK(finding.file << ":" << finding.line << ": " << finding.message);
    CHECK(loaded.editions.size() == 24);
}

TEST_CASE("the compiled tables equal a fresh parse of data/*.toml") {
    const Loaded loaded = fresh_parse();
    REQUIRE(loaded.catalogue.has_value());
    const auto compiled = embedded_catalogue().schedules();
    const auto parsed = loaded.catalogue->schedules();
    REQUIRE(compiled.size() == parsed.size());
    for (std::size_t i = 0; i < compiled.size(); ++i) {
        INFO(parsed[i]->id);
        CHECK(Comparison{*compiled[i], *parsed[i]}.same());
    }
}

TEST_CASE("what no shipped schedule says comes back from its bytes, too") {
    for (const Schedule* schedule : made_up_catalogue().schedules()) {
        INFO(schedule->id);
        const std::string bytes = catalogue::packed(*schedule);
        const auto unpacked = catalogue::unpacked_schedule(bytes);
        CHECK(Comparison{*schedule, *unpacked}.same());
        CHECK(catalogue::packed(*unpacked) == bytes);
    }
}

TEST_CASE("editions that differ in one value are not equal") {
    const Schedule& edition = *embedded_catalogue().edition("ptf-2025-04");
    std::vector<Tier> tiers(edition.tiers.begin(), edition.tiers.end());
    Schedule other = edition;
    CHECK(Comparison{edition, other}.same());
    tiers[1].open_to[0] = Answer::unstated;
    other.tiers = tiers;
    CHECK(!Comparison{edition, other}.same());
    std::vector<Band> bands(std::get<BandedFee>(edition.tiers[1].fee).bands.begin(),
                            std::get<BandedFee>(edition.tiers[1].fee).bands.end());
    bands.back().from += 1;
    tiers.assign(edition.tiers.begin(), edition.tiers.end());
    std::get<BandedFee>(tiers[1].fee).bands = bands;
    CHECK(!Comparison{edition, other}.same());
}
