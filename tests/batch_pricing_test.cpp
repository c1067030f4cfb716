// A row's price is the engine's: the table of answers, and the quick way of reading rows, for every edition there is.
#include "made_up_catalogue.h"
#include "reference.h"
#include "valid_schedule.h"

#include "batch/price_table.h"
#include "batch/row_pricer.h"
#include "batch/source.h"

#include "ptf_fees/quote.h"

#include <cerrno>
#include <random>

using namespace ptf_fees;
using namespace ptf_fees::batch;

namespace {

PriceTable table_for(const Catalogue& catalogue, const Schedule& schedule, const Memberships& held = {}) {
    auto table = PriceTable::compile(catalogue, schedule, held, std::nullopt);
    REQUIRE(table.has_value());
    return std::move(*table);
}

std::int64_t random_figure(std::mt19937_64& random) {
    constexpr std::int64_t breakpoints[] = {1,     10,    50,    100,       499,       500,
                                            1'000, 3'000, 5'000, 1'000'000, 5'000'000, 50'000'000};
    const std::int64_t near =
        breakpoints[random() % std::size(breakpoints)] + static_cast<std::int64_t>(random() % 3) - 1;
    return std::max<std::int64_t>(random() % 8 == 0 ? static_cast<std::int64_t>(random() >> 1U) : near, 0);
}

Question random_question(std::mt19937_64& random, std::size_t tiers) {
    Question question{random() % tiers, random() % 2 == 0, {}};
    question.organization.type = all_org_types[random() % all_org_types.size()];
    if (random() % 5 != 0)
        question.organization.employees = std::max<std::int64_t>(1, random_figure(random));
    if (random() % 3 != 0)
        question.organization.revenue = random_figure(random);
    return question;
}

void check_places(const Catalogue& catalogue, const Schedule& schedule, const Memberships& held,
                  std::mt19937_64& random) {
    const PriceTable table = table_for(catalogue, schedule, held);
    for (std::size_t place = 0; place < table.size(); ++place) {
        const Question question = table.question(place);
        if (question.organization.employees != 0 && question.organization.revenue != 0) // may exceed a breakpoint at 0
            CHECK(table.place(question) == place);
    }
    for (int i = 0; i < 2'000; ++i) {
        const Question question = random_question(random, schedule.tiers.size());
        const RowAnswer here = table.answer(question);
        const RowAnswer there = table.answer(table.question(table.place(question)));
        const auto quoted = quote(catalogue, schedule, schedule.tiers[question.tier],
                                  {question.organization, with_membership(held, "lf", question.lf_member)});
        REQUIRE(quoted.has_value());
        REQUIRE(here.price == quoted->price);
        REQUIRE(here.reason == quoted->reason);
        REQUIRE(there.price == here.price);
        REQUIRE(there.band == here.band);
        if (here.price.status != Status::out_of_range)
            REQUIRE(there.reason == here.reason);
    }
}

/// A cell with room after it, as in a chunk.
std::string roomy(std::string_view text) {
    std::string room{text};
    room.reserve(text.size() + 16);
    return room;
}

} // namespace

TEST_CASE("the table has the engine's answer to every question, in every edition") {
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937_64 random{seed};
    for (const Schedule* schedule : embedded_catalogue().schedules())
        check_places(embedded_catalogue(), *schedule, {}, random);
    for (const Schedule* schedule : made_up_catalogue().schedules()) {
        check_places(made_up_catalogue(), *schedule, {}, random);
        check_places(made_up_catalogue(), *schedule, {"tide"}, random);
    }
}

TEST_CASE("the table knows where each tier begins, however many breakpoints of revenue the tiers have") {
    const std::string text = sound_head("USD") + std::string{sound_gold} + R"(
join = { route = "enrolment", url = "https://acme.example/join", steps = ["Fill in the form."] }
fee = { by = "employees", source = "page", bands = [
  { from = 1,  amount = 1_000, published = "1 - 49 employees: $1,000" },
  { from = 50, amount = 2_000, published = "50 employees or more: $2,000" },
] }

[[tier]]
id = "silver"
name = "Silver"
open_to = { company = "yes", nonprofit = "yes", academic = "yes", government = "yes", individual = "no" }
join = { route = "enrolment", url = "https://acme.example/join", steps = ["Fill in the form."] }
fee = { by = "revenue", source = "page", bands = [
  { from = 0,      amount = 100, published = "$0 - $9,999 revenue: $100" },
  { from = 10_000, amount = 200, published = "$10,000 - $19,999 revenue: $200" },
  { from = 20_000, amount = 300, published = "$20,000 - $29,999 revenue: $300" },
  { from = 30_000, amount = 400, published = "$30,000 revenue or more: $400" },
] }
)";
    const auto loaded = load_schedules({{.file = "acme.toml", .text = text}}, {});
    REQUIRE(loaded.catalogue.has_value());
    std::mt19937_64 random{8};
    check_places(*loaded.catalogue, *loaded.catalogue->edition("acme-2024-01"), {}, random);
}

