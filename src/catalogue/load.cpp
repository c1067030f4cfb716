// Floor 2, catalogue: the table of contents of loading. Each text is read and checked by itself; then
// the editions are checked together with the catalogue that they join.

#include "ptf_fees/load.h"

#include "catalogue/check.h"
#include "catalogue/parse.h"
#include "catalogue/read.h"

#include <algorithm>

namespace ptf_fees {

namespace {

using catalogue::LoadedFile;
using catalogue::Storage;

LoadedFile read_file(ScheduleText& text, Storage& storage) {
    LoadedFile file{.reading = {.report = catalogue::Report{std::move(text.file), text.text}, .storage = storage},
                    .schedule = nullptr};
    catalogue::Reading& reading = file.reading;
    const auto toml = catalogue::parse_toml(text.text, reading.report);
    file.schedule = toml ? &catalogue::read_edition(*toml, reading) : &storage.array<Schedule>(1).front();
    catalogue::check_names(*file.schedule, reading);
    catalogue::check_includes(*file.schedule, reading);
    catalogue::check_bands(*file.schedule, reading);
    catalogue::check_published(*file.schedule, reading);
    return file;
}

/// The editions of the valid files.
Catalogue loaded_editions(std::span<const LoadedFile> files, const std::shared_ptr<Storage>& storage) {
    std::vector<const Schedule*> valid;
    for (const LoadedFile& file : files)
        if (file.is_valid)
            valid.push_back(file.schedule);
    return Catalogue{valid, storage};
}

void check_together(std::span<LoadedFile> files, const Catalogue& joined_catalogue) {
    catalogue::check_requirements(files, joined_catalogue);
    for (auto& [reading, schedule, is_valid] : files) {
        if (!is_valid)
            continue;
        catalogue::check_benefits(*schedule, reading);
        catalogue::check_tier_order(*schedule, reading);
        catalogue::check_examples(*schedule, reading, joined_catalogue);
    }
}

Loaded result_of(std::span<LoadedFile> files, Catalogue joined_catalogue) {
    Loaded loaded;
    if (std::ranges::none_of(files, [](const LoadedFile& file) { return file.reading.report.has_errors(); })) {
        for (const LoadedFile& file : files)
            loaded.editions.push_back(file.schedule);
        loaded.catalogue = std::move(joined_catalogue);
    }
    for (LoadedFile& file : files)
        std::ranges::move(file.reading.report.take(), std::back_inserter(loaded.findings));
    return loaded;
}

} // namespace

Loaded load_schedules(std::vector<ScheduleText> texts, const Catalogue& base) {
    const auto storage = std::make_shared<Storage>();
    std::vector<LoadedFile> files;
    files.reserve(texts.size());
    for (ScheduleText& text : texts)
        files.push_back(read_file(text, *storage));
    catalogue::check_series(files, base);
    for (LoadedFile& file : files)
        file.is_valid = !file.reading.report.has_errors();
    Catalogue joined_catalogue = base.with(loaded_editions(files, storage));
    check_together(files, joined_catalogue);
    return result_of(files, std::move(joined_catalogue));
}

} // namespace ptf_fees
