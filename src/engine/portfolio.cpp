// Floor 1, pure: memberships held together. Each tier is resolved as if the others were paid for already; their charges
// are then put together, each membership once. What would change the total is asked of the same function again.
#include "ptf_fees/portfolio.h"

#include "engine/charges.h"
#include "engine/figures.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees {
namespace {

bool is_same(const Charge& a, const Charge& b) {
    return a.schedule->foundation == b.schedule->foundation && a.tier->id == b.tier->id;
}

class Together {
public:
    Together(const Catalogue& catalogue, std::span<const TierRef> tiers, const Inquiry& inquiry)
        : catalogue_{catalogue}, tiers_{tiers}, inquiry_{inquiry} {
        for (const TierRef& tier : tiers)
            portfolio_.day = std::max(portfolio_.day, tier.schedule->effective);
        portfolio_.day = inquiry.as_of.value_or(portfolio_.day);
        inquiry_.as_of = portfolio_.day;
    }

    std::expected<Portfolio, Unresolved> priced() {
        for (const TierRef& asked : tiers_) {
            auto alone = quote(catalogue_, *asked.schedule, *asked.tier, inquiry_);
            if (!alone)
                return std::unexpected(std::move(alone.error()));
            portfolio_.memberships.push_back({.alone = std::move(*alone)});
        }
        if (auto problem = resolve_each())
            return std::unexpected(std::move(*problem));
        add_lines();
        add_sums();
        return std::move(portfolio_);
    }

private:
    [[nodiscard]] const Organization& organization() const { return inquiry_.organization; }
    [[nodiscard]] bool is_quoted(std::size_t i) const { return portfolio_.memberships[i].status == Status::quoted; }

    /// What the tiers other than the one at `index` pay for: themselves and what they bundle.
    [[nodiscard]] std::vector<TierRef> paid_beside(std::size_t index) const {
        std::vector<TierRef> paid;
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            if (i == index || !is_quoted(i))
                continue;
            paid.push_back(tiers_[i]);
            for (const MembershipRef& bundled : tiers_[i].tier->bundles)
                for (const QuoteLine& line : portfolio_.memberships[i].alone.lines)
                    if (line.charge.schedule->foundation == bundled.foundation && line.charge.tier->id == bundled.tier)
                        paid.push_back({line.charge.schedule, line.charge.tier});
        }
        return paid;
    }

    /// A tier that is not quoted pays for nothing: then the others are resolved again without it.
    std::optional<Unresolved> resolve_each() {
        for (bool again = true; again;) {
            again = false;
            resolved_.clear();
            for (std::size_t i = 0; i < tiers_.size(); ++i) {
                auto resolved = resolve(catalogue_, *tiers_[i].schedule, *tiers_[i].tier, inquiry_.member_of,
                                        inquiry_.as_of, paid_beside(i));
                if (!resolved)
                    return std::move(resolved.error());
                resolved_.push_back(std::move(*resolved));
            }
            for (std::size_t i = 0; i < tiers_.size(); ++i) {
                const Price there = price(resolved_[i], organization());
                again = again || (is_quoted(i) && !there.total);
                portfolio_.memberships[i].status = there.status;
                portfolio_.memberships[i].reason = reason_for(resolved_[i], organization(), there);
            }
        }
        return std::nullopt;
    }

