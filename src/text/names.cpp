// Ground floor: names compared as people type them; the nearest name by edit distance with swaps (optimal string
// alignment).
#include "text/names.h"

#include "text/blanks.h"
#include "text/utf8.h"
#include "text/width.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>

namespace ptf_fees::text {
namespace {

constexpr std::size_t longest_name_compared = 64;
constexpr std::size_t longest_quotation = 60;

char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`; where they are more than `most`,
/// some number above it. Precondition: `b` is at most longest_name_compared long.
std::size_t edits(std::string_view a, std::string_view b, std::size_t most) noexcept {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most)
        return most + 1;
    // Row i, of which the last three are kept, says it for the first i characters of `a` and all beginnings of `b`.
    std::array<std::array<std::size_t, longest_name_compared + 1>, 3> rows;
    std::iota(rows[0].begin(), rows[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& now = rows[i % 3];
        const auto& last = rows[(i + 2) % 3];
        const auto& before = rows[(i + 1) % 3];
        now[0] = i;
        std::size_t fewest = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
            fewest = std::min(fewest, now[j]);
        }
        if (fewest > most + 1) // a swap still to come, from the row before, could save one
            return fewest - 1;
    }
    return rows[a.size() % 3][b.size()];
}

/// `text` with a name for each character beyond ASCII that does not show.
std::string with_hidden_named(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const Utf8Char next = first_char(text);
        const std::size_t size = std::max<std::size_t>(1, next.size);
        if (next.size > 1 && blank_size(text) != 0)
            out += "<" + code_point(next.code) + ">";
        else
            out += text.substr(0, size);
        text.remove_prefix(size);
    }
    return out;
}

} // namespace

bool same_ignoring_case(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, {}, [](char c) { return lower(c); }, [](char c) { return lower(c); });
}

std::string lower(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
    return out;
}

std::optional<std::string_view> nearest(std::string_view typed, std::span<const std::string_view> candidates) {
    if (typed.empty() || typed.size() > longest_name_compared)
        return std::nullopt;
    const std::string wanted = lower(typed);
    std::optional<std::string_view> best;
    std::size_t fewest = longest_name_compared;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > longest_name_compared)
            continue;
        const std::string name = lower(candidate);
        const bool begins =
            wanted.size() >= 2 && !name.empty() && (name.starts_with(wanted) || wanted.starts_with(name));
        const std::size_t most = begins ? longest_name_compared : std::max(wanted.size(), name.size()) / 3;
        const std::size_t distance = edits(wanted, name, std::min(most, fewest - 1));
        if (distance < fewest && distance <= most) {
            fewest = distance;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> candidates) {
    const auto name = nearest(typed, candidates);
    return name ? ", did you mean " + quoted(*name) + "?" : "";
}

std::string quoted(std::string_view text) {
    std::string shown = printable(with_hidden_named(text.substr(0, 4 * longest_quotation)));
    if (display_width(shown) > longest_quotation || text.size() > 4 * longest_quotation) {
        std::size_t end = std::min(shown.size(), longest_quotation);
        while (end > 0 && continues_character(shown[end]))
            --end;
        shown.resize(end);
        shown += "...";
    }
    return "'" + shown + "'";
}

} // namespace ptf_fees::text
