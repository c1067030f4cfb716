// What counts as plainly written, and what does not.

#include "catch.h"

#include "catalogue/published.h"

using namespace ptf_fees;
using namespace ptf_fees::catalogue;

namespace {

struct AmountRow {
    const char* text;
    const char* currency;
    std::vector<std::int64_t> cents;
};

struct BoundsRow {
    const char* text;
    std::optional<PlainBounds> bounds;
};

constexpr auto none = std::nullopt;

} // namespace

TEST_CASE("amounts are digits with thousands commas and the currency's sign or code") {
    const std::vector<AmountRow> rows{
        {"$5,000", "USD", {500'000}},
        {"$5000", "USD", {500'000}},
        {"US$ 5,000", "USD", {500'000}},
        {"EUR 5,000", "EUR", {500'000}},
        {"EUR5,000", "EUR", {500'000}},
        {"5,000 EUR", "EUR", {500'000}},
        {"5,000 €", "EUR", {500'000}},
        {"€5,000.50 a year", "EUR", {500'050}},
        {"$150,000/year.", "USD", {15'000'000}},
        {"$1,234,567.", "USD", {123'456'700}},
        {"CHF 1,000", "CHF", {100'000}},
        {"5,000 employees +: $50,000", "USD", {5'000'000}},
        {"$0", "USD", {0}},
        {"$25,000 (was $20,000)", "USD", {2'000'000, 2'500'000}},
        {"$5,000 or $5,000.00", "USD", {500'000}},
        {"EUR\t5,000", "EUR", {500'000}},
        {"EUR\u00A05,000", "EUR", {500'000}},
        {"5,000EUR", "EUR", {500'000}},
        {"$5-a", "USD", {500}},
        {"$5,000 - less for some", "USD", {500'000}},
        {"$5,000 -", "USD", {500'000}},
        {"$5,000 - (less for some)", "USD", {500'000}},
        {"(less for some) - $5,000", "USD", {500'000}},
        {"per / 5 USD", "USD", {500}},
        {"employees 1 - 499 — $5,000", "USD", {500'000}},
        {"$10,000,000,000,000", "USD", {1'000'000'000'000'000}},
        {"$10,000,000,000,001", "USD", {}},
        {"$9,000,000,000,000,000,000", "USD", {}},
        // another currency, another notation, a scale, a range, a share: not plain
        {"$5,000", "EUR", {}},
        {"A$5,000", "USD", {}},
        {"A$5,000", "AUD", {500'000}},
        {"EUR 5.000", "EUR", {}},
        {"EUR 5,00", "EUR", {}},
        {"$50,00", "USD", {}},
        {"$1,2345", "USD", {}},
        {"$1234,567", "USD", {}},
        {"$5.5", "USD", {}},
        {"$5k", "USD", {}},
        {"$5 million", "USD", {}},
        {"$1.5 million", "USD", {}},
        {"$5,000 - $6,000", "USD", {}},
        {"$5,000-6,000", "USD", {}},
        {"$5%", "USD", {}},
        {"5,000", "USD", {}},
        {"5,000.50", "USD", {}},
        {"$1,,000", "USD", {}},
        {"$,000", "USD", {}},
        {"US$ a year", "USD", {}},
        {"$10/12", "USD", {}},
        {"10/$12", "USD", {1'200}},
        {"10/12 USD", "USD", {}},
        {"5 EUR million", "EUR", {}},
        {"five thousand dollars", "USD", {}},
        {"", "USD", {}},
        {"$", "USD", {}},
        {"$99,999,999,999,999,999,999", "USD", {}},
    };
    for (const AmountRow& row : rows) {
        INFO(row.text << " in " << row.currency);
        std::vector<std::int64_t> cents;
        for (const Money amount : read_published(row.text, row.currency, Basis::employees).amounts)
            cents.push_back(amount.cents());
        CHECK(cents == row.cents);
    }
}

TEST_CASE("bounds on headcounts are figures that speak of heads") {
    const std::vector<BoundsRow> rows{
        {"1 - 499 employees: $25,000", PlainBounds{1, 499, false}},
        {"100-499 employees: $10,000", PlainBounds{100, 499, false}},
        {"500–4,999 employees", PlainBounds{500, 4'999, false}},
        {"500 — 999", PlainBounds{500, 999, false}},
        {"500 to 999 people", PlainBounds{500, 999, false}},
        {"between 500 and 999 staff", PlainBounds{500, 999, false}},
        {"Consolidated Employees 500 - 999", PlainBounds{500, 999, false}},
        {"Large (500 - 999): $5", PlainBounds{500, 999, false}},
        {"5,000 employees +: $50,000", PlainBounds{5'000, none, true}},
        {"5,000+", PlainBounds{5'000, none, true}},
        {"5,000 or more employees: $20,000", PlainBounds{5'000, none, true}},
        {"5,000 employees or more", PlainBounds{5'000, none, true}},
        {"5,000 and above", PlainBounds{5'000, none, true}},
        {"at least 5,000 employees", PlainBounds{5'000, none, true}},
        {"more than 4,999 employees", PlainBounds{5'000, none, true}},
        {"Over 4,999 employees", PlainBounds{5'000, none, true}},
        {"Under 100 employees: $5,000", PlainBounds{none, 99, false}},
        {"fewer than 100 employees", PlainBounds{none, 99, false}},
        {"Up to 99 employees", PlainBounds{none, 99, false}},
        {"99 or fewer employees", PlainBounds{none, 99, false}},
        {"500 through 999 employees", PlainBounds{500, 999, false}},
        {"500 − 999 employees", PlainBounds{500, 999, false}},
        {"500 consolidated employees or more", PlainBounds{500, none, true}},
        {"5,000 employees or over", PlainBounds{5'000, none, true}},
        {"5,000 and up", PlainBounds{5'000, none, true}},
        {"99 or less", PlainBounds{none, 99, false}},
        {"99 employees or below", PlainBounds{none, 99, false}},
        {"at most 99 employees", PlainBounds{none, 99, false}},
        {"2000 - 5000", PlainBounds{2'000, 5'000, false}},
        {"2500+", PlainBounds{2'500, none, true}},
        {"2000 - 2100 employees", PlainBounds{2'000, 2'100, false}},
        {"2,000 - 2,100", PlainBounds{2'000, 2'100, false}},
        {"1 - 499 employees, 1 - 499 staff", PlainBounds{1, 499, false}},
        // dates, years, other units, marks of sections, contradictions: none
        {"since 2024: $5,000", none},
        {"2023 - 2024: $5,000", none},
        {"2024+", none},
        {"1900+", none},
        {"2100+", none},
        {"2023 - 2101", PlainBounds{2'023, 2'101, false}},
        {"1899 - 1900", PlainBounds{1'899, 1'900, false}},
        {"1899+", PlainBounds{1'899, none, true}},
        {"2101+", PlainBounds{2'101, none, true}},
        {"1-2-3 or more", none},
        {"1-2.5-3 or more", none},
        {"5,000+$50,000", PlainBounds{5'000, none, true}},
        {"100+ 5+ 3", none},
        {"5,000+ USD", none},
        {"5,000+ a#5", none},
        {"5,000+ US$", none},
        {"5,000+ *", PlainBounds{5'000, none, true}},
        {"1-2-3.5 employees", none},
        {"1 - 2.5 - 3 or more", none},
        {"2.5 - 3 or more", none},
        {"5-6-2024 or more", none},
        {"1 - 499 - 5% of dues", none},
        {"within 10 - 14 days, all employees", none},
        {"employees, within 10 - 14 days", none},
        {"within 10 - 14 days for employees", PlainBounds{10, 14, false}},
        {"employees answer within 10 - 14 days", PlainBounds{10, 14, false}},
        {"5,000+ US$50,000", PlainBounds{5'000, none, true}},
        {"5,000+ US $50,000", none},
        {"1 - 499 employees $5,000 within 10 - 14 days", PlainBounds{1, 499, false}},
        {"2024-10-08: $5,000", none},
        {"$5,000 within 10 - 14 days", none},
        {"10 or more days", none},
        {"Section 1-2: $5,000", none},
        {"1-2-3", none},
        {"10k - 20k employees", none},
        {"1.5 - 2 employees", none},
        {"1 - 499.50 employees", none},
        {"999 - 500 employees", none},
        {"1 - 499 employees, formerly 1 - 299 employees", none},
        {"500 and 999 employees", none},
        {"staff 500 and 999", none},
        {"and 500 employees", none},
        {"1 - 499 - 999 employees", none},
        {"1 - 499 - 999", none},
        {"99 or so employees", none},
        {"99 and employees", none},
        {"large organisations", none},
        {"$1 - $499", none},
        {"", none},
    };
    for (const BoundsRow& row : rows) {
        INFO(row.text);
        CHECK(read_published(row.text, "USD", Basis::employees).bounds == row.bounds);
    }
}

TEST_CASE("bounds on revenue may have a currency, and are then no amounts") {
    struct Row {
        const char* text;
        std::optional<PlainBounds> bounds;
        std::vector<Money> amounts;
    };
    const std::vector<Row> rows{
        {"Under €1,000,000: €2,000", PlainBounds{none, 999'999, false}, {Money::from_units(2'000)}},
        {"€1,000,000 - €4,999,999: €5,000", PlainBounds{1'000'000, 4'999'999, false}, {Money::from_units(5'000)}},
        {"revenue of 5,000,000 or more: EUR 9,000", PlainBounds{5'000'000, none, true}, {Money::from_units(9'000)}},
        {"EUR 5,000,000 and above: EUR 9,000", PlainBounds{5'000'000, none, true}, {Money::from_units(9'000)}},
        {"revenue EUR 9,000 when under EUR 5,000,000", PlainBounds{none, 4'999'999, false}, {Money::from_units(9'000)}},
        {"under 5,000,000 EUR: 9,000 EUR", PlainBounds{none, 4'999'999, false}, {Money::from_units(9'000)}},
        {"below 5 million: EUR 9,000", none, {Money::from_units(9'000)}},
        {"1 - 499 employees: €2,000", none, {Money::from_units(2'000)}},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const Published published = read_published(row.text, "EUR", Basis::revenue);
        CHECK(published.bounds == row.bounds);
        CHECK(published.amounts == row.amounts);
    }
}

TEST_CASE("free is said in words") {
    for (const char* text :
         {"Free", "free of charge", "Free for individuals", "no fee", "No charge", "without cost", "waived"})
        CHECK(read_published(text, "USD", Basis::employees).says_free);
    for (const char* text : {"$0", "freedom", "fee", "", "see the page", "no", "no employees"})
        CHECK(!read_published(text, "USD", Basis::employees).says_free);
}
