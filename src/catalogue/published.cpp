// Floor 2, catalogue: finds bounds and amounts among the tokens of a published text. A pattern counts only where the
// words around it, up to the next mark of punctuation, speak of the same thing or where there are none.

#include "catalogue/published.h"

#include "catalogue/published_tokens.h"

#include <algorithm>
#include <array>

namespace ptf_fees::catalogue {

namespace {

using Kind = Token::Kind;

constexpr std::array<std::string_view, 12> headcount_words{"employee", "employees", "staff",     "people",
                                                           "persons",  "person",    "headcount", "heads",
                                                           "workers",  "fte",       "ftes",      "workforce"};
constexpr std::array<std::string_view, 6> revenue_words{"revenue", "revenues", "turnover", "sales", "income", "budget"};
constexpr std::array<std::string_view, 8> delimiters{":", ";", "(", ")", "|", "=", ",", "["};

template <class Words>
bool is_one_of(std::string_view text, const Words& words) {
    return std::ranges::find(words, text) != words.end();
}

/// Bounds found at some tokens: the tokens [first, end) are theirs.
struct Match {
    PlainBounds bounds{};
    std::size_t first = 0;
    std::size_t end = 0;
    bool like_a_year = false; ///< all its figures might be years
};

class Finder {
public:
    Finder(std::vector<Token> tokens, Basis by) : tokens_{std::move(tokens)}, by_{by} {}

    Published read() {
        Published published;
        std::vector<bool> taken(tokens_.size());
        std::vector<PlainBounds> found;
        for (std::size_t at = 0; at < tokens_.size();) {
            const auto match = match_at(at);
            if (!match || !speaks_of_size(*match)) {
                ++at;
                continue;
            }
            found.push_back(match->bounds);
            std::fill(taken.begin() + static_cast<std::ptrdiff_t>(match->first),
                      taken.begin() + static_cast<std::ptrdiff_t>(match->end), true);
            at = match->end;
        }
        if (!found.empty() && std::ranges::count(found, found.front()) == std::ssize(found))
            published.bounds = found.front();
        published.amounts = amounts(taken);
        published.says_free = says_free();
        return published;
    }

private:
    /// Beyond either end there is nothing: 0 - 1 is past the last.
    [[nodiscard]] bool is(std::size_t at, std::string_view text) const {
        return at < tokens_.size() && tokens_[at].text == text;
    }

    [[nodiscard]] bool is_word_of_size(std::size_t at) const {
        return at < tokens_.size() && (by_ == Basis::employees ? is_one_of(tokens_[at].text, headcount_words)
                                                               : is_one_of(tokens_[at].text, revenue_words));
    }

    /// A figure that can be a bound: headcounts stand bare, revenues also with a currency.
    [[nodiscard]] bool is_bound(std::size_t at) const {
        if (at >= tokens_.size())
            return false;
        const Token& token = tokens_[at];
        return token.kind == Kind::count || (by_ == Basis::revenue && token.kind == Kind::amount && !token.has_cents);
    }

    /// A figure that makes a range, or a longer row, with a bound that a dash joins to it.
    [[nodiscard]] bool is_mere_figure(std::size_t at) const {
        return is_bound(at) || (at < tokens_.size() && tokens_[at].kind == Kind::figure);
    }

    [[nodiscard]] bool is_dash(std::size_t at) const {
        return is(at, "-") || is(at, "–") || is(at, "—") || is(at, "−") || is(at, "to") || is(at, "through");
    }

    [[nodiscard]] std::size_t past_words_of_size(std::size_t at) const {
        while (is_word_of_size(at) || is(at, "consolidated"))
            ++at;
        return at;
    }

    [[nodiscard]] std::optional<Match> match_at(std::size_t at) const {
        if (is_bound(at))
            return match_figure_first(at);
        return match_word_first(at);
    }

    /// "1 - 499", "5,000 +", "5,000 employees or more", "99 or fewer".
    [[nodiscard]] std::optional<Match> match_figure_first(std::size_t at) const {
        if (is_dash(at - 1) && is_mere_figure(at - 2))
            return std::nullopt; // the end of a row of three or more (a date), or of a range that falls
        const Token& first = tokens_[at];
        const bool between = is(at + 1, "and") && is(at - 1, "between");
        if ((is_dash(at + 1) || between) && is_bound(at + 2)) {
            const Token& last = tokens_[at + 2];
            if (last.units < first.units || (is_dash(at + 3) && is_mere_figure(at + 4)))
                return std::nullopt;
            return Match{{first.units, last.units, false}, at, at + 3, first.like_a_year && last.like_a_year};
        }
        const std::size_t next = past_words_of_size(at + 1);
        if (is(next, "+"))
            return Match{{first.units, std::nullopt, true}, at, next + 1, first.like_a_year};
        if (!is(next, "or") && !is(next, "and"))
            return std::nullopt;
        if (is(next + 1, "more") || is(next + 1, "above") || is(next + 1, "over") || is(next + 1, "up"))
            return Match{{first.units, std::nullopt, true}, at, next + 2, first.like_a_year};
        if (is(next + 1, "fewer") || is(next + 1, "less") || is(next + 1, "below"))
            return Match{{std::nullopt, first.units, false}, at, next + 2, first.like_a_year};
        return std::nullopt;
    }

