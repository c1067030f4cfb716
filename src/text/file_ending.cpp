// Ground floor: the one list of endings that would promise what is not in the file.
#include "text/file_ending.h"

#include "text/names.h"

#include <algorithm>
#include <array>

namespace ptf_fees::text {
namespace {

struct Ending {
    std::string_view ending;
    std::string_view format; ///< as on the command line; empty: none of ours
};

constexpr auto endings_known =
    std::to_array({Ending{"csv", "csv"},      Ending{"tsv", "tsv"},     Ending{"jsonl", "jsonl"},
                   Ending{"ndjson", "jsonl"}, Ending{"json", "json"},   Ending{"html", "html"},
                   Ending{"htm", "html"},     Ending{"md", "markdown"}, Ending{"markdown", "markdown"},
                   Ending{"xlsx", "xlsx"},    Ending{"xls", ""},        Ending{"xlsm", ""},
                   Ending{"ods", ""},         Ending{"numbers", ""},    Ending{"parquet", ""},
                   Ending{"feather", ""},     Ending{"arrow", ""},      Ending{"avro", ""},
                   Ending{"pdf", ""},         Ending{"doc", ""},        Ending{"docx", ""},
                   Ending{"odt", ""},         Ending{"rtf", ""},        Ending{"tex", ""},
                   Ending{"xml", ""},         Ending{"yaml", ""},       Ending{"yml", ""},
                   Ending{"toml", ""},        Ending{"sql", ""},        Ending{"sqlite", ""},
                   Ending{"db", ""},          Ending{"gz", ""},         Ending{"bz2", ""},
                   Ending{"xz", ""},          Ending{"zst", ""},        Ending{"zip", ""},
                   Ending{"7z", ""},          Ending{"tar", ""},        Ending{"png", ""},
                   Ending{"svg", ""}});

} // namespace

std::string_view ending_of(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const std::size_t name = path.rfind('/') + 1;
    return dot == std::string_view::npos || dot <= name ? std::string_view{} : path.substr(dot + 1);
}

std::optional<std::string> ending_fault(std::string_view path, std::string_view format, std::string_view endings) {
    const std::string_view ending = ending_of(path);
    const auto known =
        std::ranges::find_if(endings_known, [&](const Ending& one) { return same_ignoring_case(one.ending, ending); });
    if (known == endings_known.end() || known->format == format)
        return std::nullopt;
    return "-o " + quoted(path) + " has the ending of another format than " + std::string{format} +
           ", which would be written to it: end it in " + std::string{endings} +
           (known->format.empty() ? std::string{} : ", or write that format with --format");
}

} // namespace ptf_fees::text
