#pragma once
// What loaded schedules point into: their strings, arrays and themselves, at addresses that never change.

#include <algorithm>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ptf_fees::catalogue {

/// Memory that is given back in one piece, with the storage.
class Storage {
public:
    /// `room`: bytes that will probably be needed.
    explicit Storage(std::size_t room = 4096) : memory_{room} {}

    /// `size` values of T, to be set by the caller.
    template <class T>
    [[nodiscard]] std::span<T> array(std::size_t size) {
        static_assert(std::is_trivially_destructible_v<T>, "the storage destroys nothing");
        if (size == 0)
            return {};
        T* first = std::pmr::polymorphic_allocator<T>{&memory_}.allocate(size);
        std::uninitialized_value_construct_n(first, size);
        return {first, size};
    }

    /// A copy of `text` that lives as long as the storage.
    [[nodiscard]] std::string_view keep(std::string_view text) {
        const std::span<char> kept = array<char>(text.size());
        std::ranges::copy(text, kept.begin());
        return {kept.data(), kept.size()};
    }

private:
    std::pmr::monotonic_buffer_resource memory_;
};

} // namespace ptf_fees::catalogue
