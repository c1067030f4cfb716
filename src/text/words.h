#pragma once
// Phrases about schedules that more than one part of the program prints.

#include "ptf_fees/schedule.h"

#include <span>
#include <string>
#include <string_view>

namespace ptf_fees::text {

/// "5,000 or more", "1,000 to 2,999", "1" for a band of one figure. In words, so that no spreadsheet reads a date into
/// it.
[[nodiscard]] std::string band_words(const BandRange& range);

/// The same with its unit: "5,000 or more employees", "€1,000,000 to €4,999,999 revenue".
[[nodiscard]] std::string band_words(const BandRange& range, std::string_view currency);

/// What a schedule with that description under `employees` counts: "employees", or the plural with which the
/// description begins ("journals that the publisher has": "journals").
[[nodiscard]] std::string_view counted_noun(std::string_view description) noexcept;

/// `sentence` with that noun in place of "employees": "600 or more journals".
/// What is between “ and ” is quoted, and --employees is an option:
/// both stay.
[[nodiscard]] std::string counted_as(std::string_view sentence, std::string_view description);

/// "2024-10-08".
[[nodiscard]] std::string iso(Date day);

/// Reads exactly "YYYY-MM-DD" of an existing day. nullopt on anything else.
[[nodiscard]] std::optional<Date> parse_iso(std::string_view text);

/// "a, b and c" (or another last word: "a, b or c").
[[nodiscard]] std::string listed(std::span<const std::string> items, std::string_view last_word = "and");

/// "'jsn' is not known, did you mean 'json'? Write text or json" or "'x' is not known: write text or json": the refusal
/// of a word of a closed list.
[[nodiscard]] std::string not_known(std::string_view typed, std::span<const std::string_view> allowed);

/// "1 tier", "3 tiers", "12,000 rows".
[[nodiscard]] std::string counted(std::int64_t count, std::string_view singular, std::string_view plural);

/// A foundation's name inside a sentence: "the PyTorch Foundation", "the Linux Foundation" (for "The Linux
/// Foundation"), "Acme".
[[nodiscard]] std::string in_sentence(std::string_view name);

/// A foundation's name at the start of a label: "Linux Foundation" for "The Linux Foundation".
[[nodiscard]] std::string_view without_article(std::string_view name) noexcept;

/// Organisations of that type: "companies", "government bodies".
[[nodiscard]] std::string_view plural_of(OrgType type) noexcept;

/// "lf/silver".
[[nodiscard]] std::string membership_id(std::string_view foundation, std::string_view tier);

} // namespace ptf_fees::text
