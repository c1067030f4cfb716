// Several memberships together: random portfolios of the shipped editions against a second sum, written as differently
// as we could, the properties that hold for any of them, and the corners on terms sketched on the spot.
#include "sketched_terms.h"

#include <map>
#include <random>
#include <set>

using namespace sketched;

namespace {

/// The amount of a fee for a headcount, by looking at every band; nullopt if there is none.
std::optional<std::int64_t> cents_of(const Fee& fee, std::int64_t employees) {
    if (const auto* flat = std::get_if<FlatFee>(&fee))
        return flat->amount.cents();
    std::optional<std::int64_t> cents;
    if (const auto* banded = std::get_if<BandedFee>(&fee); banded != nullptr && banded->by == Basis::employees)
        for (const Band& band : banded->bands)
            if (band.from <= employees && (!banded->to || employees <= *banded->to))
                cents = band.amount.cents();
    return cents;
}

/// A second portfolio: memberships by name in a map, requirements followed one by one.
struct SecondSum {
    const Catalogue& catalogue;
    std::vector<TierRef> tiers;
    std::int64_t employees = 0;
    bool lf_member = false;
    Date day{};
    std::map<std::string, std::int64_t> charged{}; ///< required memberships, in cents
    bool known = true;

    static std::size_t rank(const Schedule& schedule, std::string_view id) {
        for (std::size_t i = 0; i < schedule.tiers.size(); ++i)
            if (schedule.tiers[i].id == id)
                return i;
        return schedule.tiers.size();
    }

    [[nodiscard]] bool paid_by_another(std::size_t asking, const Schedule& schedule, const Tier& tier) const {
        for (std::size_t i = 0; i < tiers.size(); ++i) {
            if (i == asking)
                continue;
            if (tiers[i].schedule->foundation == schedule.foundation &&
                rank(schedule, tiers[i].tier->id) <= rank(schedule, tier.id))
                return true;
            for (const MembershipRef& bundled : tiers[i].tier->bundles)
                if (bundled.foundation == schedule.foundation &&
                    rank(schedule, bundled.tier) <= rank(schedule, tier.id))
                    return true;
        }
        return false;
    }

    void follow(std::size_t asking, const Schedule& schedule, const Tier& tier) {
        for (const Requirement& requirement : tier.requires_memberships) {
            const auto [foundation, id] = requirement.membership;
            const Schedule& target =
                foundation == schedule.foundation ? schedule : *catalogue.in_force(foundation, day);
            const Tier& required = *find_tier(target, id);
            if (paid_by_another(asking, target, required) || (foundation == "lf" && lf_member))
                continue;
            const auto cents = cents_of(requirement.price.value_or(required.fee), employees);
            if (!cents ||
                (target.until && day >= *target.until && !requirement.price && foundation != schedule.foundation))
                known = false;
            auto& charge = charged[std::string{foundation} + "/" + std::string{id}];
            charge = std::max(charge, cents.value_or(0));
            follow(asking, target, required);
        }
    }

    std::optional<std::int64_t> total() {
        for (const TierRef& one : tiers)
            day = std::max(day, one.schedule->effective);
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < tiers.size(); ++i) {
            const auto cents = cents_of(tiers[i].tier->fee, employees);
            known = known && cents && open_to(*tiers[i].tier, OrgType::company) == Answer::yes;
            sum += cents.value_or(0);
            follow(i, *tiers[i].schedule, *tiers[i].tier);
        }
        for (const auto& [membership, cents] : charged)
            sum += cents;
        return known ? std::optional{sum} : std::nullopt;
    }
};

