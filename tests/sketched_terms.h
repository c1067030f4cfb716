#pragma once
// Terms sketched on the spot, for the corners of the engine: each test says only what matters to it.

#include "catch.h"

#include "ptf_fees/ptf_fees.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sketched {

using namespace ptf_fees;
using namespace std::chrono_literals;

inline const Source leaflet{
    .id = "leaflet", .title = "Leaflet", .url = "https://x.example", .archive = {}, .locator = {}};
inline constexpr std::array all_but_individuals{Answer::yes, Answer::yes, Answer::yes, Answer::yes, Answer::no};

inline constexpr Date january{2020y / 1 / 1};

inline Fee flat(std::int64_t units) {
    return FlatFee{Money::from_units(units), &leaflet, "as printed"};
}

inline Tier tier(std::string_view id, Fee fee) {
    return {.id = id,
            .name = id,
            .fee = fee,
            .open_to = all_but_individuals,
            .join = {.url = "https://x.example/join", .by = {}}};
}

inline Schedule edition(std::string_view id, std::string_view foundation, std::span<const Tier> tiers,
                        Date effective = january) {
    return {.id = id,
            .foundation = foundation,
            .name = foundation,
            .title = "Terms",
            .effective = effective,
            .verified = effective,
            .currency = "EUR",
            .period = "year",
            .employees = {},
            .tiers = tiers};
}

inline Organization company(std::optional<std::int64_t> employees, std::optional<std::int64_t> revenue = std::nullopt) {
    return {.type = OrgType::company, .employees = employees, .revenue = revenue};
}

inline const std::array heads{Band{1, Money::from_units(10), "1 to 9"}, Band{10, Money::from_units(10), "10 to 99"},
                              Band{100, Money{}, "100 to 999: free"},
                              Band{1'000, Money::from_units(70), "1,000 and more"}};
inline const std::array sales{Band{5, Money::from_units(1), "from 5"}, Band{500, Money::from_units(3), "from 500"}};
inline const BandedFee by_heads{Basis::employees, heads, &leaflet};
inline const BandedFee by_sales{Basis::revenue, sales, &leaflet};

inline TierQuote quoted(const Catalogue& catalogue, const Schedule& schedule, const Tier& asked,
                        const Inquiry& inquiry) {
    auto answer = quote(catalogue, schedule, asked, inquiry);
    REQUIRE(answer.has_value());
    return std::move(*answer);
}

inline std::vector<std::string> memberships(const TierQuote& answer) {
    std::vector<std::string> out;
    for (const QuoteLine& line : answer.lines)
        out.push_back(std::string{line.charge.schedule->foundation} + "/" + std::string{line.charge.tier->id} + " " +
                      std::string{name_of(line.line.kind)});
    return out;
}

using Lines = std::vector<std::string>;

} // namespace sketched
