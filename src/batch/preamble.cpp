// Floor 2, batch: what spreadsheets and reports put above a header. A line looks like one if a cell of it is named like
// a used column, or two come near.
#include "batch/preamble.h"

#include "batch/roster_words.h"

#include "text/escape.h"
#include "text/names.h"
#include "text/words.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ptf_fees::batch {
namespace {

std::unexpected<Refusal> refused(const Source& source, const std::string& why) {
    return std::unexpected{Refusal{2, source.name + ": " + why}};
}

/// The first line of `bytes` without its line end.
std::string_view first_line(std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// How many of `bytes` its first line has with its line end.
std::size_t first_line_size(std::string_view bytes) {
    const std::size_t feed = bytes.find('\n');
    return feed == std::string_view::npos ? bytes.size() : feed + 1;
}

std::expected<void, Refusal> take_separator_line(Source& source, const Options& options) {
    constexpr std::string_view key = "sep=";
    const auto bytes = source.reader.peek(first_look);
    if (!bytes)
        return failed(bytes.error());
    const std::string_view line = first_line(*bytes);
    if (line.size() == key.size() || !text::same_ignoring_case(line.substr(0, key.size()), key))
        return {};
    const auto separator = parse_separator(line.substr(key.size()));
    if (!separator)
        return refused(source, "the first line, sep=" + separator.error());
    if (options.separator && options.separator != *separator)
        return refused(source, "its first line, " + text::quoted(line) +
                                   ", names another separator than --separator: "
                                   "leave the option out, or remove the line");
    const std::size_t size = first_line_size(*bytes);
    source.separator = *separator;
    source.separator_line = bytes->substr(0, size);
    source.reader.skip(size, 1);
    return {};
}

std::expected<void, Refusal> skip_lines(Source& source, std::uint64_t lines) {
    std::uint64_t skipped = 0;
    bool within_line = false;
    while (true) {
        const auto bytes = source.reader.peek(first_look);
        if (!bytes)
            return failed(bytes.error());
        if (bytes->empty() && lines == 0)
            return refused(source, "no header follows its first line, which names the separator");
        if (bytes->empty())
            return refused(
                source, "--skip " + std::to_string(lines) + " leaves no header: it has only " +
                            text::counted(static_cast<std::int64_t>(skipped + (within_line ? 1 : 0)), "line", "lines") +
                            (source.separator_line.empty() ? "" : " after the one that begins with sep="));
        if (skipped == lines)
            return {};
        std::size_t size = 0;
        std::uint64_t ends = 0;
        while (size < bytes->size() && skipped + ends < lines) {
            const std::size_t feed = bytes->find('\n', size);
            within_line = feed == std::string_view::npos;
            size = within_line ? bytes->size() : feed + 1;
            ends += within_line ? 0 : 1;
        }
        source.reader.skip(size, ends);
        skipped += ends;
    }
}

/// A line as the header that it may be.
struct Candidate {
    char separator = ',';
    std::vector<std::string> used{}; ///< cells named like used columns, or nearly
};

/// The best reading of `line`; without any `used` where it does not look like a header.
Candidate read_as_header(std::string_view line, char usual) {
    Candidate best;
    for (const char separator : {usual, ',', ';', '\t', '|'}) {
        std::vector<Cell> cells;
        std::string room;
        split_cells(line, separator, RecordKind::whole, cells);
        Candidate candidate{separator};
        UsedSet seen{};
        bool exact = false;
        for (const Cell& cell : cells) {
            const std::string name{text_of(cell, room)};
            const auto called = used_column_named(name);
            const auto used = called ? called : near_column(name);
            if (!used || std::exchange(seen[static_cast<std::size_t>(*used)], true))
                continue;
            exact = exact || called.has_value();
            candidate.used.push_back(text::quoted(name));
        }
        if ((exact || candidate.used.size() > 1) && candidate.used.size() > best.used.size())
            best = candidate;
    }
    return best;
}

/// The option that reads a table separated by `separator`.
std::string option_for(char separator, char usual) {
    if (separator == '\t')
        return "--input-format tsv";
    if (usual == '\t' && separator != '|')
        return "--input-format csv";
    return "--separator " + text::shell_word({&separator, 1});
}

std::string name_of_separator(char separator) {
    switch (separator) {
    case '\t':
        return "tabs";
    case ',':
        return "commas";
    case ';':
        return "semicolons";
    default:
        return text::quoted({&separator, 1});
    }
}

} // namespace

std::expected<void, Refusal> take_preamble(Source& source, const Options& options) {
    source.separator = options.separator;
    if (auto taken = take_separator_line(source, options); !taken)
        return taken;
    return skip_lines(source, options.skip);
}

std::optional<std::string> header_elsewhere(Source& source, const Options& options) {
    const char usual = *source.separator;
    if (const Candidate here = read_as_header(source.header, usual); !here.used.empty() && here.separator != usual)
        return "the header has " + name_of_separator(here.separator) + " between its names (" +
               header_shown(source.columns.names) + "): give " + option_for(here.separator, usual);
    const auto bytes = source.reader.peek(first_look);
    std::string_view rest = bytes ? *bytes : std::string_view{};
    std::uint64_t skip = options.skip + static_cast<std::uint64_t>(std::ranges::count(source.header, '\n'));
    while (!rest.empty()) {
        ++skip;
        const Candidate below = read_as_header(first_line(rest), usual);
        if (!below.used.empty())
            return "line " + std::to_string(skip + (source.separator_line.empty() ? 1 : 2)) + " has " +
                   text::listed(below.used) + ": give --skip " + std::to_string(skip) +
                   (below.separator == usual || (below.separator == ';' && usual == ',')
                        ? ""
                        : " " + option_for(below.separator, usual));
        rest.remove_prefix(first_line_size(rest));
    }
    return std::nullopt;
}

} // namespace ptf_fees::batch
