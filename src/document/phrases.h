#pragma once
// The sentences of documents. Every figure comes from the reply.

#include "document/document.h"
#include "document/reply.h"
#include "engine/charges.h"

#include <string>
#include <vector>

namespace ptf_fees::document {

/// "Terms of 2025-04-29 (superseded by ptf-2026-01, in effect by 2026-01-08; see --schedule ptf-2026-01)", or until
/// when they held.
[[nodiscard]] std::string terms_line(const Edition& edition);

/// The same where the edition has been replaced; empty where it has not.
[[nodiscard]] std::string replaced_line(const Edition& edition);

/// terms_line() after the foundation's name: "PyTorch Foundation: Terms of ...".
[[nodiscard]] std::string named_terms_line(const Edition& edition);

/// The quoted tiers that require the membership of `line`: "PyTorch Foundation General and ..."; empty where none does.
[[nodiscard]] std::string requiring_tiers(const Portfolio& portfolio, const PortfolioLine& line);

/// "lf/silver".
[[nodiscard]] std::string membership_id(const Charge& charge);

/// "a company", "an academic institution".
[[nodiscard]] std::string_view type_words(OrgType type) noexcept;

/// "General membership of the PyTorch Foundation, 5,000 employees"; for all tiers "Membership of ...".
[[nodiscard]] std::string quote_heading(const QuoteReply& reply);

/// ", a nonprofit, 700 employees, already a Linux Foundation member": the end of a heading; `quotes` know the
/// foundations' names, `currency` is that of a revenue.
[[nodiscard]] std::string organization_words(const Inquiry& inquiry, std::span<const TierQuote> quotes,
                                             std::string_view currency);

/// What is in the column of amounts: "$50,000", "free", "not published", "by headcount".
[[nodiscard]] std::string amount_words(const Line& line, std::string_view currency);

/// What is beside it: "5,000 or more employees", "already held", "included".
[[nodiscard]] std::string remark_words(const Line& line, std::string_view currency);

/// The total of `quote`, or why there is none: "$70,000", "by headcount".
[[nodiscard]] std::string total_words(const TierQuote& quote, std::string_view currency);

[[nodiscard]] std::string price_words(const Price& price, std::string_view currency);

/// The same for the tier's own fee and for all other charges together; what is known without a total is shown too.
[[nodiscard]] std::string membership_words(const TierQuote& quote, std::string_view currency);
[[nodiscard]] std::string prerequisite_words(const TierQuote& quote, std::string_view currency);

/// "not open to a company", "eligibility not stated": why there is no total, in a few words; empty when quoted.
[[nodiscard]] std::string status_words(Status status, OrgType type);

/// "Already a Linux Foundation member": the circumstance of a change of membership; `quotes` know the foundation's
/// name.
[[nodiscard]] std::string membership_condition(const Change& change, std::span<const TierQuote> quotes);

/// "$5,000 more", "$20,000 less".
[[nodiscard]] std::string delta_words(Money delta, std::string_view currency);

/// "up to 499 employees", "from 500 to 999 employees", "from 5,000 employees up".
[[nodiscard]] std::string extent_words(const BandRange& range, std::string_view currency);

/// Up to where the total holds, what comes next, and what else would change it: one sentence each.
[[nodiscard]] std::vector<std::string> change_sentences(const TierQuote& quote, const Schedule& schedule);

/// "Commitment: 3 years, $210,000 in all at these fees."; empty where none is stated.
[[nodiscard]] std::string commitment_sentence(const TierQuote& quote, const Schedule& schedule);

/// "Join the PyTorch Foundation, 2024-10-08, table Consolidated Employees".
[[nodiscard]] std::string source_words(const Source& source);

/// "$150,000", "free", "by employees", "not published: ...".
[[nodiscard]] std::string fee_words(const Fee& fee, std::string_view currency);

/// Why tiers have no total, each reason once; a figure that is missing in one line, with the option that gives it.
[[nodiscard]] std::vector<std::string> short_reasons(std::span<const TierQuote> quotes,
                                                     const Organization& organization);

/// What the table of tiers has no room for: up to where the totals hold, what a membership already held would change,
/// and for how long one commits oneself.
[[nodiscard]] std::vector<std::string> overview_sentences(std::span<const TierQuote> quotes, const Schedule& schedule);

/// The memberships that the tiers of `quotes` require beside their own, each once: "Linux Foundation Silver".
[[nodiscard]] std::vector<std::string> prerequisites(std::span<const TierQuote> quotes);

/// "2 tiers give these benefits, cheapest first: Logo on the website (logo) and Seat on the board (board-seat)."
[[nodiscard]] std::string need_heading(const QuoteReply& reply);

/// The answer of --need beyond the tiers that meet it: who comes nearest, and where the source is silent.
[[nodiscard]] std::vector<std::string> need_sentences(const QuoteReply& reply);

/// The documents in which the figures of `quotes` are, each once.
[[nodiscard]] std::vector<const Source*> quoted_sources(std::span<const TierQuote> quotes);

/// What the table of tiers leaves out: the period, and what the prerequisites are.
[[nodiscard]] std::string overview_caption(const QuoteReply& reply);

/// "yes", "?" and the like for a cell of a benefit matrix: a mark, or the quantity.
[[nodiscard]] std::string grant_mark(const Grant& grant);

/// What the marks mean; names only those that `schedule` uses.
[[nodiscard]] std::string mark_legend(const Schedule& schedule);

/// The mark before a benefit that one tier gives: "+" where it adds it over the tier below; and what the marks mean.
[[nodiscard]] std::string given_mark(const Schedule& schedule, const Benefit& benefit, std::size_t tier);
[[nodiscard]] std::string given_legend(const Schedule& schedule, std::size_t tier);

/// "Logo on the website (logo)".
[[nodiscard]] std::string name_and_id(const Benefit& benefit);

/// The benefits of `schedule` by their group, in the order in which the groups first occur.
struct BenefitGroup {
    std::string_view name;
    std::vector<const Benefit*> benefits;
};
[[nodiscard]] std::vector<BenefitGroup> grouped_benefits(const Schedule& schedule);

/// The first line of an answer about benefits, eligibility, or two editions.
[[nodiscard]] std::string benefits_heading(const BenefitsReply& reply);
[[nodiscard]] std::string eligibility_heading(const EligibilityReply& reply);
[[nodiscard]] std::string diff_heading(const DiffReply& reply);

/// "Fees that did not change: premier: $150,000; associate: free."; empty where all did.
[[nodiscard]] std::string same_fees_sentence(const DiffReply& reply);

/// Why there may be more members than the reply has; empty where there are not.
[[nodiscard]] std::string completeness_sentence(const MembersReply& reply);

inline constexpr std::string_view individual_sentence = "Individuals need no membership to contribute.";

/// What is to be known of an edition, and of a tier.
[[nodiscard]] std::vector<Fact> edition_facts(const Edition& edition);
[[nodiscard]] std::vector<Fact> tier_facts(const TierTable& table, const Schedule& schedule);

/// The figures of a line as published, with the sentence on why they contradict themselves if there is one; empty
/// where no one figure applies.
[[nodiscard]] std::string published_words(const QuoteLine& line);

/// That sentence alone; empty if there is none.
[[nodiscard]] std::string_view differs_of(const QuoteLine& line);

/// "number of employees", "annual revenue".
[[nodiscard]] std::string_view basis_words(Basis by) noexcept;

/// A figure with its unit: "5,000 employees", "€2,000,000 revenue".
[[nodiscard]] std::string figure_words(Basis by, const Figure& figure, std::string_view currency);

/// A band without its unit, for a column that names it: "500 to 999", "€0 to €999,999".
[[nodiscard]] std::string band_figures(const BandRange& range, std::string_view currency);

/// `text` with its first ASCII letter as a capital.
[[nodiscard]] std::string capitalized(std::string_view text);

/// `sentence` with a full stop, unless it has one or ends in an address.
[[nodiscard]] std::string ended(std::string_view sentence);

/// "companies and nonprofit organisations; not individuals": to whom `tier` is open.
[[nodiscard]] std::string open_to_words(const Tier& tier);

} // namespace ptf_fees::document
