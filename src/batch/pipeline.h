#pragma once
// Reading, working and writing, on one thread or several, with the same result.

#include "batch/ledger.h"
#include "batch/progress.h"
#include "batch/source.h"

#include "platform/output.h"

#include <condition_variable>
#include <cstdint>
#include <expected>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace ptf_fees::batch {

/// Where a pipeline writes.
struct Outputs {
    platform::Output records;
    std::optional<platform::Output> rejects{};
};

/// What came of it.
struct Run {
    Tally tally;
    bool stopped = false; ///< by --fail-fast
};

/// Every thread does the same: takes the next chunk, answers it, waits until it is its turn and writes. So chunks are
/// written in the order in which they were read, and at any time there is one chunk for each thread.
class Pipeline {
public:
    /// All must outlive it.
    Pipeline(Source& source, const Plan& plan, Outputs& outputs, const std::function<void(std::string_view)>& say)
        : source_{source}, plan_{plan}, outputs_{outputs}, say_{say} {}

    /// Does all on `threads` threads. Fails where reading or writing fails or memory runs out (code ENOMEM).
    [[nodiscard]] std::expected<Run, platform::SystemError> run(unsigned threads);

private:
    [[nodiscard]] std::vector<std::jthread> start_others(unsigned count);
    void work() noexcept;
    template <typename Rows>
    void work_with(Rows rows);
    [[nodiscard]] std::optional<std::uint64_t> take(Chunk& chunk);
    [[nodiscard]] bool deliver(std::uint64_t turn, const ChunkResult& result);
    [[nodiscard]] std::expected<void, platform::SystemError> write(const ChunkResult& result);
    void report(const ChunkResult& result);
    void fail(platform::SystemError error);

    Source& source_;
    const Plan& plan_;
    Outputs& outputs_;
    const std::function<void(std::string_view)>& say_; ///< takes the lines about bad rows
    Progress progress_;

    std::mutex mutex_; ///< guards the reader and all below but what only the thread whose turn it is touches
    std::condition_variable turn_changed_;
    std::uint64_t chunks_taken_ = 0;
    std::uint64_t turn_ = 0;
    bool ended_ = false; ///< no more chunks are taken
    bool stopped_ = false;
    std::optional<platform::SystemError> failure_;
    std::optional<Tally> tally_;

    std::uint64_t rows_ = 0; ///< only for the thread whose turn it is
    std::size_t bad_rows_shown_ = 0;
};

} // namespace ptf_fees::batch
