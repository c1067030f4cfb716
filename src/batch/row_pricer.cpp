// Floor 2, batch: the quick way compares bytes and looks up; the careful way uses the same parsers as the command line,
// whose sentences a bad row shows. Every row that the quick way answers the careful way answers alike.
#include "batch/row_pricer.h"

#include "text/names.h"
#include "text/words.h"

#include <bit>
#include <cstring>
#include <limits>

namespace ptf_fees::batch {
namespace {

constexpr std::size_t no_tier = std::numeric_limits<std::size_t>::max();

/// What the quick way makes of a cell.
enum class Quick : std::uint8_t { absent, known, unsure };

/// Eight digits at once where they fit a word of the machine; else, and for longer numbers, one by one.
Quick quick_number(std::string_view cell, std::int64_t& number) noexcept {
    if (cell.empty())
        return Quick::absent;
    constexpr std::size_t most_digits = 18;
    if (cell.size() > most_digits)
        return Quick::unsure;
    if constexpr (std::endian::native == std::endian::little) {
        if (cell.size() <= 8) {
            // The first digit lies lowest: shifted up, what lies below are leading zeros.
            std::uint64_t word = 0;
            std::memcpy(&word, cell.data(), 8);
            const auto unused = static_cast<unsigned>(64 - 8 * cell.size());
            word = (word << unused) ^ (0x3030303030303030U << unused);
            if ((((word + 0x7676767676767676U) | word) & 0x8080808080808080U) != 0)
                return Quick::unsure; // some byte is above nine
            word = word * 10 + (word >> 8U);
            constexpr std::uint64_t pairs = 0x000000FF000000FFU;
            word = ((word & pairs) * 0x000F424000000064U + ((word >> 16U) & pairs) * 0x0000271000000001U) >> 32U;
            number = static_cast<std::int64_t>(word);
            return Quick::known;
        }
    }
    number = 0;
    for (const char c : cell) {
        if (c < '0' || c > '9')
            return Quick::unsure;
        number = number * 10 + (c - '0');
    }
    return Quick::known;
}

Quick quick_type(std::string_view cell, OrgType& type) noexcept {
    if (cell.empty())
        return Quick::absent;
    switch (cell.size()) {
    case 7:
        type = OrgType::company;
        break;
    case 8:
        type = OrgType::academic;
        break;
    case 9:
        type = OrgType::nonprofit;
        break;
    case 10:
        type = cell.front() == 'g' ? OrgType::government : OrgType::individual;
        break;
    default:
        return Quick::unsure;
    }
    return cell == name_of(type) ? Quick::known : Quick::unsure;
}

Quick quick_yes_no(std::string_view cell, bool& yes) noexcept {
    if (cell.empty())
        return Quick::absent;
    if (cell == "yes" || cell == "no") {
        yes = cell.size() == 3;
        return Quick::known;
    }
    yes = cell == "true" || cell == "1";
    return yes || cell == "false" || cell == "0" ? Quick::known : Quick::unsure;
}

std::string_view cell_of(const KeyCells& cells, Used used) noexcept {
    return cells[static_cast<std::size_t>(used)];
}

} // namespace

RowPricer::RowPricer(const PriceTable& table, const Names& names, const Defaults& defaults, const AnswerText& text)
    : table_{table}, names_{names}, defaults_{defaults}, text_{text} {
    if (table_.size() == 0)
        return;
    for (const Question& question : table_.questions()) {
        const Answer answer = table_.answer(question);
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

std::size_t RowPricer::quick_tier(std::string_view cell) const noexcept {
    const auto& tiers = table_.schedule().tiers;
    if (cell.empty())
        return defaults_.tier == nullptr ? no_tier : static_cast<std::size_t>(defaults_.tier - tiers.data());
    for (std::size_t i = 0; i < tiers.size(); ++i)
        if (cell.size() == tiers[i].id.size() && std::memcmp(cell.data(), tiers[i].id.data(), cell.size()) == 0)
            return i;
    const Tier* const tier = find_tier(table_.schedule(), cell);
    return tier == nullptr ? no_tier : static_cast<std::size_t>(tier - tiers.data());
}

std::uint32_t RowPricer::quoted_place(const KeyCells& cells) const noexcept {
    if (table_.size() == 0)
        return unknown;
    Question question;
    question.tier = quick_tier(cell_of(cells, Used::tier));
    if (question.tier == no_tier)
        return unknown;
    question.lf_member = defaults_.lf_member;
    question.organization.type = defaults_.org_type;
    std::int64_t number = 0;
    const Quick employees = quick_number(cell_of(cells, Used::employees), number);
    if (employees == Quick::known)
        question.organization.employees = number;
    std::int64_t units = 0;
    const Quick revenue = quick_number(cell_of(cells, Used::revenue), units);
    if (revenue == Quick::known)
        question.organization.revenue = units;
    const Quick type = quick_type(cell_of(cells, Used::org_type), question.organization.type);
    const Quick member = quick_yes_no(cell_of(cells, Used::lf_member), question.lf_member);
    const bool zero = employees == Quick::known && number == 0;
    if (zero || employees == Quick::unsure || revenue == Quick::unsure || type == Quick::unsure ||
        member == Quick::unsure)
        return unknown;
    const auto place = static_cast<std::uint32_t>(table_.place(question));
    return endings_[place].size == 0 ? unknown : place;
}

std::string RowPricer::speaking_of(Used used, std::string sentence) const {
    // The parsers call the column by our name; the reader knows it by his own.
    const std::string_view ours = used_columns()[static_cast<std::size_t>(used)];
    if (names_.is_mapped(used) && sentence.starts_with(ours))
        sentence.replace(0, ours.size(), names_.name_of(used));
    return sentence;
}

std::expected<std::size_t, std::string> RowPricer::read_tier(std::string_view cell) const {
    const auto& tiers = table_.schedule().tiers;
    if (const std::size_t tier = quick_tier(cell); tier != no_tier)
        return tier;
    std::vector<std::string> ids;
    for (const Tier& tier : tiers)
        ids.emplace_back(tier.id);
    const std::vector<std::string_view> candidates{ids.begin(), ids.end()};
    if (cell.empty())
        return std::unexpected{names_.name_of(Used::tier) + " is empty: name a tier, or give --tier for such rows"};
    return std::unexpected{names_.name_of(Used::tier) + " " + text::quoted(cell) + " is not a tier of " +
                           std::string{table_.schedule().id} + text::did_you_mean(cell, candidates) + " (it has " +
                           text::listed(ids) + ")"};
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
