// Floor 2, batch: where each value of a row comes from, in one line.
#include "batch/reading.h"

#include "batch/roster_words.h"

#include "text/blanks.h"
#include "text/escape.h"
#include "text/names.h"
#include "text/width.h"
#include "text/words.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace ptf_fees::batch {
namespace {

std::string_view our_name(UsedColumn used) {
    return used_columns()[static_cast<std::size_t>(used)];
}

/// `name` on one line, with one blank for those that follow each other: it still names the same column.
std::string on_one_line(std::string_view name) {
    return text::printable(text::with_single_blanks(name, ' '));
}

std::string in_double_quotes(std::string_view name) {
    return '"' + on_one_line(name) + '"';
}

std::string map_option(UsedColumn used, std::string_view column) {
    return "--map " + text::shell_word(std::string{our_name(used)} + "=" + on_one_line(column));
}

/// Which name of the input each used column has. Views of the source.
class ColumnNames {
public:
    ColumnNames(const Source& source, const Names& names) {
        for (const std::string& name : source.header_names) {
            const Meaning meaning = names.meaning_of(name);
            if (meaning.used)
                used_[static_cast<std::size_t>(*meaning.used)] = name;
            else
                unused_.push_back(name);
        }
    }

    [[nodiscard]] const std::optional<std::string>& of(UsedColumn used) const {
        return used_[static_cast<std::size_t>(used)];
    }
    [[nodiscard]] bool any() const {
        return std::ranges::any_of(used_, [](const auto& name) { return name.has_value(); });
    }
    [[nodiscard]] const std::vector<std::string_view>& unused() const { return unused_; }

private:
    std::array<std::optional<std::string>, used_count> used_{};
    std::vector<std::string_view> unused_{};
};

/// The value of `used` where it has no column, and where that comes from.
std::string without_column(UsedColumn used, const Options& options) {
    switch (used) {
    case UsedColumn::tier:
        return options.tier != nullptr ? " from --tier" : " unknown";
    case UsedColumn::employees:
    case UsedColumn::revenue:
        return " unknown";
    case UsedColumn::org_type:
        return " " + std::string{name_of(options.org_type.value_or(OrgType::company))} +
               (options.org_type ? " from --org-type" : " (assumed)");
    case UsedColumn::lf_member:
        break;
    }
    const bool member = holds(options.member_of, linux_foundation_id);
    return (member ? " yes" : " no") +
           std::string{member || !options.lf_member_assumed ? " from --lf-member" : " (assumed)"};
}

} // namespace

std::string proposed_map(std::span<const std::string> header, UsedColumn used) {
    const auto near = std::ranges::find_if(header, [&](const std::string& name) { return near_column(name) == used; });
    if (near != header.end())
        return map_option(used, *near);
    const std::vector<std::string_view> candidates{header.begin(), header.end()};
    return map_option(used, text::nearest(our_name(used), candidates).value_or("COLUMN"));
}

namespace {

/// The unused columns that come near `used`, each with the option that takes it.
std::string columns_near(const ColumnNames& columns, UsedColumn used) {
    std::string nears;
    for (const std::string_view name : columns.unused())
        if (near_column(name) == used)
            nears += (nears.empty() ? "" : "; ") + in_double_quotes(name) + " comes near " +
                     std::string{our_name(used)} + ": " + map_option(used, name);
    return nears;
}

/// Whether some price of `table` depends on the values of `used`.
bool matters(UsedColumn used, const PriceTable& table) {
    switch (used) {
    case UsedColumn::employees:
        return table.depends_on(Basis::employees);
    case UsedColumn::revenue:
        return table.depends_on(Basis::revenue);
    default:
        return true;
    }
}

} // namespace

text::Lines reading_lines(const Source& source, const Options& options, const Names& names, const PriceTable& table) {
    const ColumnNames columns{source, names};
    std::string values;
    std::string nears;
    bool worth_saying = false;
    for (std::size_t i = 0; i < used_count; ++i) {
        const auto used = static_cast<UsedColumn>(i);
        if (!matters(used, table))
            continue;
        const auto& column = columns.of(used);
        values.append(values.empty() ? "" : ", ").append(our_name(used));
        values += column ? " from " + in_double_quotes(*column) : without_column(used, options);
        worth_saying = worth_saying || !column || names.is_mapped(used);
        if (const std::string near = column ? std::string{} : columns_near(columns, used); !near.empty())
            nears += (nears.empty() ? "" : "; ") + near;
    }
    text::Lines lines;
    if (options.skip != 0)
        lines.add("skipped " + text::counted(static_cast<std::int64_t>(options.skip), "line", "lines") +
                  " above the header (--skip)");
    if (worth_saying && !options.quiet)
        lines.add("read: " + values + (nears.empty() ? "" : "; " + nears));
    else if (!nears.empty())
        lines.add(nears);
    if (source.separator && !columns.any() && nears.empty())
        lines.add("the first line was taken as the header: " + text::quoted(source.header));
    return lines;
}

} // namespace ptf_fees::batch
