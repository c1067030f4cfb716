#pragma once
// A page of text for a terminal: paragraphs, lists, tables and pictures within its width.

#include "render/formats.h"
#include "render/table.h"

#include <string>
#include <string_view>

namespace ptf_fees::render {

/// Collects the lines of an answer. Everything added but verbatim lines passes through text::printable.
class Page {
public:
    explicit Page(const Style& style);

    /// A blank line, unless the page is empty or ends in one.
    void blank();

    /// `text` wrapped to the page, `indent` blanks in; `lead` ("- ", "1. ") comes before its first line.
    void paragraph(std::string_view text, Tone tone = Tone::plain, std::size_t indent = 0, std::string_view lead = {});

    void table(const document::Grid& grid);

    /// The steps drawn with characters; nothing if there is no room for them.
    void chart(const document::StepChart& chart);

    /// Lines that are laid out and fit for a terminal already.
    void verbatim(std::string_view lines);

    [[nodiscard]] bool unicode() const { return unicode_; }
    [[nodiscard]] bool color() const { return color_; }
    [[nodiscard]] bool terminal() const { return terminal_; }

    /// The page so far, each line ended by a line feed, without a blank one at its end.
    [[nodiscard]] std::string take();

private:
    std::string out_;
    std::size_t width_;
    bool color_;
    bool unicode_;
    bool terminal_;
};

} // namespace ptf_fees::render
