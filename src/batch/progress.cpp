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

std::string bar(std::uint64_t bytes, std::uint64_t bytes_in_all, std::size_t columns) {
    const std::size_t width = std::clamp<std::size_t>(columns / 3, 10, 40);
    const std::uint64_t all = std::max<std::uint64_t>(1, bytes_in_all);
    const std::uint64_t done = std::min(bytes, all);
    const auto full = static_cast<std::size_t>(done * width / all);
    return "[" + std::string(full, '#') + std::string(width - full, '.') + "] " + std::to_string(done * 100 / all) +
           " %  ";
}

} // namespace

Progress::Progress()
    : terminal_{platform::is_terminal(platform::standard_error)}, next_{Clock::now() + before_the_first} {}

void Progress::show(std::uint64_t rows, std::uint64_t bytes, std::optional<std::uint64_t> bytes_in_all) {
    if (!terminal_ || Clock::now() < next_)
        return;
    next_ = Clock::now() + between;
    shown_ = true;
    std::string line = "\r";
    if (bytes_in_all)
        line += bar(bytes, *bytes_in_all, platform::columns(platform::standard_error));
    line += text::grouped(static_cast<std::int64_t>(rows)) + " rows\x1b[K";
    platform::write_error(line);
}

void Progress::clear() noexcept {
    if (shown_)
        platform::write_error("\r\x1b[K");
}

} // namespace ptf_fees::batch
