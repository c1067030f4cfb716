#pragma once
// The Markdown format from the inside: its blocks, and one function for each reply.

#include "render/reply.h"

#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees::render {

/// Collects GitHub-flavoured Markdown. Text is escaped here, so that nothing from a schedule is markup.
class Document {
public:
    void heading(std::size_t level, std::string_view text);
    void paragraph(std::string_view text);
    void emphasis(std::string_view text);
    void bullets(std::span<const std::string> items);
    void steps(std::span<const std::string_view> items);
    void link(std::string_view url);

    /// A table; `right` holds the columns that are aligned to the right. Cells are escaped, and bold where `bold_last`
    /// says so.
    void table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
               const std::vector<std::size_t>& right = {}, bool bold_last = false);

    [[nodiscard]] std::string take();

private:
    void block();

    std::string out_;
};

void write_markdown(Document& document, const QuoteReply& reply);
void write_markdown(Document& document, const BenefitsReply& reply);
void write_markdown(Document& document, const EligibilityReply& reply);
void write_markdown(Document& document, const ScheduleListReply& reply);
void write_markdown(Document& document, const ScheduleShowReply& reply);
void write_markdown(Document& document, const CheckReply& reply);
void write_markdown(Document& document, const DiffReply& reply);

/// The line that says whose terms these are.
void write_terms(Document& document, const Edition& edition);

/// The merged table of a tier.
void write_merged(Document& document, const TierTable& table, const Schedule& schedule, const Organization& known = {});

/// The matrix of all tiers.
void write_matrix(Document& document, const Schedule& schedule);

/// "Notes" and the notes, `level` deep; nothing where there are none.
void write_notes(Document& document, std::size_t level, std::span<const std::string> notes);

} // namespace ptf_fees::render
