// Floor 2, batch: the quick way compares bytes and looks up; the careful way uses the same parsers as the command line,
// whose sentences a bad row shows. Every row that the quick way answers the careful way answers alike.
#include "batch/row_pricer.h"

#include "engine/unknown_name.h"

namespace ptf_fees::batch {
RowPricer::RowPricer(const PriceTable& table, const Names& names, const Defaults& defaults, const AnswerText& text)
    : table_{table}, names_{names}, defaults_{defaults}, text_{text} {
    const auto& tiers = table.schedule().tiers;
    if (defaults.tier != nullptr)
        default_tier_ = static_cast<std::size_t>(defaults.tier - tiers.data());
    for (const Tier& tier : tiers)
        tier_ids_.push_back(WordPair::of_name(tier.id));
    if (table_.size() == 0)
        return;
    for (const Question& question : table_.questions()) {
        const RowAnswer answer = table_.answer(question);
        if (answer.price.status != Status::quoted) {
            endings_.push_back({});
            continue;
        }
        const std::string ending = text_.of(answer);
        endings_.push_back({static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(ending.size())});
        texts_.append(ending);
    }
    texts_.make_room(Buffer::slack);
}

std::size_t RowPricer::tier_named(std::string_view cell) const noexcept {
    const Tier* const tier = find_tier(table_.schedule(), cell);
    return tier == nullptr ? no_tier : static_cast<std::size_t>(tier - table_.schedule().tiers.data());
}

std::string RowPricer::speaking_of(Used used, std::string sentence) const {
    // The parsers call the column by our name; the reader knows it by his own.
    const std::string_view ours = used_columns()[static_cast<std::size_t>(used)];
    if (names_.is_mapped(used) && sentence.starts_with(ours))
        sentence.replace(0, ours.size(), names_.name_of(used));
    return sentence;
}

std::expected<std::size_t, std::string> RowPricer::read_tier(std::string_view cell) const {
    if (const std::size_t tier = cell.empty() ? default_tier_ : tier_named(cell); tier != no_tier)
        return tier;
    const std::string refusal = unknown_tier_in(names_.name_of(Used::tier), table_.schedule(), cell);
    return std::unexpected{refusal + (cell.empty() ? ", or give --tier for such rows" : "")};
}

std::expected<ReadRow, std::string> RowPricer::read(const KeyCells& cells) const {
    ReadRow row;
    const auto tier = read_tier(cell_of(cells, Used::tier));
    if (!tier)
        return std::unexpected{tier.error()};
    row.question.tier = *tier;
    row.question.lf_member = defaults_.lf_member;
    Organization& organization = row.question.organization;
    organization.type = defaults_.org_type;
    if (const auto cell = cell_of(cells, Used::employees); !cell.empty()) {
        const auto number = parse_employees(cell);
        if (!number)
            return std::unexpected{speaking_of(Used::employees, number.error())};
        organization.employees = *number;
    }
    if (const auto cell = cell_of(cells, Used::revenue); !cell.empty()) {
        const auto units = parse_revenue(cell);
        if (!units)
            return std::unexpected{speaking_of(Used::revenue, units.error())};
        organization.revenue = *units;
    }
    if (const auto cell = cell_of(cells, Used::org_type); !cell.empty()) {
        const auto type = parse_org_type(cell);
        if (!type)
            return std::unexpected{speaking_of(Used::org_type, type.error())};
        organization.type = *type;
    }
    if (const auto cell = cell_of(cells, Used::lf_member); !cell.empty()) {
        const auto yes = parse_yes_no(cell, names_.name_of(Used::lf_member));
        if (!yes)
            return std::unexpected{yes.error()};
        row.question.lf_member = *yes;
    }
    row.answer = table_.answer(row.question);
    return row;
}

} // namespace ptf_fees::batch
