#pragma once
// From TOML to a draft: one function for each kind of table. All report what is wrong and go on.

#include "catalogue/draft.h"
#include "catalogue/reader.h"

namespace ptf_fees::catalogue {

/// So many of each kind an edition may have: bounds the work of the checks and the size of the matrix of benefits.
inline constexpr std::size_t most_tiers = 100;
inline constexpr std::size_t most_benefits = 1'000;
inline constexpr std::size_t most_sources = 1'000;
inline constexpr std::size_t most_bands = 1'000;
inline constexpr std::size_t most_examples = 1'000;
inline constexpr std::size_t most_memberships = 100; ///< under `requires` or `bundles`

[[nodiscard]] EditionDraft read_edition(const toml::table& root, Reading reading);

/// Refuses a file of another format than 1.
void read_format(TableReader& table);
[[nodiscard]] SourceDraft read_source(TableReader table);
[[nodiscard]] TierDraft read_tier(TableReader table);
[[nodiscard]] BenefitDraft read_benefit(TableReader table);
[[nodiscard]] ExampleDraft read_example(TableReader table);

/// A fee, of the kind that its keys say.
[[nodiscard]] FeeDraft read_fee(TableReader table);
[[nodiscard]] FlatDraft read_flat_fee(TableReader& table);

/// A membership written "foundation/tier".
[[nodiscard]] std::optional<Placed<MembershipRef>> membership_of(const Placed<std::string_view>& text,
                                                                 const TableReader& table);

/// "yes", "no" and "unstated", in the order of Answer.
inline constexpr std::array<std::string_view, 3> answer_words{"no", "yes", "unstated"};

} // namespace ptf_fees::catalogue
