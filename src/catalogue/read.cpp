// Floor 2, catalogue: TOML into the values that the engine sees, straight into the storage, field by field as fields.h
// describes them. Here is what a field of each form means, and what the keys of one table must fulfil together.

#include "catalogue/read.h"

#include "catalogue/reader.h"
#include "text/names.h"

#include <algorithm>

namespace ptf_fees::catalogue {

namespace {

/// One of the three answers, or a quantity, which is a yes.
Grant grant_of(std::string_view text) {
    const auto word = std::ranges::find(answer_words, text, &Label::text);
    return word == answer_words.end() ? Grant{.answer = Answer::yes, .quantity = text}
                                      : Grant{.answer = static_cast<Answer>(word - answer_words.begin())};
}

/// A quantity that is one of the answers but for its case is a slip of the pen.
bool is_misspelt_answer(std::string_view text) {
    constexpr std::array<Label, 5> words{"no", "yes", "unstated", "true", "false"};
    return std::ranges::find(answer_words, text, &Label::text) == answer_words.end() &&
           std::ranges::any_of(words, [text](Label word) { return text::same_ignoring_case(text, word.text()); });
}

/// What public tables write where a tier does not have a benefit.
bool says_no(std::string_view text) {
    const std::string words = text::lower(text);
    constexpr std::array<Label, 6> marks{"-", "–", "—", "0", "none", "n/a"};
    return std::ranges::find(marks, words, &Label::text) != marks.end() || words.starts_with("0 ") ||
           words.starts_with("no ") || words.starts_with("not ");
}

class Reader {
public:
    /// `sources`: those of the file, once they are read.
    Reader(Reading& reading, const std::span<const Source>& sources) : reading_{reading}, sources_{&sources} {}

    template <class T>
    void read_root(const toml::table& root, const std::string& what, T& value) {
        TableReader table{root, what, reading_, true};
        const auto format = table.get({"format"}, AtLeast{1});
        if (format && format->value != 1)
            table.report(Code::bad_value, format->place,
                         "this file has format " + std::to_string(format->value) + ", expected 1",
                         "write format = 1, or use a newer version of this program");
        read_table(table, value);
    }

private:
    template <class T>
    void read_table(TableReader& table, T& value) {
        read_fields(table, value);
        check_table(table, value);
        table.refuse_unknown_keys();
    }

    template <class T>
    void read_fields(TableReader& table, T& value) {
        std::apply([&](const auto&... field) { (read_field(table, value, field), ...); }, fields_of<T>);
    }

    template <class Owner, class Member, class Form>
    void read_field(TableReader& table, Owner& owner, const Field<Owner, Member, Form>& field) {
        read(table, {field.key.text(), field.need}, owner.*field.member, field.form);
    }

    // Fields by their form.

    template <class Member, class Form>
    static void read(TableReader& table, Key key, Member& member, const Form& form) {
        table.read(key, member, form);
    }

    template <class Member>
    void read(TableReader& /*table*/, Key /*key*/, Member& /*member*/, Implied /*form*/) {}

    template <class Member>
    void read(TableReader& table, Key key, Member& member, Named form) {
        const auto id = table.get(key, Text::id);
        if (!id)
            return;
        reading_.places.add(static_cast<const void*>(&member), id->place); // even of a pointer
        if constexpr (std::same_as<Member, const Source*>)
            reading_.mentions.push_back({form.undefined, *id, [&member, sources = sources_](std::size_t index) {
                                             member = &(*sources)[index];
                                         }});
        else
            reading_.mentions.push_back({form.undefined, *id, [&member](std::size_t index) { member = index; }});
    }

    template <class Row>
    void read(TableReader& table, Key key, std::span<const Row>& rows, const Rows& form) {
        std::vector<TableReader> tables = table.tables(key, form);
        const std::span<Row> read = reading_.storage.array<Row>(tables.size());
        rows = read;
        for (std::size_t i = 0; i < tables.size(); ++i)
            read_table(tables[i], read[i]);
    }

    template <class Value>
    void read(TableReader& table, Key key, Value& part, Part /*form*/) {
        if (auto inner = table.table(key))
            read_table(*inner, part);
    }

