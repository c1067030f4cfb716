#pragma once
// The HTML format from the inside: its blocks, and one function for each reply.

#include "render/reply.h"

#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::render {

/// A cell of a table: its text, and below it in small letters a remark.
struct HtmlCell {
    std::string text{};
    std::string remark{};
};

struct HtmlRow {
    std::vector<HtmlCell> cells{};
    std::string_view look{}; ///< "total", "here" or "group" (one heading across the table); empty: a row like any other
};

struct HtmlTable {
    std::string caption{};
    std::vector<std::string> header{}; ///< the first column names the rows; empty: no header row
    std::vector<HtmlRow> rows{};
    std::string_view look{};               ///< "numbers" (all but the first column to the right) or "marks" (centred)
    std::optional<std::size_t> emphasis{}; ///< the column that is spoken of
};

/// Collects HTML. Text is escaped and made printable here, so that nothing from a schedule is markup.
class Html {
public:
    /// An opening and a closing tag; `attributes` are written as they are.
    void open(std::string_view tag, std::string_view attributes = {});
    void close(std::string_view tag);

    /// An element that holds `text`.
    void element(std::string_view tag, std::string_view text, std::string_view attributes = {});

    /// A section under a heading of the second rank; ended by close("section").
    void section(std::string_view title);
    void paragraph(std::string_view text, std::string_view look = {});
    void bullets(std::span<const std::string> items);

    /// `url` as a link where it is http or https, else as text; nothing where it is empty.
    void link(std::string_view url);

    void table(const HtmlTable& table);

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

/// The style sheet of every page.
[[nodiscard]] std::string_view html_style();

/// What stands at the top of the page that a reply becomes.
[[nodiscard]] std::string html_title(const QuoteReply& reply);
[[nodiscard]] std::string html_title(const BenefitsReply& reply);
[[nodiscard]] std::string html_title(const EligibilityReply& reply);
[[nodiscard]] std::string html_title(const ScheduleListReply& reply);
[[nodiscard]] std::string html_title(const ScheduleShowReply& reply);
[[nodiscard]] std::string html_title(const CheckReply& reply);
[[nodiscard]] std::string html_title(const DiffReply& reply);

/// All that stands below that title.
void write_html(Html& html, const QuoteReply& reply);
void write_html(Html& html, const BenefitsReply& reply);
void write_html(Html& html, const EligibilityReply& reply);
void write_html(Html& html, const ScheduleListReply& reply);
void write_html(Html& html, const ScheduleShowReply& reply);
void write_html(Html& html, const CheckReply& reply);
void write_html(Html& html, const DiffReply& reply);

/// The line that says whose terms these are, and loudly whether they have been replaced.
void write_terms(Html& html, const Edition& edition);

/// How one joins: the route, the steps, the link.
void write_join(Html& html, const Join& join);

/// A document, its address and its copy.
void write_source(Html& html, const Source& source);

/// "Notes" and the notes; nothing where there are none.
void write_notes(Html& html, std::span<const std::string> notes);

/// The merged table of a tier, the row of `organization` marked.
void write_merged(Html& html, const TierTable& table, const Schedule& schedule, const Organization& organization = {});

/// The merged table as a step chart with the place of `organization`; nothing where there is nothing to draw.
void write_steps(Html& html, const TierTable& table, const Schedule& schedule, const Organization& organization = {});

/// The benefit matrix, the column of `tier` emphasised.
void write_matrix(Html& html, const Schedule& schedule, const Tier* tier = nullptr);

} // namespace ptf_fees::render