TEST_CASE("the table says what the naive reference says of the 2024 terms") {
    const Schedule& schedule = *embedded_catalogue().edition("ptf-2025-04");
    const PriceTable table = table_for(embedded_catalogue(), schedule);
    std::mt19937_64 random{7};
    for (int i = 0; i < 5'000; ++i) {
        const Question question = random_question(random, schedule.tiers.size());
        const RowAnswer answer = table.answer(question);
        const auto expected = reference::price(schedule.tiers[question.tier].id, question.organization.employees,
                                               question.organization.type, question.lf_member);
        REQUIRE(answer.price.status == expected.status);
        if (answer.price.total)
            REQUIRE(*answer.price.total == Money::from_units(expected.membership + expected.prerequisite));
    }
}

TEST_CASE("what the quick way answers the careful way answers alike, and it leaves no plain row unanswered") {
    const Schedule& schedule = *embedded_catalogue().edition("ptf-2025-04");
    const PriceTable table = table_for(embedded_catalogue(), schedule);
    const Names names{{}, ""};
    const AnswerText text{OutputStyle{}, schedule};
    const RowPricer pricer{table, names, {&schedule.tiers[1], OrgType::nonprofit, true}, text};
    constexpr std::string_view tiers[] = {"general", "General", "premier",  "associate",
                                          "",        "silver",  "generals", "genera"};
    constexpr std::string_view heads[] = {"",
                                          "0",
                                          "1",
                                          "99",
                                          "00100",
                                          "12345678",
                                          "123456789",
                                          "000000000000000500",
                                          "999999999999999999",
                                          "9999999999999999999",
                                          "1,2",
                                          "5 ",
                                          "-5",
                                          "5\xFF",
                                          ":",
                                          "/",
                                          "1/",
                                          "5000"};
    constexpr std::string_view types[] = {"",           "company", "nonprofit", "academic",   "government",
                                          "individual", "Company", "companies", "governmend", "academi"};
    constexpr std::string_view members[] = {
        "", "yes", "no", "true", "false", "1", "0", "YES", "y", "maybe", std::string_view{"no\0", 3}, "false!"};
    std::size_t quick = 0;
    for (const auto tier : tiers)
        for (const auto head : heads)
            for (const auto type : types)
                for (const auto member : members) {
                    const std::string rooms[] = {roomy(tier), roomy(head), "", roomy(type), roomy(member)};
                    const KeyCells cells{rooms[0], rooms[1], rooms[2], rooms[3], rooms[4]};
                    const auto row = pricer.read(cells);
                    const std::uint32_t place = pricer.quoted_place(cells);
                    const bool plain = head.size() <= 18;
                    const auto answer = row ? pricer.table().answer(row->question) : RowAnswer{};
                    const bool quoted = row && answer.price.status == Status::quoted;
                    INFO(tier << "|" << head << "|" << type << "|" << member);
                    if (place == RowPricer::unknown) {
                        REQUIRE_FALSE((quoted && plain));
                        continue;
                    }
                    ++quick;
                    REQUIRE(quoted);
                    REQUIRE(pricer.ending(place) == text.of(answer));
                }
    CHECK(quick > 500);
}

