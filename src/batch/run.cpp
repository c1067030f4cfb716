// Floor 2, batch: one thread that reads a chunk, answers it, hands the result on, and reads the next one.
#include "batch/run.h"

#include "batch/json_rows.h"
#include "batch/table_rows.h"

#include <optional>

namespace ptf_fees::batch {
namespace {

template <typename Rows>
std::expected<Run, platform::SystemError> answer_with(Rows rows, Source& source, Results results) {
    Chunk chunk;
    ChunkResult result;
    std::optional<platform::SystemError> failure;
    // A result that grows large is handed on in pieces. Where that fails its rows go no further.
    const std::function<void()> hand_on = [&] {
        if (!failure)
            if (auto taken = results.add(result); !taken)
                failure = std::move(taken.error());
        result.stopped = result.stopped || failure;
        result.forget();
    };
    bool stopped = false;
    while (!failure && !stopped) {
        const auto more = source.reader.next(chunk);
        if (!more)
            return std::unexpected{more.error()};
        if (!*more)
            break;
        result.output.bound(most_output, &hand_on);
        result.rejects.bound(most_rejects, &hand_on);
        result.bytes_read = source.reader.bytes_read();
        rows.work(chunk, result);
        stopped = result.stopped;
        hand_on();
    }
    if (failure)
        return std::unexpected{std::move(*failure)};
    return Run{rows.tally(), rows.seen(), stopped, results.bad_rows()};
}

} // namespace

std::expected<Run, platform::SystemError> answer_rows(Source& source, const Plan& plan, TakeResult take) {
    if (plan.separator)
        return answer_with(TableRows{plan}, source, Results{std::move(take)});
    return answer_with(JsonRows{plan}, source, Results{std::move(take)});
}

} // namespace ptf_fees::batch
