// Floor 2: a page of text for a terminal. Wide terminals do not make long lines: the eye loses them.
#include "render/page.h"

#include "text/width.h"

#include <algorithm>

namespace ptf_fees::render {
namespace {

constexpr std::size_t narrowest_page = 24;
constexpr std::size_t widest_page = 100;

} // namespace

Page::Page(const Style& style)
    : width_{std::clamp(style.columns, narrowest_page, widest_page)}, color_{style.color}, unicode_{style.unicode},
      terminal_{style.terminal} {}

void Page::blank() {
    if (!out_.empty() && !out_.ends_with("\n\n"))
        out_.push_back('\n');
}

void Page::paragraph(std::string_view text, Tone tone, std::size_t indent, std::string_view lead) {
    std::string margin = std::string(indent, ' ') + std::string{lead};
    const std::size_t taken = text::display_width(margin);
    for (const std::string& part : text::wrapped(text::printable(text), width_ - std::min(width_ - 1, taken))) {
        out_ += margin + painted(part, tone, color_) + "\n";
        margin.assign(taken, ' ');
    }
}

void Page::table(const document::Grid& grid) {
    for (const std::string& line : laid_out(grid, width_, color_))
        out_ += line + "\n";
}

void Page::verbatim(std::string_view lines) {
    out_ += lines;
}

std::string Page::take() {
    if (out_.ends_with("\n\n"))
        out_.pop_back();
    return std::move(out_);
}

} // namespace ptf_fees::render
