#pragma once
// The rows of a table: read, priced and written, a chunk at a time.

#include "batch/roster_words.h"
#include "batch/worker.h"

#include <array>

namespace ptf_fees::batch {

/// One worker's way through the chunks of a table.
class TableRows {
public:
    /// `plan` must outlive it.
    explicit TableRows(const Plan& plan);

    /// Answers all rows of `chunk` into `result`.
    void work(const Chunk& chunk, ChunkResult& result);

    [[nodiscard]] Tally tally() const { return counts_.tally(); }

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
    [[nodiscard]] bool has_width(const char* bytes, const std::uint32_t* record) const noexcept;
    [[nodiscard]] std::size_t odd_width(const Chunk& chunk, std::size_t begin);
    void make_room(const std::uint32_t* record, const std::uint32_t* unfolded);
    void answer_carefully(const char* bytes, std::size_t begin, std::size_t feed);
    [[nodiscard]] std::uint32_t last_end(const char* bytes, const std::uint32_t* record) const noexcept;
    [[nodiscard]] bool answer_at_once(const char* bytes, const std::uint32_t* record, std::uint32_t place);
    [[nodiscard]] std::uint32_t* find_places(const char* bytes, const std::uint32_t* unfolded);
    [[nodiscard, gnu::always_inline]] inline std::uint32_t quoted_place(const char* bytes,
                                                                        std::uint32_t* record) const noexcept;
    [[nodiscard]] bool is_surely_organization(const char* bytes, const std::uint32_t* record) const noexcept;
    [[nodiscard]] bool write_quoted(std::string_view record, const char* kept_end, std::uint32_t place);
    [[nodiscard]] bool restyle(std::string_view record, std::string_view ending);

    void careful_row(const Row& row);
    void split(const Row& row);
    [[nodiscard]] std::string why_no_row(const Row& row);
    [[nodiscard]] bool all_blank(const Row& row, std::size_t first);
    [[nodiscard]] std::string why_not_written();
    [[nodiscard]] bool repeats_header();
    [[nodiscard]] bool looks_like_total(std::string_view tier);
    [[nodiscard]] std::expected<ReadRow, UnreadRow> read(const Row& row);
    void write_cells(Buffer& out, const OutputStyle& style);
    void write_extra_cells(Buffer& out, const OutputStyle& style, const Row& row);
    void note_row(const Row& row, const Outcome& outcome);

    const Plan& plan_;
    const RowPricer& pricer_;
    WorkerCounts counts_;
    ChunkResult* result_ = nullptr;
    std::optional<LineCounter> lines_; ///< of the current chunk

    std::size_t width_;                             ///< cells of a record
    std::size_t columns_;                           ///< those that pass through
    std::uint32_t separators_sum_;                  ///< what those of a record of that width add up to
    bool verbatim_;                                 ///< records are copied as they are
    std::array<std::size_t, used_count> key_cells_; ///< where each used column is; no_cell: nowhere
    FirstWord first_word_;
    bool has_default_tier_;

    static constexpr std::size_t no_cell = ~std::size_t{0};

    /// Where cells end, in the chunk's bytes: some blocks of the map, and before them what is left of a record. A
    /// record is a pointer into these: [0] is the line feed of the one before (one before its own first byte), [i] is
    /// where its cell i, from 1, ends.
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint32_t> places_; ///< of the answers to the records among them
    std::vector<Cell> cells_;           ///< of the current record, as far as the header's width goes
    std::size_t cells_found_ = 0;       ///< in the whole record
    std::size_t cells_kept_ = 0;        ///< of them without those that an older file of rejects has at the end
    std::vector<Cell> extra_;           ///< some of those beyond the header's width
    bool blank_ = false;                ///< no cell of the current record is filled
    std::string room_;
};

} // namespace ptf_fees::batch
