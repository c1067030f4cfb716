// Floor 2, batch: reads a chunk, finds the last record that is whole and keeps the rest for the next one. A record that
// is not decided within a chunk makes it grow, up to what always decides one; of a longer line only the beginning is
// kept.
#include "batch/chunk_reader.h"

#include "batch/csv_blocks.h"

#include <algorithm>
#include <cstring>

namespace ptf_fees::batch {
namespace {

/// A chunk of blank rows alone holds at most this many, so that its output stays small.
constexpr std::uint64_t most_blank_rows = 4096;

/// Maps lines: they are whole up to the last line feed.
void map_lines(std::string_view bytes, bool at_end, CsvMap& map) {
    map.odd.clear();
    map.size = at_end ? bytes.size() : bytes.rfind('\n') + 1;
}

} // namespace

ChunkReader::Done ChunkReader::fill(Buffer& bytes, std::size_t size) {
    while (!at_end_ && bytes.size() < size) {
        const std::size_t before = bytes.size();
        const std::size_t wanted = size - before;
        const auto got = platform::read_some(input_, {bytes.extend(wanted), wanted});
        bytes.shrink_to(before + got.value_or(0));
        if (!got)
            return std::unexpected{got.error()};
        at_end_ = *got == 0;
    }
    return {};
}

std::expected<std::string_view, platform::SystemError> ChunkReader::peek(std::size_t least) {
    if (auto filled = fill(rest_, least); !filled)
        return std::unexpected{filled.error()};
    return rest_.view();
}

void ChunkReader::skip(std::size_t bytes, std::uint64_t line_ends) {
    const std::size_t left = rest_.size() - bytes;
    std::memmove(rest_.data(), rest_.data() + bytes, left);
    rest_.shrink_to(left);
    line_ += line_ends;
}

void ChunkReader::map(Chunk& chunk) const {
    if (separator_)
        map_records(chunk.bytes.view(), *separator_, at_end_, chunk.map);
    else
        map_lines(chunk.bytes.view(), at_end_, chunk.map);
    // A line that goes on beyond the bytes is left for a chunk of its own.
    if (!at_end_ && !chunk.map.odd.empty()) {
        const CsvRecord& last = chunk.map.odd.back();
        if (last.kind == RecordKind::too_long && chunk.bytes.view().back() != '\n' && last.next == chunk.bytes.size()) {
            chunk.map.size = last.begin;
            chunk.map.odd.pop_back();
        }
    }
}

bool ChunkReader::begins_with_endless_line(const Chunk& chunk) const noexcept {
    return !at_end_ && chunk.map.size == 0 && chunk.bytes.size() >= deciding_bytes;
}

ChunkReader::Done ChunkReader::read_records(Chunk& chunk) {
    std::swap(chunk.bytes, rest_);
    rest_.clear();
    std::size_t target = chunk_bytes_;
    while (true) {
        if (auto filled = fill(chunk.bytes, target); !filled)
            return filled;
        map(chunk);
        if (at_end_ || chunk.map.size > 0 || begins_with_endless_line(chunk))
            return {};
        target = std::min(chunk.bytes.size() * 2 + 1, deciding_bytes + chunk_bytes_);
    }
}

/// Keeps the first bytes of the line that `chunk` begins with and reads on to its end.
ChunkReader::Done ChunkReader::cut_long_line(Chunk& chunk) {
    Buffer& bytes = chunk.bytes;
    std::uint64_t length = 0;
    char last = 0;
    std::size_t scanned = 0;
    while (true) {
        const std::string_view news = bytes.view().substr(scanned);
        const std::size_t feed = news.find('\n');
        const std::string_view line = news.substr(0, feed);
        length += line.size();
        last = line.empty() ? last : line.back();
        if (feed != std::string_view::npos || at_end_) {
            const std::size_t next = feed == std::string_view::npos ? bytes.size() : scanned + feed + 1;
            rest_.append(bytes.view().substr(next));
            break;
        }
        scanned = longest_record;
        bytes.shrink_to(scanned);
        if (auto filled = fill(bytes, scanned + std::max(chunk_bytes_, block_bytes)); !filled)
            return filled;
    }
    chunk.cut_line = length - (last == '\r' ? 1 : 0);
    bytes.shrink_to(longest_record);
    chunk.map.size = longest_record;
    ++line_;
    return {};
}

void ChunkReader::give_blank_rows(Chunk& chunk) {
    std::swap(chunk.bytes, rest_);
    chunk.bytes.clear();
    chunk.map.odd.clear();
    chunk.map.size = 0;
    chunk.blank_rows = most_blank_rows;
    chunk.first_line = line_ - blank_rows_;
    blank_rows_ -= most_blank_rows;
}

/// Leaves in `chunk` what is mapped of it; what lies after `end` is for the next one, blank lines between are taken.
void ChunkReader::take(Chunk& chunk, std::size_t end) {
    const std::string_view bytes = chunk.bytes.view();
    rest_.append(bytes.substr(end));
    line_ += count_line_feeds(bytes.substr(0, end));
    chunk.bytes.shrink_to(chunk.map.size);
}

std::expected<bool, platform::SystemError> ChunkReader::next(Chunk& chunk) {
    while (!at_end_ || !rest_.empty()) {
        chunk.cut_line = 0;
        if (auto read = read_records(chunk); !read)
            return std::unexpected{read.error()};
        const bool endless = begins_with_endless_line(chunk);
        const std::size_t end = chunk.map.size;
        const std::uint64_t blank_end = drop_blank_end(chunk.bytes.view(), separator_, chunk.map);
        const bool blank = chunk.map.size == 0 && !endless;
        if (!blank && blank_rows_ > most_blank_rows) {
            give_blank_rows(chunk);
            return true;
        }
        chunk.blank_rows = blank_rows_;
        chunk.first_line = line_ - blank_rows_;
        if (endless) {
            blank_rows_ = 0;
            if (auto cut = cut_long_line(chunk); !cut)
                return std::unexpected{cut.error()};
            return true;
        }
        take(chunk, end);
        if (!blank) {
            blank_rows_ = blank_end;
            return true;
        }
        blank_rows_ += blank_end;
    }
    return false;
}

} // namespace ptf_fees::batch
