// Floor 2, batch: the quick way compares bytes and looks up; the careful way uses the same parsers as the command line,
// whose sentences a bad row shows. Every row that the quick way answers the careful way answers alike.
#include "batch/row_pricer.h"

#include "batch/roster_words.h"

#include "engine/unknown_name.h"
#include "text/decimal.h"
#include "text/names.h"

#include <algorithm>

namespace ptf_fees::batch {
namespace {

std::string in_capitals(std::string_view word, std::size_t letters) {
    std::string capitals{word};
    std::transform(capitals.begin(), capitals.begin() + static_cast<std::ptrdiff_t>(letters), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return capitals;
}

/// The words in the ways in which rosters most often write them (no, No, NO), with what the parsers make of each, and
/// what an empty cell means.
ShortTextTable table_of(const std::vector<std::string_view>& words, std::uint32_t empty, const auto& meaning_of) {
    std::vector<std::string> texts{words.begin(), words.end()};
    for (const std::string_view word : words)
        texts.insert(texts.end(), {in_capitals(word, 1), in_capitals(word, word.size())});
    std::vector<ShortTextTable::Meaning> meanings;
    for (const std::string& text : texts)
        meanings.push_back({text, meaning_of(text)});
    if (empty != ShortTextTable::none)
        meanings.push_back({{}, empty});
    return ShortTextTable{meanings};
}

/// A cell of lf_member: as the option, and y and n.
std::expected<bool, std::string> read_yes_no(std::string_view cell) {
    if (text::same_ignoring_case(cell, "y") || text::same_ignoring_case(cell, "n"))
        return text::same_ignoring_case(cell, "y");
    return parse_yes_no(cell, used_columns()[static_cast<std::size_t>(UsedColumn::lf_member)]);
}

/// The figure of "120.0" or "120.00", as columns of numbers with gaps are exported; any other cell as it is.
std::string_view without_decimals(std::string_view cell) {
    for (const std::string_view zeros : {".0", ".00"})
        if (cell.ends_with(zeros) && text::all_digits(cell.substr(0, cell.size() - zeros.size())))
            return cell.substr(0, cell.size() - zeros.size());
    return cell;
}

/// How many shelves of a tier are for one answer to lf_member, and in all.
constexpr std::uint32_t per_answer{all_org_types.size()};
constexpr std::size_t shelves_of_tier = std::size_t{2} * per_answer;

} // namespace

RowPricer::RowPricer(const PriceTable& table, const Names& names, const Defaults& defaults, const AnswerText& text)
    : table_{table}, names_{names}, defaults_{defaults}, text_{text} {
    const auto& tiers = table.schedule().tiers;
    if (defaults.tier != nullptr)
        default_tier_ = static_cast<std::size_t>(defaults.tier - tiers.data());
    if (table_.size() == 0)
        return;
    learn_texts();
    for (std::size_t place = 0; place < table_.size(); ++place) {
        const RowAnswer answer = table_.answer(table_.question(place));
        if (answer.price.status != Status::quoted) {
            endings_.push_back({});
            continue;
        }
        const std::string ending = text_.of(answer);
        endings_.push_back({static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(ending.size())});
        texts_.append(ending);
        longest_ending_ = std::max(longest_ending_, ending.size());
    }
    texts_.make_room(Buffer::slack);
}

/// The number of a tier's first shelf.
std::uint32_t RowPricer::shelf_of(std::size_t tier) noexcept {
    return tier == no_tier ? ShortTextTable::none : static_cast<std::uint32_t>(tier * shelves_of_tier);
}

/// Fills the shelves, and what the usual texts of the cells that choose one add to its number.
void RowPricer::learn_texts() {
    const auto& tiers = table_.schedule().tiers;
    for (std::size_t tier = 0; tier < tiers.size(); ++tier)
        for (const bool lf_member : {false, true}) {
            const PriceTable::Sheet& sheet = table_.sheet(tier, lf_member);
            for (const OrgType type : all_org_types) {
                const std::size_t first = sheet.place(type, 0, 0);
                shelves_.push_back({QuickBreakpoints{sheet.employees.all}, static_cast<std::uint32_t>(first),
                                    static_cast<std::uint32_t>(sheet.place(type, 1, 0) - first), &sheet});
            }
        }
    const auto number_of = [](OrgType type) { return static_cast<std::uint32_t>(type); };
    const auto number_for = [](bool lf_member) { return lf_member ? per_answer : 0; };
    std::vector<std::string_view> words;
    for (const Tier& tier : tiers)
        words.insert(words.end(), {tier.id, tier.name});
    tiers_ =
        table_of(words, shelf_of(default_tier_), [&](const std::string& text) { return shelf_of(tier_named(text)); });
    words.clear();
    for (const OrgType type : all_org_types)
        words.push_back(name_of(type));
    types_ = table_of(words, number_of(defaults_.org_type),
                      [&](const std::string& text) { return number_of(parse_org_type(text).value()); });
    members_ = table_of({"yes", "no", "true", "false", "1", "0", "y", "n"}, number_for(defaults_.lf_member),
                        [&](const std::string& text) { return number_for(read_yes_no(text).value()); });
}

std::size_t RowPricer::tier_named(std::string_view cell) const noexcept {
    const Tier* const tier = find_tier(table_.schedule(), cell);
    return tier == nullptr ? no_tier : static_cast<std::size_t>(tier - table_.schedule().tiers.data());
}

std::string RowPricer::speaking_of(UsedColumn used, std::string sentence) const {
    // The parsers call the column by our name; the reader knows it by his own.
    const std::string_view ours = used_columns()[static_cast<std::size_t>(used)];
    if (names_.is_mapped(used) && sentence.starts_with(ours))
        sentence.replace(0, ours.size(), names_.name_of(used));
    return sentence;
}

std::optional<std::size_t> RowPricer::tier_of(std::string_view cell) const noexcept {
    const std::size_t tier = text::is_blank(cell) ? default_tier_ : tier_named(cell);
    return tier == no_tier ? std::nullopt : std::optional{tier};
}

std::string RowPricer::why_no_tier(std::string_view cell) const {
    if (text::is_blank(cell))
        return unknown_tier_in(names_.name_of(UsedColumn::tier), table_.catalogue(), table_.schedule(), {}) +
               ", or give --tier for such rows";
    return unknown_tier_in(names_.name_of(UsedColumn::tier), table_.catalogue(), table_.schedule(), cell);
}

std::expected<ReadRow, UnreadRow> RowPricer::read(const KeyCells& cells) const {
    KeyCells filled = cells;
    std::uint64_t no_values = 0;
    for (std::size_t i = 0; i < used_count; ++i) {
        const bool no_value = static_cast<UsedColumn>(i) != UsedColumn::tier && means_no_value(cells[i]);
        no_values += no_value ? 1 : 0;
        if (no_value || text::is_blank(cells[i]))
            filled[i] = no_text;
    }
    const std::string_view tier_cell = cell_of(filled, UsedColumn::tier);
    const auto tier = tier_of(tier_cell);
    if (!tier)
        return std::unexpected{UnreadRow{why_no_tier(tier_cell), {}, no_values}};
    ReadRow row{{.tier = *tier, .lf_member = defaults_.lf_member, .organization = {.type = defaults_.org_type}},
                no_values};
    if (auto read = read_organization(filled, row.question); !read)
        return std::unexpected{UnreadRow{std::move(read.error()), tier, no_values}};
    return row;
}

std::expected<void, std::string> RowPricer::read_organization(const KeyCells& cells, Question& question) const {
    std::string fault;
    const auto take = [&](UsedColumn used, auto&& parse, auto& value) {
        const std::string_view cell = cell_of(cells, used);
        if (cell.empty())
            return true;
        auto read = parse(cell);
        if (read)
            value = *read;
        else
            fault = speaking_of(used, std::move(read.error()));
        return read.has_value();
    };
    const auto employees = [](std::string_view cell) { return parse_employees(without_decimals(cell)); };
    const auto revenue = [](std::string_view cell) { return parse_revenue(without_decimals(cell)); };
    if (take(UsedColumn::employees, employees, question.organization.employees) &&
        take(UsedColumn::revenue, revenue, question.organization.revenue) &&
        take(UsedColumn::org_type, parse_org_type, question.organization.type) &&
        take(UsedColumn::lf_member, read_yes_no, question.lf_member))
        return {};
    return std::unexpected{std::move(fault)};
}

} // namespace ptf_fees::batch
