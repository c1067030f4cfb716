#pragma once
// Pieces that the documents of several answers show.

#include "document/document.h"
#include "document/reply.h"

namespace ptf_fees::document {

/// The first line: how old the terms are, and whether they have been superseded.
void add_terms(Document& document, const Edition& edition);

/// Where the figures of a line come from, and how they read there.
[[nodiscard]] std::vector<Detail> explanation(const QuoteLine& quoted);

/// How one joins: the route, the steps and the link; `indent` columns in.
void add_join(Document& document, const Join& join, std::size_t indent);

/// A document that facts were taken from, its address and its copy.
void add_source(Document& document, const Source& source);

/// "Notes" and the notes; nothing if there are none.
void add_notes(Document& document, std::vector<std::string> notes);

/// Every interval of a merged table with each charge and the total; the row of `organization` marked.
[[nodiscard]] Grid merged_grid(const TierTable& table, const Schedule& schedule, const Organization& organization = {});

/// The merged table as steps, with the place of `organization`. nullopt if there is nothing to draw: one price for
/// all, or totals that are not known.
[[nodiscard]] std::optional<StepChart> step_chart(const TierTable& table, const Schedule& schedule,
                                                  const Organization& organization = {});

/// The benefits of all tiers by group, the column of `tier` emphasised, and what the marks mean.
void add_matrix(Document& document, const Schedule& schedule, const Tier* tier = nullptr);

} // namespace ptf_fees::document
