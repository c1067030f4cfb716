// Floor 3: ptf-fees quote.
#include "cli/quote.h"

#include "cli/command.h"
#include "cli/select.h"

#include <algorithm>
#include <memory>

namespace ptf_fees::cli {
namespace {

/// The exit code for one tier's answer.
Exit exit_for(Status status) {
    switch (status) {
    case Status::quoted:
        return Exit::answered;
    case Status::ineligible:
        return Exit::answered_no;
    case Status::unstated:
    case Status::unpublished:
        return Exit::not_stated;
    case Status::needs_employees:
    case Status::needs_revenue:
    case Status::out_of_range:
        break;
    }
    return Exit::could_not_start;
}

/// Side by side: fine if any tier is quoted, else what the first one says.
Exit exit_for(const std::vector<TierQuote>& quotes) {
    const bool any = std::ranges::any_of(quotes, [](const TierQuote& quote) { return quote.price.total.has_value(); });
    return any ? Exit::answered : exit_for(quotes.front().price.status);
}

Exit exit_for(const Needs& needs) {
    if (!needs.met.empty())
        return exit_for(needs.met);
    return needs.unstated.empty() ? Exit::answered_no : Exit::not_stated;
}

std::expected<std::vector<TierQuote>, Failure> quotes_of(const Selection& selection, const Inquiry& inquiry,
                                                         const Tier* only) {
    std::vector<TierQuote> quotes;
    for (const Tier& tier : selection.schedule->tiers) {
        if (only != nullptr && &tier != only)
            continue;
        auto answer = quote(selection.catalogue, *selection.schedule, tier, inquiry);
        if (!answer)
            return std::unexpected(Failure{Exit::not_stated, "no-edition", answer.error().message});
        quotes.push_back(std::move(*answer));
    }
    return quotes;
}

/// The sentence on stderr where a figure is missing and so no answer could be given.
std::string complaint_for(const Outcome& outcome, const document::QuoteReply& reply) {
    if (outcome.exit != Exit::could_not_start)
        return {};
    const auto& quotes = reply.quotes;
    const Status status = quotes.front().price.status;
    std::string option = status == Status::needs_employees ? ": give --employees N"
                         : status == Status::needs_revenue ? ": give --revenue N"
                                                           : "";
    return quotes.front().reason + option;
}

} // namespace

Result answer(const QuoteOptions& options) {
    if (options.tier && options.need)
        return refuse("bad-value", "--tier names one tier and --need chooses among all", "leave one of the two out");
    auto selection = select_schedule(options.schedule);
    if (!selection)
        return std::unexpected(selection.error());
    auto inquiry = inquiry_from(options.organization, selection->catalogue);
    if (!inquiry)
        return std::unexpected(inquiry.error());
    inquiry->as_of = selection->as_of;

    document::QuoteReply reply{.edition = selection->edition(), .inquiry = *inquiry, .explain = options.explain};
    const Tier* only = nullptr;
    if (options.tier) {
        const auto tier = select_tier(*selection, *options.tier);
        if (!tier)
            return std::unexpected(tier.error());
        only = *tier;
        reply.one_tier = true;
    }
    auto quotes = quotes_of(*selection, *inquiry, only);
    if (!quotes)
        return std::unexpected(quotes.error());
    reply.quotes = std::move(*quotes);
    Exit exit = exit_for(reply.quotes);

    if (options.need) {
        auto needed = select_benefits(*selection, *options.need);
        if (!needed)
            return std::unexpected(needed.error());
        reply.needed = std::move(*needed);
        reply.needs = tiers_with(*selection->schedule, std::move(reply.quotes), reply.needed);
        reply.quotes = reply.needs->met;
        exit = exit_for(*reply.needs);
    }
    reply.notes = notes_for(*selection->schedule, reply.quotes);

    Outcome outcome{.reply = {}, .exit = exit, .notes = reply.notes, .warnings = std::move(selection->warnings)};
    outcome.complaint = complaint_for(outcome, reply);
    outcome.catalogue = selection->catalogue;
    outcome.reply = std::move(reply);
    return outcome;
}

void add_quote(Parser& app, Chosen& chosen) {
    auto options = std::make_shared<QuoteOptions>();
    app.add_option("--tier", options->tier, "ID", "Tier by id or name; all of them if left out");
    add_figures(app, options->organization);
    add_org_type(app, options->organization);
    add_memberships(app, options->organization);
    app.add_option("--need", options->need, "BENEFIT[,BENEFIT]",
                   "Only the tiers that give all of these benefits, cheapest first");
    app.add_flag("--explain", options->explain, "Show the source of every line and the figures as published");
    add_schedule(app, options->schedule);
    add_output(app, chosen.output);
    chosen.answer = [options] { return answer(*options); };
}

} // namespace ptf_fees::cli