    void read(TableReader& table, Key /*key*/, Organization& organization, Inline /*form*/) {
        read_fields(table, organization);
    }

    void read(TableReader& table, Key /*key*/, std::optional<Fee>& price, Inline /*form*/) {
        read_fields(table, price.emplace().emplace<FlatFee>());
    }

    void read(TableReader& table, Key key, Fee& fee, FeeOfAnyKind /*form*/) {
        auto inner = table.table(key);
        if (!inner)
            return;
        if (inner->has("unpublished"))
            fee = UnpublishedFee{};
        else if (inner->has("bands") || inner->has("by"))
            fee = BandedFee{};
        std::visit([&](auto& kind) { read_table(*inner, kind); }, fee);
    }

    template <class Item>
    void read(TableReader& table, Key key, std::span<const Item>& memberships, Memberships /*form*/) {
        const std::vector<Value> items = table.items(key, most_memberships);
        const std::span<Item> read = reading_.storage.array<Item>(items.size());
        for (std::size_t i = 0; i < items.size(); ++i)
            read_membership(table, items[i], read[i]);
        memberships = read;
    }

    void read(TableReader& table, Key key, std::array<Answer, all_org_types.size()>& open_to, OpenTo /*form*/) {
        auto inner = table.table(key);
        if (!inner)
            return;
        for (std::size_t type = 0; type < open_to.size(); ++type)
            inner->read({org_type_words[type].text()}, open_to[type], Choice{answer_words});
        inner->refuse_unknown_keys();
    }

    void read(TableReader& table, Key key, std::span<const Grant>& grants, Grants /*form*/) {
        auto inner = table.table(key);
        if (!inner)
            return;
        reading_.places.add(&grants, inner->place());
        const std::span<Grant> read = reading_.storage.array<Grant>(tiers_);
        grants = read;
        for (const auto& tier : inner->all_keys())
            if (const auto text = inner->get({tier.value}, Text::any); text && is_grant(*inner, *text))
                reading_.mentions.push_back(
                    {Code::unknown_tier,
                     {reading_.storage.keep(tier.value), tier.place},
                     [read, grant = grant_of(text->value)](std::size_t index) { read[index] = grant; }});
    }

    /// The two keys of a founding member say one thing: neither may be there without the other.
    void read(TableReader& table, Key /*key*/, std::optional<Date>& founded, Founding /*form*/) {
        const auto founding = table.get({"founding", table.has("founded") ? Need::required : Need::optional}, Truth{});
        const bool is_founding = founding && founding->value;
        table.read({"founded", is_founding ? Need::required : Need::optional}, founded, Day{});
        if (founded && founding && !is_founding)
            table.report(Code::bad_value, founding->place, table.what() + " has the day 'founded' and founding = false",
                         "write founding = true, or leave both out");
    }

    // Fields whose form depends on another one of the same table.

    void read_field(TableReader& table, Schedule& schedule, const Field<Schedule, std::span<const Tier>, Rows>& field) {
        read(table, {field.key.text(), field.need}, schedule.tiers, field.form);
        tiers_ = schedule.tiers.size();
    }

    void read_field(TableReader& table, BandedFee& fee, const Field<BandedFee, std::span<const Band>, Rows>& field) {
        scale_ = &fee;
        read(table, {field.key.text(), field.need}, fee.bands, field.form);
    }

    void read_field(TableReader& table, Band& band, const Field<Band, std::int64_t, BandFrom>& field) {
        const bool may_be_zero = scale_->by == Basis::revenue || !reading_.has(&scale_->by);
        const AtLeast least{may_be_zero ? 0 : 1};
        table.read({field.key.text()}, band.from, least);
        const auto to = table.get({"to", Need::optional}, least);
        if (to && &band == &scale_->bands.back())
            table.set(scale_->to, *to);
        else if (to)
            table.report(Code::bad_value, to->place, "this band has a 'to' and is not the last of its scale",
                         "remove it: a band ends where the next one begins");
    }

    void read_field(TableReader& table, Member& member, const Field<Member, std::span<const Holding>, Held>& field) {
        read(table, {field.key.text(), member.founded ? Need::optional : Need::required}, member.held,
             Rows{"tier", most_tiers});
    }

    // Entries of lists that are not tables.

