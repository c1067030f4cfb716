// Floor 2, batch: three tables of words, each the only one of its kind, and how a cell is compared with them.
#include "batch/roster_words.h"

#include "text/blanks.h"
#include "text/names.h"

#include <algorithm>
#include <array>

namespace ptf_fees::batch {
namespace {

/// What else a used column is called, reduced as near_column() reduces a header.
struct Synonym {
    std::string_view name;
    Used used;
};

constexpr std::array synonyms{
    Synonym{"tier", Used::tier},
    Synonym{"membershiptier", Used::tier},
    Synonym{"membertier", Used::tier},
    Synonym{"membershiplevel", Used::tier},
    Synonym{"memberlevel", Used::tier},
    Synonym{"membershiptype", Used::tier},
    Synonym{"membershipclass", Used::tier},
    Synonym{"membership", Used::tier},
    Synonym{"level", Used::tier},
    Synonym{"class", Used::tier},
    Synonym{"employees", Used::employees},
    Synonym{"employee", Used::employees},
    Synonym{"employeesfte", Used::employees},
    Synonym{"employeecount", Used::employees},
    Synonym{"employeescount", Used::employees},
    Synonym{"countofemployees", Used::employees},
    Synonym{"employeenumber", Used::employees},
    Synonym{"numberofemployees", Used::employees},
    Synonym{"noofemployees", Used::employees},
    Synonym{"numemployees", Used::employees},
    Synonym{"nemployees", Used::employees},
    Synonym{"totalemployees", Used::employees},
    Synonym{"employeestotal", Used::employees},
    Synonym{"consolidatedemployees", Used::employees},
    Synonym{"headcount", Used::employees},
    Synonym{"heads", Used::employees},
    Synonym{"fte", Used::employees},
    Synonym{"ftes", Used::employees},
    Synonym{"staff", Used::employees},
    Synonym{"staffcount", Used::employees},
    Synonym{"workforce", Used::employees},
    Synonym{"size", Used::employees},
    Synonym{"companysize", Used::employees},
    Synonym{"organizationsize", Used::employees},
    Synonym{"organisationsize", Used::employees},
    Synonym{"orgsize", Used::employees},
    Synonym{"mitarbeiter", Used::employees},
    Synonym{"effectif", Used::employees},
    Synonym{"empleados", Used::employees},
    Synonym{"revenue", Used::revenue},
    Synonym{"revenues", Used::revenue},
    Synonym{"annualrevenue", Used::revenue},
    Synonym{"totalrevenue", Used::revenue},
    Synonym{"revenueusd", Used::revenue},
    Synonym{"turnover", Used::revenue},
    Synonym{"annualturnover", Used::revenue},
    Synonym{"sales", Used::revenue},
    Synonym{"annualsales", Used::revenue},
    Synonym{"umsatz", Used::revenue},
    Synonym{"orgtype", Used::org_type},
    Synonym{"organizationtype", Used::org_type},
    Synonym{"organisationtype", Used::org_type},
    Synonym{"typeoforganization", Used::org_type},
    Synonym{"typeoforganisation", Used::org_type},
    Synonym{"orgkind", Used::org_type},
    Synonym{"companytype", Used::org_type},
    Synonym{"accounttype", Used::org_type},
    Synonym{"entitytype", Used::org_type},
    Synonym{"institutiontype", Used::org_type},
    Synonym{"legalform", Used::org_type},
    Synonym{"type", Used::org_type},
    Synonym{"kind", Used::org_type},
    Synonym{"sector", Used::org_type},
    Synonym{"nonprofit", Used::org_type},
    Synonym{"isnonprofit", Used::org_type},
    Synonym{"notforprofit", Used::org_type},
    Synonym{"academic", Used::org_type},
    Synonym{"isacademic", Used::org_type},
    Synonym{"lfmember", Used::lf_member},
    Synonym{"lfmembers", Used::lf_member},
    Synonym{"islfmember", Used::lf_member},
    Synonym{"lfmembership", Used::lf_member},
    Synonym{"lfmemberyn", Used::lf_member},
    Synonym{"memberoflf", Used::lf_member},
    Synonym{"lf", Used::lf_member},
    Synonym{"inlf", Used::lf_member},
    Synonym{"linuxfoundation", Used::lf_member},
    Synonym{"linuxfoundationmember", Used::lf_member},
    Synonym{"islinuxfoundationmember", Used::lf_member},
    Synonym{"linuxfoundationmembership", Used::lf_member},
    Synonym{"memberoflinuxfoundation", Used::lf_member},
    Synonym{"memberofthelinuxfoundation", Used::lf_member},
};

/// Words for a total, as is_total() reduces a cell.
constexpr std::array<std::string_view, 45> totals{
    "total",        "totals",  "subtotal",   "subtotals",   "grandtotal", "grandtotals",  "sum",
    "sums",         "average", "averages",   "avg",         "mean",       "count",        "counts",
    "summe",        "summen",  "gesamt",     "gesamtsumme", "insgesamt",  "endsumme",     "zwischensumme",
    "durchschnitt", "schnitt", "mittelwert", "anzahl",      "totaux",     "totalgénéral", "soustotal",
    "soustotaux",   "somme",   "sommes",     "moyenne",     "nombre",     "ensemble",     "totales",
    "totalgeneral", "suma",    "sumas",      "sumatotal",   "subtotales", "promedio",     "media",
    "cuenta",       "conteo",  "recuento"};

constexpr std::array<std::string_view, 11> no_values{"na",   "n/a", "null",    "nan", "none", "\\n",
                                                     "#n/a", "tbd", "unknown", "-",   "?"};

constexpr std::size_t longest_total = 24;

/// `c` in lower case, as the byte after `previous`: ASCII, and the capitals of Latin-1 in UTF-8 (É, Ü).
constexpr char lower_behind(char previous, char c) noexcept {
    if (c >= 'A' && c <= 'Z')
        return static_cast<char>(c - 'A' + 'a');
    const auto byte = static_cast<unsigned char>(c);
    return previous == '\xC3' && byte <= 0x9E ? static_cast<char>(byte + 0x20U) : c;
}

} // namespace

std::optional<Used> near_column(std::string_view header) {
    std::string reduced = text::lower(text::trimmed(header));
    if (reduced.ends_with("__c")) // as a CRM names the columns that its users add
        reduced.resize(reduced.size() - 3);
    std::erase_if(reduced, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); });
    const auto found = std::ranges::find(synonyms, std::string_view{reduced}, &Synonym::name);
    return found == synonyms.end() ? std::nullopt : std::optional{found->used};
}

