// Floor 3: the values that options take. The enumerations come from where they are defined, the names from the embedded
// catalogue.
#include "cli/values.h"

#include "cli/select.h"
#include "render/formats.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

using Words = std::vector<std::string>;

void add_once(Words& words, std::string_view word) {
    if (std::ranges::find(words, word) == words.end())
        words.emplace_back(word);
}

template <typename Names>
Words words_of(const Names& names) {
    Words words;
    for (const auto& name : names)
        words.emplace_back(name);
    return words;
}

/// The words of "yes|no".
Words alternatives(std::string_view type) {
    Words words;
    for (std::size_t start = 0; start <= type.size();) {
        const std::size_t bar = std::min(type.find('|', start), type.size());
        words.emplace_back(type.substr(start, bar - start));
        start = bar + 1;
    }
    return words;
}

/// The editions, the default one first: what is meant most often.
std::vector<const Schedule*> editions() {
    std::vector<const Schedule*> sorted = embedded_catalogue().schedules();
    const Schedule* usual = embedded_catalogue().default_edition(default_foundation);
    std::ranges::stable_partition(sorted, [&](const Schedule* one) { return one == usual; });
    return sorted;
}

/// The ids of what `parts` of the editions has, each once.
template <typename Parts>
Words ids_of(Parts Schedule::* parts) {
    Words words;
    for (const Schedule* schedule : editions())
        for (const auto& part : schedule->*parts)
            add_once(words, part.id);
    return words;
}

Words foundations() {
    Words words;
    for (const Schedule* schedule : embedded_catalogue().schedules())
        add_once(words, schedule->foundation);
    return words;
}

/// What --schedule takes beside a file: foundations and editions.
Words schedules() {
    Words words = foundations();
    for (const Schedule* schedule : embedded_catalogue().schedules())
        words.emplace_back(schedule->id);
    return words;
}

Words org_types() {
    Words words;
    for (const OrgType type : all_org_types)
        words.emplace_back(name_of(type));
    return words;
}

Words formats() {
    Words words;
    for (const render::Format& format : render::formats())
        words.emplace_back(format.name);
    return words;
}

} // namespace

Values values_of(std::string_view name, std::string_view type) {
    if (const Words words = alternatives(type); words.size() > 1)
        return {.words = words, .optional = name == "--lf-member", .example = words.front()};
    if (name == "--tier")
        return {.words = ids_of(&Schedule::tiers), .of_schedule = "tiers", .example = "general"};
    if (name == "--need")
        return {.words = ids_of(&Schedule::benefits),
                .several = true,
                .of_schedule = "benefits",
                .example = "board-seat,logo"};
    if (type == "FOUNDATION")
        return {.words = foundations(), .example = "ptf"};
    if (name == "--schedule" || name == "edition" || name == "before" || name == "after")
        return {.words = schedules(), .files = true, .example = "ptf-2026-01"};
    if (name == "foundation")
        return {.words = foundations(), .example = "cncf"};
    if (name == "--member-of")
        return {.words = foundations(), .example = "lf"};
    if (name == "--org-type")
        return {.words = org_types(), .example = "nonprofit"};
    if (name == "--format")
        return {.words = formats(), .example = "json"};
    if (name == "--color")
        return {.words = words_of(color_names), .example = "never"};
    if (name == "shell")
        return {.words = words_of(shell_names), .example = "bash"};
    if (name == "--employees")
        return {.example = "5000"};
    if (name == "--revenue")
        return {.example = "2000000"};
    if (name == "--as-of")
        return {.example = "2024-10-08"};
    return {.files = type == "FILE" || type == "[FILE]", .folders = type == "DIR"};
}

} // namespace ptf_fees::cli
