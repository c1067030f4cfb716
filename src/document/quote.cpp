// Floor 2: a quote as a document: the charges as on an invoice (or the tiers side by side), what would change them, how
// to join, and the notes.
#include "document/answers.h"
#include "document/counted.h"
#include "document/merged.h"
#include "document/phrases.h"
#include "document/pieces.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::document {
namespace {

/// The quote of one reply, told for one scope.
class Teller {
public:
    Teller(const QuoteReply& reply, Scope scope)
        : reply_{reply}, schedule_{*reply.edition.schedule}, currency_{schedule_.currency},
          organization_{reply.inquiry.organization}, page_{scope == Scope::page} {}

    Document told() {
        document_.title = quote_heading(reply_);
        add_terms(document_, reply_.edition);
        document_.add(Title{});
        document_.gap();
        const bool one = reply_.one_tier && !reply_.needs && !reply_.quotes.empty();
        if (one)
            add_one(reply_.quotes.front());
        else
            add_overview();
        if (page_)
            add_background(one ? reply_.quotes.front().tier : nullptr);
        add_notes(document_, reply_.notes);
        return std::move(document_);
    }

private:
    void say_all(const std::vector<std::string>& sentences) {
        for (const std::string& sentence : sentences)
            document_.say(sentence);
    }

    /// Which types the tier is open to: nobody said that it is a company that asks.
    void say_type_assumed(const Tier& tier) {
        std::vector<std::string> open;
        for (const OrgType type : all_org_types)
            if (eligibility(schedule_, tier, type).answer == Answer::yes)
                open.push_back("--org-type " + std::string{name_of(type)});
        if (!open.empty())
            document_.say("A company was assumed; give " + text::listed(open, "or") + " otherwise.");
    }

    /// A heading that only a page needs.
    void add_heading(std::string_view text) {
        if (page_)
            document_.add(Heading{std::string{text}});
    }

    void add_one(const TierQuote& quote) {
        if (page_ && quote.price.total)
            document_.add(Result{total_words(quote, currency_), "per " + std::string{schedule_.period}});
        say_all(short_reasons({&quote, 1}, organization_));
        if (quote.price.status == Status::ineligible) {
            if (reply_.type_assumed)
                say_type_assumed(*quote.tier);
            return;
        }
        document_.gap();
        if (page_)
            add_changes(quote);
        if (quote.bands.empty())
            add_charges(quote);
        else
            add_scale(quote);
        document_.gap();
        if (!page_)
            add_changes(quote);
        add_heading("Joining");
        add_join(document_, quote.tier->join, 0);
    }

    void add_charges(const TierQuote& quote) {
        Grid grid{.caption = "What is due per " + std::string{schedule_.period},
                  .columns = {{.title = "Membership"},
                              {.title = "Amount", .align = Align::right, .roomy = 14},
                              {.wraps = true, .folds = true}},
                  .bare = true};
        for (const QuoteLine& line : quote.lines)
            grid.rows.push_back({.cells = {{membership_name(line.charge)},
                                           {amount_words(line.line, currency_)},
                                           {remark_words(line.line, currency_)}},
                                 .details = reply_.explain && !page_ ? explanation(line) : std::vector<Detail>{}});
        grid.rows.push_back({.kind = Row::Kind::rule});
        grid.rows.push_back({.cells = {{"Total per " + std::string{schedule_.period}, Tone::strong},
                                       {total_words(quote, currency_), Tone::strong},
                                       {}}});
        add_heading("The charges");
        document_.add(std::move(grid));
        document_.gap();
        const auto scale = reply_.explain || page_ ? scale_around(quote, schedule_, organization_) : std::nullopt;
        if (!scale)
            return;
        add_heading("The price by " + std::string{basis_words(scale->by)});
        add_chart(*scale);
        if (page_)
            document_.add(merged_grid(*scale, schedule_, organization_));
    }

    /// Where a figure is missing: what would be paid for each.
    void add_scale(const TierQuote& quote) {
        const TierTable table = quoted_table(quote, schedule_);
        add_heading("The price by " + std::string{basis_words(table.by)});
        if (reply_.explain || page_)
            add_chart(table);
        document_.add(merged_grid(table, schedule_, organization_));
        if (!reply_.explain || page_)
            return;
        document_.gap();
        for (const QuoteLine& line : quote.lines) {
            document_.say(membership_name(line.charge), Tone::plain, 2);
            for (const Detail& detail : explanation(line))
                document_.say(detail.text + detail.url, Tone::faint, 6);
        }
    }

    void add_chart(const TierTable& table) {
        if (auto chart = step_chart(table, schedule_, organization_))
            document_.add(std::move(*chart));
    }

