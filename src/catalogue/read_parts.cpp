// Floor 2, catalogue: sources, benefits and examples.

#include "catalogue/read.h"

#include "text/names.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

constexpr std::array<std::string_view, 6> group_words{"governance", "visibility",     "community",
                                                      "training",   "infrastructure", "support"};
constexpr std::array<std::string_view, all_org_types.size()> org_type_words{"company", "nonprofit", "academic",
                                                                            "government", "individual"};

/// One of the three answers, or a quantity, which is a yes.
Grant grant_of(std::string_view text) {
    for (std::size_t i = 0; i < answer_words.size(); ++i) {
        if (answer_words[i] == text)
            return {.answer = static_cast<Answer>(i)};
    }
    return {.answer = Answer::yes, .quantity = text};
}

/// A quantity that is one of the answers but for its case is a slip of the pen.
bool is_misspelt_answer(std::string_view text) {
    for (const std::string_view word : answer_words) {
        if (text != word && text::same_ignoring_case(text, word))
            return true;
    }
    return text::same_ignoring_case(text, "true") || text::same_ignoring_case(text, "false");
}

/// What public tables write where a tier does not have a benefit.
bool says_no(std::string_view text) {
    const std::string words = text::lower(text);
    constexpr std::array<std::string_view, 6> marks{"-", "–", "—", "0", "none", "n/a"};
    return std::ranges::find(marks, words) != marks.end() || words.starts_with("0 ") || words.starts_with("no ") ||
           words.starts_with("not ");
}

std::vector<GrantDraft> read_grants(TableReader& table) {
    std::vector<GrantDraft> grants;
    for (const auto& tier : table.all_keys()) {
        const auto text = table.text(tier.value, Need::optional);
        if (!text)
            continue;
        if (is_misspelt_answer(text->value)) {
            table.bad_value(text->place, text::quoted(text->value) + " is neither an answer nor a quantity",
                            "write \"yes\", \"no\", \"unstated\" or a quantity such as \"50 vouchers\"");
            continue;
        }
        if (says_no(text->value)) {
            table.reading().report.add(Code::benefit_says_no, text->place,
                                       text::quoted(text->value) + " of " + table.what() +
                                           " means no, and would be read as a quantity",
                                       "leave the tier out, or write \"no\"");
            continue;
        }
        grants.push_back(
            {.tier = {table.reading().storage.keep(tier.value), tier.place}, .grant = grant_of(text->value)});
    }
    return grants;
}

} // namespace

SourceDraft read_source(TableReader table) {
    SourceDraft draft;
    draft.id = table.id("id");
    draft.source.id = text_or_nothing(draft.id);
    draft.source.title = text_or_nothing(table.text("title"));
    draft.source.url = text_or_nothing(table.url("url"));
    draft.source.archive = text_or_nothing(table.url("archive", Need::optional));
    draft.source.locator = text_or_nothing(table.text("locator", Need::optional));
    draft.source.proves = text_or_nothing(table.text("proves", Need::optional));
    if (const auto dated = table.date("dated", Need::optional))
        draft.source.dated = dated->value;
    if (const auto retrieved = table.date("retrieved", Need::optional))
        draft.source.retrieved = retrieved->value;
    table.refuse_unknown_keys();
    return draft;
}

BenefitDraft read_benefit(TableReader table) {
    BenefitDraft draft;
    draft.id = table.id("id");
    draft.name = table.text("name");
    if (const auto group = table.word("group", group_words))
        draft.group = group_words[group->value];
    draft.source = table.id("source");
    draft.implied_by = table.id("implied_by", Need::optional);
    if (auto tiers = table.table("tiers", "the tiers of " + table.what())) {
        draft.tiers = tiers->place();
        draft.grants = read_grants(*tiers);
    }
    table.refuse_unknown_keys();
    return draft;
}

ExampleDraft read_example(TableReader table) {
    ExampleDraft draft;
    draft.tier = table.id("tier");
    if (const auto type = table.word("org_type", org_type_words, Need::optional))
        draft.organization.type = all_org_types[type->value];
    if (const auto employees = table.whole_number("employees", 1, Need::optional))
        draft.organization.employees = employees->value;
    if (const auto revenue = table.whole_number("revenue", 0, Need::optional))
        draft.organization.revenue = revenue->value;
    if (const auto lf_member = table.truth("lf_member", Need::optional))
        draft.lf_member = lf_member->value;
    draft.total = table.amount("total");
    draft.source = table.id("source");
    table.refuse_unknown_keys();
    return draft;
}

} // namespace ptf_fees::catalogue
