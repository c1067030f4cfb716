// Floor 2, catalogue: writes a catalogue as C++ source. An edition is a function that unpacks its bytes when it is
// called first; what chooses among editions is a table of its own. What is written was checked by the loader.

#include "catalogue/embed/tables.h"

#include "catalogue/packed.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

namespace ptf_fees::catalogue {

namespace {

/// A string literal that no compiler misreads: whatever is not a plain character is three octal digits.
std::string literal(std::string_view bytes) {
    std::string out = "\"";
    for (const char c : bytes) {
        const bool plain = c >= ' ' && c <= '~' && c != '"' && c != '\\' && c != '?';
        if (plain)
            out += c;
        else
            fmt::format_to(std::back_inserter(out), "\\{:03o}", static_cast<unsigned char>(c));
    }
    return out + "\"sv";
}

/// The value that `reference` names, unpacked once and never destroyed: others may use it while the program ends.
std::string unpacked_once(std::string_view reference, std::string_view function, std::string_view bytes) {
    return fmt::format("static const auto& {} = *new auto(catalogue::{}({}));\n", reference, function, literal(bytes));
}

} // namespace

std::string tables_of(const Catalogue& catalogue, std::span<const std::shared_ptr<const MemberList>> lists) {
    std::string functions;
    std::string entries;
    std::size_t count = 0;
    for (const Schedule* schedule : catalogue.schedules()) {
        const std::string name = fmt::format("edition_{}", ++count);
        functions += fmt::format("const Schedule& {}() {{\n    {}    return *schedule;\n}}\n\n", name,
                                 unpacked_once("schedule", "unpacked_schedule", packed(*schedule)));
        const Date day = schedule->effective;
        entries += fmt::format("        {{{}, {}, std::chrono::year{{{}}} / {} / {}, {}, {}, nullptr, {}}},\n",
                               literal(schedule->id), literal(schedule->foundation), static_cast<int>(day.year()),
                               static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                               schedule->effective_exact, schedule->is_default, name);
    }
    std::string members;
    for (const auto& list : lists)
        members += fmt::format("    if (foundation == {}) {{\n        {}        return list;\n    }}\n",
                               literal(list->foundation), unpacked_once("list", "unpacked_members", packed(*list)));
    return "// Written by embed_schedules from data/*.toml and data/members/*.toml. Do not edit.\n"
           "#include \"catalogue/packed.h\"\n"
           "#include \"ptf_fees/catalogue.h\"\n\n"
           "namespace ptf_fees {\nnamespace {\n\n"
           "using namespace std::literals;\n\n" +
           functions +
           "} // namespace\n\n"
           "const Catalogue& embedded_catalogue() {\n"
           "    static const Catalogue catalogue = Catalogue::of_entries({\n" +
           entries +
           "    });\n    return catalogue;\n}\n\n"
           "std::shared_ptr<const MemberList> embedded_members(std::string_view foundation) {\n" +
           members + "    return nullptr;\n}\n\n} // namespace ptf_fees\n";
}

} // namespace ptf_fees::catalogue
