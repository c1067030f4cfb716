#pragma once
// What workers share, and what each of them keeps beside the output: counts, and the rows that were not quoted.

#include "batch/chunk_reader.h"
#include "batch/columns.h"
#include "batch/reasons.h"
#include "batch/row_pricer.h"
#include "batch/tally.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::batch {

/// The same for all rows. Never changed while workers run.
struct Plan {
    const RowPricer* pricer = nullptr;
    Columns columns{};               ///< of a table
    std::optional<char> separator{}; ///< of the input; nullopt: JSON Lines
    std::string input_line_end = "\n";
    std::vector<std::string> json_keys{}; ///< `"name":` of each column of a table that becomes JSON Lines
    bool write_rejects = false;
    bool fail_fast = false;

    /// How rejects are written: as the input, formulas escaped as in the output.
    [[nodiscard]] OutputStyle rejects_style() const {
        return {!separator, {separator.value_or(','), pricer->text().style().table.excel_safe}, input_line_end, {}};
    }
};

/// This many bytes of output, or of rejects, wait; then they are written, in the middle of a chunk or of a record.
inline constexpr std::size_t most_output = std::size_t{768} << 10U;
inline constexpr std::size_t most_rejects = std::size_t{128} << 10U;

/// What became of a chunk, as far as it has not been written.
struct ChunkResult {
    Buffer output;
    Buffer rejects;
    Reasons bad_rows;
    std::uint64_t rows = 0;       ///< counted when they are begun
    std::uint64_t bytes_read = 0; ///< of the input when the chunk had been read
    bool stopped = false;         ///< by --fail-fast: the last of `rows` is not in `output`

    void clear();

    /// Forgets what has been written.
    void forget();
};

/// How a row was answered that the quick way did not know.
struct Outcome {
    std::string status;
    std::string sentence; ///< why it is not quoted
    std::string ending;   ///< of the output record

    [[nodiscard]] bool quoted() const { return status == name_of(Status::quoted); }
};

/// Whether standard error says why a row is not quoted: it could not be read, or --fail-fast stops there.
[[nodiscard]] bool wants_bad_row(const ChunkResult& result, const Outcome& outcome);

/// The columns of a file of rejects after a record, as AnswerText::of writes those of the output.
[[nodiscard]] std::string reject_ending(std::uint64_t line, const Outcome& outcome, const OutputStyle& style);

/// One worker's counts.
class WorkerCounts {
public:
    explicit WorkerCounts(const Plan& plan);

    /// A row that was answered ready-made.
    void count_place(std::uint32_t place) noexcept { ++places_[place]; }

    /// Counts and words a row that was read with care, or could not be.
    [[nodiscard]] Outcome outcome_of(const std::expected<ReadRow, UnreadRow>& row);

    /// A row with empty cells at its end, which were dropped.
    void count_dropped_cells() noexcept { tally_.add_remarks({.dropped_ends = 1}); }

    /// Everything counted so far.
    [[nodiscard]] Tally tally() const;

private:
    /// A question with its answer in words.
    struct Known {
        Question question;
        Price price;
        Outcome outcome;
    };

    [[nodiscard]] const Known& known(const Question& question);

    const Plan& plan_;
    std::vector<std::uint64_t> places_;
    Tally tally_;
    std::array<std::optional<Known>, 64> known_; ///< questions asked before: those without an exact figure come often
};

/// Where a row is: for messages.
class LineCounter {
public:
    explicit LineCounter(const Chunk& chunk) : bytes_{chunk.bytes.view()}, line_{chunk.first_line + chunk.blank_rows} {}

    /// The line on which byte `at` is. Precondition: `at` never falls.
    [[nodiscard]] std::uint64_t line_at(std::size_t at) noexcept;

private:
    std::string_view bytes_;
    std::size_t counted_ = 0;
    std::uint64_t line_;
};

} // namespace ptf_fees::batch
