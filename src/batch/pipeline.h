#pragma once
// Reading, working and writing, on one thread or several, with the same result.

#include "batch/ledger.h"
#include "batch/progress.h"
#include "batch/source.h"
#include "batch/workbook.h"

#include "platform/output.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <expected>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace ptf_fees::batch {

/// Where a pipeline writes.
struct Outputs {
    platform::Output records;
    std::optional<platform::Output> rejects{};
    std::optional<Workbook> workbook{}; ///< takes the records, and becomes what `records` gets at the end
};

/// What came of it.
struct Run {
    Tally tally;
    UsedSet seen{};       ///< the used columns that the input has
    bool stopped = false; ///< by --fail-fast
    std::vector<Reasons::Reason> bad_rows{};
};

/// Every thread does the same: takes the next chunk, answers it and hands in the result. Results are written in the
/// order in which their chunks were read, by whichever thread hands in the one that is due, along with those that wait
/// behind it; so nobody waits unless the window of results is full. A result that grows large is written in pieces, as
/// soon as those before it are written.
class Pipeline {
public:
    /// All must outlive it.
    Pipeline(Source& source, const Plan& plan, Outputs& outputs) : source_{source}, plan_{plan}, outputs_{outputs} {}

    /// Does all on `threads` threads. Fails where reading or writing fails or memory runs out (code ENOMEM).
    [[nodiscard]] std::expected<Run, platform::SystemError> run(unsigned threads);

private:
    /// A chunk's place in the order, and how much had been read by then.
    struct Taken {
        std::uint64_t turn;
        std::uint64_t bytes_read;
    };
    struct Place {
        ChunkResult result;
        bool filled = false;
    };

    [[nodiscard]] std::vector<std::jthread> start_others(unsigned count);
    void work() noexcept;
    template <typename Rows>
    void work_with(Rows rows);
    [[nodiscard]] std::optional<Taken> take(Chunk& chunk);
    void spill(std::uint64_t turn, ChunkResult& result);
    [[nodiscard]] bool deliver(std::uint64_t turn, ChunkResult& result);
    void write_due(std::unique_lock<std::mutex>& lock);
    [[nodiscard]] std::expected<void, platform::SystemError> write(const ChunkResult& result);
    void report(const ChunkResult& result);
    void fail(platform::SystemError error);

    Source& source_;
    const Plan& plan_;
    Outputs& outputs_;
    Progress progress_;

    std::mutex reading_; ///< guards the reader and the next member
    std::uint64_t chunks_taken_ = 0;
    std::atomic<bool> ended_ = false; ///< no more chunks are taken

    std::mutex ordering_; ///< guards all below but what only the writing thread touches
    std::condition_variable room_;
    std::vector<Place> window_; ///< results that wait; the one of turn n in place n modulo its size
    std::uint64_t turn_ = 0;    ///< the one that is due
    bool writing_ = false;      ///< some thread writes
    bool stopped_ = false;
    std::optional<platform::SystemError> failure_;
    std::optional<Tally> tally_;
    UsedSet seen_{};

    std::uint64_t rows_ = 0; ///< only for the writing thread
    Reasons bad_rows_;
};

} // namespace ptf_fees::batch
