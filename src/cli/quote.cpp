// Floor 3: ptf-fees quote.
#include "cli/quote.h"

#include "cli/command.h"
#include "cli/parser.h"
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
        auto quoted = quote(selection.catalogue, *selection.schedule, tier, inquiry);
        if (!quoted)
            return std::unexpected(Failure{Exit::not_stated, "no-edition", quoted.error().message});
        quotes.push_back(std::move(*quoted));
    }
    return quotes;
}

/// The sentence on stderr where a figure is missing and so no answer could be given.
std::string complaint_for(Status status, const std::string& reason) {
    const std::string option = status == Status::needs_employees ? ": give --employees N"
                               : status == Status::needs_revenue ? ": give --revenue N"
                                                                 : "";
    return reason + option;
}

/// Two tiers of one foundation, or one twice, are not a portfolio.
std::optional<Failure> same_foundation(std::span<const TierRef> tiers) {
    for (std::size_t i = 0; i < tiers.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            if (tiers[i].schedule->foundation != tiers[j].schedule->foundation)
                continue;
            const std::string first{tiers[j].tier->id};
            const std::string second{tiers[i].tier->id};
            const std::string foundation{tiers[i].schedule->foundation};
            return refusal(
                "bad-value",
                first == second ? "--tier names " + foundation + "/" + first + " twice"
                                : "--tier names two tiers of " + foundation + ", " + first + " and " + second,
                first == second ? "leave one of the two out"
                                : "leave one of the two out; without --tier all tiers are shown side by side");
        }
    return std::nullopt;
}

Result run_portfolio(const QuoteOptions& options) {
    auto selected = select_tiers(options.tiers, options.schedule);
    if (!selected)
        return std::unexpected(selected.error());
    if (auto failure = same_foundation(selected->tiers))
        return std::unexpected(std::move(*failure));
    auto inquiry = inquiry_from(options.organization, selected->catalogue);
    if (!inquiry)
        return std::unexpected(inquiry.error());
    inquiry->as_of = selected->as_of;
    auto priced = portfolio(selected->catalogue, selected->tiers, *inquiry);
    if (!priced)
        return std::unexpected(Failure{Exit::not_stated, "no-edition", priced.error().message});

    document::PortfolioReply reply{.inquiry = *inquiry, .explain = options.explain};
    for (const TierRef& tier : selected->tiers)
        reply.editions.push_back(edition_in(selected->catalogue, *tier.schedule));
    reply.portfolio = std::move(*priced);
    reply.notes = notes_for(reply.portfolio);
    const auto& memberships = reply.portfolio.memberships;
    const auto open = std::ranges::find_if(
        memberships, [](const PortfolioMembership& membership) { return membership.status != Status::quoted; });
    Outcome outcome{.reply = {}, .notes = reply.notes, .warnings = std::move(selected->warnings)};
    if (open != memberships.end()) {
        outcome.exit = exit_for(open->status);
        if (outcome.exit == Exit::could_not_start)
            outcome.complaint = complaint_for(open->status, open->reason);
    }
    outcome.catalogue = std::move(selected->catalogue);
    outcome.reply = std::move(reply);
    return outcome;
}

} // namespace

Result answer(const QuoteOptions& options) {
    if (!options.tiers.empty() && options.need)
        return refuse("bad-value", "--tier names a tier and --need chooses among all", "leave one of the two out");
    if (options.tiers.size() > 1)
        return run_portfolio(options);
    auto selected =
        select_edition(options.tiers.empty() ? std::nullopt : std::optional{options.tiers.front()}, options.schedule);
    if (!selected)
        return std::unexpected(selected.error());
    auto& [selection, only] = *selected;
    auto inquiry = inquiry_from(options.organization, selection.catalogue);
    if (!inquiry)
        return std::unexpected(inquiry.error());
    inquiry->as_of = selection.as_of;

    document::QuoteReply reply{.edition = selection.edition(),
                               .inquiry = *inquiry,
                               .one_tier = only != nullptr,
                               .type_assumed = !options.organization.org_type,
                               .explain = options.explain};
    auto quotes = quotes_of(selection, *inquiry, only);
    if (!quotes)
        return std::unexpected(quotes.error());
    reply.quotes = std::move(*quotes);
    Exit exit = exit_for(reply.quotes);

    if (options.need) {
        auto needed = select_benefits(selection, *options.need);
        if (!needed)
            return std::unexpected(needed.error());
        reply.needed = std::move(*needed);
        reply.needs = tiers_with(*selection.schedule, std::move(reply.quotes), reply.needed);
        reply.quotes = reply.needs->met;
        exit = exit_for(*reply.needs);
    }
    reply.notes = notes_for(*selection.schedule, reply.quotes);
    if (only != nullptr) {
        const auto list = member_list(options.schedule, selection.catalogue, selection.schedule->foundation);
        if (!list)
            return std::unexpected(list.error());
        if (*list != nullptr)
            if (std::string note = member_count_note(**list, *selection.schedule, *only); !note.empty())
                reply.notes.push_back(std::move(note));
    }

    Outcome outcome{.reply = {}, .exit = exit, .notes = reply.notes, .warnings = std::move(selection.warnings)};
    if (exit == Exit::could_not_start)
        outcome.complaint = complaint_for(reply.quotes.front().price.status, reply.quotes.front().reason);
    outcome.catalogue = std::move(selection.catalogue);
    outcome.reply = std::move(reply);
    return outcome;
}

void add_quote(CLI::App& app, Action& action) {
    auto options = std::make_shared<QuoteOptions>();
    add_option(app, "--tier", options->tiers, "[FOUNDATION/]ID",
               "Tier by id or name, of {tiers}; several add up; all of them side by side if left out");
    add_figures(app, options->organization);
    add_org_type(app, options->organization);
    add_memberships(app, options->organization);
    add_option(app, "--need", options->need, "BENEFIT[,BENEFIT]",
               "Only the tiers that give all of these benefits, cheapest first");
    add_flag(app, "--explain", options->explain, "Show the source of every line and the figures as published");
    add_schedule(app, options->schedule);
    add_output(app, action.output);
    action.answer = [options] { return answer(*options); };
}

} // namespace ptf_fees::cli
