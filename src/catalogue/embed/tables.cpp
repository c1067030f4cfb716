// Floor 2, catalogue: writes a catalogue as C++ source of constant tables. Every list becomes an array of its own,
// numbered in the order of writing; pointers and spans refer to those names. What is written was checked by the loader.

#include "catalogue/embed/tables.h"

#include "catalogue/packed_members.h"

#include <fmt/ranges.h>

#include <iterator>
#include <string_view>
#include <vector>

namespace ptf_fees::catalogue {

namespace {

/// A string literal that no compiler misreads: whatever is not a plain character is three octal digits. Empty texts
/// have no address: one more would be relocated, and the page that it is on copied, at every start.
std::string literal(std::string_view text) {
    if (text.empty())
        return "{}";
    std::string out = "\"";
    for (const char c : text) {
        const bool plain = c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '?';
        if (plain)
            out += c;
        else
            fmt::format_to(std::back_inserter(out), "\\{:03o}", static_cast<unsigned char>(c));
    }
    return out + "\"sv";
}

std::string number(std::int64_t value) {
    return fmt::format("{}LL", value);
}

std::string optional_number(std::optional<std::int64_t> value) {
    return value ? number(*value) : "std::nullopt";
}

std::string exact_figure(const std::optional<Figure>& figure) {
    return figure ? number(figure->from) : "std::nullopt";
}

std::string index(std::optional<std::size_t> value) {
    return value ? fmt::format("{}U", *value) : "std::nullopt";
}

std::string date(Date day) {
    return fmt::format("Date{{std::chrono::year{{{}}}, std::chrono::month{{{}}}, std::chrono::day{{{}}}}}",
                       static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string optional_date(std::optional<Date> day) {
    return day ? date(*day) : "std::nullopt";
}

std::string money(Money amount) {
    return fmt::format("Money::from_cents({}LL)", amount.cents());
}

std::string answer(Answer value) {
    return fmt::format("Answer::{}", name_of(value));
}

class Writer {
public:
    std::string write(const Catalogue& catalogue, std::span<const std::shared_ptr<const MemberList>> lists) {
        out_ = "// Written by embed_schedules from data/*.toml and data/members/*.toml. Do not edit.\n"
               "#include \"catalogue/packed_members.h\"\n"
               "#include \"ptf_fees/catalogue.h\"\n\n"
               "namespace ptf_fees {\nnamespace {\n\n"
               "using namespace std::literals;\n\n";
        std::vector<std::string> editions;
        editions.reserve(catalogue.schedules().size());
        for (const Schedule* schedule : catalogue.schedules())
            editions.push_back("&" + schedule_table(*schedule));
        out_ += "} // namespace\n\n"
                "const Catalogue& embedded_catalogue() {\n"
                "    static const Catalogue catalogue{std::vector<const Schedule*>{" +
                fmt::format("{}", fmt::join(editions, ", ")) +
                "}};\n    return catalogue;\n}\n\n"
                "std::shared_ptr<const MemberList> embedded_members(std::string_view foundation) {\n"
                "    return catalogue::unpacked(" +
                packed_text(lists) + ", foundation);\n}\n\n} // namespace ptf_fees\n";
        return std::move(out_);
    }

private:
    /// The lists as one literal, in pieces of a record.
    static std::string packed_text(std::span<const std::shared_ptr<const MemberList>> lists) {
        std::vector<const MemberList*> all;
        for (const auto& list : lists)
            all.push_back(list.get());
        const std::string packed = catalogue::packed(all);
        std::string out;
        for (std::size_t begin = 0; begin < packed.size();) {
            const std::size_t end = packed.find('\n', begin) + 1;
            out += "\n        " + literal(std::string_view{packed}.substr(begin, end - begin));
            begin = end;
        }
        return out.empty() ? "\"\"sv" : out;
    }

    /// Writes `items` as an array and returns its name, or "{}" where there are none.
    std::string array(std::string_view type, const std::vector<std::string>& items) {
        if (items.empty())
            return "{}";
        const std::string name = fmt::format("table_{}", ++tables_);
        out_ += fmt::format("constexpr {} {}[] = {{\n    {},\n}};\n\n", type, name, fmt::join(items, ",\n    "));
        return name;
    }

    template <class Item, class Text>
    std::string array_of(std::string_view type, std::span<const Item> items, Text text_of) {
        std::vector<std::string> texts;
        texts.reserve(items.size());
        for (const Item& item : items)
            texts.push_back(text_of(item));
        return array(type, texts);
    }

    std::string texts(std::span<const std::string_view> items) { return array_of("std::string_view", items, literal); }

    [[nodiscard]] std::string source_pointer(const Source* source) const {
        return fmt::format("&{}[{}]", sources_name_, source - schedule_->sources.data());
    }

    std::string fee(const FlatFee& fee) {
        return fmt::format("FlatFee{{{}, {}, {}, {}}}", money(fee.amount), source_pointer(fee.source),
                           literal(fee.published), literal(fee.differs));
    }

    std::string fee(const BandedFee& fee) {
        const std::string bands = array_of("Band", fee.bands, [](const Band& band) {
            return fmt::format("{{{}, {}, {}, {}}}", number(band.from), money(band.amount), literal(band.published),
                               literal(band.differs));
        });
        return fmt::format("BandedFee{{Basis::{}, {}, {}, {}}}", name_of(fee.by), bands, source_pointer(fee.source),
                           optional_number(fee.to));
    }

    std::string fee(const UnpublishedFee& fee) {
        return fmt::format("UnpublishedFee{{{}, {}}}", literal(fee.reason), source_pointer(fee.source));
    }

    std::string any_fee(const Fee& any) {
        return std::visit([this](const auto& kind) { return fee(kind); }, any);
    }

    static std::string membership(const MembershipRef& ref) {
        return fmt::format("{{{}, {}}}", literal(ref.foundation), literal(ref.tier));
    }

    std::string requirement(const Requirement& requirement) {
        return fmt::format("{{{}, {}}}", membership(requirement.membership),
                           requirement.price ? any_fee(*requirement.price) : "std::nullopt");
    }

    std::string join(const Join& join) {
        return fmt::format("{{Route::{}, {}, {}, {}, {}}}", name_of(join.route), literal(join.url), texts(join.steps),
                           literal(join.by), optional_number(join.within_days));
    }

    std::string tier(const Tier& tier) {
        std::vector<std::string> open_to;
        open_to.reserve(tier.open_to.size());
        for (const Answer open : tier.open_to)
            open_to.push_back(answer(open));
        const std::string required =
            array_of("Requirement", tier.requires_memberships, [this](const Requirement& r) { return requirement(r); });
        const std::string bundled = array_of("MembershipRef", tier.bundles, membership);
        // In statements of their own: the order in which a call's arguments write their tables is the compiler's.
        const std::string fee_table = any_fee(tier.fee);
        const std::string join_table = join(tier.join);
        const std::string notes = texts(tier.notes);
        return fmt::format("{{{}, {}, {}, {{{}}}, {}, {}, {}, {}, {}, {}, {}}}", literal(tier.id), literal(tier.name),
                           fee_table, fmt::join(open_to, ", "), join_table, required, bundled, index(tier.includes),
                           optional_number(tier.commitment_years), optional_number(tier.members_max), notes);
    }

    std::string benefit(const Benefit& benefit) {
        const std::string grants = array_of("Grant", benefit.grants, [](const Grant& grant) {
            return fmt::format("{{{}, {}}}", answer(grant.answer), literal(grant.quantity));
        });
        return fmt::format("{{{}, {}, {}, {}, {}, {}}}", literal(benefit.id), literal(benefit.group),
                           literal(benefit.name), source_pointer(benefit.source), grants, index(benefit.implied_by));
    }

    std::string example(const Example& example) {
        return fmt::format("{{{}U, {{OrgType::{}, {}, {}}}, {}, {}, {}}}", example.tier,
                           name_of(example.organization.type), exact_figure(example.organization.employees),
                           exact_figure(example.organization.revenue), example.lf_member, money(example.total),
                           source_pointer(example.source));
    }

    static std::string source(const Source& source) {
        return fmt::format("{{{}, {}, {}, {}, {}, {}, {}, {}}}", literal(source.id), literal(source.title),
                           literal(source.url), literal(source.archive), literal(source.locator),
                           literal(source.proves), optional_date(source.dated), optional_date(source.retrieved));
    }

    /// Writes the edition with all its arrays and returns its name.
    std::string schedule_table(const Schedule& edition) {
        schedule_ = &edition;
        sources_name_ = array_of("Source", edition.sources, source);
        const std::string tiers = array_of("Tier", edition.tiers, [this](const Tier& t) { return tier(t); });
        const std::string benefits =
            array_of("Benefit", edition.benefits, [this](const Benefit& b) { return benefit(b); });
        const std::string examples =
            array_of("Example", edition.examples, [this](const Example& e) { return example(e); });
        const std::string notes = texts(edition.notes);
        const std::vector<std::string> members{
            literal(edition.id),
            literal(edition.foundation),
            literal(edition.name),
            literal(edition.title),
            date(edition.effective),
            edition.effective_exact ? "true" : "false",
            date(edition.verified),
            optional_date(edition.until),
            edition.is_default ? "true" : "false",
            literal(edition.currency),
            literal(edition.period),
            literal(edition.employees),
            literal(edition.revenue),
            edition.effective_source == nullptr ? "nullptr" : source_pointer(edition.effective_source),
            notes,
            sources_name_,
            tiers,
            benefits,
            examples};
        const std::string name = fmt::format("edition_{}", ++editions_);
        out_ += fmt::format("constexpr Schedule {}{{\n    {},\n}};\n\n", name, fmt::join(members, ",\n    "));
        return name;
    }

    std::string out_;
    std::size_t tables_ = 0;
    std::size_t editions_ = 0;
    const Schedule* schedule_ = nullptr; ///< the edition being written
    std::string sources_name_;           ///< the name of its sources
};

} // namespace

std::string tables_of(const Catalogue& catalogue, std::span<const std::shared_ptr<const MemberList>> lists) {
    return Writer{}.write(catalogue, lists);
}

} // namespace ptf_fees::catalogue
