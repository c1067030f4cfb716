// Ground floor: signal dispositions. The handler only unlinks and re-raises, both async-signal-safe.
#include "platform/signals.h"

#include "platform/output.h"
#include "platform/temporaries.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

namespace ptf_fees::platform {
namespace {

/// Signals that do not ask the program to end: they report its own faults, stop it or let it go on, are ignored unless
/// somebody waits for them, or show up in what a write returns. All others do, named or numbered.
constexpr auto other_signals =
    std::to_array({SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU,
                   SIGCONT, SIGCHLD, SIGURG, SIGPIPE, SIGWINCH, SIGXFSZ, SIGKILL});
constexpr int closed_pipe_exit_code = 128 + SIGPIPE;

bool pipe_signal_was_ignored = false;

bool asks_to_end(int signal) noexcept {
    return std::ranges::find(other_signals, signal) == other_signals.end();
}

extern "C" void end_by_signal(int signal) {
    remove_temporaries();
    // SA_RESETHAND and SA_NODEFER: the default action is back and takes effect here.
    ::raise(signal);
}

void take_closed_descriptors() {
    // For 0 write-only, for 1 and 2 read-only: what the program then tries fails with EBADF, as on the closed one.
    for (int number = 0; number <= 2; ++number) {
        if (::fcntl(number, F_GETFD) >= 0) {
            continue;
        }
        const int taken =
            ::open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY); // NOLINT: the lowest free number is wanted
        if (taken > 2) {
            ::close(taken);
        }
    }
}

} // namespace

void set_up_process() noexcept {
    take_closed_descriptors();
    struct sigaction before{};
    struct sigaction ignore{};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &before);
    pipe_signal_was_ignored = before.sa_handler == SIG_IGN;
    ::sigaction(SIGXFSZ, &ignore, nullptr);
}

void remove_temporaries_at_signals() noexcept {
    static std::atomic_flag done;
    if (done.test_and_set()) {
        return;
    }
    struct sigaction ending{};
    ending.sa_handler = end_by_signal;
    ::sigemptyset(&ending.sa_mask);
    ending.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
    for (int signal = 1; signal < NSIG; ++signal) {
        struct sigaction before{};
        const bool taken = asks_to_end(signal) && ::sigaction(signal, &ending, &before) == 0;
        if (taken && before.sa_handler != SIG_DFL) { // ignored, or a profiler's
            ::sigaction(signal, &before, nullptr);
        }
    }
}

void end_by_closed_pipe() noexcept {
    remove_temporaries();
    if (!pipe_signal_was_ignored) {
        struct sigaction action{};
        action.sa_handler = SIG_DFL;
        ::sigaction(SIGPIPE, &action, nullptr);
        sigset_t only;
        ::sigemptyset(&only);
        ::sigaddset(&only, SIGPIPE);
        ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
        ::raise(SIGPIPE);
    }
    ::_exit(closed_pipe_exit_code);
}

void end_at_once(int exit_code, std::string_view sentence) noexcept {
    remove_temporaries();
    write_error(sentence);
    ::_exit(exit_code);
}

SignalsHeld::SignalsHeld() noexcept {
    sigset_t hold;
    ::sigemptyset(&hold);
    for (int signal = 1; signal < NSIG; ++signal) {
        if (asks_to_end(signal)) {
            ::sigaddset(&hold, signal);
        }
    }
    ::pthread_sigmask(SIG_BLOCK, &hold, &held_before_);
}

SignalsHeld::~SignalsHeld() {
    ::pthread_sigmask(SIG_SETMASK, &held_before_, nullptr);
}

} // namespace ptf_fees::platform
