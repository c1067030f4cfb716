// Floor 2, batch: what must be known before the first row: that the input is text in UTF-8, how it separates its cells,
// and which columns it has.
#include "batch/source.h"

#include "batch/json_escape.h"
#include "batch/json_line.h"
#include "batch/preamble.h"
#include "batch/row_faults.h"

#include "text/ascii.h"
#include "text/blanks.h"
#include "text/escape.h"
#include "text/file_ending.h"
#include "text/names.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace ptf_fees::batch {
namespace {

using Start = std::expected<void, Refusal>;

Start refused(const Source& source, const std::string& why) {
    return std::unexpected{Refusal{2, source.name + ": " + why}};
}

/// What a file begins with that is not text in UTF-8, and what to do about it.
struct ForeignFile {
    std::string_view beginning;
    std::string_view remedy;
};

using namespace std::string_view_literals;

constexpr auto foreign_files = std::to_array(
    {ForeignFile{"\xFF\xFE\0\0"sv, "is UTF-32, not UTF-8: convert it, for example with iconv -f UTF-32 -t UTF-8"},
     ForeignFile{"\0\0\xFE\xFF"sv, "is UTF-32, not UTF-8: convert it, for example with iconv -f UTF-32 -t UTF-8"},
     ForeignFile{"\xFF\xFE"sv, "is UTF-16, not UTF-8: convert it, for example with iconv -f UTF-16 -t UTF-8"},
     ForeignFile{"\xFE\xFF"sv, "is UTF-16, not UTF-8: convert it, for example with iconv -f UTF-16 -t UTF-8"},
     ForeignFile{"\x1F\x8B"sv, "is packed by gzip: unpack it first, for example with zcat"},
     ForeignFile{"PK\x03\x04"sv, "is a spreadsheet or zip file: save it as CSV in UTF-8"}});

std::optional<std::string> why_not_text(std::string_view bytes) {
    for (const ForeignFile& foreign : foreign_files)
        if (bytes.starts_with(foreign.beginning))
            return std::string{foreign.remedy};
    if (bytes.size() >= 4 && bytes[1] == '\0' && bytes[2] == '\0' && (bytes[0] == '\0') != (bytes[3] == '\0'))
        return "looks like UTF-32 without a byte order mark: convert it, for example with iconv -f " +
               std::string{bytes[0] == '\0' ? "UTF-32BE" : "UTF-32LE"} + " -t UTF-8";
    if (bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0'))
        return "looks like UTF-16 without a byte order mark: convert it, for example with iconv -f " +
               std::string{bytes[0] == '\0' ? "UTF-16BE" : "UTF-16LE"} + " -t UTF-8";
    return std::nullopt;
}

/// Whether JSON was given that is not lines of JSON, and which command makes such lines of it; nothing where the format
/// was named, or the file's ending says a table.
std::optional<std::string> why_not_lines(const Options& options, FileFormat format, std::string_view bytes) {
    if (options.input_format || options.separator)
        return std::nullopt;
    const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
    const char first = begin == std::string_view::npos ? '\0' : bytes[begin];
    const std::string_view line = bytes.substr(std::min(begin, bytes.size()), bytes.find('\n', begin) - begin);
    const bool alone = text::trimmed(line).size() == 1;
    const std::string ending = text::lower(text::ending_of(options.input.native()));
    const bool json = ending == "json" || ((first == '[' || first == '{') && ending != "csv" && ending != "tsv");
    const bool opens = (first == '[' || first == '{') && alone;
    const bool recognised = format == FileFormat::jsonl ? opens : json;
    if (!recognised)
        return std::nullopt;
    const bool array = first == '[';
    const std::string file = options.input.native() == "-" ? "" : " " + text::shell_word(options.input.string());
    return " is JSON, not JSON Lines (one object a line): make them with jq -c " + std::string{array ? "'.[]'" : "."} +
           file + ", or give --input-format jsonl if it has them";
}

/// The first record as a table with that separator.
struct Header {
    char separator = ',';
    CsvRecord record{};
    std::vector<Cell> cells{};

    [[nodiscard]] bool decided() const noexcept { return record.kind != RecordKind::undecided; }
    [[nodiscard]] bool several() const noexcept { return record.kind == RecordKind::whole && cells.size() > 1; }
};

Header header_of(std::string_view bytes, char separator, bool at_end) {
    Header header{separator};
    header.record = CsvRecordReader{bytes, separator, at_end}.read(0);
    split_cells(bytes.substr(0, header.record.end), separator, header.record.kind, header.cells, 0, most_columns + 1);
    return header;
}

/// `separator`: the one that was named.
std::expected<Header, platform::SystemError> find_header(ChunkReader& reader, std::optional<char> separator,
                                                         FileFormat format) {
    if (!separator && format == FileFormat::tsv)
        separator = '\t';
    for (const std::size_t look : {first_look, deciding_bytes}) {
        const auto bytes = reader.peek(look);
        if (!bytes)
            return std::unexpected{bytes.error()};
        if (separator) {
            Header header = header_of(*bytes, *separator, reader.at_end());
            if (header.decided())
                return header;
            continue;
        }
        // A header with ';' and no comma is a table separated by ';'.
        Header by_comma = header_of(*bytes, ',', reader.at_end());
        Header by_semicolon = header_of(*bytes, ';', reader.at_end());
        if (by_comma.decided() && by_semicolon.decided())
            return !by_comma.several() && by_semicolon.several() ? by_semicolon : by_comma;
    }
    return Header{}; // not reached: that many bytes decide
}

Start check_for_json(const Source& source) {
    std::vector<std::string> names = source.columns.names;
    for (const std::string& name : names)
        if (!text::is_utf8(name))
            return refused(source, encoding_fault(name));
    std::ranges::sort(names);
    if (const auto twice = std::ranges::adjacent_find(names); twice != names.end())
        return refused(source, "the header has the column " + text::quoted(*twice) +
                                   " twice, which JSON cannot: rename one of them");
    return {};
}

Start read_names(Source& source, const Header& header, const Options& options, const Names& names, FileFormat output) {
    std::vector<std::string> header_names;
    std::string room;
    for (const Cell& cell : header.cells) {
        if (cell.kind == CellKind::bare && cell.bytes.find('\r') != std::string_view::npos)
            return refused(source,
                           "its lines end in carriage returns alone: convert it, for example with tr '\\r' '\\n'");
        header_names.emplace_back(text_of(cell, room));
    }
    source.header_names = header_names;
    auto columns = find_columns(std::move(header_names), names, options.rejects || output == FileFormat::xlsx);
    if (!columns)
        return refused(source, columns.error());
    source.columns = std::move(*columns);
    return {};
}

/// Reads the header of a table, and what comes before it.
Start read_header(Source& source, const Options& options, FileFormat format, const Names& names, FileFormat output) {
    if (auto taken = take_preamble(source, options); !taken)
        return taken;
    const auto header = find_header(source.reader, source.separator, format);
    if (!header)
        return std::unexpected{Refusal{5, header.error().message}};
    const std::string_view bytes = *source.reader.peek(0);
    const CsvRecord& record = header->record;
    source.separator = header->separator;
    source.header = bytes.substr(0, record.end);
    if (record.kind == RecordKind::too_long)
        return refused(source, "the header is longer than 1,048,576 bytes: is this a table with a header?");
    if (record.kind == RecordKind::malformed)
        return refused(source, "the header cannot be read: " + quote_fault(source.header, header->separator));
    if (auto read = read_names(source, *header, options, names, output); !read)
        return read;
    const std::string_view line_end = bytes.substr(record.end, record.next - record.end);
    source.line_end = line_end.starts_with("\r\n") ? "\r\n" : "\n";
    source.reader.skip(record.next, 1 + static_cast<std::uint64_t>(std::ranges::count(source.header, '\n')));
    source.reader.set_separator(source.separator);
    return output == FileFormat::jsonl ? check_for_json(source) : Start{};
}

/// The keys of the first line of `bytes` that is an object, or nothing.
std::vector<std::string> first_keys(std::string_view bytes) {
    std::vector<JsonMember> members;
    std::vector<std::string> keys;
    while (!bytes.empty() && keys.empty()) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        if (read_json_object(line, members))
            for (const JsonMember& member : members)
                append_unescaped(keys.emplace_back(), member.key);
        bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    }
    return keys;
}

/// The columns of a table made of JSON Lines.
Start read_first_record(Source& source, const Options& options) {
    for (const std::size_t look : {first_look, deciding_bytes}) {
        const auto bytes = source.reader.peek(look);
        if (!bytes)
            return std::unexpected{Refusal{5, bytes.error().message}};
        source.columns.names = first_keys(*bytes);
        if (!source.columns.names.empty())
            break;
    }
    if (source.columns.names.empty())
        return refused(source,
                       "no line at its beginning is a JSON object with keys, which would be the table's header");
    // The mapped names need not be among the first record's keys.
    auto columns = find_columns(source.columns.names, Names{{}, options.prefix}, false);
    if (!columns)
        return refused(source, columns.error());
    source.columns = std::move(*columns);
    return {};
}

} // namespace

