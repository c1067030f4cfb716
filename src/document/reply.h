#pragma once
// What a command answers, before it is put into words. The commands build one of these.

#include "ptf_fees/ptf_fees.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ptf_fees::document {

/// The edition that a reply speaks of, the one that replaced it, and the newest of its foundation (if any).
struct Edition {
    const Schedule* schedule = nullptr;
    std::optional<Catalogue::Entry> successor{};
    std::optional<Catalogue::Entry> newest{};

    /// Whether these terms are known no longer to hold.
    [[nodiscard]] bool replaced() const noexcept { return successor || schedule->until.has_value(); }
};

struct QuoteReply {
    Edition edition{};
    Inquiry inquiry{};
    std::vector<TierQuote> quotes{};      ///< with needs: the tiers that give all of them, cheapest first
    bool one_tier = false;                ///< a tier was named: the long form; else all tiers side by side
    bool type_assumed = false;            ///< nobody said the organisation's type
    bool explain = false;                 ///< with every line's source and the figures as published
    std::vector<const Benefit*> needed{}; ///< the benefits of --need; empty without it
    std::optional<Needs> needs{};
    std::vector<std::string> notes{};
};

/// Several memberships together.
struct PortfolioReply {
    std::vector<Edition> editions{}; ///< of the quoted tiers, in their order
    Inquiry inquiry{};
    Portfolio portfolio{};
    bool explain = false;
    std::vector<std::string> notes{};
};

struct BenefitsReply {
    Edition edition{};
    const Tier* tier = nullptr; ///< nullptr: the whole matrix
};

struct EligibilityReply {
    Edition edition{};
    Inquiry inquiry{};
    std::vector<TierEligibility> tiers{};
    bool one_tier = false;
};

struct MembersReply {
    std::shared_ptr<const MemberList> list{};
    std::string_view foundation_name{};
    Date day{};
    bool day_given = false; ///< by the user; else it is the day on which the list was verified
    bool complete = false;  ///< nobody is missing
    std::vector<TierMembers> tiers{};
    std::string_view only_tier{};    ///< the name of the one tier that was asked for; empty: all
    std::optional<Date> last_held{}; ///< where nobody holds that tier: the last day on which someone did
};

struct ScheduleListReply {
    Catalogue catalogue{};
    std::vector<const Schedule*> editions{}; ///< those that are listed, by foundation and first day
};

/// One tier's merged table, ready to print.
struct TierTable {
    const Tier* tier = nullptr;
    Basis by = Basis::employees;
    bool two_dimensional = false; ///< depends on both figures: the totals of `rows` are unknown, scales are shown apart
    std::vector<MergedRow> rows{};
    ResolvedTier resolved{};
};

struct ScheduleShowReply {
    Edition edition{};
    std::vector<TierTable> tables{}; ///< one for each tier, in the schedule's order
};

struct CheckedList {
    std::string file{};
    std::shared_ptr<const MemberList> list{};
};

struct CheckReply {
    std::vector<Finding> findings{};
    std::vector<std::string> files{};
    std::vector<const Schedule*> editions{}; ///< those that are valid; owned by `catalogue`
    std::vector<CheckedList> lists{};        ///< the lists of members that are valid
    std::optional<Catalogue> catalogue{};
};

struct DiffReply {
    const Schedule* before = nullptr;
    const Schedule* after = nullptr;
    std::vector<Difference> differences{};
    std::vector<std::string> same_fees{}; ///< the fees that did not change: "general, 500 to 999 employees: $30,000"
};

using Reply = std::variant<QuoteReply, PortfolioReply, BenefitsReply, EligibilityReply, MembersReply, ScheduleListReply,
                           ScheduleShowReply, CheckReply, DiffReply>;

} // namespace ptf_fees::document
