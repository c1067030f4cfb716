// Roof: what reads and writes files, in a page, which has none: the schedules are those inside.
#include "ptf_fees/load.h"

#include "render/formats.h"
#include "text/names.h"

#include <utility>

namespace ptf_fees {
namespace {

std::unexpected<Unreadable> no_files(const std::filesystem::path& path) {
    return std::unexpected(Unreadable{"cannot read " + text::quoted(path.native()) + ": a page reads no files"});
}

} // namespace

std::expected<ScheduleText, Unreadable> read_schedule_file(const std::filesystem::path& file) {
    return no_files(file);
}

std::expected<std::vector<ScheduleText>, Unreadable> read_schedule_folder(const std::filesystem::path& folder) {
    return no_files(folder);
}

std::expected<std::optional<ScheduleText>, Unreadable> read_member_file(const std::filesystem::path&,
                                                                        std::string_view) {
    return std::nullopt;
}

bool is_member_list(const ScheduleText&) {
    return false;
}

LoadedMembers load_members(ScheduleText text, const Catalogue&) {
    const auto given = std::move(text);
    return {};
}

Loaded load_schedules(std::vector<ScheduleText> texts, const Catalogue& base) {
    const auto given = std::move(texts);
    return {.findings = {}, .catalogue = given.empty() ? std::optional{base} : std::nullopt, .editions = {}};
}

render::Rendered render::workbook(const document::Reply&) {
    return std::unexpected(Unrendered{.message = "a page writes no workbooks: write csv"});
}

} // namespace ptf_fees
