// Reading what people type of an organisation: accepted strictly, refused with a hint.
#include "catch.h"

#include "ptf_fees/organization.h"

#include <limits>

using namespace ptf_fees;

TEST_CASE("a headcount is ASCII digits from 1 to the largest 64-bit number") {
    CHECK(parse_employees("1") == 1);
    CHECK(parse_employees("005000") == 5'000);
    CHECK(parse_employees("9223372036854775807") == std::numeric_limits<std::int64_t>::max());
}

TEST_CASE("a headcount may be a range, with a hyphen or an en dash, or open at its upper end") {
    CHECK(parse_employees("501-1000") == Figure{501, 1'000});
    CHECK(parse_employees("501 - 1000") == Figure{501, 1'000});
    CHECK(parse_employees("501\xE2\x80\x93"
                          "1000") == Figure{501, 1'000});
    CHECK(parse_employees("501 \xE2\x80\x93 1000") == Figure{501, 1'000});
    CHECK(parse_employees("10001+") == Figure{10'001, std::nullopt});
    CHECK(parse_revenue("0-1") == Figure{0, 1});
    CHECK_FALSE(parse_employees("501-1000")->is_exact());
    CHECK(parse_employees("501")->is_exact());
}

TEST_CASE("a headcount written otherwise is refused, saying how to write it") {
    struct Row {
        const char* typed;
        const char* hint;
    };
    constexpr Row rows[] = {
        {"1,200", "thousands separators: write 1200"},
        {"1.200", "thousands separators: write 1200"},
        {"1'200'000", "thousands separators: write 1200000"},
        {"1 200", "thousands separators: write 1200"},
        {"123,456", "thousands separators: write 123456"},
        {"9,999,999", "thousands separators: write 9999999"},
        {"1234,567", "it has ',' in it"},
        {",200", "write 200"},
        {"1,200,", "it has ',' in it"},
        {"x,200", "digits only"},
        {"1,20", "without decimals"},
        {"1200.5", "without decimals"},
        {"1.2e3", "scientific notation"},
        {"1e3", "scientific notation"},
        {"-1", "negative"},
        {"1,000+", "thousands separators: write 1000+"},
        {"1,001-5,000", "thousands separators: write 1001-5000"},
        {"+", "not exact"},
        {"~40", "not exact"},
        {"+5", "not exact"},
        {">100", "not exact"},
        {"<100", "not exact"},
        {"0", "at least 1"},
        {"000", "at least 1"},
        {"5-", "is not a range of two numbers"},
        {"1-2-3", "is not a range of two numbers"},
        {"a-20", "digits only"},
        {"1000-501", "from the higher number to the lower: write 501-1000"},
        {"500-500", "a range of one number: write 500"},
        {"0-10", "at least 1"},
        {"0+", "at least 1"},
        {"1-9223372036854775808", "too large"},
        {"", "is blank"},
        {"  ", "is blank"},
        {" 5", "blanks around"},
        {"5\t", "blanks around"},
        {"ten", "digits only"},
        {"5O0", "digits only"},
        {"\xEF\xBC\x95\xEF\xBC\x90", "digits only"},
        {"9223372036854775808", "too large"},
        {"99999999999999999999999", "too large"},
    };
    for (const Row& row : rows) {
        const auto refused = parse_employees(row.typed);
        CAPTURE(row.typed);
        REQUIRE_FALSE(refused.has_value());
        CHECK_THAT(refused.error(), Catch::Contains(row.hint));
        CHECK_THAT(refused.error(), Catch::StartsWith("employees '"));
    }
}

TEST_CASE("revenue may be 0 and may not be negative") {
    CHECK(parse_revenue("0") == 0);
    CHECK(parse_revenue("5000000") == 5'000'000);
    CHECK_THAT(parse_revenue("-1").error(), Catch::Contains("negative"));
    CHECK_THAT(parse_revenue("5,000,000").error(), Catch::Contains("write 5000000"));
}

TEST_CASE("organisation types are read in any case, and the nearest is named") {
    for (const OrgType type : all_org_types)
        CHECK(parse_org_type(name_of(type)) == type);
    CHECK(parse_org_type("NonProfit") == OrgType::nonprofit);
    CHECK_THAT(parse_org_type("non-profit").error(), Catch::Contains("write nonprofit"));
    CHECK_THAT(parse_org_type("x").error(), Catch::Contains("company, nonprofit, academic, government or individual"));
    CHECK_FALSE(parse_org_type("").has_value());
}

TEST_CASE("yes and no are read in their six forms") {
    for (const char* yes : {"yes", "YES", "true", "True", "1"})
        CHECK(parse_yes_no(yes, "x") == true);
    for (const char* no : {"no", "No", "false", "FALSE", "0"})
        CHECK(parse_yes_no(no, "x") == false);
    for (const char* bad : {"", "y", "2", "maybe", " yes"})
        CHECK_THAT(parse_yes_no(bad, "lf_member").error(), Catch::StartsWith("lf_member '"));
}

TEST_CASE("memberships are kept sorted and once") {
    Memberships held;
    held = with_membership(held, "tide", true);
    held = with_membership(held, "lf", true);
    held = with_membership(held, "lf", true);
    CHECK(held == Memberships{"lf", "tide"});
    CHECK(holds(held, "lf"));
    CHECK_FALSE(holds(held, "l"));
    CHECK(with_membership(held, "lf", false) == Memberships{"tide"});
    CHECK(with_membership(held, "x", false) == held);
}
