#pragma once
// The rows of a table: read, priced and written, a chunk at a time.

#include "batch/ledger.h"

#include <utility>

namespace ptf_fees::batch {

/// One worker's way through the chunks of a table.
class TableRows {
public:
    /// `plan` must outlive it.
    explicit TableRows(const Plan& plan);

    /// Answers all rows of `chunk` into `result`.
    void work(const Chunk& chunk, ChunkResult& result);

    [[nodiscard]] Tally tally() const { return ledger_.tally(); }

    /// The used columns that there are.
    [[nodiscard]] UsedSet seen() const noexcept;

private:
    /// A record that needs care.
    struct Row {
        std::string_view bytes;
        RecordKind kind = RecordKind::whole;
        std::size_t begin = 0;        ///< in the chunk
        std::uint64_t true_size = 0;  ///< of one that is too long
        std::uint64_t blank_line = 0; ///< of a blank line before the chunk's bytes, which have no place in it
    };

    void blank_rows(const Chunk& chunk);
    void mapped_rows(const Chunk& chunk);
    [[nodiscard]] std::size_t plain_records(const Chunk& chunk, std::size_t begin, std::size_t stop);
    [[nodiscard]] bool plain_row(const char* begin, const char* end);

    void careful_row(const Row& row);
    void split(const Row& row);
    [[nodiscard]] std::string why_no_row(const Row& row);
    [[nodiscard]] std::expected<ReadRow, std::string> read(const Row& row);
    void write_cells(Buffer& out, const OutputStyle& style, std::size_t least, std::size_t most);
    void note_row(const Row& row, const Outcome& outcome);

    const Plan& plan_;
    const RowPricer& pricer_;
    Ledger ledger_;
    ChunkResult* result_ = nullptr;
    std::optional<LineCounter> lines_; ///< of the chunk in hand

    std::size_t width_;                                          ///< cells of a record
    std::size_t columns_;                                        ///< those that pass through
    bool verbatim_;                                              ///< records are copied as they are
    std::vector<std::pair<std::size_t, std::size_t>> key_cells_; ///< (cell, index into KeyCells)
    std::vector<std::string> json_keys_;                         ///< `"name":` of each column

    /// [i + 1]: where cell i of the plain record in hand ends; [0] is one before its beginning; one more for all that
    /// are too many.
    std::vector<const char*> ends_;
    std::vector<Cell> cells_;     ///< of the record in hand, without those that an older file of rejects has at the end
    std::size_t cells_found_ = 0; ///< with them
    std::string room_;
};

} // namespace ptf_fees::batch
