// Every input that fuzzing begins with, or that once broke something, is tried again: without libFuzzer, by any
// compiler.
#include "catch.h"

#include "fuzz/targets.h"
#include "scratch_folder.h"

TEST_CASE("the fuzz targets hold on their corpora, and on what once broke them") {
    using Target = void (*)(std::string_view);
    const std::pair<const char*, Target> targets[] = {{"schedule", fuzz::schedule},   {"table", fuzz::table},
                                                      {"json_line", fuzz::json_line}, {"batch", fuzz::batch},
                                                      {"options", fuzz::options},     {"commands", fuzz::commands}};
    for (const auto& [name, target] : targets) {
        std::size_t files = 0;
        const std::filesystem::path folder = std::filesystem::path{PTF_FEES_SOURCE_DIR} / "tests/fuzz/corpus" / name;
        for (const auto& file : std::filesystem::directory_iterator{folder}) {
            INFO(file.path());
            CHECK_NOTHROW(target(bytes_of(file.path())));
            ++files;
        }
        CHECK(files > 0);
    }
}
