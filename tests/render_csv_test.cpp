// The CSV format, read back by a plain reader of RFC 4180.
#include "catch.h"

#include "render/formats.h"
#include "replies.h"

using namespace ptf_fees;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows read_back(const std::string& csv) {
    Rows rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (c == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"')
            rows.back().back() += csv[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            rows.back().emplace_back();
        else if (c == '\n' && !quoted)
            rows.push_back({""});
        else
            rows.back().back() += c;
    }
    rows.pop_back();
    return rows;
}

Rows rows_of(const document::Reply& reply) {
    return read_back(made_up::printed("csv", reply));
}

} // namespace

TEST_CASE("every CSV is rectangular and ends in a line feed") {
    for (const document::Reply& reply : made_up::all_replies()) {
        const std::string csv = made_up::printed("csv", reply);
        CHECK(csv.ends_with('\n'));
        CHECK(csv.find('\r') == std::string::npos);
        const Rows rows = read_back(csv);
        REQUIRE(!rows.empty());
        for (const auto& row : rows)
            CHECK(row.size() == rows.front().size());
    }
}

TEST_CASE("a quote in CSV has the columns of a batch, led by the tier") {
    const Rows rows = rows_of(made_up::quotes(made_up::company(100, 2'000'000)));
    using Row = std::vector<std::string>;
    CHECK(rows[0] == Row{"tier", "status", "membership_fee", "prerequisite_fee", "total_fee", "currency", "band",
                         "schedule", "error"});
    CHECK(rows[1] == Row{"anchor", "quoted", "20000.00", "1000.00", "21000.00", "EUR", "1,000,000 to 49,999,999",
                         "harbour-2020", ""});
    CHECK(rows[2] == Row{"deck", "quoted", "12500.00", "0.00", "12500.00", "EUR", "", "harbour-2020", ""});
    CHECK(rows[3] == Row{"crew", "quoted", "700.00", "1234.50", "1934.50", "EUR", "", "harbour-2020", ""});
    CHECK(rows[4][1] == "unpublished");
    CHECK(rows[4][4].empty());
    CHECK(!rows[4][8].empty());
    CHECK(rows[5][1] == "ineligible");
    CHECK(rows[5][2].empty());
}

TEST_CASE("the merged table in CSV can be looked up by a figure") {
    const Rows rows = rows_of(made_up::show(made_up::harbour));
    using Row = std::vector<std::string>;
    CHECK(rows[0] ==
          Row{"tier", "by", "from", "to", "membership_fee", "prerequisite_fee", "total_fee", "currency", "source"});
    CHECK(rows[1] ==
          Row{"anchor", "revenue", "0", "999999", "5000.00", "1000.00", "6000.00", "EUR", "harbour-2020/leaflet"});
    CHECK(rows[3] ==
          Row{"anchor", "revenue", "50000000", "", "80000.00", "1000.00", "81000.00", "EUR", "harbour-2020/leaflet"});
    CHECK(rows[4] ==
          Row{"deck", "", "1", "", "12500.00", "0.00", "12500.00", "EUR", "harbour-2020/leaflet; guild-2019/rules"});
    CHECK(rows[5] == Row{"crew", "employees", "10", "99", "700.00", "400.00", "1100.00", "EUR",
                         "harbour-2020/leaflet; guild-2019/rules"});
    CHECK(rows[7] == Row{"secret", "", "1", "", "", "", "", "EUR", "harbour-2020/leaflet"});
}

TEST_CASE("benefits, eligibility, findings and differences keep their texts whole in CSV") {
    const Rows benefits = rows_of(document::BenefitsReply{.edition = made_up::edition()});
    CHECK(benefits[2][2] == "Berths | with water, and light");
    CHECK(benefits[2][3] == "12 berths");
    CHECK(benefits[1][6] == "unstated");
    CHECK(rows_of(made_up::who_may_join(OrgType::nonprofit))[5][2] == "yes");
    const Rows check = rows_of(made_up::checked());
    CHECK(check[1][5] == "the key 'teir', is not known");
    CHECK(check[2][1].empty());
    const Rows diff = rows_of(made_up::diff());
    CHECK(diff.back() == std::vector<std::string>{"fee", "deck", "€12,500", "€13,000"});
}
