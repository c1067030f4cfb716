// Floor 2, catalogue: schedules and lists of members to bytes and back, by the fields of fields.h. A number is seven
// bits a byte, the lowest first; a text or a list its length and what is in it; what may be absent a 1 and its value,
// or a 0; a source its place among the sources, counted from 1. First the room that all lists need, for the storage,
// and the sources, as the rest refers to them.

#include "catalogue/packed.h"

#include "catalogue/fields.h"
#include "catalogue/storage.h"

#include <concepts>
#include <tuple>
#include <type_traits>

namespace ptf_fees::catalogue {

namespace {

template <class T>
concept Number = std::integral<T> || std::is_enum_v<T>;

class Packer {
public:
    /// A schedule, or a list of members.
    template <class T>
    void add_whole(const T& value) {
        sources_ = value.sources.data();
        add_items(value.sources);
        add(value);
    }

    template <class T>
    void add(const T& value) {
        std::apply([&](const auto&... field) { (add(value.*field.member), ...); }, fields_of<T>);
    }

    template <Number T>
    void add(const T& value) {
        auto rest = static_cast<std::uint64_t>(value);
        for (; rest >= 128; rest >>= 7U)
            out_ += static_cast<char>(rest % 128 + 128);
        out_ += static_cast<char>(rest);
    }

    void add(Money amount) { add(amount.cents()); }

    void add(const Date& day) {
        add(static_cast<int>(day.year()));
        add(static_cast<unsigned>(day.month()));
        add(static_cast<unsigned>(day.day()));
    }

    void add(std::string_view text) {
        add(text.size());
        out_ += text;
    }

    void add(const Source* source) { add(source == nullptr ? 0 : source - sources_ + 1); }

    template <class T>
    void add(const std::optional<T>& value) {
        add(value.has_value());
        if (value)
            add(*value);
    }

    template <class T>
    void add(std::span<const T> items) {
        add_items(items);
    }

    void add(std::span<const Source> /*sources*/) {} // they came first

    template <class T>
    void add_items(std::span<const T> items) {
        room_ += items.size_bytes();
        add(items.size());
        for (const T& item : items)
            add(item);
    }

    void add(const std::array<Answer, all_org_types.size()>& answers) {
        for (const Answer answer : answers)
            add(answer);
    }

    void add(const Fee& fee) {
        add(fee.index());
        std::visit([this](const auto& kind) { add(kind); }, fee);
    }

    [[nodiscard]] std::string take() { return std::move(out_); }
    [[nodiscard]] std::size_t room() const noexcept { return room_; }

private:
    std::string out_;
    std::size_t room_ = 0;
    const Source* sources_ = nullptr;
};

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_{bytes} {}

    template <class T>
    std::shared_ptr<const T> unpacked() {
        const auto storage = std::make_shared<Storage>(value_of<std::size_t>());
        storage_ = storage.get();
        T& value = storage->array<T>(1).front();
        read_items(value.sources);
        sources_ = value.sources.data();
        read(value);
        return {storage, &value};
    }

private:
    template <class T>
    void read(T& value) {
        std::apply([&](const auto&... field) { (read(value.*field.member), ...); }, fields_of<T>);
    }

    template <Number T>
    void read(T& value) {
        std::uint64_t number = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            number |= std::uint64_t{byte % 128U} << shift;
            if (byte < 128)
                break;
        }
        value = static_cast<T>(number);
    }

    void read(Money& amount) { amount = Money::from_cents(value_of<std::int64_t>()); }

    void read(Date& day) {
        const std::chrono::year year{value_of<int>()};
        const std::chrono::month month{value_of<unsigned>()};
        day = year / month / std::chrono::day{value_of<unsigned>()};
    }

    void read(std::string_view& text) {
        const auto size = value_of<std::size_t>();
        text = rest_.substr(0, size);
        rest_.remove_prefix(text.size());
    }

    void read(const Source*& source) {
        const auto place = value_of<std::size_t>();
        source = place == 0 ? nullptr : sources_ + place - 1;
    }

    template <class T>
    void read(std::optional<T>& value) {
        if (value_of<bool>())
            read(value.emplace(T{}));
    }

    void read(std::optional<Figure>& figure) {
        if (value_of<bool>())
            read(figure.emplace(0));
    }

    template <class T>
    void read(std::span<const T>& items) {
        read_items(items);
    }

    void read(std::span<const Source>& /*sources*/) {} // they came first

    template <class T>
    void read_items(std::span<const T>& items) {
        const std::span<T> room = storage_->array<T>(value_of<std::size_t>());
        items = room;
        for (T& item : room)
            read(item);
    }

    void read(std::array<Answer, all_org_types.size()>& answers) {
        for (Answer& answer : answers)
            read(answer);
    }

    void read(Fee& fee) { read_kind(value_of<std::size_t>(), fee); }

    template <class T>
    T value_of() {
        T value{};
        read(value);
        return value;
    }

    template <class... Kind>
    void read_kind(std::size_t index, std::variant<Kind...>& fee) {
        (void)((index-- == 0 ? (read(fee.template emplace<Kind>()), true) : false) || ...);
    }

    std::string_view rest_;
    Storage* storage_ = nullptr;
    const Source* sources_ = nullptr;
};

template <class T>
std::string packed_value(const T& value) {
    Packer packer;
    packer.add_whole(value);
    Packer room;
    room.add(packer.room() + sizeof value);
    return room.take() + packer.take();
}

} // namespace

std::string packed(const Schedule& schedule) {
    return packed_value(schedule);
}

std::string packed(const MemberList& list) {
    return packed_value(list);
}

std::shared_ptr<const Schedule> unpacked_schedule(std::string_view bytes) {
    return Unpacker{bytes}.unpacked<Schedule>();
}

std::shared_ptr<const MemberList> unpacked_members(std::string_view bytes) {
    return Unpacker{bytes}.unpacked<MemberList>();
}

} // namespace ptf_fees::catalogue
