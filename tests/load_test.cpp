// Loading beside and in place of the editions of a catalogue, and from files and folders.

#include "catch.h"
#include "scratch_folder.h"

#include "ptf_fees/load.h"
#include "ptf_fees/price.h"
#include "text/finding.h"

#include <algorithm>

namespace {

using namespace ptf_fees;

const std::filesystem::path source_folder{PTF_FEES_SOURCE_DIR};

ScheduleText shipped(std::string_view name) {
    auto text = read_schedule_file(source_folder / "data" / name);
    REQUIRE(text.has_value());
    return std::move(*text);
}

ScheduleText with(ScheduleText text, std::string_view before, std::string_view after) {
    const auto at = text.text.find(before);
    REQUIRE(at != std::string::npos);
    text.text.replace(at, before.size(), after);
    return text;
}

} // namespace

TEST_CASE("an edition with an id of the catalogue takes its place, and requirements resolve to it") {
    auto dearer = with(shipped("lf-2014-01.toml"), "amount = 20_000", "amount = 21_000");
    dearer = with(dearer, "5,000 or more employees: $20,000", "5,000 or more employees: $21,000");
    const Loaded loaded = load_schedules({dearer}, embedded_catalogue());
    REQUIRE(loaded.catalogue.has_value());
    CHECK(loaded.findings.empty());
    CHECK(loaded.catalogue->schedules().size() == embedded_catalogue().schedules().size());
    REQUIRE(loaded.editions.size() == 1);
    CHECK(loaded.catalogue->edition("lf-2014-01") == loaded.editions.front());
    const Schedule& ptf = *loaded.catalogue->edition("ptf-2025-04");
    const auto tier = resolve(*loaded.catalogue, ptf, *find_tier(ptf, "general"), {});
    REQUIRE(tier.has_value());
    CHECK(price(*tier, {.employees = 5'000}).total == Money::from_units(71'000));
}

TEST_CASE("a new edition stands beside the others, in its series by its day") {
    auto next = with(shipped("ptf-2025-04.toml"), "\"ptf-2025-04\"", "\"ptf-2025-10\"");
    next = with(with(next, "= 2025-04-29\neff", "= 2025-10-01\neff"), "default         = true\n", "");
    const Loaded loaded = load_schedules({next}, embedded_catalogue());
    REQUIRE(loaded.catalogue.has_value());
    CHECK(loaded.catalogue->schedules().size() == embedded_catalogue().schedules().size() + 1);
    CHECK(loaded.catalogue->successor(*loaded.catalogue->edition("ptf-2025-04"))->get() == loaded.editions.front());
}

TEST_CASE("the catalogue keeps what it was loaded from alive") {
    std::optional<Catalogue> kept;
    {
        const Loaded loaded = load_schedules({shipped("lf-2014-01.toml")}, Catalogue{});
        kept = loaded.catalogue;
    }
    REQUIRE(kept.has_value());
    CHECK(kept->edition("lf-2014-01")->tiers.front().name == "Platinum");
}

TEST_CASE("files that require each other resolve together in any order, and not alone") {
    const auto lf = shipped("lf-2014-01.toml");
    const auto ptf = shipped("ptf-2025-04.toml");
    CHECK(load_schedules({lf, ptf}, Catalogue{}).catalogue.has_value());
    const Loaded loaded = load_schedules({ptf, lf}, Catalogue{});
    REQUIRE(loaded.editions.size() == 2);
    CHECK(loaded.editions.front()->id == "ptf-2025-04");
    const Loaded alone = load_schedules({ptf}, Catalogue{});
    CHECK(!alone.catalogue.has_value());
    CHECK(std::ranges::count(alone.findings, "requirement-unresolved", &Finding::code) == 2);
}

TEST_CASE("no texts leave the catalogue as it was") {
    const Loaded loaded = load_schedules({}, embedded_catalogue());
    REQUIRE(loaded.catalogue.has_value());
    CHECK(loaded.catalogue->schedules().size() == embedded_catalogue().schedules().size());
    CHECK(loaded.findings.empty());
}

TEST_CASE("a folder gives its .toml files by name, and says where there are none") {
    const auto texts = read_schedule_folder(source_folder / "data");
    REQUIRE(texts.has_value());
    CHECK(std::ranges::is_sorted(*texts, {}, &ScheduleText::file));
    CHECK(texts->size() == 24);
    CHECK(!read_schedule_folder(source_folder / "src").has_value());
    CHECK(!read_schedule_folder(source_folder / "no-such-folder").has_value());
    CHECK(!read_schedule_file(source_folder / "no-such-file.toml").has_value());
    CHECK(!read_schedule_file(source_folder / "data").has_value());
    CHECK(read_schedule_file("no\x1b\xFF").error().message.starts_with("cannot read 'no\\x1B\\xFF': "));
}

TEST_CASE("of a folder only what ends in .toml and is not hidden is read, and a file to its last byte") {
    const ScratchFolder folder;
    for (const char* name : {"b.toml", "a.toml", ".hidden.toml", "c.txt", "toml", "d.toml~"})
        put_bytes(folder / name, name);
    auto texts = read_schedule_folder(folder / "");
    REQUIRE(texts.has_value());
    REQUIRE(texts->size() == 2);
    CHECK((*texts)[0].text == "a.toml");
    CHECK((*texts)[0].file == (folder / "a.toml").string());
    CHECK((*texts)[1].text == "b.toml");
    // Enough is read of a file that is too large to see that it is.
    for (const std::size_t size : {largest_schedule_file - 1, largest_schedule_file, largest_schedule_file + 1}) {
        put_bytes(folder / "a.toml", std::string(size, '#'));
        CHECK(read_schedule_file(folder / "a.toml")->text.size() == size);
    }
    std::filesystem::create_directory(folder / "e.toml");
    CHECK_FALSE(read_schedule_folder(folder / "").has_value());
}

TEST_CASE("a finding is written with its place, its line with a caret, and its remedy") {
    struct Row {
        Finding finding;
        const char* text;
    };
    const std::vector<Row> rows{
        {{.file = "a.toml", .code = "x", .message = "m"}, "a.toml: error: x: m\n"},
        {{.file = "a.toml", .line = 3, .code = "x", .message = "m"}, "a.toml:3: error: x: m\n"},
        {{.file = "a.toml",
          .line = 3,
          .column = 2,
          .severity = Severity::warning,
          .code = "x",
          .message = "m",
          .remedy = "r",
          .source_line = "abc"},
         "a.toml:3:2: warning: x: m\n    abc\n     ^\n    remedy: r\n"},
        {{.file = "a",
          .line = 1,
          .column = 4,
          .code = "x",
          .message = "m",
          .source_line = "\t\xE9"
                         "b"},
         "a:1:4: error: x: m\n    \t\\xE9b\n    \t     ^\n"},
        {{.file = "a", .line = 1, .column = 9, .code = "x", .message = "\x1b[31m", .source_line = "黄b"},
         "a:1:9: error: x: \\x1B[31m\n    黄b\n       ^\n"},
    };
    for (const Row& row : rows)
        CHECK(text::to_text(row.finding) == row.text);
    Finding wide{.file = "a", .line = 1, .column = 5'000, .code = "x", .message = "m"};
    wide.source_line = std::string(10'000, '-');
    const std::string text = text::to_text(wide);
    CHECK(text.size() < 400);
    CHECK(text.find("..." + std::string(100, '-')) != std::string::npos);
}
