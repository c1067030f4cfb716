// Floor 2: several memberships as one document: an invoice of what each foundation charges and what they require, once;
// what each membership adds, what is saved, and what would change the total.
#include "document/answers.h"
#include "document/phrases.h"
#include "document/pieces.h"
#include "text/decimal.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::document {
namespace {

class PortfolioTeller {
public:
    PortfolioTeller(const PortfolioReply& reply, Scope scope)
        : reply_{reply}, portfolio_{reply.portfolio}, page_{scope == Scope::page} {
        for (const PortfolioMembership& membership : portfolio_.memberships)
            quotes_.push_back(membership.alone);
        period_ = "per " + std::string{reply.editions.front().schedule->period};
    }

    Document told() {
        document_.title = text::counted(std::ssize(quotes_), "membership", "memberships") +
                          organization_words(reply_.inquiry, quotes_, portfolio_.totals.front().currency);
        for (std::size_t i = 0; i < quotes_.size(); ++i)
            document_.add(Terms{named_terms_line(reply_.editions[i]), reply_.editions[i].replaced()});
        document_.gap();
        document_.add(Title{});
        document_.gap();
        if (page_)
            add_results();
        add_reasons();
        add_charges();
        add_parts();
        add_changes();
        if (page_)
            add_sources();
        add_notes(document_, reply_.notes);
        return std::move(document_);
    }

private:
    [[nodiscard]] std::string name_of_tier(std::size_t i) const {
        return membership_name(portfolio_.lines[i].quoted.charge); // own fees come first
    }

    void add_results() {
        for (const PortfolioTotal& sum : portfolio_.totals)
            if (sum.total)
                document_.add(Result{text::for_people(*sum.total, sum.currency),
                                     period_ + (sum.complete ? "" : ", of those that are quoted")});
    }

    void add_reasons() {
        for (std::size_t i = 0; i < quotes_.size(); ++i)
            if (const std::string& reason = portfolio_.memberships[i].reason; !reason.empty())
                document_.say(name_of_tier(i) + " is not quoted. " + ended(reason));
        for (const PortfolioTotal& sum : portfolio_.totals)
            if (sum.lowest)
                document_.say("All of them together cost " + text::for_people(*sum.lowest, sum.currency) +
                              " at least and " + text::for_people(*sum.highest, sum.currency) + " at most " + period_ +
                              ".");
        document_.gap();
    }

    /// "500 to 999 employees; required by CNCF Silver".
    [[nodiscard]] std::string remark_on(const PortfolioLine& line, std::size_t index) const {
        std::string remark = remark_words(line.quoted.line, line.quoted.charge.schedule->currency);
        if (index < quotes_.size() && portfolio_.memberships[index].status != Status::quoted)
            remark = status_words(portfolio_.memberships[index].status, reply_.inquiry.organization.type);
        if (const std::string by = requiring_tiers(portfolio_, line); !by.empty())
            remark += (remark.empty() ? "required by " : "; required by ") + by;
        return remark;
    }

    void add_charges() {
        Grid grid{.caption = "What is due " + period_,
                  .columns = {{.title = "Membership"},
                              {.title = "Amount", .align = Align::right, .roomy = 14},
                              {.wraps = true, .folds = true}},
                  .bare = true};
        for (std::size_t i = 0; i < portfolio_.lines.size(); ++i) {
            const PortfolioLine& line = portfolio_.lines[i];
            const std::string_view currency = line.quoted.charge.schedule->currency;
            const bool unquoted = i < quotes_.size() && portfolio_.memberships[i].status != Status::quoted;
            grid.rows.push_back(
                {.cells = {{membership_name(line.quoted.charge)},
                           {unquoted ? price_words({.status = portfolio_.memberships[i].status}, currency)
                                     : amount_words(line.quoted.line, currency)},
                           {remark_on(line, i)}},
                 .details = reply_.explain && !page_ ? explanation(line.quoted) : std::vector<Detail>{}});
        }
        grid.rows.push_back({.kind = Row::Kind::rule});
        for (const PortfolioTotal& sum : portfolio_.totals)
            grid.rows.push_back(
                {.cells = {
                     {"Total " + period_ + (portfolio_.totals.size() > 1 ? " in " + std::string{sum.currency} : ""),
                      Tone::strong},
                     {sum.total ? text::for_people(*sum.total, sum.currency) : "unknown", Tone::strong},
                     {sum.total && !sum.complete ? "of those that are quoted" : ""}}});
        if (page_)
            document_.add(Heading{"The charges"});
        document_.add(std::move(grid));
        document_.gap();
    }

    /// What each membership adds to the others, beside what it costs alone.
    void add_parts() {
        if (std::ranges::none_of(portfolio_.memberships,
                                 [](const auto& membership) { return membership.adds.has_value(); }))
            return;
        Grid grid{.caption = "What each membership adds",
                  .columns = {{.title = "Membership"},
                              {.title = "Alone", .align = Align::right, .roomy = 12},
                              {.title = "Adds", .align = Align::right, .roomy = 12}}};
        for (std::size_t i = 0; i < quotes_.size(); ++i) {
            const std::string_view currency = reply_.editions[i].schedule->currency;
            const auto& adds = portfolio_.memberships[i].adds;
            grid.rows.push_back({.cells = {{name_of_tier(i)},
                                           {total_words(quotes_[i], currency)},
                                           {adds ? text::for_people(*adds, currency) : "-"}}});
        }
        document_.add(Heading{"What each membership adds"});
        document_.add(std::move(grid));
        document_.gap();
        for (const PortfolioTotal& sum : portfolio_.totals)
            if (sum.saved && *sum.saved != Money{})
                document_.say("Held together they cost " + text::for_people(*sum.saved, sum.currency) + " less " +
                              period_ + " than each of them alone: what they require is paid once.");
    }

    void add_changes() {
        for (const PortfolioChange& change : portfolio_.changes) {
            const std::string condition = change.change.what == Change::What::membership
                                              ? membership_condition(change.change, quotes_)
                                              : capitalized(extent_words(*change.change.range, change.currency));
            document_.say(condition + ": " + text::for_people(change.change.total, change.currency) + " in all, " +
                          delta_words(*change.change.delta, change.currency) + ".");
        }
        document_.gap();
    }

    void add_sources() {
        document_.add(Heading{"Sources"});
        std::vector<const Source*> seen;
        for (const PortfolioLine& line : portfolio_.lines) {
            const Source* const source = line.quoted.line.source;
            if (!line.quoted.line.published.empty())
                document_.say(membership_name(line.quoted.charge) + ": “" + published_words(line.quoted) + "”");
            if (std::ranges::find(seen, source) == seen.end())
                add_source(document_, *source);
            seen.push_back(source);
        }
    }

    const PortfolioReply& reply_;
    const Portfolio& portfolio_;
    std::vector<TierQuote> quotes_; ///< each alone
    std::string period_;
    bool page_;
    Document document_{};
};

} // namespace

Document document_of(const PortfolioReply& reply, Scope scope) {
    return PortfolioTeller{reply, scope}.told();
}

} // namespace ptf_fees::document
