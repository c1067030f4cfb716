// Floor 2, catalogue: amounts, tables and lists, the other half of TableReader.

#include "catalogue/reader.h"
#include "text/decimal.h"
#include "text/names.h"
#include "text/words.h"

namespace ptf_fees::catalogue {

Maybe<Money> TableReader::amount(std::string_view key, Need need) {
    const toml::node* found = node(key, need, "25_000");
    if (found == nullptr)
        return std::nullopt;
    const auto money = money_of(*found, key);
    if (!money)
        return std::nullopt;
    return Placed{*money, catalogue::place_of(*found)};
}

std::optional<Money> TableReader::money_of(const toml::node& node, std::string_view key) const {
    const Place place = catalogue::place_of(node);
    if (const auto* units = node.as_integer()) {
        const auto checked = units_of(units->get(), place, key);
        return checked ? std::optional{Money::from_units(*checked)} : std::nullopt;
    }
    if (node.is_floating_point()) {
        reading_.report.add(Code::float_amount, place,
                            text::quoted(key) + " of " + what_ + " is a float, which cannot hold cents exactly",
                            "write whole units (1234) or text with two decimals (\"1234.50\")");
        return std::nullopt;
    }
    const auto* written = node.as_string();
    if (written == nullptr) {
        wrong_type(node, key, "an amount", "write whole units (1234) or text with two decimals (\"1234.50\")");
        return std::nullopt;
    }
    const std::string& text = written->get();
    const bool negative = text.starts_with('-');
    const auto money = text::parse_plain(negative ? std::string_view{text}.substr(1) : std::string_view{text});
    if (!money) {
        bad_value(place, text::quoted(key) + " of " + what_ + " is " + text::quoted(text) + ", which is not an amount",
                  "write digits, a point and two decimals (\"1234.50\"), or whole units without quotes (1234)");
        return std::nullopt;
    }
    // The sign and the limit are judged on whole units; a cent beyond the limit is beyond it too.
    const std::int64_t units = money->cents() / 100 + (money->cents() % 100 == 0 ? 0 : 1);
    return units_of(negative ? -units : units, place, key) ? money : std::nullopt;
}

std::optional<std::int64_t> TableReader::units_of(std::int64_t units, Place place, std::string_view key) const {
    constexpr std::int64_t largest = largest_scheduled_amount.cents() / 100;
    if (units < 0) {
        reading_.report.add(Code::negative_amount, place, text::quoted(key) + " of " + what_ + " is below 0",
                            "write what is paid, 0 or more");
        return std::nullopt;
    }
    if (units > largest) {
        reading_.report.add(Code::amount_too_large, place,
                            text::quoted(key) + " of " + what_ + " is beyond " + text::grouped(largest),
                            "write whole currency units, not cents");
        return std::nullopt;
    }
    return units;
}

std::optional<TableReader> TableReader::table(std::string_view key, std::string name, Need need) {
    const toml::node* found = node(key, need, "{ ... }");
    if (found == nullptr)
        return std::nullopt;
    if (const toml::table* inner = found->as_table())
        return TableReader{*inner, std::move(name), reading_};
    wrong_type(*found, key, "a table", "write it as " + std::string{key} + " = { ... }");
    return std::nullopt;
}

bool TableReader::is_empty_list(std::string_view key) const {
    const toml::array* list = table_->get_as<toml::array>(key);
    return list != nullptr && list->empty();
}

std::vector<const toml::node*> TableReader::items(std::string_view key, std::size_t most, Need need,
                                                  std::string_view sample) {
    std::vector<const toml::node*> result;
    const toml::node* found = node(key, need, sample);
    if (found == nullptr)
        return result;
    const toml::array* list = found->as_array();
    if (list == nullptr) {
        wrong_type(*found, key, "a list",
                   found->is_table() ? "begin each entry with [[" + std::string{key} + "]]"
                                     : "put it between square brackets");
        return result;
    }
    for (const toml::node& item : *list) {
        if (result.size() == most) {
            reading_.report.add(Code::too_many, catalogue::place_of(item),
                                what_ + " has more than " + text::grouped(static_cast<std::int64_t>(most)) +
                                    " entries under " + text::quoted(key) + "; the rest is not read",
                                "no edition of a foundation's terms has that many; is this a fee schedule?");
            break;
        }
        result.push_back(&item);
    }
    return result;
}

std::vector<TableReader> TableReader::tables(std::string_view key, std::string_view name, std::size_t most, Need need,
                                             const std::string& owner) {
    std::vector<TableReader> result;
    const std::string sample = owner.empty() ? "[[" + std::string{key} + "]]" : "[{ ... }]";
    for (const toml::node* item : items(key, most, need, sample)) {
        const toml::table* inner = item->as_table();
        if (inner == nullptr) {
            wrong_type(*item, key, "a table", "write each entry as { ... }");
            continue;
        }
        const auto* id = inner->get_as<std::string>("id");
        const std::string which = id != nullptr ? text::quoted(id->get()) : std::to_string(result.size() + 1);
        result.emplace_back(*inner, std::string{name}.append(" ").append(which).append(owner), reading_);
    }
    return result;
}

} // namespace ptf_fees::catalogue
