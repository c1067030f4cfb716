// Floor 3: a program of the build. Writes what is installed beside ptf-fees: the manual page and the completion
// scripts, from the same table that parses the options. Usage: write_companions FOLDER
#include "cli/companions/manual.h"
#include "cli/completion.h"

#include <cstdio>
#include <exception>
#include <string>

namespace {

using namespace ptf_fees::cli;

bool write_file(const std::string& path, const std::string& text) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr)
        return false;
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    return std::fclose(file) == 0 && written;
}

bool write_companions(const std::string& folder) {
    const auto commands = described_commands();
    return write_file(folder + "/ptf-fees.1", manual(commands)) &&
           write_file(folder + "/ptf-fees.bash", bash_completion(commands)) &&
           write_file(folder + "/_ptf-fees", zsh_completion(commands)) &&
           write_file(folder + "/ptf-fees.fish", fish_completion(commands));
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc == 2 && write_companions(argv[1]))
            return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "write_companions: %s\n", error.what());
        return 1;
    }
    std::fputs("usage: write_companions FOLDER (that can be written)\n", stderr);
    return 1;
}
