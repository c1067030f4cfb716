// Floor 2, batch: the slow, obvious reading of one record, for the few that are not plain (csv_map.h finds the others).
// What a record is depends on the bytes from its beginning on alone, never on where a chunk ends; while that is not
// known the answer is `undecided`.
#include "batch/csv_record.h"

#include <algorithm>
#include <cstring>

namespace ptf_fees::batch {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// How much of `record` a cell that begins with a quote takes up; `none` where its quote is not closed as it must be.
std::size_t quoted_length(std::string_view record, char separator) noexcept {
    std::size_t at = 1;
    while ((at = record.find('"', at)) != none) {
        ++at;
        if (at == record.size() || record[at] == separator)
            return at;
        if (record[at] != '"')
            return none;
        ++at;
    }
    return none;
}

} // namespace

CsvRecordReader::State CsvRecordReader::after(State state, char c) const noexcept {
    switch (state) {
    case State::cell_begin:
        if (c == '"')
            return State::quoted;
        [[fallthrough]];
    case State::bare:
        if (c == '\n')
            return State::ended;
        return c == separator_ ? State::cell_begin : State::bare;
    case State::quoted:
        return c == '"' ? State::quote_in_quoted : State::quoted;
    case State::quote_in_quoted:
        if (c == '"')
            return State::quoted;
        if (c == '\r')
            return State::return_after_quote;
        if (c == '\n')
            return State::ended;
        return c == separator_ ? State::cell_begin : State::broken;
    case State::return_after_quote:
        return c == '\n' ? State::ended : State::broken;
    case State::broken:
    case State::ended:
        break;
    }
    return state;
}

/// Goes on until the record ends or breaks (then `at` is that very byte), or `limit` is reached.
void CsvRecordReader::scan(Scan& scan, std::size_t first_feed, std::size_t limit) {
    while (scan.at < limit && scan.state != State::ended && scan.state != State::broken) {
        const State next = after(scan.state, bytes_[scan.at]);
        if (scan.at == first_feed && next == State::quoted && first_feed < failed_.at) {
            scan = failed_;
            continue;
        }
        scan.state = next;
        if (next != State::ended && next != State::broken)
            ++scan.at;
    }
}

CsvRecord CsvRecordReader::line(std::size_t begin, std::size_t feed, RecordKind kind) const noexcept {
    std::size_t end = std::min(feed, bytes_.size());
    if (end > begin && bytes_[end - 1] == '\r')
        --end;
    return {begin, end, feed == none ? bytes_.size() : feed + 1, kind};
}

CsvRecord CsvRecordReader::first_line(std::size_t begin, std::size_t first_feed) const noexcept {
    if (first_feed == none && !at_end_ && bytes_.size() - begin < deciding_bytes)
        return {begin, begin, begin, RecordKind::undecided};
    CsvRecord record = line(begin, first_feed, RecordKind::malformed);
    if (record.end - record.begin > longest_record)
        record.kind = RecordKind::too_long;
    return record;
}

CsvRecord CsvRecordReader::read(std::size_t begin) {
    const std::size_t limit = std::min(bytes_.size(), begin + deciding_bytes);
    const std::size_t first_feed = bytes_.find('\n', begin);
    Scan here{begin, State::cell_begin};
    scan(here, first_feed, limit);

    if (here.state == State::ended) {
        const CsvRecord record = line(begin, here.at, RecordKind::whole);
        if (record.end - record.begin <= longest_record)
            return record;
        return first_line(begin, first_feed);
    }
    if (here.state != State::broken && limit < begin + deciding_bytes) {
        if (!at_end_)
            return {begin, begin, begin, RecordKind::undecided};
        if (here.state != State::quoted) {
            const CsvRecord record = line(begin, none, RecordKind::whole);
            if (record.end - record.begin <= longest_record)
                return record;
        }
    }
    if (first_feed != none && here.at > failed_.at)
        failed_ = here;
    return first_line(begin, first_feed);
}

std::optional<std::size_t> split_cells(std::string_view record, char separator, RecordKind kind,
                                       std::vector<Cell>& cells, std::size_t begin, std::size_t most) {
    cells.clear();
    const bool whole = kind == RecordKind::whole;
    while (cells.size() < most) {
        const std::string_view rest = record.substr(begin);
        const bool quoted = whole && rest.starts_with('"');
        const std::size_t length = quoted ? quoted_length(rest, separator) : rest.find(separator);
        const bool last = length == none || length == rest.size();
        const std::string_view bytes = rest.substr(0, length);
        if (!last || kind != RecordKind::too_long)
            cells.push_back({bytes, quoted ? CellKind::quoted : (whole ? CellKind::bare : CellKind::literal)});
        if (last)
            return std::nullopt;
        begin += length + 1;
    }
    return begin;
}

} // namespace ptf_fees::batch
