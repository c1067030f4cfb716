// Floor 2, batch: the names and endings of the formats.
#include "batch/format.h"

#include "text/decimal.h"
#include "text/file_ending.h"
#include "text/names.h"

#include <algorithm>
#include <array>

namespace ptf_fees::batch {
namespace {

constexpr std::array<std::string_view, 4> all_names{"csv", "tsv", "jsonl", "xlsx"};

} // namespace

std::span<const std::string_view> input_format_names() noexcept {
    return std::span{all_names}.first(all_names.size() - 1);
}

std::span<const std::string_view> output_format_names() noexcept {
    return all_names;
}

std::optional<FileFormat> file_format_named(std::string_view name, std::span<const std::string_view> names) noexcept {
    const auto found = std::ranges::find_if(names, [&](auto known) { return text::same_ignoring_case(known, name); });
    if (found == names.end())
        return std::nullopt;
    return static_cast<FileFormat>(found - names.begin());
}

std::expected<char, std::string> parse_separator(std::string_view text) {
    if (text.size() == 1 && !text::all_digits(text) && text.find_first_of("\"\r\n") == std::string_view::npos)
        return text.front();
    return std::unexpected{text::quoted(text) +
                           " cannot separate cells: write one byte that is neither a quote nor a digit, "
                           "such as ';' or '|' (tabs: --input-format tsv)"};
}

std::optional<FileFormat> format_by_ending(const std::filesystem::path& path, std::span<const std::string_view> names) {
    const std::string_view ending = text::ending_of(path.native());
    return text::same_ignoring_case(ending, "ndjson") ? std::optional{FileFormat::jsonl}
                                                      : file_format_named(ending, names);
}

} // namespace ptf_fees::batch
