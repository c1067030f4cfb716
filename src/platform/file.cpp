// Ground floor: a whole file into memory, up to a limit.
#include "platform/file.h"

#include "platform/descriptor.h"

#include <algorithm>

namespace ptf_fees::platform {

std::expected<std::string, SystemError> read_file(const std::filesystem::path& path, std::size_t limit) {
    auto input = open_input(path);
    if (!input) {
        return std::unexpected{input.error()};
    }
    constexpr std::size_t step = std::size_t{64} << 10U;
    std::string bytes;
    while (bytes.size() < limit) {
        const std::size_t before = bytes.size();
        bytes.resize(before + std::min(step, limit - before));
        const auto got = read_full(*input, std::span{bytes}.subspan(before));
        if (!got) {
            return std::unexpected{got.error()};
        }
        bytes.resize(before + *got);
        if (*got == 0) {
            break;
        }
    }
    return bytes;
}

} // namespace ptf_fees::platform
