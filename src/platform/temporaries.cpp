// Ground floor: a fixed table of paths that a signal handler may walk: no allocation, no lock, lock-free flags.
#include "platform/temporaries.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace ptf_fees::platform {
namespace {

enum class State : int { unused, being_written, exists };

struct Slot {
    std::atomic<State> state{State::unused};
    std::array<char, longest_temporary_path + 1> path{};
};
static_assert(std::atomic<State>::is_always_lock_free);

std::array<Slot, most_temporaries> slots;

} // namespace

int remember_temporary(const std::string& path) noexcept {
    if (path.size() > longest_temporary_path) {
        return -1;
    }
    for (int number = 0; number < most_temporaries; ++number) {
        Slot& slot = slots[static_cast<std::size_t>(number)];
        State unused = State::unused;
        if (slot.state.compare_exchange_strong(unused, State::being_written)) {
            std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
            slot.state.store(State::exists);
            return number;
        }
    }
    return -1;
}

void forget_temporary(int slot) noexcept {
    if (slot >= 0) {
        slots[static_cast<std::size_t>(slot)].state.store(State::unused);
    }
}

void remove_temporaries() noexcept {
    const int error = errno;
    for (Slot& slot : slots) {
        if (slot.state.load() == State::exists) {
            ::unlink(slot.path.data());
        }
    }
    errno = error;
}

} // namespace ptf_fees::platform
