// Any file in: as many rows out, each with its own cells in front, no amount that the engine cannot give, sums that add
// up; the same whatever is read at a time. The first byte chooses the formats and options.
#include "fuzz/targets.h"

#include "batch/json_escape.h"
#include "batch/json_line.h"
#include "fuzz/batch_run.h"
#include "ptf_fees/ptf_fees.h"
#include "table_readings.h"
#include "text/blanks.h"
#include "text/decimal.h"
#include "text/escape.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

using namespace ptf_fees;
using fuzz::must;
using in_memory::Mode;
using in_memory::Run;

namespace {

using Records = std::vector<readings::Seen>;
constexpr std::size_t added = batch::added_columns.size();
constexpr std::size_t reject_columns = batch::reject_columns.size();

/// The added columns of a row that a check looks at: views of the output.
struct Answer {
    std::string_view status;
    std::string_view membership;
    std::string_view prerequisite;
    std::string_view total;
};

/// Every total that some organisation can be quoted, as written.
std::set<std::string, std::less<>> possible_totals() {
    const Schedule& schedule = *embedded_catalogue().default_edition("ptf");
    std::set<std::string, std::less<>> totals;
    for (const Tier& tier : schedule.tiers)
        for (const Memberships& held : {Memberships{}, Memberships{"lf"}}) {
            const auto resolved = resolve(embedded_catalogue(), schedule, tier, held);
            for (const MergedRow& row : merged_table(*resolved, Basis::employees))
                if (row.price.total)
                    totals.insert(text::plain(*row.price.total));
        }
    return totals;
}

/// "50000.00" in cents.
std::int64_t cents(std::string_view amount) {
    must(amount.size() > 3 && amount[amount.size() - 3] == '.', "an amount has cents");
    std::string digits{amount};
    digits.erase(digits.size() - 3, 1);
    must(digits.find_first_not_of("0123456789") == std::string::npos, "an amount is digits");
    return std::stoll(digits);
}

void check_amounts(const Answer& answer) {
    static const std::set<std::string, std::less<>> totals = possible_totals();
    must(answer.total.empty() == (answer.status != "quoted"), "a total where it is quoted, and only there");
    must(answer.membership.empty() == answer.total.empty() && answer.prerequisite.empty() == answer.total.empty(),
         "three fees or none");
    if (answer.total.empty())
        return;
    must(totals.contains(answer.total), "a total that the engine gives");
    must(cents(answer.membership) + cents(answer.prerequisite) == cents(answer.total), "two fees make the total");
}

std::string meaning(std::string_view cell) {
    if (!cell.starts_with('"'))
        return std::string{cell};
    std::string text;
    for (std::size_t i = 1; i + 1 < cell.size(); i += cell[i] == '"' ? 2 : 1)
        text += cell[i];
    return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        lines.push_back(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    }
    return lines;
}

std::string unescaped(std::string_view text) {
    std::string out;
    batch::append_unescaped(out, text);
    return out;
}

/// A line of the output, its members, and the answer among them.
Answer json_answer(std::string_view line, std::vector<batch::JsonMember>& members) {
    must(batch::read_json_object(line, members).has_value(), "a line of JSON is written");
    must(members.size() >= added, "the added members are there");
    const auto ours = members.end() - static_cast<std::ptrdiff_t>(added);
    for (std::size_t i = 0; i < added; ++i)
        must(ours[static_cast<std::ptrdiff_t>(i)].key == batch::added_columns[i], "ours come last, in order");
    const auto text = [&](std::ptrdiff_t at) {
        return ours[at].type == batch::JsonType::null ? std::string_view{} : ours[at].value;
    };
    Answer answer{text(0), text(1), text(2), text(3)};
    members.erase(ours, members.end());
    return answer;
}

void check_object_passes(std::string_view line, const std::vector<batch::JsonMember>& written) {
    std::vector<batch::JsonMember> members;
    const bool sound = batch::read_json_object(line, members).has_value();
    const bool same = sound && written.size() <= members.size() && members.size() <= written.size() + reject_columns &&
                      std::ranges::equal(written, std::span{members}.first(written.size()),
                                         [](const batch::JsonMember& a, const batch::JsonMember& b) {
                                             return a.key == b.key && a.value == b.value && a.type == b.type;
                                         });
    const bool kept = written.size() == 1 && written.front().key == "input" &&
                      (!text::is_utf8(line) || unescaped(written.front().value) == line);
    must(same || kept, "an object passes through, or its line is kept");
}

/// Whether a record has no cell with anything in it: its own bytes do not pass.
bool is_blank(const readings::Seen& row) {
    return row.kind == batch::RecordKind::whole &&
           std::ranges::all_of(row.cells, [](std::string_view cell) { return text::is_blank(meaning(cell)); });
}

void check_cells_pass(const readings::Seen& row, const std::vector<batch::JsonMember>& written) {
    if (row.cells.size() != written.size() || !text::is_utf8(row.text) || is_blank(row))
        return;
    for (std::size_t i = 0; i < written.size(); ++i)
        must(unescaped(written[i].value) == meaning(row.cells[i]), "a cell becomes a string");
}

/// Whether `text` is `beginning` and then another cell.
bool continues(std::string_view text, std::string_view beginning, char separator) {
    return text.starts_with(beginning) && text.substr(beginning.size()).starts_with(separator);
}

/// The records of a table without the blank lines at its end.
Records rows_of(std::string_view table, char separator) {
    Records rows = readings::slow_reading(table, separator);
    while (!rows.empty() && is_blank(rows.back()) && rows.back().text.find('\n') == std::string_view::npos)
        rows.pop_back();
    return rows;
}

char separator_of(std::string_view table, batch::FileFormat format) {
    if (format == batch::FileFormat::tsv)
        return '\t';
    const auto width = [&](std::string_view rest, char separator) {
        return readings::take_record(rest, separator).cells.size();
    };
    return width(table, ',') <= 1 && width(table, ';') > 1 ? ';' : ',';
}

/// The input and what was made of it.
struct Check {
    Mode mode;
    std::string_view input;
    const Run& run;
    std::vector<Answer> answers{};

