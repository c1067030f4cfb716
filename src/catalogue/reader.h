#pragma once
// Reads typed, placed values out of one TOML table. What is missing, mistyped or unknown is reported on the way, so
// that the readers of the parts of a schedule only say what they expect.

#include "catalogue/place.h"
#include "catalogue/report.h"
#include "catalogue/storage.h"
#include "catalogue/toml.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::catalogue {

enum class Need : std::uint8_t { required, optional };

/// A published text is a line of a price list; a page pasted into it by mistake is refused.
inline constexpr std::size_t longest_published = 1'000;

/// What all readers of one file share.
struct Reading {
    Report& report;
    Storage& storage;
};

[[nodiscard]] Place place_of(const toml::node& node);

/// One table of a schedule file. The keys that were asked for are the ones that the format knows.
class TableReader {
public:
    /// `what` names the table in messages: "tier 'general'".
    TableReader(const toml::table& table, std::string what, Reading reading);

    [[nodiscard]] const std::string& what() const noexcept { return what_; }
    /// The head of the table, where what is missing is reported.
    [[nodiscard]] Place place() const { return place_of(*table_); }
    [[nodiscard]] Reading reading() const noexcept { return reading_; }
    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    /// Where the key itself, and where its value stands. Precondition: has(key).
    [[nodiscard]] Place place_of_key(std::string_view key) const;
    [[nodiscard]] Place place_of_value(std::string_view key) const { return catalogue::place_of(*table_->get(key)); }

    /// One line of text without control characters, not empty; kept in the storage.
    [[nodiscard]] Maybe<std::string_view> text(std::string_view key, Need need = Need::required);
    /// The text that a source prints about a fee, under the key "published": at most `longest_published` characters.
    [[nodiscard]] Maybe<std::string_view> published();
    /// ASCII letters, digits and '-', first a letter, at most 64.
    [[nodiscard]] Maybe<std::string_view> id(std::string_view key, Need need = Need::required);
    /// An address that a browser opens: https, http or mailto, without blanks.
    [[nodiscard]] Maybe<std::string_view> url(std::string_view key, Need need = Need::required);
    /// One of `words`, by index.
    [[nodiscard]] Maybe<std::size_t> word(std::string_view key, std::span<const std::string_view> words,
                                          Need need = Need::required);
    /// A whole number of at least `least`.
    [[nodiscard]] Maybe<std::int64_t> whole_number(std::string_view key, std::int64_t least,
                                                   Need need = Need::required);
    [[nodiscard]] Maybe<bool> truth(std::string_view key, Need need = Need::required);
    [[nodiscard]] Maybe<Date> date(std::string_view key, Need need = Need::required);
    /// Whole units as an integer, or text with two decimals; 0 to `largest_scheduled_amount`.
    [[nodiscard]] Maybe<Money> amount(std::string_view key, Need need = Need::required);
    /// A list of texts as `text` reads them; empty where it is missing.
    [[nodiscard]] std::vector<Placed<std::string_view>> texts(std::string_view key, Need need = Need::required);

    /// The same texts without their places, kept in the storage.
    [[nodiscard]] std::span<const std::string_view> kept_texts(std::string_view key, Need need = Need::required);

    /// A table, named `name` in messages.
    [[nodiscard]] std::optional<TableReader> table(std::string_view key, std::string name, Need need = Need::required);
    /// A list of tables, at most `most` of them, each named by `name`, its id (or its number where it has none),
    /// `owner`.
    [[nodiscard]] std::vector<TableReader> tables(std::string_view key, std::string_view name, std::size_t most,
                                                  Need need = Need::required, const std::string& owner = {});
    /// The entries of a list whose entries may have more than one form, at most `most`; empty where it is missing.
    [[nodiscard]] std::vector<const toml::node*> items(std::string_view key, std::size_t most, Need need,
                                                       std::string_view sample = "[...]");
    /// Whether the key holds a list without entries.
    [[nodiscard]] bool is_empty_list(std::string_view key) const;

    /// The keys of a table whose keys are names (`tiers = { premier = "yes" }`), as long as the TOML lives.
    [[nodiscard]] std::vector<Placed<std::string_view>> all_keys() const;

    /// Reports the keys that nobody asked for. Call last.
    void refuse_unknown_keys() const;

    /// Reports that `node` has not the type that `expected` says.
    void wrong_type(const toml::node& node, std::string_view key, std::string_view expected,
                    std::string remedy = {}) const;
    /// Reports that `node` is not one of the values allowed.
    void bad_value(Place place, std::string message, std::string remedy = {}) const;

    /// The text of `node` as `text` reads it.
    [[nodiscard]] Maybe<std::string_view> text_of(const toml::node& node, std::string_view key) const;

private:
    /// The value of a key, which is known from now on. Null where it is missing, which is reported if it is needed.
    [[nodiscard]] const toml::node* node(std::string_view key, Need need, std::string_view sample);
    [[nodiscard]] std::optional<Money> money_of(const toml::node& node, std::string_view key) const;
    [[nodiscard]] std::optional<std::int64_t> units_of(std::int64_t units, Place place, std::string_view key) const;

    const toml::table* table_;
    std::string what_;
    Reading reading_;
    std::vector<std::string_view> known_; ///< the keys asked for
};

/// Whether `text` has the form of an id.
[[nodiscard]] bool is_id(std::string_view text) noexcept;

/// The remedy where an id does not have that form.
inline constexpr std::string_view id_remedy =
    "use ASCII letters, digits and '-', first a letter, at most 64 characters";

} // namespace ptf_fees::catalogue
