// Floor 2, catalogue: the table of contents of loading. Each text is read and checked by itself; what is sound is
// built; then the editions are checked together with the catalogue that they join.

#include "ptf_fees/load.h"

#include "catalogue/build.h"
#include "catalogue/check.h"
#include "catalogue/parse.h"
#include "catalogue/read.h"

#include <algorithm>

namespace ptf_fees {

namespace {

using catalogue::LoadedFile;
using catalogue::Storage;

LoadedFile read_file(ScheduleText& text, Storage& storage) {
    LoadedFile file{.report = catalogue::Report{std::move(text.file), text.text}};
    const auto toml = catalogue::parse_toml(text.text, file.report);
    if (!toml)
        return file;
    file.draft = catalogue::read_edition(*toml, {.report = file.report, .storage = storage});
    catalogue::check_names(file.draft, file.report);
    catalogue::check_includes(file.draft, file.report);
    catalogue::check_bands(file.draft, file.report);
    catalogue::check_published(file.draft, file.report);
    return file;
}

/// The editions of `base` with those of `files` that were built in place of, or beside them.
Catalogue joined(const Catalogue& base, std::span<const LoadedFile> files, std::shared_ptr<const void> storage) {
    std::vector<const Schedule*> schedules;
    for (const LoadedFile& file : files) {
        if (file.schedule != nullptr)
            schedules.push_back(file.schedule);
    }
    const auto loaded = static_cast<std::ptrdiff_t>(schedules.size());
    for (const Schedule* edition : base.schedules()) {
        const auto same_id = [edition](const Schedule* other) { return other->id == edition->id; };
        if (std::none_of(schedules.begin(), schedules.begin() + loaded, same_id))
            schedules.push_back(edition);
    }
    return Catalogue{schedules, std::move(storage)};
}

void check_together(std::span<LoadedFile> files, const Catalogue& joined_catalogue) {
    catalogue::check_requirements(files, joined_catalogue);
    for (LoadedFile& file : files) {
        if (file.schedule == nullptr)
            continue;
        catalogue::check_benefits(file);
        catalogue::check_tier_order(file);
        catalogue::check_examples(file, joined_catalogue);
    }
}

Loaded result_of(std::span<LoadedFile> files, Catalogue joined_catalogue) {
    Loaded loaded;
    if (std::ranges::none_of(files, [](const LoadedFile& file) { return file.report.has_errors(); })) {
        for (const LoadedFile& file : files)
            loaded.editions.push_back(file.schedule);
        loaded.catalogue = std::move(joined_catalogue);
    }
    for (LoadedFile& file : files)
        std::ranges::move(file.report.take(), std::back_inserter(loaded.findings));
    return loaded;
}

} // namespace

Loaded load_schedules(std::vector<ScheduleText> texts, const Catalogue& base) {
    const auto storage = std::make_shared<Storage>(base);
    std::vector<LoadedFile> files;
    files.reserve(texts.size());
    for (ScheduleText& text : texts)
        files.push_back(read_file(text, *storage));
    catalogue::check_series(files, base);
    for (LoadedFile& file : files) {
        if (!file.report.has_errors())
            file.schedule = catalogue::build_schedule(file.draft, *storage);
    }
    Catalogue joined_catalogue = joined(base, files, storage);
    check_together(files, joined_catalogue);
    return result_of(files, std::move(joined_catalogue));
}

} // namespace ptf_fees