    /// Rows come out as they went in, except after --fail-fast.
    void count(std::size_t in, std::size_t out) const {
        must(mode.fail_fast && run.exit_code == 1 ? out < in : out == in, "rows in, rows out");
    }

    void json_to_json() {
        std::vector<std::string_view> lines = lines_of(input);
        while (!lines.empty() && lines.back().empty())
            lines.pop_back();
        const std::vector<std::string_view> written = lines_of(run.output);
        count(lines.size(), written.size());
        std::vector<batch::JsonMember> members;
        for (std::size_t i = 0; i < written.size(); ++i) {
            answers.push_back(json_answer(written[i], members));
            check_object_passes(lines[i], members);
        }
    }

    void table_to_json() {
        const Records rows = rows_of(input, separator_of(input, mode.in));
        const std::vector<std::string_view> written = lines_of(run.output);
        count(rows.size() - 1, written.size());
        std::vector<batch::JsonMember> members;
        for (std::size_t i = 0; i < written.size(); ++i) {
            answers.push_back(json_answer(written[i], members));
            check_cells_pass(rows[i + 1], members);
        }
    }

    void to_table() {
        const char in = mode.from_json() ? ',' : separator_of(input, mode.in);
        const bool same = mode.in == mode.out && !mode.from_json();
        const char out = mode.out == batch::FileFormat::tsv ? '\t' : same ? in : ',';
        const Records rows = mode.from_json() ? Records{} : rows_of(input, in);
        const Records written = readings::slow_reading(run.output, out);
        count(mode.from_json() ? json_rows() : rows.size() - 1, written.size() - 1);
        const std::size_t width = written.front().cells.size();
        const bool pass = same && !mode.excel_safe && continues(written.front().text, rows.front().text, out);
        for (std::size_t i = 1; i < written.size(); ++i) {
            const readings::Seen& row = written[i];
            must(row.cells.size() == width, "the table is rectangular");
            const auto ours = row.cells.end() - static_cast<std::ptrdiff_t>(added);
            answers.push_back({ours[0], ours[1], ours[2], ours[3]});
            if (pass && rows[i].cells.size() + added == width && !is_blank(rows[i]))
                must(continues(row.text, rows[i].text, out), "a row passes through");
        }
    }

    [[nodiscard]] std::size_t json_rows() const {
        std::vector<std::string_view> lines = lines_of(input);
        while (!lines.empty() && lines.back().empty())
            lines.pop_back();
        return lines.size();
    }

    void companions() const {
        const auto summary = nlohmann::json::parse(run.summary);
        std::int64_t total = 0;
        for (const Answer& answer : answers)
            total += answer.total.empty() ? 0 : cents(answer.total);
        const auto& sum = summary.at("total_fee");
        must((sum.is_null() ? 0 : cents(sum.get<std::string>())) == total, "the summary adds up");
        if (!mode.fail_fast)
            must(summary.at("rows") == answers.size(), "the summary counts");
        if (mode.from_json() && !mode.fail_fast) {
            const auto bad = std::ranges::count_if(answers, [](const Answer& a) { return a.status != "quoted"; });
            must(lines_of(run.rejects).size() == static_cast<std::size_t>(bad), "a reject for each row not quoted");
        }
    }

    void all() {
        if (mode.from_json() && mode.to_json())
            json_to_json();
        else if (mode.to_json())
            table_to_json();
        else
            to_table();
        for (const Answer& answer : answers)
            check_amounts(answer);
        const bool quoted = std::ranges::all_of(answers, [](const Answer& a) { return a.status == "quoted"; });
        must(mode.fail_fast ? quoted : quoted == (run.exit_code == 0), "the exit code says whether all are quoted");
        if (mode.companions)
            companions();
    }
};

} // namespace

void fuzz::batch(std::string_view input) {
    constexpr std::size_t longest = 2'000; // the files in memory surely hold what is said of that much
    if (input.empty() || input.size() > longest)
        return;
    const Mode mode{static_cast<unsigned char>(input.front())};
    std::string file{input.substr(1)};
    if (mode.in == ptf_fees::batch::FileFormat::tsv)
        file.insert(0, "org\ttier\temployees\torg_type\tlf_member\n");
    else if (!mode.own_header && !mode.from_json())
        file.insert(0, "org,tier,employees,org_type,lf_member\n");
    const auto whole = in_memory::run_batch(file, mode, 4'096);
    if (!whole) {
        must(mode.own_header || mode.from_json(), "a table with our header is answered");
        must(whole.error().exit_code == 2, "what cannot be read is refused");
        must_be_sentence(whole.error().message);
        return;
    }
    if (mode.in_pieces)
        must(in_memory::run_batch(file, mode, 7).value() == *whole, "what is read at a time changes nothing");
    std::string_view text = file;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    Check{mode, text, *whole}.all();
}
