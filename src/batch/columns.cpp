// Floor 2, batch: a header becomes the places of its columns, or one sentence why it cannot be used.
#include "batch/columns.h"

#include "text/blanks.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::batch {
namespace {

constexpr std::array<std::string_view, used_count> used_names{"tier", "employees", "revenue", "org_type", "lf_member"};

std::string twice(const std::string& name, std::size_t first, std::size_t second) {
    return "the header has the column " + text::quoted(name) + " twice (columns " + std::to_string(first + 1) +
           " and " + std::to_string(second + 1) + "): rename one of them, or name another column with --map";
}

std::string in_the_way(const std::string& name) {
    return "the header already has a column " + text::quoted(name) +
           ", which is one of those to be added: give the new columns other names with --prefix, for example --prefix "
           "ptf_";
}

std::string reject_in_the_way(const std::string& name) {
    return "the header has a column " + text::quoted(name) +
           ", which --rejects would add once more: remove it, or leave reject_line, reject_status and reject_error "
           "together at the end, where they are recognised";
}

bool has(const std::vector<std::string>& header, std::string_view name) {
    return std::ranges::find(header, normalized(name), normalized) != header.end();
}

std::string mapped_but_missing(const Names& names, UsedColumn used, const std::vector<std::string>& header) {
    const std::string& wanted = names.name_of(used);
    if (has(header, wanted))
        return "--map " + std::string{used_names[static_cast<std::size_t>(used)]} + "=" + wanted + ": the column " +
               text::quoted(wanted) + " is already read as itself: map it too, or name another column";
    const std::vector<std::string_view> candidates{header.begin(), header.end()};
    return "--map " + std::string{used_names[static_cast<std::size_t>(used)]} + "=" + wanted +
           ": the header has no column " + text::quoted(wanted) + text::did_you_mean(wanted, candidates) + " (" +
           header_shown(header) + ")";
}

bool ends_with_reject_columns(const std::vector<std::string>& header) {
    if (header.size() <= reject_columns.size())
        return false;
    return std::equal(reject_columns.begin(), reject_columns.end(), header.end() - reject_columns.size(),
                      [](std::string_view known, const std::string& name) { return normalized(name) == known; });
}

} // namespace

std::span<const std::string_view> used_columns() noexcept {
    return used_names;
}

std::string normalized(std::string_view name) {
    std::string out = text::lower(text::with_single_blanks(name, '_'));
    std::ranges::replace(out, '-', '_');
    return out;
}

std::optional<UsedColumn> used_column_named(std::string_view name) {
    const auto found = std::ranges::find(used_names, std::string_view{normalized(name)});
    if (found == used_names.end())
        return std::nullopt;
    return static_cast<UsedColumn>(found - used_names.begin());
}

Names::Names(const std::vector<ColumnMapping>& map, std::string_view prefix, bool reads_revenue)
    : reads_revenue_{reads_revenue} {
    std::ranges::copy(used_names, shown_.begin());
    for (const ColumnMapping& mapping : map)
        if (const auto used = used_column_named(mapping.used)) {
            shown_[static_cast<std::size_t>(*used)] = mapping.column;
            mapped_[static_cast<std::size_t>(*used)] = true;
        }
    std::ranges::transform(shown_, wanted_.begin(), normalized);
    for (std::size_t i = 0; i < added_columns.size(); ++i)
        added_[i] = normalized(std::string{prefix}.append(added_columns[i]));
}

Meaning Names::meaning_of(std::string_view name) const {
    const std::string wanted = normalized(name);
    Meaning meaning;
    const auto found = std::ranges::find(wanted_, wanted);
    if (const auto used = static_cast<UsedColumn>(found - wanted_.begin()); found != wanted_.end() && reads(used))
        meaning.used = used;
    meaning.added = std::ranges::find(added_, wanted) != added_.end();
    meaning.reject = std::ranges::find(reject_columns, wanted) != reject_columns.end();
    return meaning;
}

std::string header_shown(const std::vector<std::string>& header) {
    constexpr std::size_t most_names = 20;
    std::string shown = "the header is ";
    for (std::size_t i = 0; i < std::min(header.size(), most_names); ++i)
        shown += (i == 0 ? "" : ", ") + text::quoted(header[i]);
    if (header.size() > most_names)
        shown += " and " + std::to_string(header.size() - most_names) + " more";
    return shown;
}

std::expected<Columns, std::string> find_columns(std::vector<std::string> header, const Names& names,
                                                 bool write_rejects) {
    if (header.size() > most_columns)
        return std::unexpected{"the header has more than 65,536 columns, which is the most that is read: is its first "
                               "line a header, and its separator the right one?"};
    Columns columns;
    columns.from_rejects = ends_with_reject_columns(header);
    if (columns.from_rejects)
        header.resize(header.size() - reject_columns.size());
    for (std::size_t i = 0; i < header.size(); ++i) {
        const Meaning meaning = names.meaning_of(header[i]);
        if (meaning.added)
            return std::unexpected{in_the_way(header[i])};
        if (meaning.reject && write_rejects)
            return std::unexpected{reject_in_the_way(header[i])};
        if (!meaning.used)
            continue;
        auto& place = columns.used[static_cast<std::size_t>(*meaning.used)];
        if (place)
            return std::unexpected{twice(header[i], *place, i)};
        place = i;
    }
    for (std::size_t i = 0; i < used_count; ++i)
        if (const auto used = static_cast<UsedColumn>(i);
            !columns.used[i] && names.is_mapped(used) && (names.reads(used) || !has(header, names.name_of(used))))
            return std::unexpected{mapped_but_missing(names, used, header)};
    columns.names = std::move(header);
    return columns;
}

} // namespace ptf_fees::batch
