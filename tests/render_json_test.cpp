// The JSON format, judged by another parser.
#include "catch.h"

#include "render/formats.h"
#include "replies.h"

#include <nlohmann/json.hpp>

using namespace ptf_fees;
using Json = nlohmann::ordered_json;

namespace {

Json parsed(const document::Reply& reply) {
    return Json::parse(made_up::printed("json", reply));
}

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> names;
    for (const auto& member : object.items())
        names.push_back(member.key());
    return names;
}

using Keys = std::vector<std::string>;

} // namespace

TEST_CASE("every reply is one JSON object that begins with its format and its command") {
    for (const document::Reply& reply : made_up::all_replies()) {
        const Json json = parsed(reply);
        CHECK(json.at("format") == 1);
        CHECK(json.at("command").is_string());
        CHECK(keys(json).front() == "format");
        CHECK(keys(json).at(1) == "command");
    }
}

TEST_CASE("a quote has the contract's keys in the contract's order") {
    const Json json = parsed(made_up::one_quote("anchor", made_up::company(50, 2'000'000)));
    CHECK(keys(json) == Keys{"format", "command", "schedule", "organization", "quotes", "notes"});
    CHECK(keys(json.at("schedule")) == Keys{"id", "foundation", "name", "effective", "effective_exact", "verified",
                                            "successor", "until", "currency", "period"});
    CHECK(keys(json.at("organization")) == Keys{"employees", "revenue", "org_type", "lf_member", "member_of"});
    const Json& quote = json.at("quotes").at(0);
    CHECK(keys(quote) == Keys{"tier", "name", "status", "eligibility", "admission", "lines", "total", "currency",
                              "changes", "reason"});
    CHECK(keys(quote.at("lines").at(0)) == Keys{"membership", "payee", "name", "kind", "amount", "band", "source"});
    CHECK(keys(quote.at("lines").at(0).at("band")) == Keys{"by", "from", "to"});
    CHECK(keys(quote.at("lines").at(0).at("source")) == Keys{"id", "title", "url", "archive", "dated", "published"});
}

TEST_CASE("a quote says what the engine says, amounts as text and unknown as null") {
    const Json json = parsed(made_up::one_quote("anchor", made_up::company(50, 2'000'000)));
    CHECK(json["schedule"]["successor"] == "harbour-2022");
    CHECK(json["schedule"]["effective_exact"] == true);
    CHECK(json["organization"]["revenue"] == 2'000'000);
    CHECK(json["organization"]["lf_member"] == false);
    const Json& quote = json["quotes"][0];
    CHECK(quote["status"] == "quoted");
    CHECK(quote["admission"] == "approval");
    CHECK(quote["total"] == "21000.00");
    CHECK(quote["currency"] == "EUR");
    CHECK(quote["reason"].is_null());
    CHECK(quote["lines"][0]["amount"] == "20000.00");
    CHECK(quote["lines"][0]["band"] == Json{{"by", "revenue"}, {"from", 1'000'000}, {"to", 49'999'999}});
    CHECK(quote["lines"][1]["membership"] == "guild/patron");
    CHECK(quote["lines"][1]["payee"] == "The Pilots' Guild Association");
    CHECK(quote["lines"][1]["band"].is_null());
    CHECK(quote["lines"][1]["source"]["published"] == "guild fee 1,000");
}

