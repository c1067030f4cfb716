// Floor 2, batch: the fast reading of tables. Within a block of 64 bytes the exclusive or of all quotes so far says
// which bytes are inside quotes; separators and line feeds outside end cells. That holds as long as quotes open where a
// cell begins and close where it ends: both are checked, and the first record that breaks the rule is read slowly,
// after which mapping resumes.
#include "batch/csv_map.h"

#include "batch/csv_blocks.h"

#include "text/blanks.h"

#include <algorithm>

namespace ptf_fees::batch {
namespace {

constexpr std::uint64_t all = ~std::uint64_t{0};

/// The bits below position `count`, which is less than 64.
constexpr std::uint64_t below(std::size_t count) noexcept {
    return (std::uint64_t{1} << count) - 1;
}

/// What one block hands on to the next.
struct Carry {
    std::uint64_t inside = 0;        ///< all ones: inside quotes
    std::uint64_t may_open = 1;      ///< 1: a quote at the next byte begins a cell or doubles another one
    std::uint64_t closed = 0;        ///< 1: the last byte was a closing quote
    std::uint64_t closed_return = 0; ///< 1: the last byte was a carriage return after a closing quote

    [[nodiscard]] bool plain() const noexcept { return (inside | closed | closed_return) == 0; }
};

/// A block read on from `carry`.
struct Reading {
    std::uint64_t ends = 0;  ///< separators and line feeds outside quotes
    std::uint64_t feeds = 0; ///< the line feeds among them
    std::uint64_t faults =
        0; ///< bytes where a quote opens or closes against the rule; beyond the first nothing else is right
};

Reading read_quotes(const Block& block, const BlockBits& bits, std::uint64_t valid, Carry& carry) noexcept {
    const std::uint64_t structure = bits.separators | bits.line_feeds;
    const std::uint64_t inside = prefix_xor(bits.quotes) ^ carry.inside;
    const std::uint64_t opening = bits.quotes & inside;
    const std::uint64_t closing = bits.quotes & ~inside;
    const std::uint64_t may_open = (structure | bits.quotes) << 1U | carry.may_open;
    const std::uint64_t after_closing = (closing << 1U | carry.closed) & valid;
    const std::uint64_t returns = block.positions('\r') & after_closing;
    const std::uint64_t after_return = (returns << 1U | carry.closed_return) & valid;

    Reading reading;
    reading.ends = structure & ~inside;
    reading.feeds = bits.line_feeds & ~inside;
    reading.faults = (opening & ~may_open) | (after_closing & ~(structure | bits.quotes | returns)) |
                     (after_return & ~bits.line_feeds);
    carry.inside = std::uint64_t{0} - (inside >> 63U);
    carry.may_open = (structure | bits.quotes) >> 63U;
    carry.closed = closing >> 63U;
    carry.closed_return = returns >> 63U;
    return reading;
}

class Mapper {
public:
    Mapper(std::string_view bytes, char separator, bool at_end, CsvMap& map)
        : bytes_{bytes}, separator_{separator}, reader_{bytes, separator, at_end}, map_{map} {}

    void run() {
        map_.cell_ends.resize(bytes_.size() / block_bytes + 1);
        map_.odd.clear();
        while (record_ < bytes_.size() && map_.odd.size() < most_odd_records) {
            map_plain_records();
            if (record_ >= bytes_.size())
                break;
            const CsvRecord odd = reader_.read(record_);
            if (odd.kind == RecordKind::undecided)
                break;
            map_.odd.push_back(odd);
            record_ = odd.next;
        }
        map_.size = record_;
    }

private:
    /// Maps on from `record_` and leaves there the first record that is not plain: odd, or without its end in sight.
    void map_plain_records() noexcept {
        const std::size_t first = record_ - record_ % block_bytes;
        const std::uint64_t before = below(record_ % block_bytes);
        std::uint64_t valid = ~before;
        std::uint64_t kept = map_.cell_ends[first / block_bytes] & before;
        Carry carry;
        carry.may_open = std::uint64_t{1} << (record_ % block_bytes);
        for (std::size_t base = first; base < bytes_.size(); base += block_bytes, valid = all, kept = 0) {
            if (bytes_.size() - base < block_bytes)
                valid &= below(bytes_.size() - base);
            const Reading reading = read_block(base, valid, carry);
            const std::uint64_t before_fault = reading.faults == 0 ? all : below(trailing_zeros(reading.faults));
            map_.cell_ends[base / block_bytes] = kept | (reading.ends & before_fault);
            const std::uint64_t feeds = reading.feeds & before_fault;
            if (feeds != 0) {
                if (base + trailing_zeros(feeds) - record_ > longest_record)
                    break;
                record_ = base + block_bytes - static_cast<std::size_t>(std::countl_zero(feeds));
            }
            if (reading.faults != 0)
                break;
        }
    }

