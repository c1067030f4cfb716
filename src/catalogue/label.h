#pragma once
// Short words of a table, each in the table itself.

#include <algorithm>
#include <array>
#include <string_view>

namespace ptf_fees::catalogue {

/// A key or another short word, in place: a table of addresses would be relocated at every start of the program.
class Label {
public:
    consteval Label() = default;
    template <std::size_t size>
        requires(size <= 17)
    consteval Label(const char (&text)[size]) {
        std::ranges::copy(text, letters_.begin());
    }
    [[nodiscard]] constexpr std::string_view text() const noexcept { return letters_.data(); }

private:
    std::array<char, 17> letters_{}; ///< 16 at most
};

} // namespace ptf_fees::catalogue
