#pragma once
// The made-up foundations of tests/made_up, loaded from their files, and small texts loaded on the spot.

#include "catch.h"

#include "ptf_fees/ptf_fees.h"

#include <string>

/// Harbour Commons and its parent, the Tide Alliance. Valid to the end of the program.
inline const ptf_fees::Catalogue& made_up_catalogue() {
    static const ptf_fees::Catalogue catalogue = [] {
        auto texts = ptf_fees::read_schedule_folder(PTF_FEES_SOURCE_DIR "/tests/made_up");
        REQUIRE(texts.has_value());
        const auto loaded = ptf_fees::load_schedules(std::move(*texts), {});
        REQUIRE(loaded.catalogue.has_value());
        return *loaded.catalogue;
    }();
    return catalogue;
}

inline const ptf_fees::Schedule& made_up(std::string_view id) {
    const ptf_fees::Schedule* schedule = made_up_catalogue().edition(id);
    REQUIRE(schedule != nullptr);
    return *schedule;
}

inline const ptf_fees::Tier& tier_of(const ptf_fees::Schedule& schedule, std::string_view id) {
    const ptf_fees::Tier* tier = ptf_fees::find_tier(schedule, id);
    REQUIRE(tier != nullptr);
    return *tier;
}
