// A module of workbooks for tests: the real one, but with room for forty rows on a sheet (ODD_ROWS), of another build
// (ODD_VERSION), or with a result of its own at the end (ODD_CLOSE).
#include "workbook/border.h"

#include <cstring>
#include <dlfcn.h>

extern "C" const ptf_fees::workbook::Module*
ptf_fees_workbook_module(const ptf_fees::workbook::Memory* memory) noexcept {
    namespace workbook = ptf_fees::workbook;
    static workbook::Module module = [memory] {
        void* const real = ::dlopen(REAL_MODULE, RTLD_NOW | RTLD_LOCAL);
        workbook::ModuleEntry entry = nullptr;
        void* const found = ::dlsym(real, workbook::module_entry);
        std::memcpy(&entry, &found, sizeof entry);
        return *entry(memory);
    }();
#ifdef ODD_ROWS
    module.most_rows = ODD_ROWS;
#endif
#ifdef ODD_VERSION
    module.version = ODD_VERSION;
#endif
#ifdef ODD_CLOSE
    module.close = [](workbook::Book* book) noexcept {
        module.discard(book);
        return ODD_CLOSE;
    };
#endif
    return &module;
}
