#pragma once
// An edition as its file states it, before it is known to be sound: every value with its place, references still by
// name, anything possibly missing. A Schedule is built from it once no error is left.

#include "catalogue/place.h"
#include "ptf_fees/schedule.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace ptf_fees::catalogue {

using Name = Maybe<std::string_view>;

[[nodiscard]] inline std::string_view text_or_nothing(const Name& name) noexcept {
    return name ? name->value : std::string_view{};
}

struct BandDraft {
    Maybe<std::int64_t> from{};
    Maybe<std::int64_t> to{};
    Maybe<Money> amount{};
    Name published{};
    Name differs{};
};

struct FlatDraft {
    Maybe<Money> amount{};
    Name source{};
    Name published{};
    Name differs{};
};

struct BandedDraft {
    std::optional<Basis> by{};
    Name source{};
    std::vector<BandDraft> bands{};
};

struct UnpublishedDraft {
    Name reason{};
    Name source{};
};

/// One alternative for each of Fee's. A list of alternatives would be one more.
using FeeDraft = std::variant<FlatDraft, BandedDraft, UnpublishedDraft>;

struct RequirementDraft {
    Placed<MembershipRef> membership{};
    std::optional<FlatDraft> price{};
};

struct TierDraft {
    Place head{};
    Name id{};
    Name name{};
    std::optional<FeeDraft> fee{};
    std::array<Answer, all_org_types.size()> open_to{};
    Join join{};
    std::vector<RequirementDraft> requirements{};
    std::vector<Placed<MembershipRef>> bundles{};
    Name includes{};
    Maybe<std::int64_t> commitment_years{};
    Maybe<std::int64_t> members_max{};
    std::span<const std::string_view> notes{};
};

struct SourceDraft {
    Source source{};
    Name id{};
};

struct GrantDraft {
    Placed<std::string_view> tier{};
    Grant grant{};
};

struct BenefitDraft {
    Name id{};
    Name name{};
    std::string_view group{};
    Name source{};
    Place tiers{}; ///< where the matrix row stands
    std::vector<GrantDraft> grants{};
    Name implied_by{};
};

struct ExampleDraft {
    Name tier{};
    Organization organization{};
    bool lf_member = false;
    Maybe<Money> total{};
    Name source{};
};

struct EditionDraft {
    Name id{};
    Name foundation{};
    Maybe<Date> effective{};
    Maybe<Date> until{};
    Maybe<bool> is_default{};
    Name effective_source{};
    Schedule terms{}; ///< the plain values that need no check beyond their own; the lists and the six above are not set
    std::vector<SourceDraft> sources{};
    std::vector<TierDraft> tiers{};
    std::vector<BenefitDraft> benefits{};
    std::vector<ExampleDraft> examples{};
};

/// The position of the tier with exactly that id, or nullopt.
[[nodiscard]] std::optional<std::size_t> tier_index(const EditionDraft& draft, std::string_view id) noexcept;

/// The position of the benefit with exactly that id, or nullopt.
[[nodiscard]] std::optional<std::size_t> benefit_index(const EditionDraft& draft, std::string_view id) noexcept;

/// The position of the source with exactly that id, or nullopt.
[[nodiscard]] std::optional<std::size_t> source_index(const EditionDraft& draft, std::string_view id) noexcept;

} // namespace ptf_fees::catalogue
