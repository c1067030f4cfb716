// The module of workbooks: its allocation functions, which the loader gives to libxlsxwriter and zlib before the
// system's own. They never fail: where the program's memory is used up, the program ends.
#include "workbook/memory.h"

#include <cstdlib>

namespace ptf_fees::workbook {
namespace {

Memory memory{};

void* ended_if_null(void* got, bool wanted) noexcept {
    if (got == nullptr && wanted)
        memory.end_program();
    return got;
}

} // namespace

void use_memory(const Memory& given) noexcept {
    memory = given;
}

} // namespace ptf_fees::workbook

using ptf_fees::workbook::ended_if_null;
using ptf_fees::workbook::memory;

// Before use_memory there is only the reserve that libstdc++ makes for exceptions, which does without.
extern "C" __attribute__((visibility("default"))) void* malloc(std::size_t size) noexcept {
    return memory.allocate == nullptr ? nullptr : ended_if_null(memory.allocate(size), size != 0);
}

extern "C" __attribute__((visibility("default"))) void* calloc(std::size_t number, std::size_t size) noexcept {
    return memory.allocate == nullptr ? nullptr
                                      : ended_if_null(memory.allocate_cleared(number, size), number != 0 && size != 0);
}

extern "C" __attribute__((visibility("default"))) void* realloc(void* before, std::size_t size) noexcept {
    return memory.allocate == nullptr ? nullptr : ended_if_null(memory.reallocate(before, size), size != 0);
}
