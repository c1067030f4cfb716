// Floor 2, catalogue: tiers, with what they require, who may join and how.

#include "catalogue/read.h"

#include "text/names.h"

namespace ptf_fees::catalogue {

namespace {

constexpr std::array<std::string_view, 2> route_words{"enrolment", "approval"};

std::array<Answer, all_org_types.size()> read_open_to(TableReader& tier) {
    std::array<Answer, all_org_types.size()> open_to{};
    auto table = tier.table("open_to", "the open_to of " + tier.what());
    if (!table)
        return open_to;
    for (const OrgType type : all_org_types) {
        if (const auto answer = table->word(name_of(type), answer_words))
            open_to[static_cast<std::size_t>(type)] = static_cast<Answer>(answer->value);
    }
    table->refuse_unknown_keys();
    return open_to;
}

std::span<const std::string_view> read_steps(TableReader& join) {
    const auto steps = join.kept_texts("steps");
    if (join.is_empty_list("steps"))
        join.bad_value(join.place_of_value("steps"), join.what() + " has no steps",
                       "write at least one sentence on what to do");
    return steps;
}

Join read_join(TableReader& tier) {
    Join join;
    auto table = tier.table("join", "the join of " + tier.what());
    if (!table)
        return join;
    if (const auto route = table->word("route", route_words))
        join.route = static_cast<Route>(route->value);
    if (const auto url = table->url("url"))
        join.url = url->value;
    join.steps = read_steps(*table);
    const auto by = table->text("by", Need::optional);
    const auto within_days = table->whole_number("within_days", 1, Need::optional);
    if (join.route == Route::enrolment && table->has("route") && (table->has("by") || table->has("within_days")))
        table->bad_value(table->place_of_key(table->has("by") ? "by" : "within_days"),
                         table->what() + " is an enrolment, which nobody decides on",
                         "write route = \"approval\", or take by and within_days out");
    if (by)
        join.by = by->value;
    if (within_days)
        join.within_days = within_days->value;
    table->refuse_unknown_keys();
    return join;
}

/// A requirement is text, or a table where this source prints its own price.
std::optional<RequirementDraft> read_requirement(const toml::node& node, TableReader& tier) {
    if (const toml::table* inner = node.as_table()) {
        TableReader table{*inner, "a requirement of " + tier.what(), tier.reading()};
        const auto text = table.text("membership");
        auto price = read_flat_fee(table);
        table.refuse_unknown_keys();
        const auto membership = text ? membership_of(*text, table) : std::nullopt;
        return membership ? std::optional{RequirementDraft{*membership, price}} : std::nullopt;
    }
    if (!node.is_string()) {
        tier.wrong_type(node, "requires", "text or a table",
                        "write \"foundation/tier\", or { membership = \"foundation/tier\", amount = ... }");
        return std::nullopt;
    }
    const auto text = tier.text_of(node, "requires");
    const auto membership = text ? membership_of(*text, tier) : std::nullopt;
    return membership ? std::optional{RequirementDraft{*membership, std::nullopt}} : std::nullopt;
}

std::vector<RequirementDraft> read_requirements(TableReader& tier) {
    std::vector<RequirementDraft> requirements;
    for (const toml::node* node : tier.items("requires", most_memberships, Need::optional)) {
        if (const auto requirement = read_requirement(*node, tier))
            requirements.push_back(*requirement);
    }
    return requirements;
}

std::vector<Placed<MembershipRef>> read_bundles(TableReader& tier) {
    std::vector<Placed<MembershipRef>> bundles;
    for (const toml::node* node : tier.items("bundles", most_memberships, Need::optional)) {
        const auto text = tier.text_of(*node, "bundles");
        if (const auto membership = text ? membership_of(*text, tier) : std::nullopt)
            bundles.push_back(*membership);
    }
    return bundles;
}

void refuse_both(const TableReader& tier) {
    if (!tier.has("requires") || !tier.has("bundles"))
        return;
    const Place later = std::max(tier.place_of_key("requires"), tier.place_of_key("bundles"));
    tier.reading().report.add(Code::requires_and_bundles, later, tier.what() + " has both requires and bundles",
                              "keep requires if those memberships cost extra, bundles if the fee includes them");
}

} // namespace

std::optional<Placed<MembershipRef>> membership_of(const Placed<std::string_view>& text, const TableReader& table) {
    const auto slash = text.value.find('/');
    const auto foundation = text.value.substr(0, slash);
    const auto tier = slash == std::string_view::npos ? std::string_view{} : text.value.substr(slash + 1);
    if (is_id(foundation) && is_id(tier))
        return Placed{MembershipRef{foundation, tier}, text.place};
    table.bad_value(text.place, text::quoted(text.value) + " is not a membership",
                    "write foundation and tier ids with a slash between, for example \"lf/silver\"");
    return std::nullopt;
}

TierDraft read_tier(TableReader table) {
    TierDraft tier;
    tier.head = table.place();
    tier.id = table.id("id");
    tier.name = table.text("name");
    tier.requirements = read_requirements(table);
    tier.bundles = read_bundles(table);
    refuse_both(table);
    tier.includes = table.id("includes", Need::optional);
    tier.commitment_years = table.whole_number("commitment_years", 1, Need::optional);
    tier.members_max = table.whole_number("members_max", 1, Need::optional);
    tier.notes = table.kept_texts("notes", Need::optional);
    tier.open_to = read_open_to(table);
    tier.join = read_join(table);
    if (const auto fee = table.table("fee", "the fee of " + table.what()))
        tier.fee = read_fee(*fee);
    table.refuse_unknown_keys();
    return tier;
}

} // namespace ptf_fees::catalogue
