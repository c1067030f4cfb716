// Floor 2, batch: a line is read strictly and its members stay where they are: an object is written again as its own
// bytes up to its last member, then ours. A line that is not a valid object becomes {"input": "<the line>"}, followed
// by ours.
#include "batch/json_rows.h"

#include "batch/json_escape.h"
#include "batch/row_faults.h"
#include "batch/sheet_cell.h"

#include "text/names.h"

#include <algorithm>
#include <utility>

namespace ptf_fees::batch {
namespace {

/// The key under which a line that is not a valid object is passed through.
constexpr std::string_view invalid_key = "input";

} // namespace

JsonRows::JsonRows(const Plan& plan)
    : plan_{plan}, pricer_{*plan.pricer}, counts_{plan}, cells_(plan.columns.names.size()),
      cell_texts_(plan.columns.names.size()) {
    for (std::size_t i = 0; i < plan.columns.names.size(); ++i)
        columns_.try_emplace(plan.columns.names[i], i);
}

void JsonRows::work(const Chunk& chunk, ChunkResult& result) {
    result_ = &result;
    result.clear();
    result.output.make_room(std::min(3 * chunk.bytes.size(), most_output));
    std::uint64_t number = chunk.first_line;
    for (std::uint64_t i = 0; i < chunk.blank_rows && !result.stopped; ++i)
        row({{}, number++, 0});
    std::string_view bytes = chunk.bytes.view();
    while (!bytes.empty() && !result.stopped) {
        const std::size_t feed = bytes.find('\n');
        std::string_view text = bytes.substr(0, feed);
        if (text.ends_with('\r'))
            text.remove_suffix(1);
        row({text.substr(0, longest_record), number++, chunk.cut_line != 0 ? chunk.cut_line : text.size()});
        bytes.remove_prefix(feed == std::string_view::npos ? bytes.size() : feed + 1);
    }
}

void JsonRows::row(const Line& line) {
    ++result_->rows;
    if (const std::string fault = understand(line); !fault.empty()) {
        careful_row(line, std::unexpected{UnreadRow{fault}}, false);
        return;
    }
    if (const std::string fault = fault_of_members(); !fault.empty()) {
        careful_row(
            line, std::unexpected{UnreadRow{fault, rejected_line_ ? std::nullopt : pricer_.tier_of(tier_key())}}, true);
        return;
    }
    const std::uint32_t place = plain_keys_ ? pricer_.quoted_place(keys_) : RowPricer::unknown;
    if (place == RowPricer::unknown || !is_surely_organization()) {
        careful_row(line, read(), true);
        return;
    }
    counts_.count_place(place);
    write_record(result_->output, pricer_.text().style(), line, true);
    result_->output.append(pricer_.ending(place));
}

void JsonRows::careful_row(const Line& line, const std::expected<ReadRow, UnreadRow>& read, bool valid) {
    const Outcome outcome = counts_.outcome_of(read);
    result_->stopped = plan_.fail_fast && !outcome.quoted();
    if (!result_->stopped) {
        write_record(result_->output, pricer_.text().style(), line, valid);
        result_->output.append(outcome.ending);
    }
    if (outcome.quoted())
        return;
    if (pricer_.text().style().table.sheet && !result_->stopped)
        result_->output.append(sheet_line(line.number));
    if (plan_.write_rejects) {
        write_record(result_->rejects, plan_.rejects_style(), line, valid);
        result_->rejects.append(reject_ending(line.number, outcome, plan_.rejects_style()));
    }
    if (wants_bad_row(*result_, outcome) && result_->bad_rows.count(outcome.sentence))
        result_->bad_rows.keep({line.number, result_->rows, outcome.status, outcome.sentence});
}

/// Why the line is not a valid object, or nothing; then its members have been read.
std::string JsonRows::understand(const Line& line) {
    members_.clear();
    if (line.true_size > longest_record)
        return length_fault(line.true_size);
    if (line.text.empty())
        return blank_fault();
    if (const auto read = read_json_object(line.text, members_); !read)
        return "the line is not a JSON object: " + read.error();
    rejected_line_ = drop_reject_members() && members_.size() == 1 && members_.front().key == invalid_key;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const Meaning& meaning = known_key(i, members_[i]).meaning;
        if (meaning.added || (meaning.reject && plan_.write_rejects))
            return "the object already has a key " + text::quoted(known_keys_[i].key) +
                   ", which is one of those to be added" +
                   (meaning.added ? ": give the new ones other names with --prefix, for example --prefix ptf_"
                                  : " to the rejects: remove it");
    }
    if (some_key_twice())
        return "the object has a key twice: remove one of the two";
    find_keys();
    return {};
}

/// What the three last members of a file of rejects say is past. Whether there were any.
bool JsonRows::drop_reject_members() {
    const std::size_t count = reject_columns.size();
    if (members_.size() < count)
        return false;
    for (std::size_t i = 0; i < count; ++i)
        if (members_[members_.size() - count + i].key != reject_columns[i])
            return false;
    members_.resize(members_.size() - count);
    return true;
}

const JsonRows::KnownKey& JsonRows::known_key(std::size_t place, const JsonMember& member) {
    if (place == known_keys_.size())
        known_keys_.push_back({"\n", {}, {}, 0}); // no key has a line end
    KnownKey& known = known_keys_[place];
    if (known.key != member.key) {
        learn_key(known, member.key);
        distinct_keys_ = std::min(distinct_keys_, place);
    }
    return known;
}

