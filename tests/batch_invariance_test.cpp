// The output depends on the input alone: not on how much is read at a time, nor on the threads.
#include "catch.h"
#include "scratch_folder.h"

#include "batch/batch.h"

#include <random>

using namespace ptf_fees;

namespace {

/// Everything that a run leaves behind.
struct Result {
    int exit_code = 0;
    std::string output;
    std::string rejects;
    std::string summary;
    std::string said;

    friend bool operator==(const Result&, const Result&) = default;
};

Result run(const ScratchFolder& folder, batch::Options options, std::string_view input) {
    put_bytes(folder / "in", input);
    options.catalogue = &embedded_catalogue();
    options.schedule = embedded_catalogue().default_edition("ptf");
    options.input = folder / "in";
    options.output = folder / "out";
    options.rejects = folder / "rejects";
    options.summary = folder / "summary";
    Result result;
    options.say = [&](const text::Lines& lines) { result.said += lines.view(); };
    batch::Ending ending = batch::run(options);
    result.exit_code = ending.exit_code;
    result.output = bytes_of(folder / "out");
    result.rejects = bytes_of(folder / "rejects");
    result.summary = bytes_of(folder / "summary");
    result.said += ending.error;
    return result;
}

std::string random_table(std::mt19937_64& random, std::size_t rows) {
    constexpr std::string_view names[] = {
        "Acme",   "\"Foo, Inc\"", "\"a \"\"b\"\" c\"", "5\" pipe",  "\"stray", "\"x\" y", "", "\"two\nlines\"",
        "Müller", "\"\"",         "a\",\"b",           "\"a\r\nb\""};
    constexpr std::string_view tiers[] = {"general", "Premier", "\"associate\"", "silver", "", "\"gen\"\"eral\""};
    constexpr std::string_view heads[] = {
        "1", "499", "500", "5000", "\"77\"", "", "1,200", "0", "99999999999999999999", "12345678"};
    constexpr std::string_view types[] = {"company", "academic", "NONPROFIT", "", "alien"};
    constexpr std::string_view members[] = {"yes", "no", "TRUE", "0", "", "maybe"};
    const auto pick = [&](const auto& choices) { return choices[random() % std::size(choices)]; };
    std::string table = "org,tier,employees,org_type,lf_member\r\n";
    for (std::size_t i = 0; i < rows; ++i) {
        const auto kind = random() % 20;
        if (kind == 0)
            table += std::string(random() % 4, '\n');
        if (kind == 1)
            table += "ragged,";
        table.append(pick(names)).append(",").append(pick(tiers)).append(",").append(pick(heads));
        table.append(",").append(pick(types)).append(",").append(pick(members));
        table += random() % 5 == 0 ? "\n" : "\r\n";
    }
    table += random() % 2 == 0 ? "last,general,5,company,no" : "\n\r\n\n";
    return table;
}

std::string random_lines(std::mt19937_64& random, std::size_t rows) {
    constexpr std::string_view lines[] = {
        R"({"org":"Acme","tier":"general","employees":5000,"org_type":"company","lf_member":"no"})",
        R"({"org":"Acme","tier":"general","employees":"499","org_type":"company","lf_member":true})",
        R"({ "tier" : "premier", "employees": 1200.5, "x": [1, {"y": null}] })",
        R"({"tier":"\u0067eneral","employees":7,"org":"a\"b"})",
        R"({"tier":"general","tier":"premier"})",
        R"({"status":"mine","tier":"general"})",
        R"({"tier":null,"employees":null})",
        R"({)",
        "",
        "\xFF",
        R"({"tier":"associate","org_type":"academic"})",
        R"([1])",
    };
    std::string text;
    for (std::size_t i = 0; i < rows; ++i)
        text.append(lines[random() % std::size(lines)]).append(random() % 3 == 0 ? "\r\n" : "\n");
    return text;
}

} // namespace

TEST_CASE("the output is the same whatever the chunk size and the number of threads") {
    const auto seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937_64 random{seed};
    const ScratchFolder folder;
    using batch::FileFormat;
    for (const FileFormat from : {FileFormat::csv, FileFormat::jsonl})
        for (const FileFormat to : {FileFormat::csv, FileFormat::tsv, FileFormat::jsonl})
            for (int i = 0; i < 4; ++i) {
                const std::string input = from == FileFormat::csv ? random_table(random, 60) : random_lines(random, 60);
                batch::Options options;
                options.input_format = from;
                options.output_format = to;
                options.fail_fast = i == 3;
                const Result expected = run(folder, options, input);
                for (const std::size_t chunk : {1U, 7U, 1000U})
                    for (const unsigned jobs : {1U, 3U}) {
                        options.chunk_bytes = chunk;
                        options.jobs = jobs;
                        INFO("chunks of " << chunk << " on " << jobs << " threads");
                        REQUIRE(run(folder, options, input) == expected);
                    }
                CHECK(folder.files() == 4);
            }
}

TEST_CASE("a line of any length costs one row, whatever the chunk size and the number of threads") {
    const ScratchFolder folder;
    for (const char* const line_end : {"\n", "\r\n"})
        for (const std::size_t size :
             {(std::size_t{1} << 20U) - 20, (std::size_t{1} << 20U) + 3, std::size_t{5} << 20U}) {
            const std::string end = line_end;
            const std::string input = "org,tier,employees" + end + "a,general,1" + end + end + end +
                                      std::string(size, 'x') + ",general,2" + end + "c,general,3" + end;
            const Result expected = run(folder, {}, input);
            CHECK(expected.exit_code == 1);
            CHECK(std::count(expected.output.begin(), expected.output.end(), '\n') == 6);
            CHECK(expected.output.size() < (std::size_t{1} << 20U) + 2'000);
            for (const std::size_t chunk : {std::size_t{100}, std::size_t{100'000}, std::size_t{3} << 20U}) {
                batch::Options options;
                options.chunk_bytes = chunk;
                options.jobs = 2;
                REQUIRE(run(folder, options, input) == expected);
            }
        }
}

TEST_CASE("very many blank lines between rows are rows, and at the end they are none") {
    const ScratchFolder folder;
    const std::string input =
        "org,tier,employees\na,general,1\n" + std::string(20'000, '\n') + "b,general,2\n" + std::string(20'000, '\n');
    const Result expected = run(folder, {}, input);
    CHECK(std::count(expected.output.begin(), expected.output.end(), '\n') == 20'003);
    CHECK(expected.rejects.find(",20002,invalid,") != std::string::npos);
    CHECK(expected.rejects.find(",20003,invalid,") == std::string::npos);
    for (const std::size_t chunk : {100U, 5'000U}) {
        batch::Options options;
        options.chunk_bytes = chunk;
        REQUIRE(run(folder, options, input) == expected);
    }
}
