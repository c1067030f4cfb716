// The roof: argv in, exit code out.
#include "cli/run.h"

#include "platform/output.h"
#include "platform/signals.h"

#include <cstdlib>
#include <exception>
#include <new>

namespace {

[[noreturn]] void end_without_memory() {
    ptf_fees::platform::end_at_once(5, ptf_fees::platform::memory_ran_out);
}

/// Before main nobody catches what the constructors of static objects throw: until then memory that runs out ends the
/// program here, and later too where not even an exception has room.
[[gnu::constructor(101)]] void watch_memory() {
    std::set_new_handler(end_without_memory);
    std::set_terminate([] {
        if (std::current_exception())
            std::abort();
        end_without_memory();
    });
}

} // namespace

int main(int argc, char** argv) {
    std::set_new_handler(nullptr);
    return ptf_fees::cli::run(argc, argv);
}
