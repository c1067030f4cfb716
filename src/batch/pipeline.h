#pragma once
// Reading, working and writing on several threads, with the same result as answer_rows().

#include "batch/run.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <expected>
#include <future>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace ptf_fees::batch {

/// Every thread does the same: takes the next chunk, answers it and hands in the result. Results are written in the
/// order in which their chunks were read, by whichever thread hands in the one that is due, along with those that wait
/// after it; so nobody waits unless the window of results is full. A result that grows large is written in pieces, as
/// soon as those before it are written.
class Pipeline {
public:
    /// Source and plan must outlive it. `take` is called by one thread at a time. The plan is not to stop at a row
    /// (--fail-fast): other threads would count what is not written.
    Pipeline(Source& source, const Plan& plan, TakeResult take)
        : source_{source}, plan_{plan}, results_{std::move(take)} {}

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

    [[nodiscard]] std::vector<std::future<void>> start_others(unsigned count);
    void work() noexcept;
    template <typename Rows>
    void work_with(Rows rows);
    [[nodiscard]] std::optional<Taken> take(Chunk& chunk);
    void spill(std::uint64_t turn, ChunkResult& result);
    [[nodiscard]] bool deliver(std::uint64_t turn, ChunkResult& result);
    void write_due(std::unique_lock<std::mutex>& lock);
    void fail(platform::SystemError error);

    Source& source_;
    const Plan& plan_;
    Results results_; ///< only for the writing thread

    std::mutex reading_; ///< guards the reader and the next member
    std::uint64_t chunks_taken_ = 0;
    std::atomic<bool> ended_ = false; ///< no more chunks are taken

    std::mutex ordering_; ///< guards all below but what only the writing thread touches
    std::condition_variable room_;
    std::vector<Place> window_; ///< results that wait; the one of turn n in place n modulo its size
    std::uint64_t turn_ = 0;    ///< the one that is due
    bool writing_ = false;      ///< some thread writes
    std::optional<platform::SystemError> failure_;
    std::optional<Tally> tally_;
    UsedSet seen_{};
};

} // namespace ptf_fees::batch
