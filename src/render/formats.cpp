// Floor 2: the table of output formats. A new one is a file with its function, and a line here.
#include "render/formats.h"

#include <array>

namespace ptf_fees::render {

std::span<const Format> formats() {
    static constexpr std::array all{
        Format{.name = "text", .extension = ".txt", .render = text, .carries_notes = true},
        Format{.name = "json", .extension = ".json", .render = json, .carries_notes = true},
        Format{.name = "csv", .extension = ".csv", .render = csv, .carries_notes = false},
        Format{.name = "markdown", .extension = ".md", .render = markdown, .carries_notes = true},
        Format{.name = "html", .extension = ".html", .render = html, .carries_notes = true},
    };
    return all;
}

} // namespace ptf_fees::render
