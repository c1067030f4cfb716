#pragma once
// The HTML format from the inside: elements with their text escaped.

#include "document/document.h"

#include <string>
#include <string_view>

namespace ptf_fees::render {

/// Collects HTML. Text is escaped and made printable here, so that nothing from a schedule is markup.
class Html {
public:
    /// An opening and a closing tag; `attributes` are written as they are.
    void open(std::string_view tag, std::string_view attributes = {});
    void close(std::string_view tag);

    /// An element that holds `text`.
    void element(std::string_view tag, std::string_view text, std::string_view attributes = {});

    /// A paragraph of the class `look`; nothing where `text` is empty.
    void paragraph(std::string_view text, std::string_view look = {});

    /// What is HTML already.
    void markup(std::string_view markup);

    /// A number that no other element of this page was given, for its id.
    [[nodiscard]] std::size_t next_id() { return ++last_id_; }

    [[nodiscard]] std::string take();

private:
    std::string out_;
    std::size_t last_id_ = 0;
};

/// `text` as HTML that shows it as it is.
[[nodiscard]] std::string shown(std::string_view text);

/// `url` as a link where it is http or https, else as text.
[[nodiscard]] std::string linked(std::string_view url);

/// The style sheet of every page.
[[nodiscard]] std::string_view html_style();

/// The chart as a figure: drawn for a desk and for a phone, with a legend.
void draw(Html& html, const document::StepChart& chart);

} // namespace ptf_fees::render
