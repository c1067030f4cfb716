// Floor 2, catalogue: a program of the build. Loads the schedules and lists of members that the library ships and
// writes them as C++ tables, so that a run of ptf-fees parses no TOML. Usage: embed_schedules OUT.cpp FILES...

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

void print(const std::vector<ptf_fees::Finding>& findings) {
    for (const ptf_fees::Finding& finding : findings)
        std::fputs(ptf_fees::text::to_text(finding).c_str(), stderr);
}

int embed(const char* out, const std::vector<std::string>& files) {
    std::vector<ptf_fees::ScheduleText> texts;
    std::vector<ptf_fees::ScheduleText> member_texts;
    for (const std::string& file : files) {
        auto text = ptf_fees::read_schedule_file(file);
        if (!text)
            return complain(text.error().message);
        (ptf_fees::is_member_list(*text) ? member_texts : texts).push_back(std::move(*text));
    }
    const ptf_fees::Loaded loaded = ptf_fees::load_schedules(std::move(texts), ptf_fees::Catalogue{});
    print(loaded.findings);
    if (!loaded.catalogue)
        return complain("the schedules have errors");
    std::vector<std::shared_ptr<const ptf_fees::MemberList>> lists;
    for (ptf_fees::ScheduleText& text : member_texts) {
        auto members = ptf_fees::load_members(std::move(text), *loaded.catalogue);
        print(members.findings);
        if (!members.list)
            return complain("a list of members has errors");
        lists.push_back(std::move(members.list));
    }
    if (!write_file(out, ptf_fees::catalogue::tables_of(*loaded.catalogue, lists)))
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
