// Any text is loaded or refused with findings that point into it; whatever is accepted can be quoted.
#include "fuzz/targets.h"

#include "ptf_fees/ptf_fees.h"

#include <algorithm>
#include <string>

using namespace ptf_fees;

namespace {

void check_quotes(const Catalogue& catalogue, const Schedule& schedule, const Tier& tier) {
    for (const std::optional<std::int64_t> figure : {std::optional<std::int64_t>{}, {1}, {4'999}, {1'000'000'000'000}})
        for (const Memberships& held : {Memberships{}, Memberships{"lf"}}) {
            const Inquiry inquiry{.organization = {.employees = figure, .revenue = figure}, .member_of = held};
            const auto answer = quote(catalogue, schedule, tier, inquiry);
            fuzz::must(answer.has_value(), "an accepted schedule resolves");
            fuzz::must(answer->reason.empty() == answer->price.total.has_value(), "a total or a reason");
            if (!answer->price.total)
                continue;
            Money sum;
            for (const QuoteLine& line : answer->lines)
                sum = sum + line.line.amount.value();
            fuzz::must(sum == *answer->price.total, "the lines add up");
        }
}

} // namespace

void fuzz::schedule(std::string_view input) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(input, '\n')) + 1;
    const Loaded loaded = load_schedules({{.file = "x.toml", .text = std::string{input}}}, embedded_catalogue());
    const bool refused = std::ranges::any_of(
        loaded.findings, [](const Finding& finding) { return finding.severity == Severity::error; });
    must(refused != loaded.catalogue.has_value(), "errors, or a catalogue");
    for (const Finding& finding : loaded.findings) {
        must(finding.line <= lines, "a finding stands in the text");
        must(!finding.code.empty() && !finding.message.empty(), "a finding says what it is");
    }
    if (refused)
        return;
    must(loaded.editions.size() == 1, "one text, one edition");
    const Schedule& edition = *loaded.editions.front();
    for (const Tier& tier : edition.tiers)
        check_quotes(*loaded.catalogue, edition, tier);
    must(differences(edition, edition).empty(), "an edition does not differ from itself");
}
