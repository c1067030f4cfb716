#pragma once
// From an answer to its document, a function for each kind.

#include "document/document.h"
#include "document/reply.h"

namespace ptf_fees::document {

/// How much is in a document: the answer alone, or a page to be sent on, with what its reader would look up.
enum class Scope : std::uint8_t { answer, page };

[[nodiscard]] Document document_of(const QuoteReply& reply, Scope scope);
[[nodiscard]] Document document_of(const PortfolioReply& reply, Scope scope);
[[nodiscard]] Document document_of(const BenefitsReply& reply, Scope scope);
[[nodiscard]] Document document_of(const EligibilityReply& reply, Scope scope);
[[nodiscard]] Document document_of(const MembersReply& reply, Scope scope);
[[nodiscard]] Document document_of(const ScheduleListReply& reply, Scope scope);
[[nodiscard]] Document document_of(const ScheduleShowReply& reply, Scope scope);
[[nodiscard]] Document document_of(const CheckReply& reply, Scope scope);
[[nodiscard]] Document document_of(const DiffReply& reply, Scope scope);
[[nodiscard]] Document document_of(const Reply& reply, Scope scope);

} // namespace ptf_fees::document
