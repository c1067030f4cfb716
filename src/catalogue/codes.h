#pragma once
// The codes of all findings: stable names, each with its severity and what it means. The one list of them.

#include "ptf_fees/load.h"

#include <array>
#include <string_view>

namespace ptf_fees::catalogue {

enum class Code : std::uint8_t {
    file_too_large,
    not_utf8,
    unsafe_toml,
    not_toml,
    unknown_key,
    missing_key,
    wrong_type,
    float_amount,
    bad_value,
    too_many,
    duplicate_id,
    unknown_source,
    unknown_tier,
    unknown_benefit,
    benefit_says_no,
    includes_circle,
    requires_and_bundles,
    negative_amount,
    amount_too_large,
    empty_bands,
    band_order,
    published_amount_differs,
    published_bounds_differ,
    published_too_long,
    two_editions_one_day,
    two_defaults,
    until_not_last,
    days_out_of_order,
    requirement_unresolved,
    requirement_circle,
    currency_differs,
    published_not_plain,
    published_period,
    published_currency,
    published_per_unit,
    fee_falls,
    lacks_lower_benefit,
    quantity_below_lower,
    tier_below_lower,
    unused_source,
    headcounts_not_covered,
    example_differs,
    file_name_differs,
    more_findings,
};

struct CodeEntry {
    Code code;
    std::string_view name;
    Severity severity;
    std::string_view meaning;
};

inline constexpr auto codes = std::to_array(
    {CodeEntry{Code::file_too_large, "file-too-large", Severity::error, "the file has more than 1 MiB"},
     CodeEntry{Code::not_utf8, "not-utf8", Severity::error, "the file is not UTF-8 text, or holds a NUL byte"},
     CodeEntry{Code::unsafe_toml, "unsafe-toml", Severity::error,
               "a form that the parser is not trusted with: characters outside ASCII outside quotes, very long dotted "
               "keys, very deep nesting"},
     CodeEntry{Code::not_toml, "not-toml", Severity::error, "not TOML, or a key written twice"},
     CodeEntry{Code::unknown_key, "unknown-key", Severity::error, "a key that the format does not have there"},
     CodeEntry{Code::missing_key, "missing-key", Severity::error, "a key that the format asks for is not there"},
     CodeEntry{Code::wrong_type, "wrong-type", Severity::error, "a value of another type than the format asks for"},
     CodeEntry{Code::float_amount, "float-amount", Severity::error, "an amount as a float, which cannot hold cents"},
     CodeEntry{Code::bad_value, "bad-value", Severity::error,
               "a value of the right type that is not one of those allowed"},
     CodeEntry{Code::too_many, "too-many", Severity::error,
               "more tiers, benefits, bands or sources than an edition may have"},
     CodeEntry{Code::duplicate_id, "duplicate-id", Severity::error, "an id or name that something else already has"},
     CodeEntry{Code::unknown_source, "unknown-source", Severity::error, "a source that is named but not defined"},
     CodeEntry{Code::unknown_tier, "unknown-tier", Severity::error, "a tier that is named but not defined"},
     CodeEntry{Code::unknown_benefit, "unknown-benefit", Severity::error, "a benefit that is named but not defined"},
     CodeEntry{Code::benefit_says_no, "benefit-says-no", Severity::error,
               "a value of a benefit that means no, and would be taken for a quantity"},
     CodeEntry{Code::includes_circle, "includes-circle", Severity::error, "tiers that include each other in a circle"},
     CodeEntry{Code::requires_and_bundles, "requires-and-bundles", Severity::error,
               "a tier with both requires and bundles"},
     CodeEntry{Code::negative_amount, "negative-amount", Severity::error, "an amount below 0"},
     CodeEntry{Code::amount_too_large, "amount-too-large", Severity::error, "an amount beyond 10^13"},
     CodeEntry{Code::empty_bands, "empty-bands", Severity::error, "a scale without bands"},
     CodeEntry{Code::band_order, "band-order", Severity::error, "bands whose lower bounds do not rise"},
     CodeEntry{Code::published_amount_differs, "published-amount-differs", Severity::error,
               "the amount is not among the numbers of the published text"},
     CodeEntry{Code::published_bounds_differ, "published-bounds-differ", Severity::error,
               "the published text has a number that is not a bound of the band"},
     CodeEntry{Code::published_too_long, "published-too-long", Severity::error,
               "a published text of more than 1,000 characters"},
     CodeEntry{Code::two_editions_one_day, "two-editions-one-day", Severity::error,
               "two editions of one foundation take effect on the same day"},
     CodeEntry{Code::two_defaults, "two-defaults", Severity::error, "two editions of one foundation are its default"},
     CodeEntry{Code::until_not_last, "until-not-last", Severity::error,
               "an edition with until beside a later edition of its foundation"},
     CodeEntry{Code::days_out_of_order, "days-out-of-order", Severity::error,
               "days of a list of members that do not rise"},
     CodeEntry{Code::requirement_unresolved, "requirement-unresolved", Severity::error,
               "a required or bundled membership that the catalogue does not have on that day"},
     CodeEntry{Code::requirement_circle, "requirement-circle", Severity::error,
               "memberships that require each other in a circle"},
     CodeEntry{Code::currency_differs, "currency-differs", Severity::error,
               "a required fee in another currency or for another period, which cannot be added"},
     CodeEntry{Code::published_not_plain, "published-not-plain", Severity::warning,
               "a published text without a number, so that its amount is not proved"},
     CodeEntry{Code::published_period, "published-period", Severity::warning,
               "a published text that names another period than the schedule's"},
     CodeEntry{Code::published_currency, "published-currency", Severity::warning,
               "a published text that names another currency than the schedule's"},
     CodeEntry{Code::published_per_unit, "published-per-unit", Severity::warning,
               "a published text with a percent sign, or with a price per unit"},
     CodeEntry{Code::fee_falls, "fee-falls", Severity::warning, "a fee that falls as the figure grows"},
     CodeEntry{Code::lacks_lower_benefit, "lacks-lower-benefit", Severity::warning,
               "a tier that lacks a benefit of a lower tier"},
     CodeEntry{Code::quantity_below_lower, "quantity-below-lower", Severity::warning,
               "a quantity of a benefit that is smaller than a lower tier's"},
     CodeEntry{Code::tier_below_lower, "tier-below-lower", Severity::warning,
               "a tier that costs less than a lower one that is open to the same type of organisation"},
     CodeEntry{Code::unused_source, "unused-source", Severity::warning, "a source that nothing names"},
     CodeEntry{Code::headcounts_not_covered, "headcounts-not-covered", Severity::warning,
               "headcounts or revenues for which some fee of a tier has no band"},
     CodeEntry{Code::example_differs, "example-differs", Severity::warning,
               "an example whose total is not the one that the schedule gives"},
     CodeEntry{Code::file_name_differs, "file-name-differs", Severity::warning,
               "a file that is not named as the id of its edition"},
     CodeEntry{Code::more_findings, "more-findings", Severity::warning, "a file with more findings than are listed"}});

[[nodiscard]] constexpr const CodeEntry& entry_of(Code code) {
    return codes[static_cast<std::size_t>(code)];
}

// The list is in the order of the enum, so that entry_of finds by index.
static_assert([] {
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (static_cast<std::size_t>(codes[i].code) != i)
            return false;
    return codes.size() == static_cast<std::size_t>(Code::more_findings) + 1;
}());

} // namespace ptf_fees::catalogue
