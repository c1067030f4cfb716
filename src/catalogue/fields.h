#pragma once
// The fields of every table of a schedule file and of a list of members, each described once: its key, the member that
// holds it, what is written there and whether it may be left out, in the order in which findings name them. Reading,
// the findings of unknown keys and the packed form follow this description.

#include "catalogue/codes.h"
#include "catalogue/label.h"
#include "ptf_fees/members.h"
#include "ptf_fees/schedule.h"

#include <array>
#include <tuple>

namespace ptf_fees::catalogue {

// What may be written under a key.

/// One line of text.
enum class Text : std::uint8_t {
    any,
    id,         ///< ASCII letters, digits and '-', first a letter, at most 64
    url,        ///< an address that a browser opens: https, http or mailto, without blanks
    currency,   ///< three capitals
    membership, ///< "foundation/tier"
};
/// One of the words; an enumeration is read as the enumerator of the same place.
struct Choice {
    std::span<const Label> words;
};
/// A whole number.
struct AtLeast {
    std::int64_t least;
};
/// The id of a source, tier or benefit of the same file.
struct Named {
    Code undefined; ///< the finding if nothing has that id
};
/// A list of tables.
struct Rows {
    Label name; ///< of each in messages
    std::size_t most;
};
struct PrintedText {}; ///< what a source prints about a fee: at most `longest_published` characters
struct Day {};         ///< a local date
struct Truth {};       ///< true or false
struct Amount {};      ///< whole units as an integer, or text with two decimals
struct Texts {};       ///< a list of texts
struct Part {};        ///< a table
struct Inline {};      ///< a part whose keys are among those of the table itself
struct Implied {};     ///< no key: it is read with another one
// Those of one table alone.
struct BandFrom {};     ///< `from`, with the `to` that the last band may have
struct FeeOfAnyKind {}; ///< a table of the kind that its keys say
struct Memberships {};  ///< a list of them; a required one may be a table with its price
struct OpenTo {};       ///< an answer for each type of organisation
struct Grants {};       ///< an answer or a quantity for each tier that is named
struct Founding {};     ///< `founding` and `founded`, neither without the other
struct Held {};         ///< rows that only a founding member may lack

inline constexpr std::array<Label, 3> answer_words{"no", "yes", "unstated"};
inline constexpr std::array<Label, 2> route_words{"enrolment", "approval"};
inline constexpr std::array<Label, 2> basis_words{"employees", "revenue"};
inline constexpr std::array<Label, 3> period_words{"year", "quarter", "month"};
inline constexpr std::array<Label, 6> group_words{"governance", "visibility",     "community",
                                                  "training",   "infrastructure", "support"};
inline constexpr std::array<Label, all_org_types.size()> org_type_words{"company", "nonprofit", "academic",
                                                                        "government", "individual"};

/// An edition may have at most that many of each kind: it bounds the work of the checks and the size of the matrix of
/// benefits.
inline constexpr std::size_t most_tiers = 100;
inline constexpr std::size_t most_of_a_kind = 1'000;
inline constexpr std::size_t most_memberships = 100; ///< under `requires` or `bundles`
inline constexpr std::int64_t longest_published = 1'000;

enum class Need : std::uint8_t { required, optional };

template <class Owner, class Member, class Form>
struct Field {
    Label key;
    Member Owner::* member;
    Form form;
    Need need = Need::required;
};

/// The fields of T. Does not compile for a type that is not described, such as a kind of fee that is new.
template <class T>
struct Undescribed;
template <class T>
inline constexpr auto fields_of = Undescribed<T>::list;

template <>
inline constexpr std::tuple fields_of<Source>{
    Field{"id", &Source::id, Text::id},
    Field{"title", &Source::title, Text::any},
    Field{"url", &Source::url, Text::url},
    Field{"archive", &Source::archive, Text::url, Need::optional},
    Field{"locator", &Source::locator, Text::any, Need::optional},
    Field{"proves", &Source::proves, Text::any, Need::optional},
    Field{"dated", &Source::dated, Day{}, Need::optional},
    Field{"retrieved", &Source::retrieved, Day{}, Need::optional},
};
template <>
inline constexpr std::tuple fields_of<Band>{
    Field{"from", &Band::from, BandFrom{}},
    Field{"amount", &Band::amount, Amount{}},
    Field{"published", &Band::published, PrintedText{}},
    Field{"differs", &Band::differs, Text::any, Need::optional},
};
template <>
inline constexpr std::tuple fields_of<FlatFee>{
    Field{"amount", &FlatFee::amount, Amount{}},
    Field{"source", &FlatFee::source, Named{Code::unknown_source}},
    Field{"published", &FlatFee::published, PrintedText{}},
    Field{"differs", &FlatFee::differs, Text::any, Need::optional},
};
template <>
inline constexpr std::tuple fields_of<BandedFee>{
    Field{"by", &BandedFee::by, Choice{basis_words}},
    Field{"source", &BandedFee::source, Named{Code::unknown_source}},
    Field{"bands", &BandedFee::bands, Rows{"band", most_of_a_kind}},
    Field{"", &BandedFee::to, Implied{}},
};
template <>
inline constexpr std::tuple fields_of<UnpublishedFee>{
    Field{"unpublished", &UnpublishedFee::reason, Text::any},
    Field{"source", &UnpublishedFee::source, Named{Code::unknown_source}},
};
template <>
inline constexpr std::tuple fields_of<MembershipRef>{
    Field{"", &MembershipRef::foundation, Implied{}},
    Field{"", &MembershipRef::tier, Implied{}},
};
template <>
inline constexpr std::tuple fields_of<Requirement>{
    Field{"membership", &Requirement::membership, Text::membership},
    Field{"", &Requirement::price, Inline{}},
};
template <>
inline constexpr std::tuple fields_of<Join>{
    Field{"route", &Join::route, Choice{route_words}},
    Field{"url", &Join::url, Text::url},
    Field{"steps", &Join::steps, Texts{}},
    Field{"by", &Join::by, Text::any, Need::optional},
    Field{"within_days", &Join::within_days, AtLeast{1}, Need::optional},
};
template <>
inline constexpr std::tuple fields_of<Tier>{
    Field{"id", &Tier::id, Text::id},
    Field{"name", &Tier::name, Text::any},
    Field{"requires", &Tier::requires_memberships, Memberships{}, Need::optional},
    Field{"bundles", &Tier::bundles, Memberships{}, Need::optional},
    Field{"includes", &Tier::includes, Named{Code::unknown_tier}, Need::optional},
    Field{"commitment_years", &Tier::commitment_years, AtLeast{1}, Need::optional},
    Field{"members_max", &Tier::members_max, AtLeast{1}, Need::optional},
    Field{"notes", &Tier::notes, Texts{}, Need::optional},
    Field{"open_to", &Tier::open_to, OpenTo{}},
    Field{"join", &Tier::join, Part{}},
    Field{"fee", &Tier::fee, FeeOfAnyKind{}},
};
template <>
inline constexpr std::tuple fields_of<Grant>{
    Field{"", &Grant::answer, Implied{}},
    Field{"", &Grant::quantity, Implied{}},
};
template <>
inline constexpr std::tuple fields_of<Benefit>{
    Field{"id", &Benefit::id, Text::id},
    Field{"name", &Benefit::name, Text::any},
    Field{"group", &Benefit::group, Choice{group_words}},
    Field{"source", &Benefit::source, Named{Code::unknown_source}},
    Field{"implied_by", &Benefit::implied_by, Named{Code::unknown_benefit}, Need::optional},
    Field{"tiers", &Benefit::grants, Grants{}},
};
template <>
inline constexpr std::tuple fields_of<Figure>{
    Field{"", &Figure::from, Implied{}},
    Field{"", &Figure::to, Implied{}},
};
template <>
inline constexpr std::tuple fields_of<Organization>{
    Field{"org_type", &Organization::type, Choice{org_type_words}, Need::optional},
    Field{"employees", &Organization::employees, AtLeast{1}, Need::optional},
    Field{"revenue", &Organization::revenue, AtLeast{0}, Need::optional},
};
template <>
inline constexpr std::tuple fields_of<Example>{
    Field{"tier", &Example::tier, Named{Code::unknown_tier}},         Field{"", &Example::organization, Inline{}},
    Field{"lf_member", &Example::lf_member, Truth{}, Need::optional}, Field{"total", &Example::total, Amount{}},
    Field{"source", &Example::source, Named{Code::unknown_source}},
};
template <>
inline constexpr std::tuple fields_of<Schedule>{
    Field{"id", &Schedule::id, Text::id},
    Field{"foundation", &Schedule::foundation, Text::id},
    Field{"effective", &Schedule::effective, Day{}},
    Field{"until", &Schedule::until, Day{}, Need::optional},
    Field{"effective_source", &Schedule::effective_source, Named{Code::unknown_source}, Need::optional},
    Field{"default", &Schedule::is_default, Truth{}, Need::optional},
    Field{"name", &Schedule::name, Text::any},
    Field{"title", &Schedule::title, Text::any},
    Field{"effective_exact", &Schedule::effective_exact, Truth{}, Need::optional},
    Field{"verified", &Schedule::verified, Day{}},
    Field{"currency", &Schedule::currency, Text::currency},
    Field{"period", &Schedule::period, Choice{period_words}},
    Field{"employees", &Schedule::employees, Text::any, Need::optional},
    Field{"revenue", &Schedule::revenue, Text::any, Need::optional},
    Field{"notes", &Schedule::notes, Texts{}, Need::optional},
    Field{"source", &Schedule::sources, Rows{"source", most_of_a_kind}},
    Field{"tier", &Schedule::tiers, Rows{"tier", most_tiers}},
    Field{"benefit", &Schedule::benefits, Rows{"benefit", most_of_a_kind}, Need::optional},
    Field{"example", &Schedule::examples, Rows{"example", most_of_a_kind}, Need::optional},
};
template <>
inline constexpr std::tuple fields_of<Holding>{
    Field{"tier", &Holding::tier, Text::id},
    Field{"from", &Holding::from, Day{}},
    Field{"exact", &Holding::exact, Truth{}, Need::optional},
    Field{"source", &Holding::source, Named{Code::unknown_source}},
};
template <>
inline constexpr std::tuple fields_of<Member>{
    Field{"name", &Member::name, Text::any},
    Field{"also", &Member::also, Texts{}, Need::optional},
    Field{"", &Member::founded, Founding{}},
    Field{"held", &Member::held, Held{}},
    Field{"until", &Member::until, Day{}, Need::optional},
};
template <>
inline constexpr std::tuple fields_of<MemberList>{
    Field{"foundation", &MemberList::foundation, Text::id},
    Field{"verified", &MemberList::verified, Day{}},
    Field{"complete_from", &MemberList::complete_from, Day{}, Need::optional},
    Field{"source", &MemberList::sources, Rows{"source", most_of_a_kind}},
    Field{"member", &MemberList::members, Rows{"member", largest_schedule_file}}, // as many as a file can hold
};

} // namespace ptf_fees::catalogue
