#pragma once
// Collects what is found in one schedule file.

#include "catalogue/codes.h"
#include "ptf_fees/load.h"

#include <string>
#include <vector>

namespace ptf_fees::catalogue {

/// A position in a file: line and column from 1, the column in characters. Line 0 is the file as a whole.
struct Place {
    std::size_t line = 0;
    std::size_t column = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

/// The most findings of one file that are listed; one more says how many were left out.
inline constexpr std::size_t most_findings = 1'000;

/// Lines longer than this many bytes are not repeated in a finding: a file of one line must not be copied a thousand
/// times.
inline constexpr std::size_t longest_source_line = std::size_t{1} << 14U;

/// The findings of one file. Keeps errors before warnings once there are too many.
class Report {
public:
    /// `text` must outlive the report.
    Report(std::string file, std::string_view text);

    void add(Code code, Place place, std::string message, std::string remedy = {});

    [[nodiscard]] bool has_errors() const noexcept { return errors_ > 0; }

    /// Whether further errors are only counted.
    [[nodiscard]] bool is_full() const noexcept { return errors_ >= most_findings; }

    /// The place of that byte of the text, which is not in a byte order mark.
    [[nodiscard]] Place place_of(std::size_t offset) const;

    /// The line with that number, without its end; empty if there is no such line.
    [[nodiscard]] std::string_view line(std::size_t number) const;

    /// The findings ordered by line and column, with their source lines. Call once, at the end.
    [[nodiscard]] std::vector<Finding> take();

private:
    std::string file_;
    std::string_view text_;
    std::vector<std::size_t> line_starts_;
    std::vector<Finding> error_findings_;
    std::vector<Finding> warning_findings_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

} // namespace ptf_fees::catalogue
