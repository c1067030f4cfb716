#pragma once
// How the program ends when it is told to: by the signal itself, after the temporary files are gone.

#include <csignal>
#include <string_view>

namespace ptf_fees::platform {

/// To be called once, first thing in the program. SIGPIPE and SIGXFSZ are ignored: a write to a closed pipe fails with
/// EPIPE, one beyond the size that a file may have with EFBIG. Descriptors 0, 1 and 2, where closed, are taken by ones
/// on which every read or write fails, so that no file opened later gets their numbers.
void set_up_process() noexcept;

/// To be called before the first temporary file is made; does nothing when called again. SIGINT, SIGTERM, SIGHUP and
/// all others that ask a program to end remove the temporary files and then end it by themselves, so that a shell sees
/// 130, 143 and 129; those ignored or taken stay so.
void remove_temporaries_at_signals() noexcept;

/// Ends the program because nobody reads its output any more: removes the temporary files, then dies of SIGPIPE (a
/// shell sees 141), or exits with 141 where SIGPIPE was ignored at the start.
[[noreturn]] void end_by_closed_pipe() noexcept;

/// Ends the program immediately with `exit_code`, after the temporary files are gone and `sentence` is said on standard
/// error. Needs no memory.
[[noreturn]] void end_at_once(int exit_code, std::string_view sentence) noexcept;

/// Holds back the signals that end the program in this thread, and in threads that it starts, for the lifetime of the
/// object.
class SignalsHeld {
public:
    SignalsHeld() noexcept;
    ~SignalsHeld();
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

private:
    sigset_t held_before_;
};

} // namespace ptf_fees::platform
