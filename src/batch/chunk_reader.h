#pragma once
// The input in chunks of whole records.

#include "batch/buffer.h"
#include "batch/csv_map.h"

#include "platform/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>

namespace ptf_fees::batch {

/// Some blank lines and the records after them.
struct Chunk {
    Buffer bytes;                 ///< whole records
    CsvMap map;                   ///< of a table
    std::uint64_t blank_rows = 0; ///< blank lines before them
    std::uint64_t first_line = 0; ///< the line of the first of all these, from 1
    std::uint64_t cut_line = 0;   ///< not 0: the only record is the beginning of a line of this many bytes
};

/// Splits the input where records end. What a chunk holds has no influence on how its records are read.
class ChunkReader {
public:
    /// `chunk_bytes`: how much to read at a time, at least 1.
    ChunkReader(platform::Input input, std::size_t chunk_bytes) : input_{std::move(input)}, chunk_bytes_{chunk_bytes} {}

    /// The first bytes of what has not been taken, at least `least` unless the input ends before. Valid until the next
    /// call.
    [[nodiscard]] std::expected<std::string_view, platform::SystemError> peek(std::size_t least);

    /// Whether nothing comes after what peek() has shown.
    [[nodiscard]] bool at_end() const noexcept { return at_end_; }

    /// Takes `bytes` off the beginning, which hold `line_ends` line ends. Precondition: peek() has shown them.
    void skip(std::size_t bytes, std::uint64_t line_ends);

    /// Records of a table end by its quotes and this separator; nullopt, as at first: every line is a record.
    void set_separator(std::optional<char> separator) noexcept { separator_ = separator; }

    /// The next chunk, into `chunk`; false at the end. Blank lines at the end of the input are not rows.
    [[nodiscard]] std::expected<bool, platform::SystemError> next(Chunk& chunk);

    /// Bytes read so far, and in all where that is known.
    [[nodiscard]] std::uint64_t bytes_read() const noexcept { return input_.read; }
    [[nodiscard]] std::optional<std::uint64_t> bytes_in_all() const noexcept { return input_.size; }

private:
    using Done = std::expected<void, platform::SystemError>;

    [[nodiscard]] Done fill(Buffer& bytes, std::size_t size);
    [[nodiscard]] Done read_records(Chunk& chunk);
    void map(Chunk& chunk) const;
    [[nodiscard]] bool begins_with_endless_line(const Chunk& chunk) const noexcept;
    [[nodiscard]] Done cut_long_line(Chunk& chunk);
    void give_blank_rows(Chunk& chunk);
    void take(Chunk& chunk, std::size_t end);

    platform::Input input_;
    std::size_t chunk_bytes_;
    std::optional<char> separator_{};
    Buffer rest_; ///< read, and not yet in a chunk
    bool at_end_ = false;
    std::uint64_t line_ = 1;       ///< of the first byte of `rest_`
    std::uint64_t blank_rows_ = 0; ///< the blank lines right before it: rows if something follows
};

} // namespace ptf_fees::batch
