#pragma once
// The checks: what TOML with all keys in place may still get wrong. Each reports at its place. A member without a place
// has no value that could be checked.

#include "catalogue/reading.h"
#include "ptf_fees/catalogue.h"
#include "ptf_fees/members.h"

#include <span>

namespace ptf_fees::catalogue {

/// One file on its way: its edition as far as it could be read, and what was found.
struct LoadedFile {
    Reading reading;
    const Schedule* schedule;
    bool is_valid = false; ///< whether the file has no error of its own, so that the edition is whole
};

// Inside one edition.

/// Sets what mentions a source, tier or benefit, unless it is not defined; ids and names given twice; sources that
/// nothing mentions. First of all, as the other checks follow what it sets.
void check_names(const Schedule& schedule, Reading& reading);
/// `includes` in a circle.
void check_includes(const Schedule& schedule, Reading& reading);
/// Bands that do not rise, fees that fall, scales that begin late.
void check_bands(const Schedule& schedule, Reading& reading);
/// Published texts that say another amount, other bounds, another period or currency, or that cannot be compared.
void check_published(const Schedule& schedule, Reading& reading);

// Inside one valid edition.

/// Benefits of a lower tier that a higher one lacks, or has less of.
void check_benefits(const Schedule& schedule, Reading& reading);
/// Tiers that cost less than a lower one for the same organisations.
void check_tier_order(const Schedule& schedule, Reading& reading);

// Across the catalogue that results.

/// Ids among the files, one edition a day and one default a series. `base`: the editions that the files join.
void check_series(std::span<LoadedFile> files, const Catalogue& base);
/// Required and bundled memberships: that they resolve, without a circle, in one currency, for all headcounts.
void check_requirements(std::span<LoadedFile> files, const Catalogue& catalogue);
/// Totals that a source prints against those of the engine.
void check_examples(const Schedule& schedule, Reading& reading, const Catalogue& catalogue);

// A list of members.

/// Sets the sources that are mentioned. Reports names given twice, days out of order, sources that are not
/// defined, tiers that no edition of `catalogue` in force on their first day has.
void check_members(const MemberList& list, Reading& reading, const Catalogue& catalogue);

} // namespace ptf_fees::catalogue
