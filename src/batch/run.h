#pragma once
// Answering all rows of a source, in their order, and what came of it.

#include "batch/source.h"
#include "batch/worker.h"

#include <expected>
#include <functional>
#include <vector>

namespace ptf_fees::batch {

/// What came of it.
struct Run {
    Tally tally;
    UsedSet seen{};       ///< the used columns that the input has
    bool stopped = false; ///< by --fail-fast
    std::vector<Reasons::Reason> bad_rows{};
};

/// Takes what became of some rows, in their order; `rows` were answered so far, with these. What it returns as an error
/// ends the run.
using TakeResult =
    std::function<std::expected<void, platform::SystemError>(const ChunkResult& result, std::uint64_t rows)>;

/// Hands results on, and keeps why rows could not be read.
class Results {
public:
    explicit Results(TakeResult take) : take_{std::move(take)} {}

    [[nodiscard]] std::expected<void, platform::SystemError> add(const ChunkResult& result) {
        bad_rows_.add(result.bad_rows, rows_);
        rows_ += result.rows;
        return take_(result, rows_);
    }

    [[nodiscard]] std::vector<Reasons::Reason> bad_rows() const { return bad_rows_.first(); }

private:
    TakeResult take_;
    std::uint64_t rows_ = 0;
    Reasons bad_rows_;
};

/// Answers them on this thread. Fails where reading or `take` fails.
[[nodiscard]] std::expected<Run, platform::SystemError> answer_rows(Source& source, const Plan& plan, TakeResult take);

} // namespace ptf_fees::batch
