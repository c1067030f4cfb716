// Floor 2, batch: threads without queues. A lock for reading, and another for the order of writing.
#include "batch/pipeline.h"

#include "batch/json_rows.h"
#include "batch/table_rows.h"

#include "platform/signals.h"

#include <cerrno>
#include <new>
#include <system_error>

namespace ptf_fees::batch {

std::expected<Run, platform::SystemError> Pipeline::run(unsigned threads) {
    window_ = std::vector<Place>(threads == 1 ? 1 : 2 * std::size_t{threads});
    {
        const std::vector<std::future<void>> others = start_others(threads - 1); // waits for them at its end
        work();
    }
    if (failure_)
        return std::unexpected{std::move(*failure_)};
    return Run{std::move(*tally_), seen_, false, results_.bad_rows()};
}

std::vector<std::future<void>> Pipeline::start_others(unsigned count) {
    std::vector<std::future<void>> others;
    const platform::SignalsHeld held; // signals are for the first thread
    try {
        while (others.size() < count)
            others.push_back(std::async(std::launch::async, [this] { work(); }));
    } catch (const std::system_error&) {
        return others; // there is no room for more: fewer do the same work
    }
    return others;
}

void Pipeline::work() noexcept {
    try {
        if (plan_.separator)
            work_with(TableRows{plan_});
        else
            work_with(JsonRows{plan_});
    } catch (const std::bad_alloc&) {
        fail({ENOMEM, {}});
    }
}

template <typename Rows>
void Pipeline::work_with(Rows rows) {
    Chunk chunk;
    ChunkResult result;
    while (const auto taken = take(chunk)) {
        const std::function<void()> drain = [&] { spill(taken->turn, result); };
        result.output.bound(most_output, &drain);
        result.rejects.bound(most_rejects, &drain);
        result.bytes_read = taken->bytes_read;
        rows.work(chunk, result);
        if (!deliver(taken->turn, result))
            break;
    }
    const Tally counted = rows.tally();
    const std::scoped_lock lock{ordering_};
    if (tally_)
        tally_->add(counted);
    else
        tally_ = counted;
    for (std::size_t i = 0; i < used_count; ++i)
        seen_[i] = seen_[i] || rows.seen()[i];
}

/// The next chunk, or nothing.
std::optional<Pipeline::Taken> Pipeline::take(Chunk& chunk) {
    std::unique_lock lock{reading_};
    if (ended_)
        return std::nullopt;
    auto more = source_.reader.next(chunk);
    if (more && *more)
        return Taken{chunks_taken_++, source_.reader.bytes_read()};
    ended_ = true;
    lock.unlock();
    if (!more)
        fail(std::move(more.error()));
    return std::nullopt;
}

/// Writes what there is of a result, once those before it are written. Where that fails its rows go no further.
void Pipeline::spill(std::uint64_t turn, ChunkResult& result) {
    std::unique_lock lock{ordering_};
    room_.wait(lock, [&] { return turn == turn_ || failure_; });
    if (!failure_) {
        lock.unlock();
        auto written = results_.add(result);
        lock.lock();
        if (!written && !failure_)
            failure_ = std::move(written.error());
    }
    if (failure_) {
        ended_ = true;
        result.stopped = true;
        room_.notify_all();
    }
    result.forget();
}

/// Hands in a result, and leaves another's memory in its place. Returns whether to go on.
bool Pipeline::deliver(std::uint64_t turn, ChunkResult& result) {
    std::unique_lock lock{ordering_};
    room_.wait(lock, [&] { return turn < turn_ + window_.size() || failure_; });
    if (failure_)
        return false;
    Place& place = window_[turn % window_.size()];
    std::swap(place.result, result);
    place.filled = true;
    if (!writing_)
        write_due(lock);
    return !failure_;
}

/// Writes the results that are due, as long as there are any. The lock is open while it writes.
void Pipeline::write_due(std::unique_lock<std::mutex>& lock) {
    writing_ = true;
    for (Place* due = &window_[turn_ % window_.size()]; due->filled && !failure_;
         due = &window_[turn_ % window_.size()]) {
        lock.unlock();
        auto written = results_.add(due->result);
        lock.lock();
        due->filled = false;
        ++turn_;
        if (!written)
            failure_ = failure_ ? failure_ : std::move(written.error());
        ended_ = ended_ || failure_;
        room_.notify_all();
    }
    writing_ = false;
}

void Pipeline::fail(platform::SystemError error) {
    const std::scoped_lock lock{ordering_};
    ended_ = true;
    if (!failure_)
        failure_ = std::move(error);
    room_.notify_all();
}

} // namespace ptf_fees::batch
