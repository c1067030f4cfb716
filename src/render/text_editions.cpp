// Floor 2: the replies about several editions in text: the list, what a check found, and what differs.
#include "render/phrases.h"
#include "render/proof.h"
#include "render/text.h"
#include "text/finding.h"
#include "text/width.h"
#include "text/words.h"

namespace ptf_fees::render {

namespace {

/// The edition that followed, or the day on which terms that nobody kept did.
std::string replaced_by(const Schedule& schedule, const Schedule* successor) {
    if (successor != nullptr)
        return std::string{successor->id};
    return schedule.until ? "unknown terms, " + text::iso(*schedule.until) : std::string{};
}

} // namespace

void write_text(Page& page, const ScheduleListReply& reply) {
    Table table{.columns = {{.title = "Edition"}, {.title = "From"}, {.title = "Replaced by"}, {.folds = true}}};
    bool inexact = false;
    std::string_view foundation;
    for (const Schedule* schedule : reply.editions) {
        if (foundation != schedule->foundation) {
            foundation = schedule->foundation;
            table.rows.push_back({.cells = {{std::string{schedule->name} + " (" + std::string{foundation} + ")"}},
                                  .kind = TableRow::Kind::heading});
        }
        const Schedule* successor = reply.catalogue.successor(*schedule);
        const bool is_default = reply.catalogue.default_edition(schedule->foundation) == schedule;
        inexact = inexact || !schedule->effective_exact;
        table.rows.push_back({.cells = {{std::string{schedule->id}, is_default ? Paint::bold : Paint::plain},
                                        {text::iso(schedule->effective) + (schedule->effective_exact ? "" : " *")},
                                        {replaced_by(*schedule, successor)},
                                        {is_default ? "default" : ""}}});
    }
    page.table(table);
    if (inexact) {
        page.blank();
        page.paragraph("* The first day on which these terms were seen; they may be older.", Paint::dim);
    }
}

void write_text(Page& page, const CheckReply& reply) {
    for (const Finding& finding : reply.findings) {
        page.verbatim(text::to_text(finding));
        page.blank();
    }
    // One line a file, however long, as compilers do: it is read by grep as often as by people.
    for (const std::string& proof : proofs(reply))
        page.verbatim(text::printable(proof) + "\n");
    if (!reply.findings.empty())
        page.paragraph(text::counted(std::ssize(reply.files), "file", "files") + ": " +
                           counts_words(count(reply.findings)) + ".",
                       Paint::bold);
}

void write_text(Page& page, const DiffReply& reply) {
    page.paragraph(diff_heading(reply), Paint::bold);
    Table table{.columns = {{.wraps = true}, {.wraps = true}, {}, {.wraps = true}}};
    std::string_view topic;
    for (const Difference& difference : reply.differences) {
        if (topic != name_of(difference.topic)) {
            topic = name_of(difference.topic);
            table.rows.push_back({.cells = {{capitalized(topic)}}, .kind = TableRow::Kind::heading});
        }
        table.rows.push_back({.cells = {{difference.subject},
                                        {difference.before.empty() ? "(none)" : difference.before},
                                        {"->"},
                                        {difference.after.empty() ? "(none)" : difference.after}}});
    }
    if (!reply.differences.empty()) {
        page.blank();
        page.table(table);
    }
    if (const std::string same = same_fees_sentence(reply); !same.empty()) {
        page.blank();
        page.paragraph(same);
    }
}

} // namespace ptf_fees::render
