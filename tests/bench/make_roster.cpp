// Writes a made-up roster to standard output: make_roster ROWS SEED csv|jsonl. The same arguments give the same bytes
// on every machine.
//
// Columns org,tier,employees,org_type,lf_member. 17 % of the names need quotes (commas, doubled quotes) or are UTF-8
// between quotes; employees are skewed from 1 to 500,000; 1 % of the rows are bad (a headcount that is not a number, or
// an unknown tier).
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

/// splitmix64: small, and the same everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_{seed} {}

    std::uint64_t operator()() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t below(std::uint64_t limit) { return (*this)() % limit; }

    bool percent(unsigned chance) { return below(100) < chance; }

    template <std::size_t Size>
    std::string_view pick(const std::array<std::string_view, Size>& choices) {
        return choices[below(Size)];
    }

private:
    std::uint64_t state_;
};

using Choices4 = std::array<std::string_view, 4>;

constexpr std::array<std::string_view, 12> first_words{"Acme",   "Globex",    "Initech", "Umbrella",
                                                       "Hooli",  "Vandelay",  "Stark",   "Wonka",
                                                       "Tyrell", "Cyberdyne", "Soylent", "Aperture"};
constexpr std::array<std::string_view, 8> second_words{"Systems", "Labs", "Research", "Networks",
                                                       "Works",   "Data", "Cloud",    "AI"};
constexpr Choices4 quoted_words{R"(, Inc.)", R"(, "West" Ltd)", " Müller & Söhne", " 日本"};
constexpr Choices4 bad_headcounts{"1,200", "500+", "~40", "n/a"};

struct Row {
    std::string org;
    bool quoted = false;
    std::string_view tier;
    std::string employees;
    std::string_view org_type;
    std::string_view lf_member;
};

Row make_row(Random& random, std::uint64_t number) {
    Row row;
    row.org.append(random.pick(first_words))
        .append(" ")
        .append(random.pick(second_words))
        .append(" ")
        .append(std::to_string(number));
    row.quoted = random.percent(17);
    if (row.quoted)
        row.org.append(random.pick(quoted_words));
    const std::uint64_t tier = random.below(10);
    row.tier = tier < 7 ? "general" : (tier < 9 ? "premier" : "associate");
    row.org_type = row.tier == "associate" ? (random.percent(50) ? "academic" : "nonprofit") : "company";
    // As many from 1 to 2 as from 2 to 4, from 4 to 8, ...
    const std::uint64_t magnitude = std::uint64_t{1} << random.below(19);
    row.employees = std::to_string(std::min<std::uint64_t>(500'000, magnitude + random.below(magnitude)));
    row.lf_member = random.percent(20) ? "yes" : "no";
    if (random.percent(1)) {
        if (random.percent(50))
            row.employees = random.pick(bad_headcounts);
        else
            row.tier = "silver";
    }
    return row;
}

void append_doubling(std::string& out, std::string_view text, std::string_view quote) {
    for (const char c : text)
        if (c == '"')
            out += quote;
        else
            out.push_back(c);
}

void append_csv(std::string& out, const Row& row) {
    if (row.quoted)
        out.push_back('"');
    append_doubling(out, row.org, "\"\"");
    if (row.quoted)
        out.push_back('"');
    const bool comma = row.employees.find(',') != std::string::npos;
    out.append(",").append(row.tier).append(comma ? ",\"" : ",").append(row.employees).append(comma ? "\"," : ",");
    out.append(row.org_type).append(",").append(row.lf_member).append("\n");
}

void append_json(std::string& out, const Row& row) {
    const bool number = row.employees.find_first_not_of("0123456789") == std::string::npos;
    out += R"({"org":")";
    append_doubling(out, row.org, "\\\"");
    out.append(R"(","tier":")").append(row.tier).append(R"(","employees":)");
    out.append(number ? "" : "\"").append(row.employees).append(number ? "" : "\"");
    out.append(R"(,"org_type":")")
        .append(row.org_type)
        .append(R"(","lf_member":")")
        .append(row.lf_member)
        .append("\"}\n");
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: make_roster ROWS SEED csv|jsonl\n", stderr);
        return 2;
    }
    const std::uint64_t rows = std::strtoull(argv[1], nullptr, 10);
    Random random{std::strtoull(argv[2], nullptr, 10)};
    const bool json = std::string_view{argv[3]} == "jsonl";
    std::string out = json ? "" : "org,tier,employees,org_type,lf_member\n";
    constexpr std::size_t block = std::size_t{1} << 20U;
    for (std::uint64_t number = 1; number <= rows; ++number) {
        (json ? append_json : append_csv)(out, make_row(random, number));
        if (out.size() >= block || number == rows) {
            if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size())
                return 5;
            out.clear();
        }
    }
    return std::fflush(stdout) == 0 ? 0 : 5;
}
