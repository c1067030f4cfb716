#pragma once
// The organisation that asks: what it is, how large it is, and the memberships that it already holds.

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ptf_fees {

enum class OrgType : std::uint8_t { company, nonprofit, academic, government, individual };

inline constexpr auto all_org_types =
    std::to_array({OrgType::company, OrgType::nonprofit, OrgType::academic, OrgType::government, OrgType::individual});

/// What decides an organisation's bands: its headcount or its revenue.
enum class Basis : std::uint8_t { employees, revenue };

/// A headcount or a revenue: exact, or known only as a range, both ends inclusive.
struct Figure {
    std::int64_t from = 0;
    std::optional<std::int64_t> to{}; ///< `from` where the figure is exact; nullopt: no upper end

    constexpr Figure(std::int64_t exact) noexcept : from{exact}, to{exact} {} // implicit: most figures are exact
    constexpr Figure(std::int64_t lowest, std::optional<std::int64_t> highest) noexcept : from{lowest}, to{highest} {}

    [[nodiscard]] constexpr bool is_exact() const noexcept { return to == from; }

    friend bool operator==(const Figure&, const Figure&) = default;
};

/// An organisation as the engine sees it. An absent figure is unknown, which is never 0.
struct Organization {
    OrgType type = OrgType::company;
    std::optional<Figure> employees{}; ///< consolidated headcount, 1 or more
    std::optional<Figure> revenue{};   ///< annual revenue in whole units of the schedule's currency, 0 or more

    friend bool operator==(const Organization&, const Organization&) = default;
};

/// The figure of `organization` that `basis` names, or nullopt where it is unknown.
[[nodiscard]] constexpr std::optional<Figure> figure(const Organization& organization, Basis basis) noexcept {
    return basis == Basis::employees ? organization.employees : organization.revenue;
}

/// The foundations whose memberships an organisation already holds, by foundation id ("lf"), sorted, each once.
using Memberships = std::vector<std::string>;

/// The id of the Linux Foundation, which the option --lf-member means.
inline constexpr std::string_view linux_foundation_id = "lf";

/// Whether `held` names the foundation `id`.
[[nodiscard]] bool holds(const Memberships& held, std::string_view id) noexcept;

/// `held` with the foundation `id` added (or taken away), still sorted, each once.
[[nodiscard]] Memberships with_membership(Memberships held, std::string_view id, bool member);

/// "company", "nonprofit", "academic", "government", "individual". Static storage.
[[nodiscard]] std::string_view name_of(OrgType type) noexcept;

/// "employees" or "revenue". Static storage.
[[nodiscard]] std::string_view name_of(Basis basis) noexcept;

/// Reads a headcount as people must write it: ASCII digits only, 1 to 2^63-1; leading zeros are digits. Or a range of
/// two such numbers, the lower first, with a hyphen or an en dash between them and blanks around it if any
/// ("501-1000"), or of one and no upper end ("10001+").
/// On failure: one sentence that says what is wrong and how to write it, for example
/// "employees '1,200' has thousands separators: write 1200". Never throws but on lack of memory.
[[nodiscard]] std::expected<Figure, std::string> parse_employees(std::string_view text);

/// Reads annual revenue in whole currency units: as parse_employees, but from 0.
[[nodiscard]] std::expected<Figure, std::string> parse_revenue(std::string_view text);

/// Reads an organisation type, in any case. On failure: one sentence with the nearest valid word and all five.
[[nodiscard]] std::expected<OrgType, std::string> parse_org_type(std::string_view text);

/// Reads yes/no, true/false or 1/0, in any case. On failure: one sentence that names `what` (an option or a column).
[[nodiscard]] std::expected<bool, std::string> parse_yes_no(std::string_view text, std::string_view what);

} // namespace ptf_fees