bool stands_for_no_value(std::string_view cell) noexcept {
    if (cell.empty() ||
        (cell.front() >= '0' && cell.front() <= '9')) // most cells that are looked at: none of the words
        return false;
    cell = text::trimmed(cell);
    return std::ranges::any_of(no_values, [&](auto word) { return text::same_ignoring_case(cell, word); });
}

bool is_total(std::string_view cell) noexcept {
    cell = text::trimmed(cell);
    while (!cell.empty() && (is_figure_byte(cell.back()) || cell.back() == ' '))
        cell.remove_suffix(1);
    if (cell.ends_with(':'))
        cell.remove_suffix(1);
    std::array<char, longest_total> reduced{};
    std::size_t size = 0;
    while (!cell.empty()) {
        const std::size_t blank = cell.front() == '-' ? 1 : text::blank_size(cell);
        if (blank == 0) {
            if (size == reduced.size())
                return false;
            reduced[size] = lower_behind(size == 0 ? '\0' : reduced[size - 1], cell.front());
            ++size;
        }
        cell.remove_prefix(std::max<std::size_t>(1, blank));
    }
    return std::ranges::find(totals, std::string_view{reduced.data(), size}) != totals.end();
}

void RowWords::add(std::string_view cell) noexcept {
    cell = text::trimmed(cell);
    if (cell.empty())
        return;
    ++filled_;
    if (std::ranges::all_of(cell, is_figure_byte))
        return;
    ++words_;
    total_ = total_ || is_total(cell);
}

FirstWord::FirstWord(std::string_view header) : header_{text::trimmed(header)} {
    for (const std::string_view word : totals)
        suspects_.set(number_of(word));
    const std::string_view word =
        std::string_view{header_}.substr(std::min(header_.find_first_not_of("0123456789,. "), header_.size()));
    if (word.size() >= beginning)
        suspects_.set(number_of(word));
}

bool FirstWord::is_suspect(std::string_view cell) const noexcept {
    const std::string_view word = text::trimmed(cell);
    return word.empty() || word == header_ || is_total(word);
}

} // namespace ptf_fees::batch