TEST_CASE("a tier with a name too long for a word of the machine is found at once, too") {
    auto text = read_schedule_file(PTF_FEES_SOURCE_DIR "/tests/made_up/tide-2020-01.toml");
    REQUIRE(text.has_value());
    const std::string long_id = "hull-and-all-that-floats";
    text->text.replace(text->text.find("\"hull\""), 6, '"' + long_id + '"');
    const auto loaded = load_schedules({*text}, {});
    REQUIRE(loaded.catalogue.has_value());
    const Schedule& schedule = *loaded.catalogue->edition("tide-2020-01");
    const PriceTable table = table_for(*loaded.catalogue, schedule);
    const RowPricer pricer{table, Names{{}, ""}, {}, AnswerText{OutputStyle{}, schedule}};
    const std::string head = roomy("120");
    const auto place_of = [&](std::string_view tier) {
        const std::string room = roomy(tier);
        return pricer.quoted_place({room, head, no_text, no_text, no_text});
    };
    CHECK(place_of(long_id) != RowPricer::unknown);
    CHECK(place_of("keel") != RowPricer::unknown);
    CHECK(place_of(long_id) != place_of("keel"));
    CHECK(place_of(long_id + "s") == RowPricer::unknown);
}

TEST_CASE("a used column is known by its name however it is set in blanks, dashes and capitals") {
    for (const std::string_view name : {"org_type", "Org Type", "  org-type", "ORG_TYPE \t ", " org type "})
        CHECK(used_column_named(name) == UsedColumn::org_type);
    for (const std::string_view name : {"", " ", "org", "orgtype", "org_type2"})
        CHECK_FALSE(used_column_named(name).has_value());
}

TEST_CASE("a failed call is refused in its own words, and exhausted memory by name") {
    const auto message = [](int code, std::string_view text) {
        return failed(platform::SystemError{code, std::string{text}}).error().message;
    };
    CHECK(message(EIO, "cannot read 'x': Input/output error") == "cannot read 'x': Input/output error");
    CHECK(message(ENOMEM, "cannot map 'x': Cannot allocate memory") == "cannot map 'x': Cannot allocate memory");
    CHECK(message(ENOMEM, "") == "memory ran out");
    CHECK(message(EIO, "").empty());
    CHECK(failed(platform::SystemError{EIO, "x"}).error().exit_code == 5);
    CHECK(failed(platform::SystemError{EPIPE, "x"}).error().closed_pipe);
}

TEST_CASE("a bad cell is refused with the column's own name and the remedy") {
    const Schedule& schedule = *embedded_catalogue().edition("ptf-2025-04");
    const PriceTable table = table_for(embedded_catalogue(), schedule);
    const Names names{{{"employees", "Headcount"}, {"tier", "Level"}}, ""};
    const RowPricer pricer{table, names, {}, AnswerText{OutputStyle{}, schedule}};
    struct Row {
        KeyCells cells;
        const char* sentence;
    };
    const Row rows[] = {
        {{"genral", "5", "", "", ""},
         "Level 'genral' is not a tier of ptf-2025-04, did you mean 'general'? (it has premier, general and "
         "associate)"},
        {{"", "5", "", "", ""}, "Level is empty: name a tier, or give --tier for such rows"},
        {{"general", "1,200", "", "", ""}, "Headcount '1,200' has thousands separators: write 1200"},
        {{"general", "0", "", "", ""}, "Headcount '0' is below 1: an organisation has at least 1 employee"},
        {{"general", "5", "", "firm", ""}, "org_type 'firm' is not known"},
        {{"general", "5", "", "", "si"}, "lf_member 'si' is neither yes nor no: write yes or no"},
        {{"general", "5", "1.5", "", ""}, "revenue '1.5' is not a whole number: write it without decimals"},
    };
    for (const Row& row : rows) {
        const auto read = pricer.read(row.cells);
        REQUIRE_FALSE(read.has_value());
        const std::string& sentence = read.error().sentence;
        CHECK_THAT(sentence, Catch::StartsWith(row.sentence));
        CHECK(sentence.ends_with("--tier for such rows") == row.cells[0].empty());
        CHECK(read.error().tier.has_value() == (row.cells[0] == "general"));
    }
}
