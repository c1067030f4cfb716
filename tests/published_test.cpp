// The one rule by which published texts are read: which numbers a text has, and which schedules they contradict.

#include "catch.h"
#include "valid_schedule.h"

#include "catalogue/published.h"
#include "ptf_fees/load.h"

using namespace ptf_fees;
using catalogue::read_published;

namespace {

struct NumbersRow {
    const char* text;
    std::vector<std::int64_t> hundredths; ///< -1: a number that nothing equals
};

std::vector<std::int64_t> hundredths_in(const char* text) {
    std::vector<std::int64_t> found;
    for (const text::wide number : read_published(text).numbers)
        found.push_back(static_cast<std::int64_t>(number));
    return found;
}

std::string codes_of(const std::string& text) {
    std::string codes;
    for (const Finding& finding : load_schedules({{.file = "acme-2024-01.toml", .text = text}}, Catalogue{}).findings)
        codes += finding.code + " ";
    return codes;
}

std::string with_fee(const std::string& fee, std::string_view currency = "USD") {
    return sound_head(currency) + std::string{sound_gold} +
           R"(join = { route = "enrolment", url = "https://acme.example/join", steps = ["Write."] }
fee = )" + fee +
           "\n";
}

/// The findings for a flat fee of `amount`, printed as `published`.
std::string flat(std::string_view amount, std::string_view published, std::string_view currency = "USD") {
    return codes_of(with_fee("{ amount = " + std::string{amount} + ", source = \"page\", published = \"" +
                                 std::string{published} + "\" }",
                             currency));
}

/// The findings for the middle band of a scale, which is 500 to 1,999 and costs 20,000.
std::string band(std::string_view published, std::string_view more = "") {
    return codes_of(with_fee(R"({ by = "employees", source = "page", bands = [
  { from = 1, amount = 10_000, published = "Up to 499: $10,000" },
  { from = 500, amount = 20_000, published = ")" +
                             std::string{published} + "\"" + std::string{more} + R"( },
  { from = 2_000, amount = 30_000, published = "2,000 and above: $30,000" },
] })"));
}

} // namespace

