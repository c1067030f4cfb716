#pragma once
// One record of a table, read byte by byte: where it ends, whether it is well-formed, and its cells.

#include "batch/cell.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ptf_fees::batch {

/// The bytes that a record may have, its line end not counted.
inline constexpr std::size_t longest_record = std::size_t{1} << 20U;

/// This many bytes from its beginning always decide where a record ends.
inline constexpr std::size_t deciding_bytes = longest_record + 2;

/// What became of a record.
enum class RecordKind : std::uint8_t {
    whole,     ///< as RFC 4180 has it
    malformed, ///< a quote that is not closed as it must be: the record is its first line
    too_long,  ///< its first line alone is longer than a record may be
    undecided, ///< more bytes are needed
};

/// A record among other bytes. The line end (LF or CR LF, also CR at the end of the input) lies between `end` and
/// `next`.
struct CsvRecord {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t next =
        0; ///< where the record after it begins; for too_long without a line end in sight: the end of the bytes
    RecordKind kind = RecordKind::undecided;

    friend bool operator==(const CsvRecord&, const CsvRecord&) = default;
};

/// Reads records from one array of bytes, in rising order. What a quote left open has taught about the bytes after it
/// is kept, so that however many stray quotes there are, every byte is looked at only a few times.
class CsvRecordReader {
public:
    /// `at_end`: nothing comes after `bytes`.
    CsvRecordReader(std::string_view bytes, char separator, bool at_end) noexcept
        : bytes_{bytes}, separator_{separator}, at_end_{at_end} {}

    /// The record that begins at `begin`, which is less than the number of bytes.
    [[nodiscard]] CsvRecord read(std::size_t begin);

private:
    enum class State : std::uint8_t { cell_begin, bare, quoted, quote_in_quoted, return_after_quote, broken, ended };

    /// A scan of a record, at `at`.
    struct Scan {
        std::size_t at = 0;
        State state = State::cell_begin;
    };

    [[nodiscard]] State after(State state, char c) const noexcept;
    void scan(Scan& scan, std::size_t first_feed, std::size_t limit);
    [[nodiscard]] CsvRecord first_line(std::size_t begin, std::size_t first_feed) const noexcept;
    [[nodiscard]] CsvRecord line(std::size_t begin, std::size_t feed, RecordKind kind) const noexcept;

    std::string_view bytes_;
    char separator_;
    bool at_end_;
    /// The state of an earlier, failed record where its scan stopped. Every line feed up to there was inside quotes
    /// for it, so a scan that is inside quotes at one of them will come to the same.
    Scan failed_{};
};

/// Puts the cells of a record from `begin` on, at most `most` of them, into `cells`, which is emptied first; returns
/// where the next one begins, or nullopt. Of a whole record they are as written; of another one the text is cut at
/// every separator, quotes being ordinary characters, and of a cut line (`too_long`) the last cell is left out.
std::optional<std::size_t> split_cells(std::string_view record, char separator, RecordKind kind,
                                       std::vector<Cell>& cells, std::size_t begin = 0,
                                       std::size_t most = std::string_view::npos);

} // namespace ptf_fees::batch
