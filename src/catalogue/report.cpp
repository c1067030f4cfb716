// Floor 2, catalogue: the findings of one file. Beyond a limit findings are only counted, so that a hostile file costs
// neither memory nor the reader's patience; errors are kept before warnings.

#include "catalogue/report.h"

#include "text/ascii.h"
#include "text/utf8.h"
#include "text/words.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ptf_fees::catalogue {

namespace {

bool is_before(const Finding& a, const Finding& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

} // namespace

Report::Report(std::string file, std::string_view text) : file_{std::move(file)}, text_{text} {
    line_starts_.push_back(text.starts_with(text::byte_order_mark) ? text::byte_order_mark.size() : 0);
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
        line_starts_.push_back(end + 1);
}

void Report::add(Code code, Place place, std::string message, std::string remedy) {
    const CodeEntry& entry = entry_of(code);
    const bool error = entry.severity == Severity::error;
    ++(error ? errors_ : warnings_);
    auto& findings = error ? error_findings_ : warning_findings_;
    if (findings.size() >= most_findings)
        return;
    findings.push_back({.file = file_,
                        .line = place.line,
                        .column = place.column,
                        .severity = entry.severity,
                        .code = std::string{entry.name},
                        .message = std::move(message),
                        .remedy = std::move(remedy),
                        .source_line = {}});
}

std::vector<Finding> Report::take() {
    std::vector<Finding> all = std::move(error_findings_);
    const auto room = std::min(most_findings - all.size(), warning_findings_.size());
    std::move(warning_findings_.begin(), warning_findings_.begin() + static_cast<std::ptrdiff_t>(room),
              std::back_inserter(all));
    std::stable_sort(all.begin(), all.end(), is_before);
    for (Finding& finding : all)
        if (const std::string_view source = line(finding.line); source.size() <= longest_source_line)
            finding.source_line = source;
    if (const auto left_out = errors_ + warnings_ - all.size(); left_out > 0) {
        const CodeEntry& entry = entry_of(Code::more_findings);
        all.push_back(
            {.file = file_,
             .line = all.back().line,
             .column = all.back().column,
             .severity = entry.severity,
             .code = std::string{entry.name},
             .message = text::counted(static_cast<std::int64_t>(left_out), "further finding", "further findings") +
                        " of this file " + (left_out == 1 ? "is" : "are") + " not listed",
             .remedy = "fix those listed and check again",
             .source_line = {}});
    }
    return all;
}

Place Report::place_of(std::size_t offset) const {
    const auto line = std::ranges::upper_bound(line_starts_, offset) - line_starts_.begin();
    const std::size_t start = line_starts_[static_cast<std::size_t>(line) - 1];
    const auto before = std::ranges::count(text_.substr(start, offset - start), false, text::continues_character);
    return {.line = static_cast<std::size_t>(line), .column = static_cast<std::size_t>(before) + 1};
}

std::string_view Report::line(std::size_t number) const {
    if (number == 0 || number > line_starts_.size())
        return {};
    const std::size_t begin = line_starts_[number - 1];
    const std::size_t end = number < line_starts_.size() ? line_starts_[number] - 1 : text_.size();
    const std::string_view line = text_.substr(begin, end - begin);
    return line.substr(0, line.size() - (line.ends_with('\r') ? 1 : 0));
}

} // namespace ptf_fees::catalogue
