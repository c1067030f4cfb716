// Ground floor: a finding as text. The source line is shown as written, tabs included, so that the caret below it
// is under its column whatever the width of a tab.

#include "text/finding.h"

#include "text/utf8.h"
#include "text/width.h"

#include <algorithm>
#include <vector>

namespace ptf_fees {

std::string_view name_of(Severity severity) noexcept {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    }
    return {};
}

namespace text {

namespace {

constexpr std::size_t longest_shown_line = 160;  ///< characters
constexpr std::size_t shown_before_column = 100; ///< of them, where a line is cut
constexpr std::string_view cut_mark = "...";

/// The characters of `line`, each as it is shown: tabs as they are, controls and stray bytes made visible.
std::vector<std::string> shown_characters(std::string_view line) {
    std::vector<std::string> characters;
    while (!line.empty()) {
        const std::size_t size = std::max<std::size_t>(first_char(line).size, 1);
        const std::string_view character = line.substr(0, size);
        characters.push_back(character == "\t" ? "\t" : printable(character));
        line.remove_prefix(size);
    }
    return characters;
}

/// The line and, below it, a caret under the character `column` (from 1; just after the line at most).
std::string with_caret(std::string_view line, std::size_t column) {
    const std::vector<std::string> characters = shown_characters(line);
    const std::size_t caret = std::min(column - 1, characters.size());
    const bool cut = characters.size() > longest_shown_line;
    const std::size_t first = cut && caret > shown_before_column ? caret - shown_before_column : 0;
    const std::size_t last = cut ? std::min(first + longest_shown_line, characters.size()) : characters.size();
    std::string shown{first > 0 ? cut_mark : ""};
    std::string below(shown.size(), ' ');
    for (std::size_t i = first; i < last; ++i) {
        shown += characters[i];
        if (i < caret)
            below += characters[i] == "\t" ? "\t" : std::string(display_width(characters[i]), ' ');
    }
    if (last < characters.size())
        shown += cut_mark;
    return "    " + shown + "\n    " + below + "^\n";
}

} // namespace

std::string to_text(const Finding& finding) {
    std::string out = printable(finding.file);
    if (finding.line > 0)
        out += ":" + std::to_string(finding.line);
    if (finding.line > 0 && finding.column > 0)
        out += ":" + std::to_string(finding.column);
    out +=
        ": " + std::string{name_of(finding.severity)} + ": " + finding.code + ": " + printable(finding.message) + "\n";
    if (!finding.source_line.empty() && finding.column > 0)
        out += with_caret(finding.source_line, finding.column);
    if (!finding.remedy.empty())
        out += "    remedy: " + printable(finding.remedy) + "\n";
    return out;
}

} // namespace text
} // namespace ptf_fees
