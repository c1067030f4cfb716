// Floor 2, batch: threads without queues. A lock for reading, and a turn for writing.
#include "batch/pipeline.h"

#include "batch/json_rows.h"
#include "batch/table_rows.h"

#include "platform/signals.h"

#include <cerrno>
#include <new>
#include <system_error>

namespace ptf_fees::batch {

std::expected<Run, platform::SystemError> Pipeline::run(unsigned threads) {
    {
        std::vector<std::jthread> others = start_others(threads - 1);
        work();
    }
    progress_.clear();
    if (failure_)
        return std::unexpected{std::move(*failure_)};
    return Run{std::move(*tally_), stopped_};
}

std::vector<std::jthread> Pipeline::start_others(unsigned count) {
    std::vector<std::jthread> others;
    const platform::SignalsHeld held; // signals are for the first thread
    try {
        while (others.size() < count)
            others.emplace_back([this] { work(); });
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
    while (const auto turn = take(chunk)) {
        rows.work(chunk, result);
        if (!deliver(*turn, result))
            break;
    }
    const Tally counted = rows.tally();
    const std::scoped_lock lock{mutex_};
    if (tally_)
        tally_->add(counted);
    else
        tally_ = counted;
}

/// The next chunk and its turn, or nothing.
std::optional<std::uint64_t> Pipeline::take(Chunk& chunk) {
    std::unique_lock lock{mutex_};
    if (ended_)
        return std::nullopt;
    auto more = source_.reader.next(chunk);
    if (more && *more)
        return chunks_taken_++;
    ended_ = true;
    lock.unlock();
    if (!more)
        fail(std::move(more.error()));
    return std::nullopt;
}

bool Pipeline::deliver(std::uint64_t turn, const ChunkResult& result) {
    {
        std::unique_lock lock{mutex_};
        turn_changed_.wait(lock, [&] { return turn_ == turn || failure_; });
        if (failure_)
            return false;
    }
    report(result);
    if (auto written = write(result); !written) {
        fail(std::move(written.error()));
        return false;
    }
    const std::scoped_lock lock{mutex_};
    ++turn_;
    stopped_ = stopped_ || result.stopped;
    ended_ = ended_ || result.stopped;
    turn_changed_.notify_all();
    return !result.stopped;
}

std::expected<void, platform::SystemError> Pipeline::write(const ChunkResult& result) {
    if (auto written = outputs_.records.write(result.output.view()); !written)
        return written;
    if (outputs_.rejects)
        return outputs_.rejects->write(result.rejects.view());
    return {};
}

/// Says on standard error which rows could not be read: the first few, by file, line and record.
void Pipeline::report(const ChunkResult& result) {
    for (const BadRow& row : result.bad_rows) {
        if (bad_rows_shown_ == most_bad_rows_shown && !result.stopped)
            break;
        ++bad_rows_shown_;
        progress_.clear();
        say_(source_.name + ":" + std::to_string(row.line) + ": record " + std::to_string(rows_ + row.row) + ": " +
             row.status + ": " + row.sentence + "\n");
    }
    rows_ += result.rows;
    std::uint64_t bytes_read = 0;
    {
        const std::scoped_lock lock{mutex_};
        bytes_read = source_.reader.bytes_read();
    }
    progress_.show(rows_, bytes_read, source_.reader.bytes_in_all());
}

void Pipeline::fail(platform::SystemError error) {
    const std::scoped_lock lock{mutex_};
    ended_ = true;
    if (!failure_)
        failure_ = std::move(error);
    turn_changed_.notify_all();
}

} // namespace ptf_fees::batch
