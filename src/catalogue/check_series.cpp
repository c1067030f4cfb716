// Floor 2, catalogue: editions of one foundation beside each other: ids, days and defaults are unique in a series. Only
// the files that are loaded are blamed, and of two files the later one.

#include "catalogue/check.h"

#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <string>

namespace ptf_fees::catalogue {

namespace {

/// What the series checks need of an edition, be it in the catalogue or in a file that perhaps has other errors.
struct Edition {
    std::string_view id;
    std::string_view foundation;
    Date effective;
    bool is_default = false;
};

std::optional<Edition> edition_of(const EditionDraft& draft) {
    if (!draft.id || !draft.foundation || !draft.effective)
        return std::nullopt;
    return Edition{draft.id->value, draft.foundation->value, draft.effective->value,
                   draft.is_default && draft.is_default->value};
}

Edition edition_of(const Schedule& schedule) {
    return {schedule.id, schedule.foundation, schedule.effective, schedule.is_default};
}

/// The editions of the catalogue that no file replaces.
std::vector<Edition> kept_editions(std::span<const LoadedFile> files, const Catalogue& base) {
    std::vector<Edition> kept;
    for (const Schedule* schedule : base.schedules()) {
        const bool replaced = std::ranges::any_of(files, [schedule](const LoadedFile& file) {
            return file.draft.id && file.draft.id->value == schedule->id;
        });
        if (!replaced)
            kept.push_back(edition_of(*schedule));
    }
    return kept;
}

void check_until(LoadedFile& file, const Edition& own, std::span<const Edition> others) {
    const auto& until = file.draft.until;
    if (!until)
        return;
    if (until->value <= own.effective)
        file.report.add(Code::bad_value, until->place,
                        "until is " + text::iso(until->value) + ", and these terms begin on " +
                            text::iso(own.effective),
                        "write the first day on which they are known to hold no more, later than effective");
    for (const Edition& other : others)
        if (other.foundation == own.foundation && other.id != own.id && other.effective > own.effective)
            file.report.add(Code::until_not_last, until->place,
                            "edition " + text::quoted(other.id) + " follows on " + text::iso(other.effective) +
                                ", and until says that no copy has the terms that follow",
                            "remove until: an edition ends where the next one begins");
}

void check_against(LoadedFile& file, const Edition& own, const Edition& other) {
    if (own.id == other.id) {
        file.report.add(Code::duplicate_id, file.draft.id->place,
                        "two of the files have the id " + text::quoted(own.id), "give each edition an id of its own");
        return;
    }
    if (own.foundation != other.foundation)
        return;
    if (own.effective == other.effective)
        file.report.add(Code::two_editions_one_day, file.draft.effective->place,
                        "edition " + text::quoted(other.id) + " of " + text::quoted(own.foundation) +
                            " takes effect on " + text::iso(own.effective) + " too",
                        "give each edition its own first day, or the same id where one replaces the other");
    if (own.is_default && other.is_default)
        file.report.add(Code::two_defaults, file.draft.is_default->place,
                        "edition " + text::quoted(other.id) + " is the default of " + text::quoted(own.foundation) +
                            " too",
                        "write default = true in one edition of a series only");
}

} // namespace

void check_series(std::span<LoadedFile> files, const Catalogue& base) {
    std::vector<Edition> others = kept_editions(files, base);
    for (LoadedFile& file : files) {
        const auto own = edition_of(file.draft);
        if (!own)
            continue;
        for (const Edition& other : others)
            check_against(file, *own, other);
        others.push_back(*own);
    }
    for (LoadedFile& file : files)
        if (const auto own = edition_of(file.draft))
            check_until(file, *own, others);
}

} // namespace ptf_fees::catalogue
