#pragma once
// How far the work is, for a person who waits at a terminal.

#include <chrono>
#include <cstdint>
#include <optional>

namespace ptf_fees::batch {

/// A line on standard error that is written over again; only where that is a terminal whose cursor moves, and only
/// after a second. It is gone with the object.
class Progress {
public:
    /// `output`: where the rows go. Not drawn where that is a terminal, nor while a pager has ours.
    explicit Progress(int output);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    /// Shows the line if it is time to.
    void show(std::uint64_t rows, std::uint64_t bytes, std::optional<std::uint64_t> bytes_in_all);

    /// Says that a workbook is being closed, which takes as long again as its rows took.
    void show_closing(std::uint64_t rows);

    /// Takes the line away, so that something else may be written.
    void clear() noexcept;

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] bool due();

    bool draws_;
    bool shown_ = false;
    Clock::time_point next_;
};

} // namespace ptf_fees::batch