/// Two to four tiers of as many foundations with one currency.
std::vector<TierRef> some_tiers(const Catalogue& catalogue, std::mt19937& random) {
    std::vector<TierRef> tiers;
    std::set<std::string_view> foundations;
    const std::size_t wanted = 2 + random() % 3;
    for (int tries = 0; tries < 50 && tiers.size() < wanted; ++tries) {
        const Schedule* schedule = catalogue.schedules()[random() % catalogue.schedules().size()];
        if (schedule->currency == "USD" && foundations.insert(schedule->foundation).second)
            tiers.push_back({schedule, &schedule->tiers[random() % schedule->tiers.size()]});
    }
    return tiers;
}

Money sum_of_adds(const Portfolio& portfolio) {
    Money sum;
    for (const PortfolioMembership& membership : portfolio.memberships)
        sum = sum + membership.adds.value_or(Money{});
    for (const PortfolioLine& line : portfolio.lines)
        if (line.quoted.charge.kind == ChargeKind::required && line.required_by.size() > 1)
            sum = sum + *line.quoted.line.amount;
    return sum;
}

} // namespace

TEST_CASE("a portfolio costs what a second sum says, in any order, and its parts add up") {
    const Catalogue& catalogue = embedded_catalogue();
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random{seed};
    int complete = 0;
    for (int round = 0; round < 2'000; ++round) {
        std::vector<TierRef> tiers = some_tiers(catalogue, random);
        const std::int64_t employees = 1 + static_cast<std::int64_t>(random() % 12'000);
        const bool lf_member = random() % 4 == 0;
        Inquiry inquiry{.organization = {.employees = employees}};
        if (lf_member)
            inquiry.member_of = {"lf"};
        const auto answer = portfolio(catalogue, tiers, inquiry);
        if (!answer)
            continue; // a required foundation has no edition on that day
        for (const TierRef& tier : tiers)
            UNSCOPED_INFO(tier.schedule->id << "/" << tier.tier->id);
        CAPTURE(employees, lf_member);
        REQUIRE(answer->totals.size() == 1);
        const PortfolioTotal& sum = answer->totals.front();
        const auto expected = SecondSum{catalogue, tiers, employees, lf_member}.total();
        REQUIRE(sum.complete == expected.has_value());
        if (!expected) {
            INFO("not quoted");
            continue;
        }
        ++complete;
        CHECK(sum.total->cents() == *expected);
        CHECK(sum_of_adds(*answer) == *sum.total);
        std::ranges::shuffle(tiers, random);
        CHECK(portfolio(catalogue, tiers, inquiry)->totals.front().total == sum.total);
    }
    CHECK(complete > 50);
}

TEST_CASE("a portfolio of one tier costs what its quote says") {
    const Catalogue& catalogue = embedded_catalogue();
    for (const Schedule* schedule : catalogue.schedules())
        for (const Tier& tier : schedule->tiers) {
            CAPTURE(schedule->id, tier.id);
            const Inquiry inquiry{.organization = {.employees = 700, .revenue = 2'000'000}};
            const auto alone = quote(catalogue, *schedule, tier, inquiry);
            const TierRef asked{schedule, &tier};
            const auto together = portfolio(catalogue, {&asked, 1}, inquiry);
            REQUIRE(alone.has_value());
            REQUIRE(together.has_value());
            CHECK(together->memberships.front().status == alone->price.status);
            CHECK(together->totals.front().total == alone->price.total);
            CHECK(together->lines.size() == (alone->price.total ? alone->lines.size() : 1));
        }
}

TEST_CASE("holding the Linux Foundation membership takes its line out and nothing else") {
    const Catalogue& catalogue = embedded_catalogue();
    const Schedule& ptf = *catalogue.default_edition("ptf");
    const Schedule& cncf = *catalogue.default_edition("cncf");
    const std::array tiers{TierRef{&ptf, find_tier(ptf, "general")}, TierRef{&cncf, find_tier(cncf, "silver")}};
    Inquiry inquiry{.organization = {.employees = 700}};
    const auto pays = portfolio(catalogue, tiers, inquiry);
    inquiry.member_of = {"lf"};
    const auto holds = portfolio(catalogue, tiers, inquiry);
    REQUIRE(pays.has_value());
    REQUIRE(holds.has_value());
    CHECK(pays->totals.front().total == Money::from_cents(65'000'00));
    CHECK(pays->totals.front().saved == Money::from_cents(15'000'00));
    CHECK(holds->totals.front().total == Money::from_cents(50'000'00));
    REQUIRE(pays->lines.size() == 3);
    CHECK(pays->lines[2].required_by == std::vector<std::size_t>{0, 1});
    REQUIRE(holds->lines.size() == 3);
    CHECK(holds->lines[2].quoted.line.kind == LineKind::waived);
    const bool said = std::ranges::any_of(pays->changes, [](const PortfolioChange& change) {
        return change.change.what == Change::What::membership && change.change.foundation == "lf" &&
               change.change.delta == Money::from_cents(-15'000'00);
    });
    CHECK(said);
}

TEST_CASE("of a range the least and the greatest total of all tiers are found at its breakpoints") {
    const Catalogue& catalogue = embedded_catalogue();
    const Schedule& ptf = *catalogue.default_edition("ptf");
    const Schedule& cncf = *catalogue.default_edition("cncf");
    const std::array tiers{TierRef{&ptf, find_tier(ptf, "general")}, TierRef{&cncf, find_tier(cncf, "silver")}};
    const auto answer = portfolio(catalogue, tiers, {.organization = {.employees = Figure{501, 1'000}}});
    REQUIRE(answer.has_value());
    std::optional<Money> lowest;
    std::optional<Money> highest;
    for (std::int64_t employees = 501; employees <= 1'000; ++employees) {
        const auto exact = portfolio(catalogue, tiers, {.organization = {.employees = employees}});
        const Money total = *exact->totals.front().total;
        lowest = std::min(lowest.value_or(total), total);
        highest = std::max(highest.value_or(total), total);
    }
    CHECK_FALSE(answer->totals.front().complete);
    CHECK(answer->totals.front().lowest == lowest);
    CHECK(answer->totals.front().highest == highest);
}

TEST_CASE("a tier meets what another one requires of it or of a lower tier, and what is met requires nothing more") {
    // b/low requires c/only; a/first requires b/low, or b is quoted itself.
    const std::array c_tiers{tier("only", flat(7))};
    const Schedule c = edition("c-1", "c", c_tiers);
    const std::array c_only{Requirement{.membership = {"c", "only"}}};
    std::array b_tiers{tier("high", flat(50)), tier("low", flat(20)), tier("lowest", flat(5))};
    b_tiers[1].requires_memberships = c_only;
    const Schedule b = edition("b-1", "b", b_tiers);
    const std::array b_low{Requirement{.membership = {"b", "low"}}};
    std::array a_tiers{tier("first", flat(100)), tier("second", flat(90))};
    a_tiers[0].requires_memberships = b_low;
    const std::array b_high{MembershipRef{"b", "high"}};
    a_tiers[1].bundles = b_high;
    const Schedule a = edition("a-1", "a", a_tiers);
    const std::array d_tiers = [&] {
        std::array made{tier("needs_b", flat(1))};
        made[0].requires_memberships = b_low;
        return made;
    }();
    const Schedule d = edition("d-1", "d", d_tiers);
    const Catalogue catalogue{{&a, &b, &c, &d}};
    const auto total = [&](std::vector<TierRef> tiers) {
        return portfolio(catalogue, tiers, {.organization = {.employees = 10}})->totals.front().total->cents() / 100;
    };
    CHECK(total({{&a, &a_tiers[0]}}) == 100 + 20 + 7);
    CHECK(total({{&a, &a_tiers[0]}, {&b, &b_tiers[0]}}) == 100 + 50);         // a higher tier meets it
    CHECK(total({{&a, &a_tiers[0]}, {&b, &b_tiers[1]}}) == 100 + 20 + 7);     // the tier itself, which requires c
    CHECK(total({{&a, &a_tiers[0]}, {&b, &b_tiers[2]}}) == 100 + 5 + 20 + 7); // a lower one does not
    CHECK(total({{&a, &a_tiers[1]}, {&d, &d_tiers[0]}}) == 90 + 1);           // what another tier bundles does
    CHECK(total({{&a, &a_tiers[1]}, {&b, &b_tiers[0]}}) == 90 + 50);          // a quoted tier is charged though bundled
}

TEST_CASE("a tier that is not quoted pays for nothing that another one requires") {
    std::array b_tiers{tier("high", UnpublishedFee{"on request", &leaflet}), tier("low", flat(20))};
    const Schedule b = edition("b-1", "b", b_tiers);
    const std::array b_low{Requirement{.membership = {"b", "low"}}};
    std::array a_tiers{tier("first", flat(100))};
    a_tiers[0].requires_memberships = b_low;
    const Schedule a = edition("a-1", "a", a_tiers);
    const Catalogue catalogue{{&a, &b}};
    const std::array tiers{TierRef{&a, &a_tiers[0]}, TierRef{&b, &b_tiers[0]}};
    const auto answer = portfolio(catalogue, tiers, {});
    REQUIRE(answer.has_value());
    CHECK(answer->memberships[0].status == Status::quoted);
    CHECK(answer->memberships[1].status == Status::unpublished);
    CHECK_FALSE(answer->totals.front().complete);
    CHECK(answer->totals.front().total == Money::from_cents(120'00));
}

TEST_CASE("of two prices for one required membership the dearer one is charged, and a note names both") {
    const std::array c_tiers{tier("only", flat(7))};
    const Schedule c = edition("c-1", "c", c_tiers);
    const std::array dear{Requirement{.membership = {"c", "only"}, .price = flat(9)}};
    const std::array cheap{Requirement{.membership = {"c", "only"}}};
    std::array a_tiers{tier("a", flat(100))};
    a_tiers[0].requires_memberships = cheap;
    std::array b_tiers{tier("b", flat(10))};
    b_tiers[0].requires_memberships = dear;
    const Schedule a = edition("a-1", "a", a_tiers);
    const Schedule b = edition("b-1", "b", b_tiers);
    const Catalogue catalogue{{&a, &b, &c}};
    for (const bool first : {true, false}) {
        std::array tiers{TierRef{&a, &a_tiers[0]}, TierRef{&b, &b_tiers[0]}};
        if (!first)
            std::swap(tiers[0], tiers[1]);
        const auto answer = portfolio(catalogue, tiers, {});
        REQUIRE(answer.has_value());
        CHECK(answer->totals.front().total == Money::from_cents(119'00));
        const std::vector<std::string> notes = notes_for(*answer);
        CHECK(std::ranges::count_if(notes, [](const std::string& note) {
                  return note.contains("is required at different prices");
              }) == 1);
        CHECK_THAT(notes.front(), Catch::Contains("\u20AC7") && Catch::Contains("\u20AC9"));
    }
}

TEST_CASE("two currencies have two totals") {
    const std::array a_tiers{tier("a", flat(100))};
    Schedule a = edition("a-1", "a", a_tiers);
    a.currency = "USD";
    const std::array b_tiers{tier("b", flat(10))};
    const Schedule b = edition("b-1", "b", b_tiers);
    const Catalogue catalogue{{&a, &b}};
    const std::array tiers{TierRef{&a, &a_tiers[0]}, TierRef{&b, &b_tiers[0]}};
    const auto answer = portfolio(catalogue, tiers, {});
    REQUIRE(answer.has_value());
    REQUIRE(answer->totals.size() == 2);
    CHECK(answer->totals[0].total == Money::from_cents(100'00));
    CHECK(answer->totals[1].currency == "EUR");
    CHECK(answer->totals[1].total == Money::from_cents(10'00));
}