    /// "under 100", "fewer than 100", "up to 99", "more than 99", "at least 100".
    [[nodiscard]] std::optional<Match> match_word_first(std::size_t at) const {
        constexpr std::array<std::string_view, 6> below{"under",     "below",      "<",
                                                        "less than", "fewer than", "smaller than"};
        constexpr std::array<std::string_view, 6> above{"over",      "above",        ">",
                                                        "more than", "greater than", "larger than"};
        const bool one_word = is_bound(at + 1);
        const std::size_t figure = at + (one_word ? 1 : 2);
        if (!is_bound(figure) || is_dash(figure + 1))
            return std::nullopt;
        const std::string phrase = one_word ? tokens_[at].text : tokens_[at].text + " " + tokens_[at + 1].text;
        const std::int64_t units = tokens_[figure].units;
        Match match{.first = at, .end = figure + 1, .like_a_year = tokens_[figure].like_a_year};
        if (is_one_of(phrase, below))
            match.bounds = {.to = units - 1};
        else if (is_one_of(phrase, above))
            match.bounds = {.from = units + 1, .without_end = true};
        else if (phrase == "up to" || phrase == "at most")
            match.bounds = {.to = units};
        else if (phrase == "at least")
            match.bounds = {.from = units, .without_end = true};
        else
            return std::nullopt;
        return match;
    }

    [[nodiscard]] bool is_delimiter(std::size_t at) const {
        return is_one_of(tokens_[at].text, delimiters) || (by_ == Basis::employees && tokens_[at].kind == Kind::amount);
    }

    /// Whether the words from one delimiter to the next, around and within the match, are of size, or there are none.
    [[nodiscard]] bool speaks_of_size(const Match& match) const {
        std::size_t begin = match.first;
        while (begin > 0 && !is_delimiter(begin - 1))
            --begin;
        std::size_t end = match.end;
        while (end < tokens_.size() && !is_delimiter(end))
            ++end;
        bool other_words = false;
        for (std::size_t at = begin; at < end; ++at) {
            if (is_word_of_size(at))
                return true;
            const bool own = at >= match.first && at < match.end;
            other_words = other_words || (!own && tokens_[at].kind == Kind::word);
        }
        const bool priced = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(match.first),
                                        tokens_.begin() + static_cast<std::ptrdiff_t>(match.end),
                                        [](const Token& token) { return token.kind == Kind::amount; });
        return !other_words && (priced || !match.like_a_year);
    }

    /// The amounts outside bounds. One that a dash joins to another figure is a range, not an amount.
    [[nodiscard]] std::vector<Money> amounts(const std::vector<bool>& taken) const {
        std::vector<Money> result;
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            if (tokens_[at].kind == Kind::amount && !taken[at] && !is_in_range(at, taken))
                result.push_back(Money::from_cents(tokens_[at].cents));
        }
        std::ranges::sort(result);
        result.erase(std::ranges::unique(result).begin(), result.end());
        return result;
    }

    [[nodiscard]] bool is_in_range(std::size_t at, const std::vector<bool>& taken) const {
        const auto is_figure = [&](std::size_t i) {
            return i < tokens_.size() && !taken[i] && tokens_[i].kind != Kind::word && tokens_[i].kind != Kind::sign;
        };
        return (is_dash(at + 1) && is_figure(at + 2)) || (is_dash(at - 1) && is_figure(at - 2));
    }

    [[nodiscard]] bool says_free() const {
        constexpr std::array<std::string_view, 6> alone{"free", "waived", "complimentary", "gratis", "nothing", "none"};
        constexpr std::array<std::string_view, 6> after_no{"fee", "fees", "charge", "cost", "dues", "payment"};
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            const bool no = is(at, "no") || is(at, "without");
            if (is_one_of(tokens_[at].text, alone) ||
                (no && at + 1 < tokens_.size() && is_one_of(tokens_[at + 1].text, after_no)))
                return true;
        }
        return false;
    }

    std::vector<Token> tokens_;
    Basis by_;
};

} // namespace

Published read_published(std::string_view text, std::string_view currency, Basis by) {
    return Finder{published_tokens(text, currency), by}.read();
}

} // namespace ptf_fees::catalogue
