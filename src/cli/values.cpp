// Floor 3: the values that options take. The enumerations come from where they are defined, the names from the embedded
// catalogue.
#include "cli/values.h"

#include "cli/select.h"
#include "render/formats.h"
#include "text/names.h"

#include <algorithm>
#include <functional>

namespace ptf_fees::cli {
namespace {

using Words = std::vector<std::string>;

template <typename Items, typename Name>
void add_words(Words& words, const Items& items, Name name) {
    for (const auto& item : items)
        if (const std::string word{std::invoke(name, item)}; std::ranges::find(words, word) == words.end())
            words.push_back(word);
}

template <typename Items, typename Name = std::identity>
Words words_of(const Items& items, Name name = {}) {
    Words words;
    add_words(words, items, name);
    return words;
}

/// The ids of what `parts` of the editions has; those of the default edition first, for it is meant most often.
template <auto parts>
Words ids_of() {
    const auto id = [](const auto& one) { return one.id; };
    Words words = words_of(embedded_catalogue().default_edition(default_foundation)->*parts, id);
    for (const Schedule* schedule : embedded_catalogue().schedules())
        add_words(words, schedule->*parts, id);
    return words;
}

Words foundations() {
    return words_of(embedded_catalogue().schedules(), &Schedule::foundation);
}

/// What --schedule takes beside a file: foundations and editions.
Words schedules() {
    Words words = foundations();
    add_words(words, embedded_catalogue().schedules(), &Schedule::id);
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

bool is_among(const Words& words, std::string_view typed) {
    return std::ranges::any_of(words, [&](const auto& word) { return text::same_ignoring_case(word, typed); });
}

} // namespace

bool Values::has(std::string_view typed) const {
    while (several && typed.contains(',')) {
        if (!is_among(words, typed.substr(0, typed.find(','))))
            return false;
        typed.remove_prefix(typed.find(',') + 1);
    }
    return is_among(words, typed);
}

Values values_of(const DescribedOption& option) {
    const std::string& name = option.names.back();
    const std::string& type = option.type;
    if (const Words words = alternatives(type); words.size() > 1)
        return {.words = words, .example = words.front()};
    if (name == "--tier")
        return {.words = ids_of<&Schedule::tiers>(), .example = "general", .of_schedule = "tiers"};
    if (name == "--need")
        return {.words = ids_of<&Schedule::benefits>(),
                .example = "board-seat,logo",
                .of_schedule = "benefits",
                .several = true};
    if (type == "FOUNDATION" || name == "foundation")
        return {.words = foundations(), .example = "ptf"};
    if (name == "--schedule" || name == "edition" || name == "before" || name == "after")
        return {.words = schedules(), .example = "ptf-2026-01", .files = true};
    if (name == "--member-of")
        return {.words = foundations(), .example = "lf"};
    if (name == "--org-type")
        return {.words = words_of(all_org_types, [](OrgType one) { return name_of(one); }), .example = "nonprofit"};
    if (name == "--format")
        return {.words = words_of(render::formats(), &render::Format::name), .example = "json"};
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
