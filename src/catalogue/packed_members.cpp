// Floor 2, catalogue: lists of members to text and back. A line begins with what it is: L, the head of a list, then its
// sources (S) and its members (M), each followed by the tiers that it held (H).

#include "catalogue/packed_members.h"

#include "catalogue/storage.h"
#include "text/words.h"

#include <algorithm>
#include <initializer_list>

namespace ptf_fees::catalogue {

namespace {

std::string day_or_nothing(std::optional<Date> day) {
    return day ? text::iso(*day) : std::string{};
}

void add_record(std::string& out, std::string_view kind, std::initializer_list<std::string_view> fields) {
    out += kind;
    for (const std::string_view field : fields)
        out.append("\t").append(field);
}

void add_list(std::string& out, const MemberList& list) {
    add_record(out, "L", {list.foundation, text::iso(list.verified), day_or_nothing(list.complete_from)});
    for (const Source& source : list.sources)
        add_record(out, "\nS",
                   {source.id, source.title, source.url, source.archive, source.locator, source.proves,
                    day_or_nothing(source.dated), day_or_nothing(source.retrieved)});
    for (const Member& member : list.members) {
        add_record(out, "\nM", {member.name, day_or_nothing(member.founded), day_or_nothing(member.until)});
        for (const std::string_view spelling : member.also)
            add_record(out, "", {spelling});
        for (const Holding& holding : member.held)
            add_record(out, "\nH",
                       {holding.tier, text::iso(holding.from), holding.exact ? "exact" : "", holding.source->id});
    }
    out += "\n";
}

/// Takes the part before the next `separator` off `text`.
std::string_view take(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

class Unpacker {
public:
    Unpacker(std::string_view text, Storage& storage) : text_{text}, storage_{storage} {}

    const MemberList* list_of(std::string_view foundation) {
        while (!text_.empty()) {
            if (next_record() != "L")
                continue;
            if (const std::string_view found = field(); found == foundation)
                return list(found);
        }
        return nullptr;
    }

private:
    /// What the next line is; its fields come next.
    std::string_view next_record() {
        fields_ = take(text_, '\n');
        return take(fields_, '\t');
    }

    std::string_view field() { return take(fields_, '\t'); }
    std::optional<Date> day() { return text::parse_iso(field()); }
    [[nodiscard]] bool comes(char kind) const { return text_.starts_with(kind); }

    const MemberList* list(std::string_view foundation) {
        MemberList list{.foundation = foundation};
        list.verified = day().value_or(Date{});
        list.complete_from = day();
        std::vector<Source> sources;
        while (comes('S'))
            sources.push_back(source());
        sources_ = list.sources = storage_.keep(std::move(sources));
        std::vector<Member> members;
        while (comes('M'))
            members.push_back(member());
        list.members = storage_.keep(std::move(members));
        return storage_.keep(list);
    }

    Source source() {
        next_record();
        Source source{.id = field(),
                      .title = field(),
                      .url = field(),
                      .archive = field(),
                      .locator = field(),
                      .proves = field(),
                      .dated = day(),
                      .retrieved = day()};
        return source;
    }

    Member member() {
        next_record();
        Member member{.name = field(), .founded = day(), .until = day()};
        std::vector<std::string_view> also;
        while (!fields_.empty())
            also.push_back(field());
        member.also = storage_.keep(std::move(also));
        std::vector<Holding> held;
        while (comes('H'))
            held.push_back(holding());
        member.held = storage_.keep(std::move(held));
        return member;
    }

    Holding holding() {
        next_record();
        Holding holding{.tier = field(), .from = day().value_or(Date{}), .exact = field() == "exact"};
        holding.source = &*std::ranges::find(sources_, field(), &Source::id);
        return holding;
    }

    std::string_view text_;
    Storage& storage_;
    std::string_view fields_{};
    std::span<const Source> sources_{};
};

} // namespace

std::string packed(std::span<const MemberList* const> lists) {
    std::string out;
    for (const MemberList* list : lists)
        add_list(out, *list);
    return out;
}

std::shared_ptr<const MemberList> unpacked(std::string_view text, std::string_view foundation) {
    const auto storage = std::make_shared<Storage>(Catalogue{});
    const MemberList* list = Unpacker{text, *storage}.list_of(foundation);
    return list == nullptr ? nullptr : std::shared_ptr<const MemberList>{storage, list};
}

} // namespace ptf_fees::catalogue
