#pragma once
// How far the work is, for a person who waits at a terminal.

#include <chrono>
#include <cstdint>
#include <optional>

namespace ptf_fees::batch {

/// A line on standard error that is written over again; only where that is a terminal, and only after a second. It is
/// gone with the object.
class Progress {
public:
    Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    /// Shows the line if it is time to.
    void show(std::uint64_t rows, std::uint64_t bytes, std::optional<std::uint64_t> bytes_in_all);

private:
    void clear() noexcept;

    using Clock = std::chrono::steady_clock;

    bool terminal_;
    bool shown_ = false;
    Clock::time_point next_;
};

} // namespace ptf_fees::batch
