#pragma once
// Two made-up foundations, to show that nothing knows the real ones: euros, revenue bands, a required membership at its
// own price, a bundled one, quantities, a fee that is not published, and texts that would like to drive a terminal.

#include "ptf_fees/ptf_fees.h"

#include <array>

namespace made_up {

using namespace ptf_fees;
using namespace std::chrono_literals;

inline constexpr std::array open_to_all_but_individuals{Answer::yes, Answer::yes, Answer::yes, Answer::yes, Answer::no};
inline constexpr std::array open_to_nonprofits{Answer::no, Answer::yes, Answer::yes, Answer::unstated, Answer::no};
inline constexpr std::array<std::string_view, 2> steps{"Write to the harbour master.", "Sign, and wait for the tide."};

// The guild: scales by headcount that begin at ten.
inline constexpr std::array guild_sources{Source{.id = "rules",
                                                 .title = "Rules of the guild",
                                                 .url = "https://guild.example/rules",
                                                 .archive = {},
                                                 .locator = "page 4"}};
inline constexpr std::array guild_bands{Band{10, Money::from_units(400), "10 to 99: 400 euros"},
                                        Band{100, Money::from_cents(123'450), "100 and more: 1,234.50 euros"}};
inline constexpr std::array guild_tiers{
    Tier{.id = "patron",
         .name = "Patron",
         .fee = FlatFee{Money::from_units(9'000), &guild_sources[0], "9,000 euros"},
         .open_to = open_to_all_but_individuals,
         .join = {.url = "https://guild.example/join", .steps = steps, .by = {}}},
    Tier{.id = "mate",
         .name = "Mate",
         .fee = BandedFee{Basis::employees, guild_bands, &guild_sources[0]},
         .open_to = open_to_all_but_individuals,
         .join = {.url = "https://guild.example/join", .steps = steps, .by = {}}},
};
inline constexpr Schedule guild{.id = "guild-2019",
                                .foundation = "guild",
                                .name = "The Pilots' Guild Association",
                                .title = "Patrons and mates",
                                .effective = 2019y / 1 / 1,
                                .verified = 2024y / 5 / 6,
                                .currency = "EUR",
                                .period = "year",
                                .employees = {},
                                .sources = guild_sources,
                                .tiers = guild_tiers};

// The harbour: by revenue, with the guild above it.
inline constexpr std::array harbour_sources{
    Source{.id = "leaflet",
           .title = "Leaflet, \"second\" printing | draft",
           .url = "https://harbour.example/a-very-long-address-that-no-terminal-can-break/leaflet.html?page=1",
           .archive = "https://archive.example/harbour/leaflet-2020",
           .locator = "back cover",
           .dated = 2020y / 2 / 29,
           .retrieved = 2024y / 5 / 6}};
inline constexpr std::array harbour_bands{Band{0, Money::from_units(5'000), "below 1 million: 5,000"},
                                          Band{1'000'000, Money::from_units(20'000), "from 1 million: 20,000"},
                                          Band{50'000'000, Money::from_units(80'000), "from 50 million: 80,000"}};
inline constexpr std::array needs_mate{Requirement{.membership = {"guild", "mate"}}};
inline constexpr std::array needs_patron_at_own_price{
    Requirement{.membership = {"guild", "patron"},
                .price = FlatFee{Money::from_units(1'000), &harbour_sources[0], "guild fee 1,000"}}};
inline constexpr std::array bundled_patron{MembershipRef{"guild", "patron"}};
inline constexpr std::array harbour_tiers{
    Tier{.id = "anchor",
         .name = "Anchor",
         .fee = BandedFee{Basis::revenue, harbour_bands, &harbour_sources[0]},
         .open_to = open_to_all_but_individuals,
         .join = {.route = Route::approval,
                  .url = "https://harbour.example/join",
                  .steps = steps,
                  .by = "Harbour Master",
                  .within_days = 1},
         .requires_memberships = needs_patron_at_own_price,
         .includes = 1,
         .commitment_years = 3,
         .members_max = 8},
    Tier{.id = "deck",
         .name = "Deck",
         .fee = FlatFee{Money::from_units(12'500), &harbour_sources[0], "12,500"},
         .open_to = open_to_all_but_individuals,
         .join = {.url = "https://harbour.example/join", .steps = steps, .by = {}},
         .bundles = bundled_patron},
    Tier{.id = "crew",
         .name = "Crew",
         .fee = FlatFee{Money::from_units(700), &harbour_sources[0], "700"},
         .open_to = open_to_all_but_individuals,
         .join = {.url = "https://harbour.example/join", .steps = steps, .by = {}},
         .requires_memberships = needs_mate},
    Tier{.id = "secret",
         .name = "Secret",
         .fee = UnpublishedFee{"the leaflet is torn there", &harbour_sources[0]},
         .open_to = open_to_all_but_individuals,
         .join = {.url = "https://harbour.example/join", .steps = steps, .by = {}}},
    Tier{.id = "guest",
         .name = "Guest",
         .fee = FlatFee{Money{}, &harbour_sources[0], "free"},
         .open_to = open_to_nonprofits,
         .join = {.url = "https://harbour.example/join", .steps = steps, .by = {}}},
};
inline constexpr std::array seat_grants{Grant{Answer::yes, {}}, Grant{}, Grant{}, Grant{Answer::unstated, {}}, Grant{}};
inline constexpr std::array berth_grants{Grant{Answer::yes, "12 berths"}, Grant{Answer::yes, "2 berths"}, Grant{},
                                         Grant{}, Grant{}};
inline constexpr std::array flag_grants{Grant{}, Grant{Answer::yes, {}}, Grant{Answer::yes, {}}, Grant{},
                                        Grant{Answer::yes, {}}};
inline constexpr std::array harbour_benefits{
    Benefit{"seat", "governance", "A seat at the captain's table", &harbour_sources[0], seat_grants},
    Benefit{"berths", "infrastructure", "Berths | with water, and light", &harbour_sources[0], berth_grants},
    Benefit{"flag", "visibility", "The flag of the \x1b[31mharbour", &harbour_sources[0], flag_grants}};
inline constexpr std::array<std::string_view, 2> harbour_notes{
    "Fees rise with the tide; a note, with a comma.",
    "A note that would like to ring: \a, and *to shout* | in a table."};

inline constexpr Schedule harbour{.id = "harbour-2020",
                                  .foundation = "harbour",
                                  .name = "Ålesund Harbour Foundation",
                                  .title = "Anchor, deck and crew",
                                  .effective = 2020y / 3 / 1,
                                  .verified = 2024y / 5 / 6,
                                  .currency = "EUR",
                                  .period = "year",
                                  .employees = "by everyone's head",
                                  .notes = harbour_notes,
                                  .sources = harbour_sources,
                                  .tiers = harbour_tiers,
                                  .benefits = harbour_benefits};

/// The next edition: nothing but dearer decks.
inline constexpr std::array later_tiers{harbour_tiers[0],
                                        Tier{.id = "deck",
                                             .name = "Deck",
                                             .fee = FlatFee{Money::from_units(13'000), &harbour_sources[0], "13,000"},
                                             .open_to = open_to_all_but_individuals,
                                             .join = {.url = "https://harbour.example/join", .steps = steps, .by = {}},
                                             .bundles = bundled_patron},
                                        harbour_tiers[2], harbour_tiers[3], harbour_tiers[4]};
inline constexpr Schedule later_harbour{.id = "harbour-2022",
                                        .foundation = "harbour",
                                        .name = "Ålesund Harbour Foundation",
                                        .title = "Anchor, deck and crew",
                                        .effective = 2022y / 3 / 1,
                                        .effective_exact = false,
                                        .verified = 2024y / 5 / 6,
                                        .currency = "EUR",
                                        .period = "year",
                                        .employees = "by everyone's head",
                                        .notes = harbour_notes,
                                        .sources = harbour_sources,
                                        .tiers = later_tiers,
                                        .benefits = harbour_benefits};

/// A tier whose price depends on revenue, and through the guild on headcount too.
inline constexpr std::array lagoon_tiers{Tier{.id = "raft",
                                              .name = "Raft",
                                              .fee = BandedFee{Basis::revenue, harbour_bands, &harbour_sources[0]},
                                              .open_to = open_to_all_but_individuals,
                                              .join = {.url = "https://lagoon.example/join", .steps = steps, .by = {}},
                                              .requires_memberships = needs_mate}};
inline constexpr Schedule lagoon{.id = "lagoon-2021",
                                 .foundation = "lagoon",
                                 .name = "Lagoon",
                                 .title = "Rafts",
                                 .effective = 2021y / 1 / 1,
                                 .verified = 2024y / 5 / 6,
                                 .currency = "EUR",
                                 .period = "year",
                                 .employees = {},
                                 .sources = harbour_sources,
                                 .tiers = lagoon_tiers};

inline Catalogue catalogue() {
    return Catalogue{{&guild, &harbour, &later_harbour, &lagoon}};
}

} // namespace made_up
