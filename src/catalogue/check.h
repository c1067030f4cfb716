#pragma once
// The checks: what TOML with all keys in place may still get wrong. Each reports at its place and changes nothing.

#include "catalogue/draft.h"
#include "catalogue/report.h"
#include "ptf_fees/catalogue.h"

#include <span>
#include <string_view>
#include <vector>

namespace ptf_fees::catalogue {

/// One file on its way: what was read, what was found, and what was built of it.
struct LoadedFile {
    EditionDraft draft{};
    Report report;
    const Schedule* schedule = nullptr; ///< set where the file has no error of its own
};

// Inside one edition, on the draft.

/// Ids and names that stand twice; tiers and sources that are named but not defined; sources that nothing names.
void check_names(const EditionDraft& draft, Report& report);
/// `includes` in a circle.
void check_includes(const EditionDraft& draft, Report& report);
/// Bands that do not rise, fees that fall, scales that begin late.
void check_bands(const EditionDraft& draft, Report& report);
/// Published texts that say another amount, other bounds, another period or currency, or that cannot be compared.
void check_published(const EditionDraft& draft, Report& report);

// Inside one sound edition.

/// Benefits of a lower tier that a higher one lacks, or has less of.
void check_benefits(LoadedFile& file);
/// Tiers that cost less than a lower one for the same organisations.
void check_tier_order(LoadedFile& file);

// Across the catalogue that results.

/// Ids among the files, one edition a day and one default a series. `base`: the editions that the files stand beside.
void check_series(std::span<LoadedFile> files, const Catalogue& base);
/// Required and bundled memberships: that they resolve, without a circle, in one currency, for all headcounts.
void check_requirements(std::span<LoadedFile> files, const Catalogue& catalogue);
/// Totals that a source prints against those of the engine.
void check_examples(LoadedFile& file, const Catalogue& catalogue);

} // namespace ptf_fees::catalogue
