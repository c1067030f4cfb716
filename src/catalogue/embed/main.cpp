// Floor 2, catalogue: a program of the build. Loads the schedules that the library ships and writes them as C++ tables,
// so that a run of ptf-fees parses no TOML. Usage: embed_schedules OUT.cpp FILES...

#include "catalogue/embed/tables.h"
#include "ptf_fees/load.h"
#include "text/finding.h"

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

namespace {

int complain(const std::string& message) {
    std::fprintf(stderr, "embed_schedules: %s\n", message.c_str());
    return 1;
}

bool write_file(const char* path, const std::string& text) {
    std::FILE* file = std::fopen(path, "wb");
    if (file == nullptr)
        return false;
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    return std::fclose(file) == 0 && written;
}

int embed(const char* out, const std::vector<std::string>& files) {
    std::vector<ptf_fees::ScheduleText> texts;
    for (const std::string& file : files) {
        auto text = ptf_fees::read_schedule_file(file);
        if (!text)
            return complain(text.error().message);
        texts.push_back(std::move(*text));
    }
    const ptf_fees::Loaded loaded = ptf_fees::load_schedules(std::move(texts), ptf_fees::Catalogue{});
    for (const ptf_fees::Finding& finding : loaded.findings)
        std::fputs(ptf_fees::text::to_text(finding).c_str(), stderr);
    if (!loaded.catalogue)
        return complain("the schedules have errors");
    if (!write_file(out, ptf_fees::catalogue::tables_of(*loaded.catalogue)))
        return complain("cannot write " + std::string{out});
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return complain("usage: embed_schedules OUT.cpp FILES...");
    try {
        return embed(argv[1], {argv + 2, argv + argc});
    } catch (const std::exception& error) {
        return complain(error.what());
    }
}
