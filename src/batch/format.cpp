// Floor 2, batch: the names and endings of the formats.
#include "batch/format.h"

#include "text/names.h"

#include <algorithm>
#include <array>

namespace ptf_fees::batch {
namespace {

constexpr std::array<std::string_view, 3> names{"csv", "tsv", "jsonl"};

} // namespace

std::span<const std::string_view> file_format_names() noexcept {
    return names;
}

std::optional<FileFormat> file_format_named(std::string_view name) noexcept {
    const auto found = std::ranges::find_if(names, [&](auto known) { return text::same_ignoring_case(known, name); });
    if (found == names.end())
        return std::nullopt;
    return static_cast<FileFormat>(found - names.begin());
}

std::optional<FileFormat> format_by_ending(const std::filesystem::path& path) {
    const std::string ending = path.extension().string();
    if (text::same_ignoring_case(ending, ".ndjson"))
        return FileFormat::jsonl;
    return ending.empty() ? std::nullopt : file_format_named(std::string_view{ending}.substr(1));
}

} // namespace ptf_fees::batch