    void add_lines() {
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            const Charge& own = resolved_[i].charges.front();
            portfolio_.lines.push_back({.quoted = {own, line_for(own, organization())}});
            if (!is_quoted(i))
                portfolio_.lines.back().quoted.line.amount = std::nullopt;
        }
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            if (!is_quoted(i))
                continue;
            for (const Charge& charge : std::span{resolved_[i].charges}.subspan(1))
                add_line(charge, i);
        }
        for (std::size_t i = 0; i < tiers_.size(); ++i)
            if (is_quoted(i))
                note_what_is_met(i);
    }

    void add_line(const Charge& charge, std::size_t by) {
        const auto known = std::ranges::find_if(
            portfolio_.lines, [&](const PortfolioLine& line) { return is_same(line.quoted.charge, charge); });
        const bool required = charge.kind != ChargeKind::included;
        if (known == portfolio_.lines.end()) {
            portfolio_.lines.push_back({.quoted = {charge, line_for(charge, organization())}});
            if (required)
                portfolio_.lines.back().required_by.push_back(by);
            return;
        }
        if (required)
            known->required_by.push_back(by);
        Charge& held = known->quoted.charge;
        if (held.kind == ChargeKind::required && charge.kind == ChargeKind::required) {
            add_price(held, charge.fee, charge.own_price);
            for (const Fee& other : charge.other_prices)
                add_price(held, other, true);
        } else if (charge.kind < held.kind) { // what is paid for goes before what is not
            held = charge;
        } else {
            return;
        }
        known->quoted.line = line_for(held, organization());
    }

    /// What the tier at `index` would have to pay for alone and another tier of the portfolio has.
    void note_what_is_met(std::size_t index) {
        for (const QuoteLine& line : portfolio_.memberships[index].alone.lines) {
            const bool required = line.charge.kind == ChargeKind::required || line.charge.kind == ChargeKind::waived;
            if (!required || std::ranges::any_of(resolved_[index].charges,
                                                 [&](const Charge& charge) { return is_same(charge, line.charge); }))
                continue;
            for (PortfolioLine& other : portfolio_.lines) {
                const bool meets =
                    other.quoted.charge.schedule->foundation == line.charge.schedule->foundation &&
                    (other.quoted.charge.kind == ChargeKind::own || other.quoted.charge.kind == ChargeKind::included);
                if (meets && (other.required_by.empty() || other.required_by.back() < index))
                    other.required_by.push_back(index);
            }
        }
    }

    PortfolioTotal& total_in(std::string_view currency) {
        const auto known = std::ranges::find(portfolio_.totals, currency, &PortfolioTotal::currency);
        return known == portfolio_.totals.end() ? portfolio_.totals.emplace_back(PortfolioTotal{.currency = currency})
                                                : *known;
    }

    void add_sums() {
        for (std::size_t i = 0; i < tiers_.size(); ++i)
            total_in(tiers_[i].schedule->currency).complete &= is_quoted(i);
        for (std::size_t i = 0; i < tiers_.size(); ++i)
            if (is_quoted(i))
                add_membership(i);
        for (const PortfolioLine& line : portfolio_.lines)
            if (line.quoted.charge.kind == ChargeKind::required) {
                PortfolioTotal& sum = total_in(line.quoted.charge.schedule->currency);
                sum.prerequisite = sum.prerequisite.value_or(Money{}) + *line.quoted.line.amount;
            }
        for (PortfolioTotal& sum : portfolio_.totals) {
            if (!sum.membership)
                continue;
            sum.total = *sum.membership + sum.prerequisite.value_or(Money{});
            sum.prerequisite = *sum.total - *sum.membership;
            sum.saved = saved_in(sum);
        }
    }

    void add_membership(std::size_t index) {
        Money adds = *portfolio_.lines[index].quoted.line.amount;
        PortfolioTotal& sum = total_in(tiers_[index].schedule->currency);
        sum.membership = sum.membership.value_or(Money{}) + adds;
        for (const PortfolioLine& line : portfolio_.lines)
            if (line.quoted.charge.kind == ChargeKind::required && line.required_by == std::vector{index})
                adds = adds + *line.quoted.line.amount;
        portfolio_.memberships[index].adds = adds;
    }

    [[nodiscard]] std::optional<Money> saved_in(const PortfolioTotal& sum) const {
        Money alone;
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            if (!is_quoted(i) || tiers_[i].schedule->currency != sum.currency)
                continue;
            const auto& total = portfolio_.memberships[i].alone.price.total;
            if (!total)
                return std::nullopt;
            alone = alone + *total;
        }
        return alone - *sum.total;
    }

    const Catalogue& catalogue_;
    std::span<const TierRef> tiers_;
    Inquiry inquiry_;
    Portfolio portfolio_;
    std::vector<ResolvedTier> resolved_; ///< of each tier, as if what the others pay for were met
};

/// All that decides the price of the tiers, as one: for the breakpoints that they have between them.
ResolvedTier merged(const Portfolio& portfolio) {
    ResolvedTier all;
    for (const PortfolioLine& line : portfolio.lines)
        all.charges.push_back(line.quoted.charge);
    for (const PortfolioMembership& membership : portfolio.memberships)
        if (membership.status != Status::quoted) // its requirements are not among the lines
            for (const QuoteLine& line : membership.alone.lines)
                all.charges.push_back(line.charge);
    return all;
}

class Changes {
public:
    Changes(const Catalogue& catalogue, std::span<const TierRef> tiers, const Inquiry& inquiry, Portfolio& here)
        : catalogue_{catalogue}, tiers_{tiers}, inquiry_{inquiry}, here_{here} {}