TEST_CASE("changes name the neighbouring bands and the other answer to each membership") {
    const Json changes = parsed(made_up::one_quote("anchor", made_up::company(50, 2'000'000)))["quotes"][0]["changes"];
    REQUIRE(changes.size() == 3);
    CHECK(changes[0] == Json{{"what", "below"},
                             {"by", "revenue"},
                             {"from", 0},
                             {"to", 999'999},
                             {"total", "6000.00"},
                             {"delta", "-15000.00"}});
    CHECK(changes[1] == Json{{"what", "above"},
                             {"by", "revenue"},
                             {"from", 50'000'000},
                             {"to", nullptr},
                             {"total", "81000.00"},
                             {"delta", "60000.00"}});
    CHECK(changes[2] == Json{{"what", "member_of"},
                             {"member_of", "guild"},
                             {"member", true},
                             {"total", "20000.00"},
                             {"delta", "-1000.00"}});
}

TEST_CASE("the Linux Foundation's membership has keys of its own") {
    document::QuoteReply reply = made_up::one_quote("anchor", made_up::company(50, 2'000'000, {"lf"}));
    reply.quotes[0].changes = {{.what = Change::What::membership,
                                .foundation = linux_foundation_id,
                                .member = false,
                                .total = Money::from_units(1),
                                .delta = Money::from_cents(-1)}};
    const Json json = parsed(reply);
    CHECK(json["organization"]["lf_member"] == true);
    CHECK(json["organization"]["member_of"] == Json::array({"lf"}));
    CHECK(json["quotes"][0]["changes"][0] ==
          Json{{"what", "lf_member"}, {"lf_member", false}, {"total", "1.00"}, {"delta", "-0.01"}});
}

TEST_CASE("what is waived, included, free, unpublished or missing is told apart in JSON") {
    struct Row {
        const char* tier;
        Inquiry inquiry;
        std::size_t line;
        const char* kind;
        Json amount;
        const char* status;
        Json total;
    };
    const std::vector<Row> rows{
        {"anchor", made_up::company(50, 0, {"guild"}), 1, "waived", "0.00", "quoted", "5000.00"},
        {"deck", made_up::company(50, 0), 1, "included", "0.00", "quoted", "12500.00"},
        {"guest", made_up::company(50, 0), 0, "free", "0.00", "ineligible", nullptr},
        {"secret", made_up::company(50, 0), 0, "unpublished", nullptr, "unpublished", nullptr},
        {"crew", made_up::company({}, {}), 1, "fee", nullptr, "needs_employees", nullptr},
        {"anchor", made_up::company({}, {}), 0, "fee", nullptr, "needs_revenue", nullptr},
        {"crew", made_up::company(9, {}), 1, "fee", nullptr, "out_of_range", nullptr},
    };
    for (const Row& row : rows) {
        INFO(row.tier << " " << row.status);
        const Json quote = parsed(made_up::one_quote(row.tier, row.inquiry))["quotes"][0];
        CHECK(quote["lines"][row.line]["kind"] == row.kind);
        CHECK(quote["lines"][row.line]["amount"] == row.amount);
        CHECK(quote["status"] == row.status);
        CHECK(quote["total"] == row.total);
        CHECK(quote["reason"].is_null() == (row.total != nullptr));
    }
}

TEST_CASE("needs add the nearest miss and the tiers of which the source does not say") {
    const Json json = parsed(made_up::with_needs(made_up::quotes(made_up::company(50, 2'000'000)), {"seat"}));
    CHECK(keys(json) ==
          Keys{"format", "command", "schedule", "organization", "quotes", "nearest", "unstated", "notes"});
    REQUIRE(json["quotes"].size() == 1);
    CHECK(json["quotes"][0]["tier"] == "anchor");
    CHECK(json["nearest"] == Json{{"tier", "crew"}, {"lacks", {"seat"}}});
    CHECK(json["unstated"] == Json::array({"secret"}));
    CHECK(parsed(made_up::quotes(made_up::company(1, 1))).contains("nearest") == false);
}

TEST_CASE("eligibility and benefits have the contract's shape") {
    const Json who = parsed(made_up::who_may_join(OrgType::government));
    CHECK(keys(who) == Keys{"format", "command", "schedule", "organization", "tiers"});
    CHECK(keys(who["tiers"][0]) == Keys{"tier", "name", "eligibility", "admission", "reason", "steps", "url"});
    CHECK(who["tiers"][4]["eligibility"] == "unstated");
    CHECK(who["tiers"][0]["steps"].size() == 2);

    const Json what = parsed(document::BenefitsReply{.edition = made_up::edition()});
    CHECK(what["tiers"] == Json::array({"anchor", "deck", "crew", "secret", "guest"}));
    CHECK(
        what["benefits"][0] ==
        Json{{"id", "seat"},
             {"group", "governance"},
             {"name", "A seat at the captain's table"},
             {"tiers", {{"anchor", "yes"}, {"deck", "no"}, {"crew", "no"}, {"secret", "unstated"}, {"guest", "no"}}}});
    CHECK(what["benefits"][1]["tiers"]["deck"] == "2 berths");
    const Json one = parsed(document::BenefitsReply{.edition = made_up::edition(), .tier = &made_up::harbour_tiers[0]});
    CHECK(one["benefits"][1]["tiers"] == Json{{"anchor", "12 berths"}});
    CHECK(one["benefits"][1]["adds"] == true);
    CHECK(one["benefits"][2]["adds"] == false);
}

TEST_CASE("the replies about schedules carry what their text does") {
    const Json list = parsed(made_up::listed());
    REQUIRE(list["schedules"].size() == 4);
    CHECK(list["schedules"][1]["successor"] == "harbour-2022");
    CHECK(list["schedules"][1]["default"] == false);
    CHECK(list["schedules"][2]["default"] == true);

    const Json shown = parsed(made_up::show(made_up::harbour));
    CHECK(shown["tiers"][0]["fee"]["bands"][2] == Json{{"by", "revenue"},
                                                       {"from", 50'000'000},
                                                       {"to", nullptr},
                                                       {"amount", "80000.00"},
                                                       {"published", "from 50 million: 80,000"},
                                                       {"differs", nullptr}});
    CHECK(shown["tiers"][0]["requires"][0]["fee"]["amount"] == "1000.00");
    CHECK(shown["tiers"][1]["bundles"] == Json::array({"guild/patron"}));
    CHECK(shown["merged"][2]["rows"][1]["total_fee"] == "1934.50");
    CHECK(shown["merged"][2]["rows"][1]["lines"][1]["amount"] == "1234.50");
    CHECK(shown["sources"][0]["retrieved"] == "2024-05-06");

    const Json check = parsed(made_up::checked());
    CHECK(check["sound"] == false);
    CHECK(check["errors"] == 1);
    CHECK(check["findings"][1]["line"].is_null());
    CHECK(check["findings"][1]["remedy"].is_null());

    const Json diff = parsed(made_up::diff());
    CHECK(diff["before"] == "harbour-2020");
    CHECK(diff["differences"].size() == made_up::diff().differences.size());
}
