// Ground floor: signal dispositions. The handler only unlinks and re-raises, both async-signal-safe.
#include "platform/signals.h"

#include "platform/output.h"
#include "platform/temporaries.h"

#include <array>
#include <csignal>
#include <cstddef>
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

namespace ptf_fees::platform {
namespace {

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP};
constexpr int closed_pipe_exit_code = 128 + SIGPIPE;

bool pipe_signal_was_ignored = false;

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
    for (const int signal : ending_signals) {
        struct sigaction now{};
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_IGN) {
            continue;
        }
        struct sigaction action{};
        action.sa_handler = end_by_signal;
        ::sigemptyset(&action.sa_mask);
        action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
        ::sigaction(signal, &action, nullptr);
    }
    struct sigaction before{};
    struct sigaction ignore{};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &before);
    pipe_signal_was_ignored = before.sa_handler == SIG_IGN;
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
    sigset_t before;
    ::sigemptyset(&hold);
    for (const int signal : ending_signals) {
        ::sigaddset(&hold, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &hold, &before);
    for (std::size_t i = 0; i < ending_signals.size(); ++i) {
        held_before_[i] = ::sigismember(&before, ending_signals[i]) == 1;
    }
}

SignalsHeld::~SignalsHeld() {
    sigset_t release;
    ::sigemptyset(&release);
    for (std::size_t i = 0; i < ending_signals.size(); ++i) {
        if (!held_before_[i]) {
            ::sigaddset(&release, ending_signals[i]);
        }
    }
    ::pthread_sigmask(SIG_UNBLOCK, &release, nullptr);
}

} // namespace ptf_fees::platform