void JsonRows::learn_key(KnownKey& known, std::string_view key) {
    known.key = key;
    known.text.clear();
    append_unescaped(known.text, key);
    known.meaning = pricer_.names().meaning_of(known.text);
    if (known.meaning.used)
        seen_[static_cast<std::size_t>(*known.meaning.used)] = true;
    const auto column = columns_.find(known.text);
    known.column = column == columns_.end() ? plan_.columns.names.size() : column->second;
}

/// Whether two members have the same key, or two keys mean the same used column.
bool JsonRows::some_key_twice() {
    if (members_.size() <= distinct_keys_)
        return false;
    UsedSet used{};
    sorted_keys_.clear();
    for (std::size_t i = 0; i < members_.size(); ++i) {
        sorted_keys_.push_back(known_keys_[i].text);
        const auto column = known_keys_[i].meaning.used;
        if (column && std::exchange(used[static_cast<std::size_t>(*column)], true))
            return true;
    }
    std::ranges::sort(sorted_keys_);
    if (std::ranges::adjacent_find(sorted_keys_) != sorted_keys_.end())
        return true;
    distinct_keys_ = members_.size();
    return false;
}

void JsonRows::find_keys() {
    keys_.fill(no_text);
    plain_keys_ = true;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const auto used = known_keys_[i].meaning.used;
        if (!used || members_[i].type == JsonType::null)
            continue;
        const auto key = static_cast<std::size_t>(*used);
        keys_[key] = members_[i].value;
        if (members_[i].value_has_escapes) {
            key_texts_[key].clear();
            append_unescaped(key_texts_[key], members_[i].value);
            keys_[key] = key_texts_[key];
            plain_keys_ = false;
        }
    }
}

/// Whether the object has a tier of its own, or is not a total, by the first word among its values.
bool JsonRows::is_surely_organization() const noexcept {
    if (!pricer_.takes_default_tier(tier_key()))
        return true;
    const auto word = std::ranges::find_if(
        members_, [&](const JsonMember& member) { return first_word_.look(member.value) != FirstWord::Look::no_word; });
    return word != members_.end() && word->type == JsonType::string && !word->value_has_escapes &&
           first_word_.look(word->value) == FirstWord::Look::plain;
}

/// Why the values of an object without a tier of its own are not an organisation, or nothing.
std::string JsonRows::fault_of_values() {
    if (!pricer_.takes_default_tier(tier_key()))
        return {};
    RowWords words;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const std::string_view value = cell_of(members_[i], room_).bytes;
        if (!known_keys_[i].meaning.used || !means_no_value(value))
            words.add(value);
    }
    if (words.blank())
        return "the object has no value: remove the line, or fill it in";
    return words.total() ? total_fault() : std::string{};
}

std::expected<ReadRow, UnreadRow> JsonRows::read() {
    if (std::string fault = fault_of_values(); !fault.empty())
        return std::unexpected{UnreadRow{std::move(fault)}};
    return pricer_.read(keys_);
}

/// Why the members make no row, or nothing.
std::string JsonRows::fault_of_members() {
    if (rejected_line_)
        return "'input' holds what was not a JSON object: fix it and put it in place of this line";
    const bool table = !pricer_.text().style().json;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        const KnownKey& known = known_keys_[i];
        const JsonType type = members_[i].type;
        if (known.meaning.used && (type == JsonType::array || type == JsonType::object))
            return text::quoted(known.key) + " is " + std::string{name_of(type)} + ": give one value";
        if (table && known.column == plan_.columns.names.size())
            return "the first record has no key " + text::quoted(known.key) +
                   ", so the table has no column for it: it is dropped here";
        if (pricer_.text().style().table.sheet)
            if (std::string fault = sheet_fault(cell_of(members_[i], room_).bytes, known.text); !fault.empty())
                return fault;
    }
    return {};
}

void JsonRows::write_record(Buffer& out, const OutputStyle& style, const Line& line, bool valid) {
    if (!style.json) {
        write_cells(out, style.table, valid);
        return;
    }
    if (valid) {
        write_object(out, line.text);
        return;
    }
    out.append("{\"");
    out.append(invalid_key);
    out.append("\":");
    append_json_string(out, line.text, room_);
    out.append(',');
}

/// The object up to its last member, and a comma.
void JsonRows::write_object(Buffer& out, std::string_view line) {
    const std::size_t brace = line.find('{');
    if (members_.empty()) {
        out.append(line.substr(0, brace + 1));
        return;
    }
    out.append(line.substr(0, members_.back().end));
    out.append(',');
}

void JsonRows::write_cells(Buffer& out, const TableStyle& style, bool valid) {
    std::ranges::fill(cells_, Cell{});
    for (std::size_t i = 0; valid && i < members_.size(); ++i)
        if (const std::size_t column = known_keys_[i].column; column < cells_.size())
            cells_[column] = cell_of(members_[i], cell_texts_[column]);
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        if (i != 0)
            out.append(style.separator);
        append_to_table(out, cells_[i], style, room_);
    }
}

Cell JsonRows::cell_of(const JsonMember& member, std::string& room) const {
    if (member.type == JsonType::null)
        return {};
    if (!member.value_has_escapes)
        return {member.value, member.type == JsonType::string ? CellKind::literal : CellKind::json};
    room.clear();
    append_unescaped(room, member.value);
    return {room, CellKind::literal};
}

} // namespace ptf_fees::batch