    static void read_membership(const TableReader& table, Value value, MembershipRef& membership) {
        if (const auto text = table.read_value(value, Text::membership))
            table.set(membership, Placed{*text, place_of(value.node)});
    }

    /// A requirement is text, or a table where this source prints its own price.
    void read_membership(const TableReader& tier, Value value, Requirement& requirement) {
        if (const toml::table* inner = value.node.as_table()) {
            TableReader table{*inner, "a requirement of " + tier.what(), reading_};
            const std::size_t mentions = reading_.mentions.size();
            read_table(table, requirement);
            if (reading_.has(&requirement.membership))
                return;
            requirement.price.reset(); // a price of nothing
            reading_.mentions.resize(mentions);
        } else if (value.node.is_string()) {
            read_membership(tier, value, requirement.membership);
        } else {
            tier.wrong_type(value, "text or a table",
                            "write \"foundation/tier\", or { membership = \"foundation/tier\", amount = ... }");
        }
    }

    static bool is_grant(const TableReader& table, const Placed<std::string_view>& text) {
        if (is_misspelt_answer(text.value))
            table.report(Code::bad_value, text.place, text::quoted(text.value) + " is neither an answer nor a quantity",
                         "write \"yes\", \"no\", \"unstated\" or a quantity such as \"50 vouchers\"");
        else if (says_no(text.value))
            table.report(Code::benefit_says_no, text.place,
                         text::quoted(text.value) + " of " + table.what() +
                             " means no, and would be read as a quantity",
                         "leave the tier out, or write \"no\"");
        else
            return true;
        return false;
    }

    // What the keys of one table must fulfil together.

    template <class T>
    static void check_table(const TableReader& /*table*/, const T& /*value*/) {}

    static void check_table(const TableReader& table, const BandedFee& /*fee*/) {
        if (table.is_empty_list("bands"))
            table.report(Code::empty_bands, table.place_of_value("bands"), table.what() + " has no bands",
                         "add at least { from = 1, amount = 25_000, published = \"...\" }, or say unpublished");
    }

    static void check_table(const TableReader& table, const Join& join) {
        if (table.is_empty_list("steps"))
            table.report(Code::bad_value, table.place_of_value("steps"), table.what() + " has no steps",
                         "write at least one sentence on what to do");
        if (join.route == Route::enrolment && table.has("route") && (table.has("by") || table.has("within_days")))
            table.report(Code::bad_value, table.place_of_key(table.has("by") ? "by" : "within_days"),
                         table.what() + " is an enrolment, which nobody decides on",
                         "write route = \"approval\", or take by and within_days out");
    }

    static void check_table(const TableReader& table, const Tier& /*tier*/) {
        if (table.has("requires") && table.has("bundles"))
            table.report(Code::requires_and_bundles,
                         std::max(table.place_of_key("requires"), table.place_of_key("bundles")),
                         table.what() + " has both requires and bundles",
                         "keep requires if those memberships cost extra, bundles if the fee includes them");
    }

    static void check_table(const TableReader& table, const Schedule& /*schedule*/) {
        if (table.is_empty_list("tier"))
            table.report(Code::missing_key, table.place_of_value("tier"), "the schedule has no tiers",
                         "add at least one [[tier]]");
    }

    static void check_table(const TableReader& table, const Member& member) {
        if (table.is_empty_list("held") && !member.founded)
            table.report(Code::bad_value, table.place_of_value("held"), table.what() + " holds no tier",
                         "write the tier, its first day and the source, or take the member out");
    }

    Reading& reading_;
    const std::span<const Source>* sources_;
    std::size_t tiers_ = 0;      ///< of the schedule
    BandedFee* scale_ = nullptr; ///< whose bands are being read
};

} // namespace

const Schedule& read_edition(const toml::table& root, Reading& reading) {
    Schedule& schedule = reading.storage.array<Schedule>(1).front();
    Reader{reading, schedule.sources}.read_root(root, "the schedule", schedule);
    return schedule;
}

const MemberList& read_members(const toml::table& root, Reading& reading) {
    MemberList& list = reading.storage.array<MemberList>(1).front();
    Reader{reading, list.sources}.read_root(root, "the list of members", list);
    return list;
}

} // namespace ptf_fees::catalogue
