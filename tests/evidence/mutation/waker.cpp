// Linked into a program whose assembly was mutated: MUTANT=SITE:VARIANT sets the switch of one jump before main.
#include <cstdio>
#include <cstdlib>

extern "C" int mutation_count;
extern "C" unsigned char mutation_switches[];

namespace {

[[gnu::constructor]] void wake() {
    int site = 0;
    int variant = 0;
    const char* mutant = std::getenv("MUTANT");
    if (mutant != nullptr && std::sscanf(mutant, "%d:%d", &site, &variant) == 2 && site > 0 && site <= mutation_count)
        mutation_switches[site] = static_cast<unsigned char>(variant + 1);
}

} // namespace