    [[nodiscard]] Reading read_block(std::size_t base, std::uint64_t valid, Carry& carry) const noexcept {
        const Block block{bytes_.data() + base};
        BlockBits bits = classify(block, separator_);
        bits.quotes &= valid;
        bits.separators &= valid;
        bits.line_feeds &= valid;
        if (bits.quotes == 0 && carry.plain()) {
            const std::uint64_t ends = bits.separators | bits.line_feeds;
            carry.may_open = ends >> 63U;
            return {ends, bits.line_feeds, 0};
        }
        return read_quotes(block, bits, valid, carry);
    }

    [[nodiscard]] static std::size_t trailing_zeros(std::uint64_t bits) noexcept {
        return static_cast<std::size_t>(std::countr_zero(bits));
    }

    std::string_view bytes_;
    char separator_;
    CsvRecordReader reader_;
    CsvMap& map_;
    std::size_t record_ = 0; ///< where the current record begins
};

/// Whether a record begins at `begin`, where a line does. Precondition: what is after that line is no longer mapped.
bool begins_record(const CsvMap& map, std::size_t begin) noexcept {
    if (begin == 0)
        return true;
    if (!map.odd.empty()) {
        const CsvRecord& odd = map.odd.back();
        if (begin == odd.begin || begin == odd.next)
            return true;
        if (begin < odd.next)
            return false;
    }
    return (map.cell_ends[(begin - 1) / block_bytes] >> ((begin - 1) % block_bytes) & 1U) != 0;
}

} // namespace

void map_records(std::string_view bytes, char separator, bool at_end, CsvMap& map) {
    Mapper{bytes, separator, at_end, map}.run();
}

bool is_blank_line(std::string_view line, char separator) noexcept {
    while (!line.empty()) {
        const bool quoted = line.front() == '"';
        line.remove_prefix(quoted ? 1 : 0);
        while (!line.empty() && line.front() != separator && line.front() != '"') {
            const std::size_t blank = text::blank_size(line);
            if (blank == 0)
                return false;
            line.remove_prefix(blank);
        }
        if (quoted != line.starts_with('"'))
            return false;
        line.remove_prefix(quoted ? 1 : 0);
        if (!line.empty() && line.front() != separator)
            return false;
        line.remove_prefix(line.empty() ? 0 : 1);
    }
    return true;
}

std::size_t drop_blank_end(std::string_view bytes, std::optional<char> separator, CsvMap& map) noexcept {
    std::size_t dropped = 0;
    while (map.size > 0) {
        std::string_view line = bytes.substr(0, map.size - (bytes[map.size - 1] == '\n' ? 1 : 0));
        const std::size_t begin = line.rfind('\n') + 1;
        line.remove_prefix(begin);
        line.remove_suffix(line.ends_with('\r') ? 1 : 0);
        if (!separator ? !line.empty() : line.size() > longest_record || !is_blank_line(line, *separator))
            break;
        if (separator && !begins_record(map, begin))
            break;
        map.size = begin;
        ++dropped;
        while (!map.odd.empty() && map.odd.back().begin >= map.size)
            map.odd.pop_back();
    }
    return dropped;
}

} // namespace ptf_fees::batch
