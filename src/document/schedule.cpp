// Floor 2: the schedules themselves as documents: the list, one edition, what a check found, what differs.
#include "document/answers.h"
#include "document/counted.h"
#include "document/merged.h"
#include "document/phrases.h"
#include "document/pieces.h"
#include "document/proof.h"
#include "text/decimal.h"
#include "text/finding.h"
#include "text/width.h"
#include "text/words.h"

namespace ptf_fees::document {
namespace {

/// The edition that followed, or the day on which terms that no copy has did.
std::string replaced_by(const Schedule& schedule, const std::optional<Catalogue::Entry>& successor) {
    if (successor)
        return std::string{successor->id};
    return schedule.until ? "unknown terms, " + text::iso(*schedule.until) : std::string{};
}

void add_scale(Document& document, const Charge& charge, std::string_view currency) {
    const BandedFee* fee = scale_of(charge.fee);
    if (fee == nullptr)
        return;
    Grid grid{.caption = membership_name(charge),
              .columns = {{.title = capitalized(name_of(fee->by))},
                          {.title = membership_name(charge), .align = Align::right, .wraps = true}}};
    for (std::size_t i = 0; i < fee->bands.size(); ++i)
        grid.rows.push_back({.cells = {{band_figures(range_of(*fee, i), currency)},
                                       {text::for_people(fee->bands[i].amount, currency)}}});
    document.gap();
    document.add(std::move(grid));
}

void add_prices(Document& document, const TierTable& table, const Schedule& schedule) {
    if (!table.two_dimensional) {
        if (table.rows.size() == 1 && table.resolved.charges.size() == 1)
            return;
        document.gap();
        if (auto chart = step_chart(table, schedule))
            document.add(std::move(*chart));
        document.add(merged_grid(table, schedule));
        return;
    }
    document.gap();
    document.say("The total depends on employees and on revenue; each charge has its own scale.", Tone::plain, 2);
    for (const Charge& charge : table.resolved.charges)
        add_scale(document, charge, schedule.currency);
}

Grid differences_grid(const DiffReply& reply) {
    Grid grid{.caption = "From " + std::string{reply.before->id} + " to " + std::string{reply.after->id},
              .columns = {{.title = "What", .wraps = true},
                          {.title = "Before", .wraps = true},
                          {.title = "After", .wraps = true}}};
    const auto cell = [](const std::string& words) { return Cell{words.empty() ? "(none)" : words}; };
    std::string_view topic;
    for (const Difference& difference : reply.differences) {
        if (topic != name_of(difference.topic)) {
            topic = name_of(difference.topic);
            grid.rows.push_back({.cells = {{capitalized(topic)}}, .kind = Row::Kind::heading});
        }
        grid.rows.push_back({.cells = {{difference.subject}, cell(difference.before), cell(difference.after)}});
    }
    return grid;
}

} // namespace

Document document_of(const ScheduleListReply& reply, Scope) {
    Grid grid{.caption = "The editions of each foundation's terms",
              .columns = {{.title = "Edition"}, {.title = "From"}, {.title = "Replaced by"}, {.folds = true}}};
    bool inexact = false;
    std::string_view foundation;
    for (const Schedule* schedule : reply.editions) {
        if (foundation != schedule->foundation) {
            foundation = schedule->foundation;
            grid.rows.push_back({.cells = {{std::string{schedule->name} + " (" + std::string{foundation} + ")"}},
                                 .kind = Row::Kind::heading});
        }
        const bool is_default = reply.catalogue.default_edition(schedule->foundation) == schedule;
        inexact = inexact || !schedule->effective_exact;
        grid.rows.push_back({.cells = {{std::string{schedule->id}, is_default ? Tone::strong : Tone::plain},
                                       {text::iso(schedule->effective) + (schedule->effective_exact ? "" : " *")},
                                       {replaced_by(*schedule, reply.catalogue.successor(*schedule))},
                                       {is_default ? "default" : ""}}});
    }
    Document document{.title = "Fee schedules"};
    document.add(std::move(grid));
    if (inexact) {
        document.gap();
        document.say("* The first day on which these terms were seen; they may be older.", Tone::faint);
    }
    return document;
}

Document document_of(const ScheduleShowReply& reply, Scope) {
    const Schedule& schedule = *reply.edition.schedule;
    Document document{.title = std::string{schedule.name} + ": " + std::string{schedule.title}};
    add_terms(document, reply.edition);
    document.add(Title{});
    document.gap();
    document.add(Facts{edition_facts(reply.edition)});
    for (const TierTable& table : reply.tables) {
        document.add(Heading{std::string{table.tier->name}});
        document.add(Facts{tier_facts(table, schedule)});
        add_prices(document, table, schedule);
    }
    if (!schedule.benefits.empty()) {
        document.add(Heading{"Benefits"});
        add_matrix(document, schedule);
    }
    document.add(Heading{"Sources"});
    for (const Source& source : schedule.sources)
        add_source(document, source);
    add_notes(document, {schedule.notes.begin(), schedule.notes.end()});
    std::vector<Charge> charges;
    for (const TierTable& table : reply.tables)
        charges.insert(charges.end(), table.resolved.charges.begin(), table.resolved.charges.end());
    name_the_count(document, schedule, charges);
    return document;
}

Document document_of(const CheckReply& reply, Scope scope) {
    Document document{.title = "Check: " + counts_words(count(reply.findings))};
    for (const Finding& finding : reply.findings) {
        if (scope == Scope::page && &finding == &reply.findings.front())
            document.add(Heading{"Findings"});
        document.add(Verbatim{text::to_text(finding)});
        document.gap();
    }
    // One line a file, however long, as compilers do: it is read by grep as often as by people.
    const std::vector<std::string> proved = proofs(reply);
    if (scope == Scope::page && !proved.empty())
        document.add(Heading{"What was proved"});
    for (const std::string& proof : proved)
        document.add(Verbatim{text::printable(proof) + "\n"});
    if (!reply.findings.empty())
        document.say(text::counted(std::ssize(reply.files), "file", "files") + ": " +
                         counts_words(count(reply.findings)) + ".",
                     Tone::strong);
    return document;
}

Document document_of(const DiffReply& reply, Scope) {
    Document document{.title = diff_heading(reply)};
    document.add(Title{});
    if (!reply.differences.empty()) {
        document.gap();
        document.add(differences_grid(reply));
    }
    if (std::string same = same_fees_sentence(reply); !same.empty()) {
        document.gap();
        document.say(std::move(same));
    }
    return document;
}
Document document_of(const Reply& reply, Scope scope) {
    return std::visit([=](const auto& answer) { return document_of(answer, scope); }, reply);
}

} // namespace ptf_fees::document
