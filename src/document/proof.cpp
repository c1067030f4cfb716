// Floor 2: what was proved of a valid schedule, in words. A claim is made here only if its checks passed.
#include "document/proof.h"

#include "model/overloaded.h"
#include "text/decimal.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::document {
namespace {

/// What the proof counts over all tiers of an edition.
struct Extent {
    std::int64_t charges = 0;
    std::int64_t unpublished = 0;
    std::optional<BandRange> employees{}; ///< for which every scale has a price
    std::optional<BandRange> revenue{};
};

BandRange both(const BandRange& a, const BandRange& b) {
    const auto to = a.to && b.to ? std::min(*a.to, *b.to) : a.to.value_or(b.to.value_or(-1));
    return {.by = a.by, .from = std::max(a.from, b.from), .to = a.to || b.to ? std::optional{to} : std::nullopt};
}

std::string covered_words(std::string_view figure, const BandRange& range) {
    return ", every " + std::string{figure} + " from " + text::grouped(range.from) +
           (range.to ? " to " + text::grouped(*range.to) : " up");
}

void add_charge(Extent& extent, const Charge& charge) {
    ++extent.charges;
    std::visit(Overloaded{[](const FlatFee&) {},
                          [&](const BandedFee& scale) {
                              auto& covered = scale.by == Basis::employees ? extent.employees : extent.revenue;
                              const BandRange own{.by = scale.by, .from = scale.bands.front().from, .to = scale.to};
                              covered = covered ? both(*covered, own) : own;
                          },
                          [&](const UnpublishedFee&) { ++extent.unpublished; }},
               charge.fee);
}

Extent extent_of(const Catalogue& catalogue, const Schedule& schedule) {
    Extent extent;
    for (const Tier& tier : schedule.tiers) {
        const auto resolved = resolve(catalogue, schedule, tier, {});
        if (!resolved)
            continue;
        for (const Charge& charge : resolved->charges)
            add_charge(extent, charge);
    }
    return extent;
}

std::string validity_words(std::int64_t warnings) {
    return warnings == 0 ? ": valid. " : ": valid, with " + text::counted(warnings, "warning", "warnings") + ". ";
}

std::string proof_of(std::string_view file, const Schedule& schedule, const Extent& extent, std::int64_t warnings) {
    std::string proof{file};
    proof += validity_words(warnings) + text::counted(std::ssize(schedule.tiers), "tier", "tiers") + ", " +
             text::counted(extent.charges, "fee", "fees");
    const std::string_view price = extent.unpublished == 0 ? " has exactly one price" : " has at most one price";
    if (extent.employees)
        proof += covered_words("headcount", *extent.employees) + std::string{price};
    if (extent.revenue)
        proof += covered_words("revenue", *extent.revenue) + std::string{price};
    if (extent.unpublished != 0)
        proof += ", " + text::counted(extent.unpublished, "fee is", "fees are") + " not published";
    return proof + (warnings == 0 ? "; every amount agrees with its published text." : ".");
}

std::string proof_of(std::string_view file, const MemberList& list, std::int64_t warnings) {
    std::int64_t days = 0;
    for (const Member& member : list.members)
        days += std::ssize(member.held);
    return std::string{file} + validity_words(warnings) + text::counted(std::ssize(list.members), "member", "members") +
           ", " + text::counted(days, "first day of a tier", "first days of tiers") +
           ": every tier is one of the edition in force on that day, and the days of each member rise.";
}

std::int64_t count_of(std::span<const Finding> findings, std::string_view file, Severity severity) {
    return std::ranges::count_if(
        findings, [&](const Finding& finding) { return finding.file == file && finding.severity == severity; });
}

} // namespace

FindingCounts count(std::span<const Finding> findings) {
    const auto errors = std::ranges::count(findings, Severity::error, &Finding::severity);
    return {.errors = errors, .warnings = std::ssize(findings) - errors};
}

std::string counts_words(const FindingCounts& counts) {
    return text::counted(counts.errors, "error", "errors") + ", " +
           text::counted(counts.warnings, "warning", "warnings");
}

std::vector<std::string> proofs(const CheckReply& reply) {
    std::vector<std::string> sentences;
    auto edition = reply.editions.begin();
    for (const std::string& file : reply.files) {
        if (const auto list = std::ranges::find(reply.lists, file, &CheckedList::file); list != reply.lists.end()) {
            sentences.push_back(proof_of(file, *list->list, count_of(reply.findings, file, Severity::warning)));
            continue;
        }
        if (edition == reply.editions.end() || count_of(reply.findings, file, Severity::error) != 0)
            continue;
        const Schedule& schedule = **edition++;
        const Extent extent = reply.catalogue ? extent_of(*reply.catalogue, schedule) : Extent{};
        if (extent.charges != 0)
            sentences.push_back(proof_of(file, schedule, extent, count_of(reply.findings, file, Severity::warning)));
    }
    return sentences;
}

} // namespace ptf_fees::document
