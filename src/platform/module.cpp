// Ground floor: the dynamic loader.
#include "platform/module.h"

#include <cerrno>
#include <dlfcn.h>
#include <new>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

namespace ptf_fees::platform {
namespace {

#ifdef __has_feature
constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

// The module's own functions come first for itself and what it needs. The sanitizers, which replace the same functions
// everywhere, do not allow it.
#ifdef RTLD_DEEPBIND
constexpr int own_functions_first = sanitized ? 0 : RTLD_DEEPBIND;
#else
constexpr int own_functions_first = 0;
#endif

/// The file of the running program; empty where the system does not say.
std::filesystem::path program_file() {
    std::error_code none;
#ifdef __APPLE__
    std::uint32_t size = 0;
    (void)::_NSGetExecutablePath(nullptr, &size);
    std::string path(size, '\0');
    if (::_NSGetExecutablePath(path.data(), &size) != 0)
        return {};
    return std::filesystem::canonical(path.c_str(), none);
#else
    return std::filesystem::read_symlink("/proc/self/exe", none);
#endif
}

} // namespace

std::optional<std::filesystem::path> program_folder() {
    const std::filesystem::path program = program_file();
    return program.is_absolute() ? std::optional{program.parent_path()} : std::nullopt;
}

std::expected<void*, std::string> load_symbol(const std::filesystem::path& path, const char* symbol) {
    errno = 0;
    // NOLINTNEXTLINE: it has to outlive all that it gives
    void* const module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | own_functions_first);
    // glibc's loader has an errno of its own and may say something else; what malloc left in ours stays.
    const bool allocation_failed = errno == ENOMEM;
    if (void* const found = module == nullptr ? nullptr : ::dlsym(module, symbol); found != nullptr) {
        return found;
    }
    const char* const said = ::dlerror();
    std::string why = said == nullptr ? "no such symbol" : said;
    // "cannot create shared object descriptor: Cannot allocate memory", "out of memory"
    if (allocation_failed || why.find("allocate memory") != std::string::npos ||
        why.find("out of memory") != std::string::npos) {
        throw std::bad_alloc{};
    }
    return std::unexpected{std::move(why)};
}

} // namespace ptf_fees::platform