std::unexpected<Refusal> failed(const platform::SystemError& error) {
    return std::unexpected{Refusal{5, error.code == ENOMEM && error.message.empty() ? "memory ran out" : error.message,
                                   platform::is_closed_pipe(error)}};
}

void header_cells(const Source& source, std::vector<Cell>& cells) {
    if (source.separator) {
        split_cells(source.header, *source.separator, RecordKind::whole, cells);
        cells.resize(source.columns.names.size());
        return;
    }
    cells.clear();
    for (const std::string& name : source.columns.names)
        cells.push_back({name, CellKind::literal});
}

std::expected<Source, Refusal> begin_source(platform::Input input, const Options& options, FileFormat format,
                                            const Names& names, FileFormat output) {
    const std::string name = input.name;
    Source source{ChunkReader{std::move(input), options.chunk_bytes}, name};
    const auto bytes = source.reader.peek(first_look);
    if (!bytes)
        return std::unexpected{Refusal{5, bytes.error().message}};
    if (const auto why = why_not_text(*bytes))
        return std::unexpected{Refusal{2, name + " " + *why}};
    source.has_byte_order_mark = bytes->starts_with(text::byte_order_mark);
    if (source.has_byte_order_mark)
        source.reader.skip(text::byte_order_mark.size(), 0);
    const auto rest = source.reader.peek(first_look);
    if (rest && rest->empty())
        return std::unexpected{Refusal{2, name + " is empty: at least a " +
                                              (format == FileFormat::jsonl ? "record" : "header") + " is needed"}};
    if (const auto why = why_not_lines(options, format, rest ? *rest : std::string_view{}))
        return std::unexpected{Refusal{2, name + *why}};
    Start start;
    if (format != FileFormat::jsonl) {
        start = read_header(source, options, format, names, output);
    } else {
        const std::size_t feed = rest ? rest->find('\n') : std::string_view::npos;
        source.line_end = feed != std::string_view::npos && feed > 0 && (*rest)[feed - 1] == '\r' ? "\r\n" : "\n";
        source.header_names = first_keys(rest ? *rest : std::string_view{});
        if (output != FileFormat::jsonl)
            start = read_first_record(source, options);
    }
    if (!start)
        return std::unexpected{std::move(start.error())};
    return source;
}

std::vector<std::string> json_keys(const Source& source) {
    std::vector<std::string> keys;
    for (const std::string& name : source.columns.names) {
        text::append_json(keys.emplace_back(), name);
        keys.back() += ':';
    }
    return keys;
}

} // namespace ptf_fees::batch
