#pragma once
// The text format from the inside: one function for each reply, and the pieces that several of them show.

#include "render/page.h"
#include "render/reply.h"

namespace ptf_fees::render {

void write_text(Page& page, const QuoteReply& reply);
void write_text(Page& page, const BenefitsReply& reply);
void write_text(Page& page, const EligibilityReply& reply);
void write_text(Page& page, const ScheduleListReply& reply);
void write_text(Page& page, const ScheduleShowReply& reply);
void write_text(Page& page, const CheckReply& reply);
void write_text(Page& page, const DiffReply& reply);

/// The first line: whose terms, and whether they have been replaced.
void write_terms(Page& page, const Edition& edition);

/// All tiers of a quote side by side.
void write_overview(Page& page, const QuoteReply& reply);

/// Steps, link and route of `join`; `indent` blanks in.
void write_join(Page& page, const Join& join, std::size_t indent);

/// A document, its address and its copy.
void write_source(Page& page, const Source& source);

/// "Notes" and the notes; nothing where there are none.
void write_notes(Page& page, std::span<const std::string> notes);

/// The merged table of a tier: every interval with each bill and the total.
void write_merged(Page& page, const TierTable& table, const Schedule& schedule, const Organization& known = {});

/// The merged table as a picture, with the place of `organization` marked; nothing where there is nothing to draw or no
/// room for it.
void write_steps(Page& page, const TierTable& table, const Schedule& schedule, const Organization& organization = {});

/// The matrix of all tiers, grouped, and what its marks mean.
void write_matrix(Page& page, const Schedule& schedule);

} // namespace ptf_fees::render
