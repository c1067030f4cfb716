// Floor 2: the table of output formats. A new one is a file with its function, and a line here.
#include "render/formats.h"

#include "document/answers.h"

#include <array>

namespace ptf_fees::render {

std::span<const Format> formats() {
    using document::Reply;
    using document::Scope;
    static constexpr auto all = std::to_array(
        {Format{.name = "text",
                .extension = ".txt",
                .render = [](const Reply& r, const Style& s) -> Rendered {
                    return text(document_of(r, Scope::answer), s);
                },
                .carries_notes = true},
         Format{.name = "json",
                .extension = ".json",
                .render = [](const Reply& r, const Style&) -> Rendered { return json(r); },
                .carries_notes = true},
         Format{.name = "csv",
                .extension = ".csv",
                .render = [](const Reply& r, const Style&) -> Rendered { return csv(r); },
                .carries_notes = false},
         Format{
             .name = "markdown",
             .extension = ".md",
             .render = [](const Reply& r, const Style&) -> Rendered { return markdown(document_of(r, Scope::answer)); },
             .carries_notes = true},
         Format{.name = "html",
                .extension = ".html",
                .render = [](const Reply& r, const Style&) -> Rendered { return html(document_of(r, Scope::page)); },
                .carries_notes = true},
         Format{.name = "xlsx",
                .extension = ".xlsx",
                .render = [](const Reply& r, const Style&) { return workbook(r); },
                .carries_notes = true,
                .is_text = false}});
    return all;
}

} // namespace ptf_fees::render
