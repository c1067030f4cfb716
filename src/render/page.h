#pragma once
// A page of text for a terminal: paragraphs, lists and tables within its width.

#include "render/reply.h"
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

    /// `text` wrapped to the page, `indent` blanks in; `lead` ("- ", "1. ") stands before its first line.
    void paragraph(std::string_view text, Paint paint = Paint::plain, std::size_t indent = 0,
                   std::string_view lead = {});

    /// A bold line after a blank one.
    void heading(std::string_view text);

    void table(const Table& table);

    /// "- " before each of `items`; nothing where there are none.
    void bullets(std::span<const std::string> items, std::size_t indent = 0);

    /// Lines that are laid out and fit for a terminal already.
    void verbatim(std::string_view lines);

    /// Columns to stay within, whether pictures may use more than ASCII, and whether there are colours.
    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] bool unicode() const { return unicode_; }
    [[nodiscard]] bool color() const { return color_; }

    /// The page so far, each line ended by a line feed.
    [[nodiscard]] std::string take();

private:
    std::string out_;
    std::size_t width_;
    bool color_;
    bool unicode_;
};

} // namespace ptf_fees::render
