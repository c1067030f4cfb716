// Floor 2, catalogue: totals that a source itself prints, recomputed by the engine.

#include "catalogue/check.h"

#include "ptf_fees/price.h"
#include "text/decimal.h"

namespace ptf_fees::catalogue {

namespace {

std::string total_words(const Price& price, std::string_view currency) {
    return price.total ? text::for_people(*price.total, currency)
                       : "no total (" + std::string{name_of(price.status)} + ")";
}

} // namespace

void check_examples(const Schedule& schedule, Reading& reading, const Catalogue& catalogue) {
    for (const Example& example : schedule.examples) {
        const Memberships held = example.lf_member ? Memberships{std::string{linux_foundation_id}} : Memberships{};
        const auto tier = resolve(catalogue, schedule, schedule.tiers[example.tier], held);
        if (!tier)
            continue; // reported with the requirements
        const Price computed = price(*tier, example.organization);
        if (computed.total == example.total)
            continue;
        reading.add(Code::example_differs, &example.total,
                    "the source prints " + text::for_people(example.total, schedule.currency) +
                        " and this schedule gives " + total_words(computed, schedule.currency),
                    "compare fees, requirements and the example with the source");
    }
}

} // namespace ptf_fees::catalogue