TEST_CASE("the numbers of a text are read in order, however they are grouped") {
    const std::vector<NumbersRow> rows{
        {"$25,000", {2'500'000}},
        {"€25 000", {2'500'000}},
        {"25\u00A0000 €", {2'500'000}},
        {"25\u202F000 €", {2'500'000}},
        {"25\u2009000 €", {2'500'000}},
        {"CHF 25'000", {2'500'000}},
        {"CHF 25\u2019000", {2'500'000}},
        {"1.600€", {160'000}},
        {"16,00 €", {1'600}},
        {"16.00", {1'600}},
        {"4000,- €", {400'000}},
        {"4000,\u2013 €", {400'000}},
        {"1.234.567,89", {123'456'789}},
        {"$100k", {10'000'000}},
        {"US$125k/year", {12'500'000}},
        {"6K", {600'000}},
        {"$3M", {300'000'000}},
        {"$2.5k", {250'000}},
        {"$1.5 million", {150'000'000}},
        {"$1.250 million", {125'000'000}},
        {"$10 million", {1'000'000'000}},
        {"25 Thousand", {2'500'000}},
        {"< €10 million: €25 000", {1'000'000'000, 2'500'000}},
        {"Between 500 and 1,999: $20,000", {50'000, 199'900, 2'000'000}},
        {"1 … 5", {100, 500}},
        {"26 -- 100", {2'600, 10'000}},
        {"10M-50M", {1'000'000'000, 5'000'000'000}},
        {"5,000+", {500'000}},
        {"0-99: 5,000 USD", {0, 9'900, 500'000}},
        {"$1,999 500 members", {199'900, 50'000}},
        {"5 months", {500}},
        {"99.5", {-1}},
        {"1.2345", {-1}},
        {"1234,567", {-1}},
        {"$99,999,999,999,999,999,999", {-1}},
        {"one hundred thousand", {}},
        {"", {}},
    };
    for (const NumbersRow& row : rows) {
        CAPTURE(row.text);
        CHECK(hundredths_in(row.text) == row.hundredths);
    }
}

TEST_CASE("one number of a flat fee's text is the amount, whatever the others are") {
    CHECK(flat("100_000", "Platinum $100,000 /year or $8,500 /month").empty());
    CHECK(flat("500", "Academic / Nonprofit: $1,000 / $500 annually").empty());
    CHECK(flat("\"16.00\"", "16,00 €", "EUR").empty());
    CHECK(flat("300", "Academic / Nonprofit: $1,000 / $500 annually") == "published-amount-differs ");
    CHECK(flat("25", "€25 000", "EUR") == "published-amount-differs ");
    CHECK(flat("5", "$99.5") == "published-amount-differs ");
    CHECK(flat("100", "see the page") == "published-not-plain ");
    CHECK(flat("0", "$0").empty());
    CHECK(flat("0", "Free: Exclusive to academic and nonprofit organizations").empty());
    CHECK(flat("0", "available at no cost").empty());
    CHECK(flat("0", "with no annual membership fee").empty());
    CHECK(flat("0", "freedom") == "published-not-plain ");
    CHECK(flat("500", "Free") == "published-amount-differs ");
    CHECK(flat("0", "Free until 2025, then $500") == "published-amount-differs ");
}

TEST_CASE("texts as public price lists print them pass without a finding") {
    CHECK(flat("75", "Individual | $ 75").empty());
    CHECK(flat("500", "Institutional | `$500 [*]`").empty());
    CHECK(flat("50_000", "significantly invested, invited to join at the 50,000CHF level", "CHF").empty());
    CHECK(flat("4_000", "Large organisations | 4,000 | 4,400 | 3,440", "EUR").empty());
    CHECK(flat("7_500", "Membership Dues (USD annual)|$5,000|$7,500|$15,000|Varies - see below|").empty());
    CHECK(flat("125_000", "Donation level: US$125k/year").empty());
    CHECK(flat("1_600", "1.600€", "EUR").empty());
    CHECK(flat("4_000", "4000,- €", "EUR").empty());
}

TEST_CASE("every other number of a band's text is a bound of the band") {
    for (const char* text :
         {"Between 500 and 1,999: $20,000", "$20,000 (500 -- 1,999)", "over 499: $20,000", "under 2,000: $20,000",
          "499 < n < 2000: 20 000", "20k", "to 1999: 20'000", "500+: $20K"}) {
        CAPTURE(text);
        CHECK(band(text).empty());
    }
    for (const char* text : {"Between 600 and 1,999: $20,000", "500 - 2,001: $20,000", "2,500 2,500: $20,000",
                             "500 - 1,999: $20,000 $20,000", "Level 3, 500 - 1,999: $20,000"}) {
        CAPTURE(text);
        CHECK(band(text) == "published-bounds-differ ");
    }
    CHECK(band("500 - 1,999: $25,000") == "published-amount-differs ");
    CHECK(band("500 - 1,999: Free") == "published-amount-differs ");
    CHECK(band("Between 600 and 1,999: $20,000", ", differs = \"the page leaves 500 to 599 out\"").empty());
}

TEST_CASE("a text that names another period, currency or a unit is warned of") {
    CHECK(flat("25", "one time fee of $25") == "published-period ");
    CHECK(flat("25", "one-time: $25") == "published-period ");
    CHECK(flat("20", "$20 for a lifetime membership") == "published-period ");
    CHECK(flat("128", "$128.00 SGD - monthly") == "published-period published-currency ");
    CHECK(flat("128", "$128.00 SGD - monthly", "SGD") == "published-period ");
    CHECK(flat("100", "$100 per year or $9 per month").empty());
    CHECK(flat("100", "$100 per quarter") == "published-period ");
    CHECK(flat("100", "100 EUR (about 110 USD)", "USD").empty());
    CHECK(flat("1", "1% of revenue") == "published-per-unit ");
    CHECK(flat("1", "$1 per employee") == "published-per-unit ");
    CHECK(flat("1", "$1 each") == "published-per-unit ");
    CHECK(flat("1", "$1 each year").empty());
}

TEST_CASE("no remedy proposes an amount") {
    const auto findings =
        load_schedules(
            {{.file = "a.toml", .text = with_fee(R"({ amount = 25, source = "page", published = "€25 000" })", "EUR")}},
            Catalogue{})
            .findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().remedy.find_first_of("0123456789") == std::string::npos);
}

TEST_CASE("a published text has at most 1,000 characters, and a longer one costs no more than its length") {
    CHECK(flat("5", "$5 " + std::string(997, 'x')).empty());
    CHECK(flat("5", "$5 " + std::string(998, 'x')) == "published-too-long ");
    std::string wide = "$5 ";
    for (int i = 0; i < 997; ++i)
        wide += "é";
    CHECK(flat("5", wide).empty());
    std::string numbers;
    while (numbers.size() < 273'000)
        numbers += "1,234 for 5 each; ";
    CHECK(read_published(numbers).numbers.size() == numbers.size() / 18 * 2);
    CHECK(flat("5", numbers) == "published-too-long ");
}
