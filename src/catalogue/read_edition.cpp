// Floor 2, catalogue: the head of a schedule file and its list of parts.

#include "catalogue/read.h"

#include "text/names.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

constexpr std::array<std::string_view, 3> period_words{"year", "quarter", "month"};

template <class T>
T value_or(const Maybe<T>& maybe, T otherwise) {
    return maybe ? maybe->value : otherwise;
}

bool is_currency(std::string_view text) noexcept {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string_view read_currency(TableReader& table) {
    const auto currency = table.text("currency");
    if (currency && !is_currency(currency->value)) {
        table.bad_value(currency->place, text::quoted(currency->value) + " is not a currency",
                        "write the three capitals of ISO 4217, for example USD");
        return {};
    }
    return currency ? currency->value : std::string_view{};
}

Schedule read_terms(TableReader& table) {
    Schedule terms;
    terms.name = value_or(table.text("name"), {});
    terms.title = value_or(table.text("title"), {});
    terms.effective_exact = value_or(table.truth("effective_exact", Need::optional), true);
    terms.verified = value_or(table.date("verified"), {});
    terms.currency = read_currency(table);
    if (const auto period = table.word("period", period_words))
        terms.period = period_words[period->value];
    terms.employees = value_or(table.text("employees", Need::optional), {});
    terms.revenue = text_or_nothing(table.text("revenue", Need::optional));
    terms.notes = table.kept_texts("notes", Need::optional);
    return terms;
}

template <class Draft>
std::vector<Draft> read_all(const std::vector<TableReader>& tables, Draft (*read)(TableReader)) {
    std::vector<Draft> drafts;
    drafts.reserve(tables.size());
    for (const TableReader& table : tables)
        drafts.push_back(read(table));
    return drafts;
}

} // namespace

void read_format(TableReader& table) {
    const auto format = table.whole_number("format", 1);
    if (format && format->value != 1)
        table.bad_value(format->place, "this file has format " + std::to_string(format->value) + ", expected 1",
                        "write format = 1, or use a newer version of this program");
}

EditionDraft read_edition(const toml::table& root, Reading reading) {
    TableReader table{root, "the schedule", reading};
    EditionDraft draft;
    read_format(table);
    draft.id = table.id("id");
    draft.foundation = table.id("foundation");
    draft.effective = table.date("effective");
    draft.until = table.date("until", Need::optional);
    draft.effective_source = table.id("effective_source", Need::optional);
    draft.is_default = table.truth("default", Need::optional);
    draft.terms = read_terms(table);
    draft.sources = read_all(table.tables("source", "source", most_sources), read_source);
    draft.tiers = read_all(table.tables("tier", "tier", most_tiers), read_tier);
    if (table.is_empty_list("tier"))
        reading.report.add(Code::missing_key, table.place_of_value("tier"), "the schedule has no tiers",
                           "add at least one [[tier]]");
    draft.benefits = read_all(table.tables("benefit", "benefit", most_benefits, Need::optional), read_benefit);
    draft.examples = read_all(table.tables("example", "example", most_examples, Need::optional), read_example);
    table.refuse_unknown_keys();
    return draft;
}

namespace {

/// The position in `drafts` of the one with exactly that id.
template <class Draft>
std::optional<std::size_t> index_in(const std::vector<Draft>& drafts, std::string_view id) noexcept {
    const auto found = std::ranges::find_if(drafts, [id](const Draft& one) { return one.id && one.id->value == id; });
    return found == drafts.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - drafts.begin())};
}

} // namespace

std::optional<std::size_t> tier_index(const EditionDraft& draft, std::string_view id) noexcept {
    return index_in(draft.tiers, id);
}

std::optional<std::size_t> benefit_index(const EditionDraft& draft, std::string_view id) noexcept {
    return index_in(draft.benefits, id);
}

std::optional<std::size_t> source_index(const EditionDraft& draft, std::string_view id) noexcept {
    return index_in(draft.sources, id);
}

} // namespace ptf_fees::catalogue
