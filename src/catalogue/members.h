#pragma once
// A list of members as its file states it, its checks, and the list that the engine sees.

#include "catalogue/draft.h"
#include "catalogue/reader.h"
#include "ptf_fees/catalogue.h"
#include "ptf_fees/members.h"

namespace ptf_fees::catalogue {

struct HoldingDraft {
    Name tier{};
    Maybe<Date> from{};
    bool exact = true;
    Name source{};
};

struct MemberDraft {
    Name name{};
    std::vector<Placed<std::string_view>> also{};
    Maybe<Date> founded{};
    std::vector<HoldingDraft> held{};
    Maybe<Date> until{};
};

struct MembersDraft {
    Name foundation{};
    Maybe<Date> verified{};
    Maybe<Date> complete_from{};
    std::vector<SourceDraft> sources{};
    std::vector<MemberDraft> members{};
};

[[nodiscard]] MembersDraft read_members(const toml::table& root, Reading reading);

/// Names that stand twice, days out of order, sources that are not defined, tiers that no edition of `catalogue` in
/// force on their first day has.
void check_members(const MembersDraft& draft, const Catalogue& catalogue, Report& report);

/// Builds the list in `storage`. Precondition: nothing was reported as an error for the file of `draft`.
[[nodiscard]] const MemberList* build_members(const MembersDraft& draft, Storage& storage);

} // namespace ptf_fees::catalogue
