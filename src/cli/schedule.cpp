// Floor 3: ptf-fees schedule list | show | check | diff.
#include "catalogue/codes.h"
#include "cli/command.h"
#include "cli/parser.h"
#include "cli/select.h"

#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <memory>

namespace ptf_fees::cli {
namespace {

struct ScheduleCommandOptions {
    std::optional<std::string> id{};
    std::optional<std::string> other{};
    std::vector<std::string> files{};
    OrganizationOptions organization{};
    ScheduleOptions schedule{};
};

Result list(const ScheduleCommandOptions& options) {
    const auto loaded = catalogue_from(options.schedule);
    if (!loaded)
        return std::unexpected(loaded.error());
    const Catalogue& catalogue = *loaded->catalogue;
    const std::string only = text::lower(options.id.value_or(""));
    if (options.id && !catalogue.has_foundation(only))
        return std::unexpected(foundation_refused(catalogue, "", *options.id));
    document::ScheduleListReply reply{.catalogue = catalogue,
                                      .editions = options.id ? catalogue.editions(only) : catalogue.schedules()};
    return Outcome{.reply = std::move(reply), .catalogue = catalogue};
}

/// Two figures decide the price where both a headcount and a revenue scale are to be paid.
std::expected<document::TierTable, Failure> table_of(const Selection& selection, const Tier& tier,
                                                     const Memberships& held) {
    auto resolved = resolve(selection.catalogue, *selection.schedule, tier, held, selection.as_of);
    if (!resolved)
        return std::unexpected(Failure{Exit::not_stated, "no-edition", resolved.error().message});
    const bool by_employees = !breakpoints(*resolved, Basis::employees).empty();
    const bool by_revenue = !breakpoints(*resolved, Basis::revenue).empty();
    const Basis by = by_revenue && !by_employees ? Basis::revenue : Basis::employees;
    auto rows = merged_table(*resolved, by);
    return document::TierTable{.tier = &tier,
                               .by = by,
                               .two_dimensional = by_employees && by_revenue,
                               .rows = std::move(rows),
                               .resolved = std::move(*resolved)};
}

Result show(const ScheduleCommandOptions& options) {
    if (options.id && options.schedule.schedule)
        return refuse("bad-value",
                      "the schedule is named twice: " + *options.id + " and --schedule " + *options.schedule.schedule,
                      "leave one of the two out");
    auto selection = options.id ? select_schedule(*options.id, options.schedule) : select_schedule(options.schedule);
    if (!selection)
        return std::unexpected(selection.error());
    const auto held = memberships_from(options.organization, selection->catalogue);
    if (!held)
        return std::unexpected(held.error());
    document::ScheduleShowReply reply{.edition = selection->edition()};
    for (const Tier& tier : selection->schedule->tiers) {
        auto table = table_of(*selection, tier, *held);
        if (!table)
            return std::unexpected(table.error());
        reply.tables.push_back(std::move(*table));
    }
    return Outcome{.reply = std::move(reply),
                   .warnings = std::move(selection->warnings),
                   .catalogue = std::move(selection->catalogue)};
}

/// A schedule is found by its id, a list of members by its foundation: a file that is named otherwise is looked for in
/// vain. `message` says what is in it.
void check_file_name(std::vector<Finding>& findings, const std::string& file, std::string message,
                     std::string_view id) {
    const auto& [code, name, severity, meaning] = catalogue::entry_of(catalogue::Code::file_name_differs);
    const std::filesystem::path path{file};
    if (path.extension() == ".toml" && path.stem() != id)
        findings.push_back({.file = file,
                            .severity = severity,
                            .code = std::string{name},
                            .message = std::move(message),
                            .remedy = "name the file " + std::string{id} + ".toml"});
}

/// Adds what is found in lists of members, whose tiers are those of `catalogue`.
void check_lists(std::vector<ScheduleText> texts, const Catalogue& catalogue, document::CheckReply& reply) {
    for (ScheduleText& text : texts) {
        const std::string file = text.file;
        LoadedMembers loaded = load_members(std::move(text), catalogue);
        std::ranges::move(loaded.findings, std::back_inserter(reply.findings));
        if (loaded.list == nullptr)
            continue;
        const std::string_view foundation = loaded.list->foundation;
        check_file_name(reply.findings, file, "this file lists the members of " + text::quoted(foundation), foundation);
        reply.lists.push_back({file, std::move(loaded.list)});
    }
}

Result check(const ScheduleCommandOptions& options) {
    if (options.files.empty())
        return refuse("missing-argument", "schedule check needs at least one file",
                      "for example: ptf-fees schedule check data/*.toml");
    auto base = catalogue_from(options.schedule);
    if (!base)
        return std::unexpected(base.error());
    std::vector<ScheduleText> texts;
    std::vector<ScheduleText> lists;
    for (const std::string& file : options.files) {
        auto text = read_schedule_file(file);
        if (!text)
            return std::unexpected(Failure{Exit::io_failed, "cannot-read", text.error().message});
        (is_member_list(*text) ? lists : texts).push_back(std::move(*text));
    }
    std::vector<std::string> schedule_files;
    for (const ScheduleText& text : texts)
        schedule_files.push_back(text.file);
    Loaded loaded = load_schedules(std::move(texts), *base->catalogue);
    document::CheckReply reply{.findings = std::move(loaded.findings),
                               .files = options.files,
                               .editions = std::move(loaded.editions),
                               .catalogue = std::move(loaded.catalogue)};
    for (std::size_t i = 0; i < reply.editions.size(); ++i)
        check_file_name(reply.findings, schedule_files[i],
                        "the edition in this file has the id " + text::quoted(reply.editions[i]->id),
                        reply.editions[i]->id);
    check_lists(std::move(lists), reply.catalogue.value_or(*base->catalogue), reply);
    const bool refused = std::ranges::count(reply.findings, Severity::error, &Finding::severity) != 0;
    return Outcome{.reply = std::move(reply), .exit = refused ? Exit::answered_no : Exit::answered};
}

Result diff(const ScheduleCommandOptions& options) {
    if (!options.id || !options.other)
        return refuse("missing-argument", "schedule diff needs two schedules",
                      "for example: ptf-fees schedule diff ptf-2025-04 ptf-2026-01");
    const auto before = select_schedule(*options.id, options.schedule);
    if (!before)
        return std::unexpected(before.error());
    const auto after = select_schedule(*options.other, options.schedule);
    if (!after)
        return std::unexpected(after.error());
    return Outcome{.reply = document::DiffReply{before->schedule, after->schedule,
                                                differences(*before->schedule, *after->schedule),
                                                same_fees(*before->schedule, *after->schedule)},
                   .warnings = text::Lines{before->warnings}.add(after->warnings),
                   .catalogue = before->catalogue,
                   .second_catalogue = after->catalogue};
}

template <typename Run>
void choose(CLI::App& app, const std::shared_ptr<ScheduleCommandOptions>& options, Action& action, Run run) {
    add_output(app, action.output);
    action.answer = [options, run] { return run(*options); };
}

} // namespace

void add_schedule_list(CLI::App& app, Action& action) {
    const auto options = std::make_shared<ScheduleCommandOptions>();
    add_option(app, "foundation", options->id, "[FOUNDATION]", "List the editions of this foundation only");
    add_catalogue(app, options->schedule);
    choose(app, options, action, list);
}

void add_schedule_show(CLI::App& app, Action& action) {
    const auto options = std::make_shared<ScheduleCommandOptions>();
    add_option(app, "edition", options->id, "[S]", "Edition, foundation or file (default: ptf)");
    add_memberships(app, options->organization);
    add_schedule(app, options->schedule);
    choose(app, options, action, show);
}

void add_schedule_check(CLI::App& app, Action& action) {
    const auto options = std::make_shared<ScheduleCommandOptions>();
    add_option(app, "files", options->files, "FILE", "Schedule files; together they count as part of the catalogue");
    add_catalogue(app, options->schedule);
    choose(app, options, action, check);
}

void add_schedule_diff(CLI::App& app, Action& action) {
    const auto options = std::make_shared<ScheduleCommandOptions>();
    add_option(app, "before", options->id, "A", "The earlier edition, foundation or file");
    add_option(app, "after", options->other, "B", "The later one");
    add_catalogue(app, options->schedule);
    choose(app, options, action, diff);
}

} // namespace ptf_fees::cli
