#pragma once
// The head of a schedule in which nothing is wrong, for tests that add tiers and change one place at a time.

#include <string>
#include <string_view>

/// Up to the tiers: an edition of Acme, and its one source, "page".
inline std::string sound_head(std::string_view currency) {
    return R"(format = 1
id = "acme-2024-01"
foundation = "acme"
name = "Acme"
title = "Gold and Silver"
effective = 2024-01-15
verified = 2024-02-01
currency = ")" +
           std::string{currency} + R"("
period = "year"

[[source]]
id = "page"
title = "Join"
url = "https://acme.example/join"

)";
}

/// A tier up to where it says what it costs and how one joins.
inline constexpr std::string_view sound_gold = R"([[tier]]
id = "gold"
name = "Gold"
open_to = { company = "yes", nonprofit = "yes", academic = "yes", government = "yes", individual = "no" }
)";
