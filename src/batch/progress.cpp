// Floor 2, batch: the progress bar. The clock decides when it is drawn and nothing else.
#include "batch/progress.h"

#include "platform/output.h"
#include "platform/terminal.h"
#include "text/decimal.h"

#include <algorithm>
#include <string>

namespace ptf_fees::batch {
namespace {

constexpr std::chrono::milliseconds before_the_first{1000};
constexpr std::chrono::milliseconds between{200};

/// What fits into a line of the terminal, so that it never wraps: all, or without the bar, or its beginning.
std::string fitting(const std::string& bar, const std::string& words) {
    const std::size_t room = platform::columns(platform::standard_error) - 1; // the cursor is in the last column
    return bar.size() + words.size() <= room ? bar + words : words.substr(0, room);
}

} // namespace

Progress::Progress(int output)
    : draws_{platform::takes_escapes(platform::standard_error) && !platform::is_terminal(output)},
      next_{Clock::now() + before_the_first} {}

bool Progress::due() {
    if (!draws_ || Clock::now() < next_)
        return false;
    next_ = Clock::now() + between;
    const bool drawn = !platform::is_read_by_key(platform::standard_error);
    shown_ = shown_ || drawn;
    return drawn;
}

void Progress::show(std::uint64_t rows, std::uint64_t bytes, std::optional<std::uint64_t> bytes_in_all) {
    if (!due())
        return;
    std::string bar;
    std::string words = text::grouped(static_cast<std::int64_t>(rows)) + " rows";
    if (bytes_in_all) {
        const std::size_t width = std::clamp<std::size_t>(platform::columns(platform::standard_error) / 3, 10, 40);
        const std::uint64_t all = std::max<std::uint64_t>(1, *bytes_in_all);
        const std::uint64_t done = std::min(bytes, all);
        const auto full = static_cast<std::size_t>(done * width / all);
        bar = "[" + std::string(full, '#') + std::string(width - full, '.') + "] ";
        words.insert(0, std::to_string(done * 100 / all) + " %  ");
    }
    platform::write_error("\r" + fitting(bar, words) + "\x1b[K");
}

void Progress::show_closing(std::uint64_t rows) {
    next_ = shown_ ? Clock::time_point{} : next_; // what is shown is not left there
    if (!due())
        return;
    const std::string words = "closing the workbook, " + text::grouped(static_cast<std::int64_t>(rows)) + " rows";
    platform::write_error("\r" + fitting("", words) + "\x1b[K");
}

void Progress::clear() noexcept {
    if (shown_)
        platform::write_error("\r\x1b[K");
}

} // namespace ptf_fees::batch
