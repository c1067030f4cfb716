#pragma once
// How far the work is, for a person who waits at a terminal.

#include <chrono>
#include <cstdint>
#include <optional>

namespace ptf_fees::batch {

/// A line on standard error that is written over again; only where that is a terminal, and only after a second.
class Progress {
public:
    Progress();

    /// Shows the line if it is time to.
    void show(std::uint64_t rows, std::uint64_t bytes, std::optional<std::uint64_t> bytes_in_all);

    /// Takes the line away, so that something else may be written.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    bool terminal_;
    bool shown_ = false;
    Clock::time_point next_;
};

} // namespace ptf_fees::batch
