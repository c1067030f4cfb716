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

/// What is written under a key, as long as the TOML lives.
struct Value {
    const toml::node& node;
    std::string_view key;
};

/// A word of a closed choice, and the enumerator that it names.
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

/// An example of that form, for the remedy of a missing key.
template <class Form>
[[nodiscard]] std::string sample_of(const Form& form) {
    if constexpr (std::same_as<Form, AtLeast>)
        return std::to_string(form.least);
    else if constexpr (std::same_as<Form, Day>)
        return "2024-10-08";
    else if constexpr (std::same_as<Form, Truth>)
        return "true";
    else if constexpr (std::same_as<Form, Amount>)
        return "25_000";
    else
        return "\"...\"";
}

/// One table of a schedule file. The keys that were asked for are the ones that the format knows.
class TableReader {
public:
    /// `what` names the table in messages: "tier 'general'". The root is the table of the file itself.
    TableReader(const toml::table& table, std::string what, Reading& reading, bool is_root = false)
        : table_{&table}, what_{std::move(what)}, reading_{&reading}, is_root_{is_root} {}

    [[nodiscard]] const std::string& what() const noexcept { return what_; }
    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    /// The head of the table, where what is missing is reported.
    [[nodiscard]] Place place() const { return place_of(*table_); }
    /// Where the key itself is, and where its value is. Precondition: has(key).
    [[nodiscard]] Place place_of_key(std::string_view key) const;
    [[nodiscard]] Place place_of_value(std::string_view key) const { return catalogue::place_of(*table_->get(key)); }
    /// Whether the key holds a list without entries.
    [[nodiscard]] bool is_empty_list(std::string_view key) const;

    /// The value of a key that is written in that form; nullopt where it is missing or wrong, which is reported.
    template <class Form>
    [[nodiscard]] auto get(Key key, const Form& form) {
        const toml::node* found = node(key, sample_of(form));
        using Got = typename decltype(read_value({*found, key.name}, form))::value_type;
        std::optional<Placed<Got>> got;
        if (found != nullptr)
            if (const auto value = read_value({*found, key.name}, form))
                got = {*value, place_of(*found)};
        return got;
    }

    /// Reads such a value into `member`, which keeps its value if there is none.
    template <class Member, class Form>
    void read(Key key, Member& member, const Form& form) {
        if (const auto got = get(key, form))
            set(member, *got);
    }

    void read(Key key, std::span<const std::string_view>& texts, Texts form);

    /// Sets `member` and remembers its place.
    template <class Member, class Got>
    void set(Member& member, const Placed<Got>& got) const {
        member = static_cast<Member>(got.value);
        reading_->places.add(&member, got.place);
    }
    void set(MembershipRef& member, const Placed<std::string_view>& got) const {
        const auto slash = got.value.find('/');
        member = {got.value.substr(0, slash), got.value.substr(slash + 1)};
        reading_->places.add(&member, got.place);
    }

    /// A table.
    [[nodiscard]] std::optional<TableReader> table(Key key);
    /// The tables of a list, each named by `form`, its id (or its number where it has none) and this table.
    [[nodiscard]] std::vector<TableReader> tables(Key key, const Rows& form);
    /// The entries of a list whose entries may have more than one form, at most `most`; empty where it is missing.
    [[nodiscard]] std::vector<Value> items(Key key, std::size_t most, std::string_view sample = "[...]");
    /// The keys of a table whose keys are names (`tiers = { premier = "yes" }`).
    [[nodiscard]] std::vector<Placed<std::string_view>> all_keys() const;

    /// What is written there, in that form; texts are kept in the storage. Nullopt where it is something else, which
    /// is reported.
    [[nodiscard]] std::optional<std::string_view> read_value(Value value, Text form) const;
    [[nodiscard]] std::optional<std::string_view> read_value(Value value, PrintedText form) const;
    [[nodiscard]] std::optional<Word> read_value(Value value, Choice form) const;
    [[nodiscard]] std::optional<std::int64_t> read_value(Value value, AtLeast form) const;
    [[nodiscard]] std::optional<bool> read_value(Value value, Truth form) const;
    [[nodiscard]] std::optional<Date> read_value(Value value, Day form) const;
    [[nodiscard]] std::optional<Money> read_value(Value value, Amount form) const;

    /// Reports the keys that nobody asked for. Call last.
    void refuse_unknown_keys() const;

    void report(Code code, Place place, std::string message, std::string remedy = {}) const {
        reading_->report.add(code, place, std::move(message), std::move(remedy));
    }

    /// Reports that the value has not the type `expected`.
    std::nullopt_t wrong_type(Value value, const std::string& expected, std::string remedy) const;

private:
    /// The value of a key, which is known from now on. Null where it is missing, which is reported if it is needed.
    [[nodiscard]] const toml::node* node(Key key, std::string_view sample);

    /// Reports what is wrong with the value: "'key' of tier 'general'" and what `says` goes on with.
    std::nullopt_t refuse(Value value, Code code, const std::string& says, std::string remedy) const;

    const toml::table* table_;
    std::string what_;
    Reading* reading_;
    bool is_root_;
    std::vector<std::string_view> known_; ///< the keys asked for
};

} // namespace ptf_fees::catalogue
