#include <ptf_fees/ptf_fees.h>

#include <iostream>

int main() {
    const auto& catalogue = ptf_fees::embedded_catalogue();
    const auto& schedule = *catalogue.default_edition("ptf");
    const auto& general = *ptf_fees::find_tier(schedule, "general");
    const auto answer = ptf_fees::quote(catalogue, schedule, general, {.organization = {.employees = 5000}});
    std::cout << schedule.id << ": " << answer->price.total->cents() / 100 << " " << schedule.currency << "\n";
}
