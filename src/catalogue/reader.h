#pragma once
// Reads typed, placed values out of one TOML table. What is missing, mistyped or unknown is reported on the way.

#include "catalogue/fields.h"
#include "catalogue/reading.h"
#include "catalogue/toml.h"

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::catalogue {

[[nodiscard]] Place place_of(const toml::node& node);

/// A key of a table, as long as the TOML lives, and whether it must be there.
struct Key {
    std::string_view name;
    Need need = Need::required;
};

// What a missing key's remedy shows.
[[nodiscard]] inline std::string sample_of(AtLeast form) {
    return std::to_string(form.least);
}
[[nodiscard]] inline std::string sample_of(Day) {
    return "2024-10-08";
}
[[nodiscard]] inline std::string sample_of(Truth) {
    return "true";
}
[[nodiscard]] inline std::string sample_of(Amount) {
    return "25_000";
}
template <class Written>
[[nodiscard]] std::string sample_of(const Written&) {
    return "\"...\"";
}

/// A word of a closed choice, and the enumerator that it stands for.
struct Word {
    std::string_view text;
    std::size_t place;

    explicit operator std::string_view() const noexcept { return text; }
    template <class Enum>
        requires std::is_enum_v<Enum>
    explicit operator Enum() const noexcept {
        return static_cast<Enum>(place);
    }
};

/// One table of a schedule file. The keys that were asked for are the ones that the format knows.
class TableReader {
public:
    /// `what` names the table in messages: "tier 'general'". The root is the table of the file itself.
    TableReader(const toml::table& table, std::string what, Reading& reading, bool is_root = false)
        : table_{&table}, what_{std::move(what)}, reading_{&reading}, is_root_{is_root} {}

    [[nodiscard]] const std::string& what() const noexcept { return what_; }
    [[nodiscard]] Reading& reading() const noexcept { return *reading_; }
    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    /// The head of the table, where what is missing is reported.
    [[nodiscard]] Place place() const { return place_of(*table_); }
    /// Where the key itself, and where its value stands. Precondition: has(key).
    [[nodiscard]] Place place_of_key(std::string_view key) const;
    [[nodiscard]] Place place_of_value(std::string_view key) const { return catalogue::place_of(*table_->get(key)); }
    /// Whether the key holds a list without entries.
    [[nodiscard]] bool is_empty_list(std::string_view key) const;

    /// The value of a key that is written in that form; nullopt where it is missing or wrong, which is reported.
    template <class Form>
    [[nodiscard]] auto get(Key key, const Form& form) {
        const toml::node* found = node(key, sample_of(form));
        const auto value =
            found == nullptr ? decltype(value_of(*found, key.name, form)){} : value_of(*found, key.name, form);
        return value ? std::optional{Placed{*value, catalogue::place_of(*found)}} : std::nullopt;
    }

    /// Reads such a value into `member`, which stays as it is where there is none.
    template <class Member, class Form>
    void read(Key key, Member& member, const Form& form) {
        if (const auto got = get(key, form))
            set(member, *got);
    }

    void read(Key key, std::span<const std::string_view>& texts, Texts form);

    /// Sets `member` and remembers its place.
    template <class Member, class Value>
    void set(Member& member, const Placed<Value>& got) {
        member = static_cast<Member>(got.value);
        reading_->places.add(&member, got.place);
    }
    void set(MembershipRef& member, const Placed<std::string_view>& got) {
        const auto slash = got.value.find('/');
        member = {got.value.substr(0, slash), got.value.substr(slash + 1)};
        reading_->places.add(&member, got.place);
    }

    /// A table.
    [[nodiscard]] std::optional<TableReader> table(Key key);
    /// The tables of a list, each named by `form`, its id (or its number where it has none) and this table.
    [[nodiscard]] std::vector<TableReader> tables(Key key, const Rows& form);
    /// The entries of a list whose entries may have more than one form, at most `most`; empty where it is missing.
    [[nodiscard]] std::vector<const toml::node*> items(Key key, std::size_t most, std::string_view sample = "[...]");
    /// The keys of a table whose keys are names (`tiers = { premier = "yes" }`).
    [[nodiscard]] std::vector<Placed<std::string_view>> all_keys() const;

    /// The value of `node`, which stands under `key`; texts are kept in the storage. Nullopt where it is not of that
    /// form, which is reported.
    using MaybeText = std::optional<std::string_view>;
    [[nodiscard]] MaybeText value_of(const toml::node& node, std::string_view key, Text form) const;
    [[nodiscard]] MaybeText value_of(const toml::node& node, std::string_view key, PrintedText form) const;
    [[nodiscard]] std::optional<std::int64_t> value_of(const toml::node& node, std::string_view key,
                                                       AtLeast form) const;
    [[nodiscard]] std::optional<bool> value_of(const toml::node& node, std::string_view key, Truth form) const;
    [[nodiscard]] std::optional<Date> value_of(const toml::node& node, std::string_view key, Day form) const;
    [[nodiscard]] std::optional<Money> value_of(const toml::node& node, std::string_view key, Amount form) const;
    [[nodiscard]] std::optional<Word> value_of(const toml::node& node, std::string_view key, Choice form) const;

    /// Reports the keys that nobody asked for. Call last.
    void refuse_unknown_keys() const;

    void report(Code code, Place place, std::string message, std::string remedy = {}) const {
        reading_->report.add(code, place, std::move(message), std::move(remedy));
    }

    /// Reports that `node` has not the type that `expected` says.
    void wrong_type(const toml::node& node, std::string_view key, std::string_view expected,
                    std::string remedy = {}) const;

private:
    /// The value of a key, which is known from now on. Null where it is missing, which is reported if it is needed.
    [[nodiscard]] const toml::node* node(Key key, std::string_view sample);

    /// Whether an amount may be that much, rounded up to whole units; reports where not.
    [[nodiscard]] bool in_limits(std::int64_t units, const toml::node& node, std::string_view key) const;

    const toml::table* table_;
    std::string what_;
    Reading* reading_;
    bool is_root_;
    std::vector<std::string_view> known_; ///< the keys asked for
};

} // namespace ptf_fees::catalogue
