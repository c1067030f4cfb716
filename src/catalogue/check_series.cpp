// Floor 2, catalogue: editions of one foundation beside each other: ids, days and defaults are unique in a series. Only
// the files that are loaded are blamed, and of two files the later one.

#include "catalogue/check.h"

#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <string>

namespace ptf_fees::catalogue {

namespace {

using Edition = Catalogue::Entry;

/// What the series checks need of a file, even of one with other errors; nullopt where it does not say all of that.
std::optional<Edition> edition_of(const LoadedFile& file) {
    const auto& [reading, schedule, is_valid] = file;
    if (!reading.has(&schedule->id) || !reading.has(&schedule->foundation) || !reading.has(&schedule->effective))
        return std::nullopt;
    return Catalogue::entry_of(schedule);
}

/// The editions of the catalogue that no file replaces.
std::vector<Edition> kept_editions(std::span<const LoadedFile> files, const Catalogue& base) {
    std::vector<Edition> kept;
    std::ranges::copy_if(base.entries(), std::back_inserter(kept), [files](const Edition& edition) {
        return std::ranges::none_of(files, [&](const LoadedFile& file) { return file.schedule->id == edition.id; });
    });
    return kept;
}

void check_until(const Schedule& own, Reading& reading, std::span<const Edition> others) {
    if (!own.until)
        return;
    if (*own.until <= own.effective)
        reading.add(Code::bad_value, &own.until,
                    "until is " + text::iso(*own.until) + ", and these terms begin on " + text::iso(own.effective),
                    "write the first day on which they are known to hold no more, later than effective");
    for (const Edition& other : others)
        if (other.foundation == own.foundation && other.id != own.id && other.effective > own.effective)
            reading.add(Code::until_not_last, &own.until,
                        "edition " + text::quoted(other.id) + " follows on " + text::iso(other.effective) +
                            ", and until says that no copy has the terms that follow",
                        "remove until: an edition ends where the next one begins");
}

void check_against(const Schedule& own, Reading& reading, const Edition& other) {
    if (own.id == other.id)
        return reading.add(Code::duplicate_id, &own.id, "two of the files have the id " + text::quoted(own.id),
                           "give each edition an id of its own");
    if (own.foundation != other.foundation)
        return;
    const std::string edition = "edition " + text::quoted(other.id);
    const std::string foundation = text::quoted(own.foundation);
    if (own.effective == other.effective)
        reading.add(Code::two_editions_one_day, &own.effective,
                    edition + " of " + foundation + " takes effect on " + text::iso(own.effective) + " too",
                    "give each edition its own first day, or the same id where one replaces the other");
    if (own.is_default && other.is_default)
        reading.add(Code::two_defaults, &own.is_default, edition + " is the default of " + foundation + " too",
                    "write default = true in one edition of a series only");
}

} // namespace

void check_series(std::span<LoadedFile> files, const Catalogue& base) {
    std::vector<Edition> others = kept_editions(files, base);
    for (LoadedFile& file : files)
        if (const auto own = edition_of(file)) {
            for (const Edition& other : others)
                check_against(*file.schedule, file.reading, other);
            others.push_back(*own);
        }
    for (LoadedFile& file : files)
        if (edition_of(file))
            check_until(*file.schedule, file.reading, others);
}

} // namespace ptf_fees::catalogue
