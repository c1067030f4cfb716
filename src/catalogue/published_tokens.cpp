// Floor 2, catalogue: cuts a published text into figures, words and signs, and tells amounts from other figures. What
// is doubtful becomes a mere figure, so that the checks warn rather than accuse.

#include "catalogue/published_tokens.h"

#include "text/decimal.h"
#include "text/names.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace ptf_fees::catalogue {

namespace {

using Kind = Token::Kind;

struct CurrencySign {
    std::string_view sign;
    std::string_view codes;
};

constexpr std::array currency_signs{
    CurrencySign{"$", "USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS"},
    CurrencySign{"€", "EUR"},
    CurrencySign{"£", "GBP"},
    CurrencySign{"¥", "JPY CNY"},
    CurrencySign{"₹", "INR"},
    CurrencySign{"₩", "KRW"},
};

constexpr std::array<std::string_view, 14> scale_words{"million", "millions", "m",       "mm", "mn",  "mio",  "billion",
                                                       "bn",      "thousand", "hundred", "k",  "tsd", "lakh", "crore"};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A piece of the text before its meaning is known.
struct Piece {
    std::string_view text;
    bool glued; ///< no blank before it
};

std::size_t length_of_piece(std::string_view rest) {
    if (is_digit(rest.front())) {
        const auto end = std::min(rest.find_first_not_of("0123456789.,"), rest.size());
        return rest.substr(0, end).find_last_not_of(".,") + 1;
    }
    if (is_letter(rest.front()))
        return static_cast<std::size_t>(std::ranges::find_if_not(rest, is_letter) - rest.begin());
    return std::max<std::size_t>(text::first_char(rest).size, 1);
}

std::vector<Piece> pieces_of(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    std::vector<Piece> pieces;
    bool glued = false;
    while (!text.empty()) {
        const std::size_t size = length_of_piece(text);
        const std::string_view piece = text.substr(0, size);
        const bool blank = piece == " " || piece == "\t" || piece == no_break_space;
        if (!blank)
            pieces.push_back({piece, glued});
        glued = !blank;
        text.remove_prefix(size);
    }
    return pieces;
}

/// Digits, or groups of three digits with commas between; nullopt for anything else.
std::optional<std::int64_t> plain_units(std::string_view text) {
    if (text.find(',') == std::string_view::npos)
        return text::parse_digits(text);
    std::string digits;
    for (std::size_t comma = text.find(',');; comma = text.find(',')) {
        const std::string_view group = text.substr(0, comma);
        const bool first = digits.empty();
        if (!text::all_digits(group) || group.size() > 3 || (!first && group.size() != 3))
            return std::nullopt;
        digits += group;
        if (comma == std::string_view::npos)
            return text::parse_digits(digits);
        text.remove_prefix(comma + 1);
    }
}

class Cutter {
public:
    Cutter(std::string_view text, std::string_view currency) : pieces_{pieces_of(text)}, currency_{currency} {}

    std::vector<Token> tokens() {
        for (std::size_t at = 0; at < pieces_.size(); ++at) {
            const char first = pieces_[at].text.front();
            if (is_digit(first))
                add_figure(at);
            else if (!is_part_of_amount(at))
                tokens_.push_back(
                    {.kind = is_letter(first) ? Kind::word : Kind::sign, .text = text::lower(pieces_[at].text)});
        }
        return std::move(tokens_);
    }

private:
    /// Beyond either end there is nothing: 0 - 1 is past the last.
    [[nodiscard]] std::string_view piece(std::size_t at) const {
        return at < pieces_.size() ? pieces_[at].text : std::string_view{};
    }
    [[nodiscard]] bool glued(std::size_t at) const { return at < pieces_.size() && pieces_[at].glued; }

    /// Whether the piece is a sign or the code of the schedule's currency ("$", "USD").
    [[nodiscard]] bool is_currency(std::size_t at) const {
        const std::string_view text = piece(at);
        if (text == currency_)
            return true;
        return std::ranges::any_of(currency_signs, [&](const CurrencySign& known) {
            return known.sign == text && known.codes.find(currency_) != std::string_view::npos;
        });
    }

    /// The currency beside a figure is no token of its own, nor are the letters of "US$".
    [[nodiscard]] bool is_part_of_amount(std::size_t at) const {
        if (is_currency(at))
            return is_figure(at + 1) || is_figure(at - 1);
        return is_letter(piece(at).front()) && glued(at + 1) && is_currency(at + 1) && is_figure(at + 2);
    }

    [[nodiscard]] bool is_figure(std::size_t at) const { return !piece(at).empty() && is_digit(piece(at).front()); }

    /// "US$" is a dollar sign of USD, "A$" is none.
    [[nodiscard]] bool is_currency_before(std::size_t at) const {
        if (!is_currency(at - 1))
            return false;
        const bool prefixed = glued(at - 1) && is_letter(piece(at - 2).front());
        return !prefixed || currency_.starts_with(piece(at - 2));
    }

    /// "5k", "5 million", "5%", "5th": the figure is not what it seems.
    [[nodiscard]] bool is_scaled(std::size_t at) const {
        const std::string_view next = piece(at + 1);
        if (next.empty())
            return false;
        const bool letters = is_letter(next.front());
        return next == "%" || (letters && glued(at + 1) && next != currency_) ||
               (letters && std::ranges::find(scale_words, text::lower(next)) != scale_words.end());
    }

    /// "10/12", "A4": figures with a slash between, or glued to letters.
    [[nodiscard]] bool is_part_of_a_name(std::size_t at) const {
        const bool letters_before = glued(at) && is_letter(piece(at - 1).front()) && piece(at - 1) != currency_;
        const bool slash = piece(at + 1) == "/" && is_figure(at + 2);
        const bool after_slash = piece(at - 1) == "/" && is_figure(at - 2);
        return letters_before || slash || after_slash;
    }

    void add_figure(std::size_t at) {
        const std::string_view text = piece(at);
        const auto point = text.find('.');
        const auto units = plain_units(text.substr(0, point));
        const bool two_decimals = point != std::string_view::npos && text.size() == point + 3;
        const bool whole = point == std::string_view::npos;
        constexpr std::int64_t largest = largest_scheduled_amount.cents() / 100;
        if (!units || *units > largest || !(whole || two_decimals) || is_scaled(at) || is_part_of_a_name(at)) {
            tokens_.push_back({.kind = Kind::figure});
            return;
        }
        const std::int64_t cents = two_decimals ? *text::parse_digits(text.substr(point + 1)) : 0;
        const bool priced = is_currency_before(at) || (is_currency(at + 1) && !is_scaled(at + 1));
        if (!priced && !whole) {
            tokens_.push_back({.kind = Kind::figure});
            return;
        }
        tokens_.push_back({.kind = priced ? Kind::amount : Kind::count,
                           .cents = *units * 100 + cents,
                           .units = *units,
                           .has_cents = cents != 0,
                           .like_a_year = text.size() == 4 && *units >= 1900 && *units <= 2100});
    }

    std::vector<Piece> pieces_;
    std::string_view currency_;
    std::vector<Token> tokens_;
};

} // namespace

std::vector<Token> published_tokens(std::string_view text, std::string_view currency) {
    return Cutter{text, currency}.tokens();
}

} // namespace ptf_fees::catalogue
