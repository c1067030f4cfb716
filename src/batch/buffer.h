#pragma once
// Bytes to append to: like std::string, but growing does not zero them, there is always room past the end for wide
// copies, and it may be bounded: then what is full is handed on.

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <limits>
#include <memory>
#include <string_view>

namespace ptf_fees::batch {

/// A growing array of bytes. `slack` bytes past the end may be read and written, and mean nothing.
class Buffer {
public:
    static constexpr std::size_t slack = 128;

    [[nodiscard]] const char* data() const noexcept { return bytes_.get(); }
    [[nodiscard]] char* data() noexcept { return bytes_.get(); }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }

    void clear() noexcept { size_ = 0; }

    /// Before it holds more than `most` bytes, `drain` is called, which must empty it. It holds more only for the sake
    /// of a single make_room() or extend(). nullptr, as at first: it grows.
    void bound(std::size_t most, const std::function<void()>* drain) noexcept {
        most_ = most;
        drain_ = drain;
    }

    /// Keeps the first `size` bytes. Precondition: there are that many.
    void shrink_to(std::size_t size) noexcept { size_ = size; }

    /// Room for `more` bytes past the end, and the slack.
    void make_room(std::size_t more) {
        if (size_ + more + slack > capacity_)
            grow(size_ + more + slack);
    }

    /// Room for `more` bytes; they are not set. Returns where they begin.
    [[nodiscard]] char* extend(std::size_t more) {
        make_room(more);
        char* const at = bytes_.get() + size_;
        size_ += more;
        return at;
    }

    void append(std::string_view text) {
        for (; drain_ != nullptr && text.size() > most_; text.remove_prefix(most_))
            std::memcpy(extend(most_), text.data(), most_);
        if (!text.empty())
            std::memcpy(extend(text.size()), text.data(), text.size());
    }

    void append(char c) { *extend(1) = c; }

    /// Appends `text`, which most often is at most 96 bytes: 96 are copied whatever its size, which costs less
    /// than to find out. Up to 95 bytes after its last may be read. Precondition: there is room, by make_room().
    void append_wide(std::string_view text) noexcept {
        constexpr std::size_t usual = 96;
        const char* const from = text.data();
        char* const to = bytes_.get() + size_;
        std::memcpy(to, from, usual);
        if (text.size() > usual)
            std::memcpy(to + usual, from + usual, text.size() - usual);
        size_ += text.size();
    }

    /// Gives its memory back where it has grown beyond `most` bytes. Empties it.
    void reset(std::size_t most) {
        size_ = 0;
        if (capacity_ > most + slack) {
            bytes_.reset();
            capacity_ = 0;
        }
    }

private:
    void grow(std::size_t least) {
        if (drain_ != nullptr && size_ != 0 && least > most_ + slack) {
            least -= size_;
            (*drain_)();
            if (least <= capacity_)
                return;
        }
        const std::size_t capacity = std::max(least, std::min(capacity_ + capacity_ / 2, most_ + slack));
        auto bytes = std::make_unique_for_overwrite<char[]>(capacity);
        if (size_ != 0)
            std::memcpy(bytes.get(), bytes_.get(), size_);
        bytes_ = std::move(bytes);
        capacity_ = capacity;
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
    std::size_t most_ = std::numeric_limits<std::size_t>::max() / 2;
    const std::function<void()>* drain_ = nullptr;
};

} // namespace ptf_fees::batch
