// Floor 2, batch: where the module of workbooks is: beside the program (a build), or where it was installed.
#include "batch/workbook.h"

#ifdef PTF_FEES_WORKBOOK_FOLDER
#include "platform/module.h"
#include "platform/output.h"
#include "platform/signals.h"
#include "text/names.h"
#include "text/width.h"

#include <bit>
#include <cstdlib>
#endif

namespace ptf_fees::batch {
namespace {

constexpr std::string_view otherwise = ", or write csv (-o FILE.csv), which every spreadsheet opens";

std::unexpected<Refusal> refused(std::string_view why, std::string_view remedy) {
    return std::unexpected{Refusal{2, std::string{why} + ": " + std::string{remedy} + std::string{otherwise}}};
}

} // namespace

#ifdef PTF_FEES_WORKBOOK_FOLDER

namespace {

void end_without_memory() noexcept {
    platform::end_at_once(5, platform::memory_ran_out);
}

constexpr workbook::Memory memory{.allocate = std::malloc,
                                  .allocate_cleared = std::calloc,
                                  .reallocate = std::realloc,
                                  .end_program = end_without_memory};

} // namespace

std::expected<const workbook::Module*, Refusal> load_workbook_module() {
    const auto beside = platform::program_folder();
    if (!beside) // a relative path would load whatever lies in the working directory
        return refused("the module that writes workbooks is looked for by the program's own path, which the system "
                       "does not tell",
                       "mount /proc");
    const std::filesystem::path installed = (*beside / PTF_FEES_WORKBOOK_FOLDER).lexically_normal();
    for (const auto& folder : {*beside, installed}) {
        const std::filesystem::path path = folder / workbook::module_file;
        std::error_code none;
        if (!std::filesystem::exists(path, none))
            continue;
        const auto entry = platform::load_symbol(path, workbook::module_entry);
        if (!entry)
            return refused("the module that writes workbooks cannot be loaded (" + text::printable(entry.error()) + ")",
                           "install libxlsxwriter (Debian: apt install libxlsxwriter4 zlib1g)");
        const workbook::Module* const module = std::bit_cast<workbook::ModuleEntry>(*entry)(&memory);
        if (module->version != workbook::border_version)
            return refused(text::quoted(text::printable(path.string())) + " belongs to another build of ptf-fees",
                           "install both again");
        return module;
    }
    return refused("the module that writes workbooks is neither beside the program nor in " +
                       text::quoted(text::printable(installed.string())),
                   "install ptf-fees again");
}

#else

std::expected<const workbook::Module*, Refusal> load_workbook_module() {
    return refused("this build of ptf-fees writes no workbooks",
                   "install its Debian package, or build it where libxlsxwriter is (Debian: apt install "
                   "libxlsxwriter-dev zlib1g-dev)");
}

#endif

} // namespace ptf_fees::batch