    /// A range that the total depends on and that does not matter here.
    void add_ranges(const TierQuote& quote) {
        for (const BandRange& holds : quote.holds)
            if (const auto known = figure(organization_, holds.by); known && !known->is_exact())
                document_.say("The total is the same for all of " + figure_words(holds.by, *known, currency_) + ".");
    }

    void add_changes(const TierQuote& quote) {
        add_ranges(quote);
        say_all(change_sentences(quote, schedule_));
        if (std::string commitment = commitment_sentence(quote, schedule_); !commitment.empty())
            document_.say(std::move(commitment));
        document_.gap();
    }

    void add_overview() {
        if (reply_.needs)
            document_.say(need_heading(reply_));
        document_.gap();
        if (!reply_.quotes.empty()) {
            add_tiers();
            document_.say(overview_caption(reply_));
            say_all(overview_sentences(reply_.quotes, schedule_));
            say_all(short_reasons(reply_.quotes, organization_));
        }
        if (reply_.needs)
            say_all(need_sentences(reply_));
        if (page_)
            add_scales();
        else if (reply_.explain && !reply_.quotes.empty())
            add_sources();
    }

    /// The figures that a tier's price is made of, as published, and the id of the source below the table.
    std::vector<Detail> figures_of(const TierQuote& quote) const {
        std::vector<Detail> details;
        for (const QuoteLine& line : quote.lines)
            details.push_back(
                {membership_name(line.charge) + " " + amount_words(line.line, currency_) + ": " +
                 (line.line.published.empty() ? std::string{} : "published as \"" + published_words(line) + "\" in ") +
                 std::string{line.line.source->id}});
        return details;
    }

    void add_tiers() {
        Grid grid{.caption = "The tiers side by side",
                  .columns = {{.title = "Tier", .roomy = 12},
                              {.title = "Membership", .align = Align::right},
                              {.title = "Prerequisites", .align = Align::right},
                              {.title = "Total", .align = Align::right, .roomy = 10},
                              {.title = "Joining", .wraps = true, .least = 22, .folds = true}}};
        for (const TierQuote& quote : reply_.quotes)
            grid.rows.push_back({.cells = {{std::string{quote.tier->name}},
                                           {membership_words(quote, currency_)},
                                           {prerequisite_words(quote, currency_)},
                                           {total_words(quote, currency_), Tone::strong},
                                           {quote.price.status == Status::quoted
                                                ? admission_words(quote.tier->join)
                                                : status_words(quote.price.status, organization_.type)}},
                                 .details = reply_.explain && !page_ ? figures_of(quote) : std::vector<Detail>{}});
        document_.add(std::move(grid));
        document_.gap();
    }

    void add_scales() {
        for (const TierQuote& quote : reply_.quotes) {
            const auto scale = scale_around(quote, schedule_, organization_);
            if (!scale)
                continue;
            document_.add(Heading{std::string{quote.tier->name} + " by " + std::string{basis_words(scale->by)}});
            add_chart(*scale);
            document_.add(merged_grid(*scale, schedule_, organization_));
        }
    }

    void add_sources() {
        document_.add(Heading{"Sources"});
        for (const Source* source : quoted_sources(reply_.quotes)) {
            if (page_)
                say_all(published_in(*source));
            add_source(document_, *source);
        }
    }

    /// The figures that `source` prints, once each.
    std::vector<std::string> published_in(const Source& source) const {
        std::vector<std::string> said;
        for (const TierQuote& quote : reply_.quotes)
            for (const QuoteLine& line : quote.lines)
                if (line.line.source == &source && !line.line.published.empty())
                    said.push_back(membership_name(line.charge) + ": “" + published_words(line) + "”");
        std::ranges::sort(said);
        const auto repeated = std::ranges::unique(said);
        said.erase(repeated.begin(), repeated.end());
        return said;
    }

    /// What a page that is sent on has with it: what membership gives, and where the figures come from.
    void add_background(const Tier* tier) {
        if (!schedule_.benefits.empty()) {
            add_heading("What membership gives");
            add_matrix(document_, schedule_, tier);
        }
        if (!reply_.quotes.empty())
            add_sources();
    }

    const QuoteReply& reply_;
    const Schedule& schedule_;
    std::string_view currency_;
    const Organization& organization_;
    bool page_;
    Document document_{};
};

} // namespace

Document document_of(const QuoteReply& reply, Scope scope) {
    Document document = Teller{reply, scope}.told();
    std::vector<Charge> charges;
    for (const TierQuote& quote : reply.quotes)
        for (const QuoteLine& line : quote.lines)
            charges.push_back(line.charge);
    name_the_count(document, *reply.edition.schedule, charges);
    return document;
}

} // namespace ptf_fees::document
