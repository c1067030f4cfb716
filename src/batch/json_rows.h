#pragma once
// The rows of JSON Lines: read, priced and written, a chunk at a time.

#include "batch/json_line.h"
#include "batch/roster_words.h"
#include "batch/worker.h"

#include <unordered_map>

namespace ptf_fees::batch {

/// One worker's way through the chunks of JSON Lines.
class JsonRows {
public:
    /// `plan` must outlive it.
    explicit JsonRows(const Plan& plan);

    /// Answers all rows of `chunk` into `result`.
    void work(const Chunk& chunk, ChunkResult& result);

    [[nodiscard]] Tally tally() const { return counts_.tally(); }

    /// The used columns that some line had so far.
    [[nodiscard]] const UsedSet& seen() const noexcept { return seen_; }

private:
    /// A line being read.
    struct Line {
        std::string_view text;
        std::uint64_t number = 0;
        std::uint64_t true_size = 0;
    };

    /// What is known of the key at some place of the object; most lines have the same keys in the same places.
    struct KnownKey {
        std::string key;  ///< as written
        std::string text; ///< what it means
        Meaning meaning{};
        std::size_t column = 0; ///< of a table in the output; their number if there is none
    };

    void row(const Line& line);
    void careful_row(const Line& line, const std::expected<ReadRow, UnreadRow>& read, bool valid);
    [[nodiscard]] std::expected<ReadRow, UnreadRow> read();

    [[nodiscard]] std::string understand(const Line& line);
    [[nodiscard]] const KnownKey& known_key(std::size_t place, const JsonMember& member);
    void learn_key(KnownKey& known, std::string_view key);
    [[nodiscard]] std::string fault_of_members();
    [[nodiscard]] std::string fault_of_values();
    [[nodiscard]] bool is_surely_organization() const noexcept;
    [[nodiscard]] std::string_view tier_key() const noexcept { return batch::cell_of(keys_, UsedColumn::tier); }
    [[nodiscard]] bool some_key_twice();
    void find_keys();
    bool drop_reject_members();

    void write_record(Buffer& out, const OutputStyle& style, const Line& line, bool valid);
    void write_object(Buffer& out, std::string_view line);
    void write_cells(Buffer& out, const TableStyle& style, bool valid);
    [[nodiscard]] Cell cell_of(const JsonMember& member, std::string& room) const;

    const Plan& plan_;
    const RowPricer& pricer_;
    WorkerCounts counts_;
    ChunkResult* result_ = nullptr;

    std::unordered_map<std::string_view, std::size_t> columns_; ///< of a table in the output, by key
    std::vector<JsonMember> members_;                           ///< of the current line
    std::vector<KnownKey> known_keys_; ///< by place; the first members_.size() are those of the current line
    UsedSet seen_{};
    bool rejected_line_ = false;    ///< the current line is from a file of rejects and holds an invalid one
    std::size_t distinct_keys_ = 0; ///< this many of known_keys_ at the beginning are known to differ
    std::vector<std::string_view> sorted_keys_;
    KeyCells keys_;
    std::array<std::string, used_count> key_texts_; ///< keys that had escapes
    bool plain_keys_ = true;                        ///< all of keys_ lie in the line itself
    FirstWord first_word_{{}};
    std::vector<Cell> cells_;
    std::vector<std::string> cell_texts_;
    std::string room_;
};

} // namespace ptf_fees::batch