    void add() {
        for (const Basis by : {Basis::employees, Basis::revenue})
            add_neighbours(by);
        std::vector<std::string_view> asked;
        for (const PortfolioLine& line : here_.lines) {
            const std::string_view foundation = line.quoted.charge.schedule->foundation;
            if (line.quoted.charge.kind != ChargeKind::required || std::ranges::find(asked, foundation) != asked.end())
                continue;
            asked.push_back(foundation);
            Inquiry other = inquiry_;
            other.member_of = with_membership(other.member_of, foundation, true);
            compare(other, {.what = Change::What::membership, .foundation = foundation, .member = true});
        }
    }

private:
    void add_neighbours(Basis by) {
        const auto known = figure(inquiry_.organization, by);
        const std::vector<std::int64_t> from = breakpoints(merged(here_), by);
        if (!known || from.empty())
            return;
        const auto above = known->to ? std::ranges::upper_bound(from, *known->to) : from.end();
        const auto first = std::ranges::upper_bound(from, known->from);
        if (first - from.begin() > 1)
            compare_at(by, {by, *(first - 2), *(first - 1) - 1}, Change::What::below);
        if (above != from.end())
            compare_at(by, {by, *above, above + 1 == from.end() ? std::nullopt : std::optional{*(above + 1) - 1}},
                       Change::What::above);
    }

    void compare_at(Basis by, const BandRange& range, Change::What what) {
        Inquiry other = inquiry_;
        other.organization = with_figure(other.organization, by, range.from);
        compare(other, {.what = what, .range = range});
    }

    void compare(const Inquiry& other, const Change& change) {
        const auto there = Together{catalogue_, tiers_, other}.priced();
        if (!there)
            return;
        for (std::size_t i = 0; i < here_.totals.size(); ++i) {
            const PortfolioTotal& before = here_.totals[i];
            const PortfolioTotal& after = there->totals[i];
            if (!before.complete || !after.complete || before.total == after.total)
                continue;
            PortfolioChange found{change, before.currency};
            found.change.total = *after.total;
            found.change.delta = *after.total - *before.total;
            here_.changes.push_back(found);
        }
    }

    const Catalogue& catalogue_;
    std::span<const TierRef> tiers_;
    const Inquiry& inquiry_;
    Portfolio& here_;
};

/// The lowest and the highest total of a figure that is a range.
void add_extremes(const Catalogue& catalogue, std::span<const TierRef> tiers, const Inquiry& inquiry, Portfolio& here) {
    const bool open = std::ranges::any_of(here.memberships, [](const PortfolioMembership& membership) {
        return membership.status == Status::needs_employees || membership.status == Status::needs_revenue;
    });
    if (!open)
        return;
    const std::vector<Organization> cases = cases_of(merged(here), inquiry.organization);
    if (cases.size() < 2)
        return;
    for (const Organization& one : cases) {
        Inquiry exact = inquiry;
        exact.organization = one;
        const auto there = Together{catalogue, tiers, exact}.priced();
        for (std::size_t i = 0; there && i < here.totals.size(); ++i) {
            const PortfolioTotal& total = there->totals[i];
            if (!total.complete)
                continue;
            here.totals[i].lowest = std::min(here.totals[i].lowest.value_or(*total.total), *total.total);
            here.totals[i].highest = std::max(here.totals[i].highest.value_or(*total.total), *total.total);
        }
    }
}

} // namespace

std::vector<std::string> notes_for(const Portfolio& portfolio) {
    std::vector<std::vector<std::string>> each;
    for (std::size_t i = 0; i < portfolio.memberships.size(); ++i)
        each.push_back(notes_for(*portfolio.lines[i].quoted.charge.schedule, {&portfolio.memberships[i].alone, 1}));
    std::vector<std::string> notes;
    for (const PortfolioLine& line : portfolio.lines)
        if (std::string note = prices_note(line.quoted.charge); !note.empty())
            notes.push_back(std::move(note));
    for (std::size_t i = 0; i < each.size(); ++i)
        for (const std::string& note : each[i]) {
            if (std::ranges::find(notes, note) != notes.end())
                continue;
            const bool shared = std::ranges::all_of(
                each, [&](const auto& of_one) { return std::ranges::find(of_one, note) != of_one.end(); });
            if (!shared)
                notes.push_back(std::string{text::without_article(portfolio.lines[i].quoted.charge.schedule->name)} +
                                ": " + note);
            else if (i == 0)
                notes.push_back(note);
        }
    return notes;
}

std::expected<Portfolio, Unresolved> portfolio(const Catalogue& catalogue, std::span<const TierRef> tiers,
                                               const Inquiry& inquiry) {
    auto result = Together{catalogue, tiers, inquiry}.priced();
    if (!result)
        return result;
    Changes{catalogue, tiers, inquiry, *result}.add();
    add_extremes(catalogue, tiers, inquiry, *result);
    return result;
}

} // namespace ptf_fees
