// Ground floor: a strict UTF-8 decoder (Unicode 15, table 3-7).
#include "text/utf8.h"

namespace ptf_fees::text {

Utf8Char first_char(std::string_view bytes) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};

    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() < size)
        return {};
    char32_t code = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if (!continues_character(bytes[i]))
            return {};
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (overlong || surrogate || code > 0x10FFFF)
        return {};
    return {code, size};
}

std::string hex(std::uint32_t number, std::size_t digits) {
    std::string out;
    for (; number != 0 || out.size() < digits; number >>= 4U)
        out.insert(out.begin(), "0123456789ABCDEF"[number & 0xFU]);
    return out;
}

std::string code_point(char32_t code) {
    return "U+" + hex(code, 4);
}

} // namespace ptf_fees::text
