// The mistakes of tests/bad/cases.txt, written by cases.py as a file each (or a folder of files checked together), with
// the findings beside it. PTF_FEES_REWRITE=1 in the environment rewrites those findings.

#include "catch.h"

#include "catalogue/codes.h"
#include "ptf_fees/load.h"
#include "text/finding.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

namespace {

namespace fs = std::filesystem;
using namespace ptf_fees;

const fs::path bad_folder{PTF_FEES_BAD_SCHEDULES};

std::vector<fs::path> cases() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator{bad_folder}) {
        if (entry.is_directory() || entry.path().extension() == ".toml")
            paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    return paths;
}

std::vector<ScheduleText> texts_of(const fs::path& path) {
    std::vector<ScheduleText> texts;
    if (fs::is_directory(path)) {
        auto read = read_schedule_folder(path);
        REQUIRE(read.has_value());
        texts = std::move(*read);
    } else {
        auto read = read_schedule_file(path);
        REQUIRE(read.has_value());
        texts.push_back(std::move(*read));
    }
    for (ScheduleText& text : texts)
        text.file = fs::relative(text.file, bad_folder).generic_string();
    return texts;
}

std::string words_of(const std::vector<Finding>& findings) {
    std::string words;
    for (const Finding& finding : findings)
        words += text::to_text(finding);
    return words;
}

fs::path expectation_of(const fs::path& path) {
    return path.parent_path() / (path.stem().string() + ".txt");
}

std::string content_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

TEST_CASE("the base of the bad schedules has no findings") {
    CHECK(load_schedules(texts_of(bad_folder / "base"), embedded_catalogue()).findings.empty());
}

TEST_CASE("every bad schedule gives its findings word for word", "[bad]") {
    const bool rewrite = std::getenv("PTF_FEES_REWRITE") != nullptr;
    for (const fs::path& path : cases()) {
        INFO(path);
        const std::string words = words_of(load_schedules(texts_of(path), embedded_catalogue()).findings);
        if (rewrite)
            std::ofstream{expectation_of(path), std::ios::binary} << words;
        CHECK(words == content_of(expectation_of(path)));
    }
}

TEST_CASE("a bad schedule has an error and no catalogue, one named warn- has warnings alone and a catalogue") {
    for (const fs::path& path : cases()) {
        INFO(path);
        const Loaded loaded = load_schedules(texts_of(path), embedded_catalogue());
        const bool warns = path.filename().string().starts_with("warn-");
        const auto errors = std::ranges::count(loaded.findings, Severity::error, &Finding::severity);
        CHECK(!loaded.findings.empty());
        CHECK((errors > 0) == !warns);
        CHECK(loaded.catalogue.has_value() == warns);
        CHECK(loaded.editions.size() == (warns ? 1U : 0U));
    }
}

TEST_CASE("findings stand in the order of lines and columns, each with the line it speaks of") {
    for (const fs::path& path : cases()) {
        INFO(path);
        const auto texts = texts_of(path);
        const Loaded loaded = load_schedules(texts, embedded_catalogue());
        const auto key = [](const Finding& finding) { return std::tie(finding.file, finding.line, finding.column); };
        CHECK(std::ranges::is_sorted(loaded.findings, {}, key));
        for (const Finding& finding : loaded.findings) {
            const auto text = std::ranges::find(texts, finding.file, &ScheduleText::file);
            REQUIRE(text != texts.end());
            CHECK(text->text.find(finding.source_line) != std::string::npos);
            CHECK(finding.line > 0);
            CHECK(finding.column > 0);
        }
    }
}

TEST_CASE("every code has a bad schedule, but those that need a file of a megabyte") {
    std::set<std::string> seen;
    for (const fs::path& path : cases()) {
        for (const Finding& finding : load_schedules(texts_of(path), embedded_catalogue()).findings) {
            seen.insert(finding.code);
            const auto known = std::ranges::find(catalogue::codes, finding.code, &catalogue::CodeEntry::name);
            REQUIRE(known != catalogue::codes.end());
            CHECK(finding.severity == known->severity);
        }
    }
    seen.insert({"file-too-large", "more-findings", "file-name-differs"}); // the last is the command line's
    seen.insert("days-out-of-order");                                      // of lists of members: see their tests
    for (const catalogue::CodeEntry& entry : catalogue::codes) {
        INFO(entry.name);
        CHECK(seen.contains(std::string{entry.name}));
    }
}
