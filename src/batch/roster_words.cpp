// Floor 2, batch: three tables of words, each the only one of its kind, and how a cell is compared with them.
#include "batch/roster_words.h"

#include "text/ascii.h"
#include "text/blanks.h"
#include "text/names.h"

#include <algorithm>
#include <array>

namespace ptf_fees::batch {
namespace {

/// What else a used column is called, reduced as near_column() reduces a header.
struct Synonym {
    std::string_view name;
    UsedColumn used;
};

constexpr auto synonyms = std::to_array({Synonym{"tier", UsedColumn::tier},
                                         Synonym{"membershiptier", UsedColumn::tier},
                                         Synonym{"membertier", UsedColumn::tier},
                                         Synonym{"membershiplevel", UsedColumn::tier},
                                         Synonym{"memberlevel", UsedColumn::tier},
                                         Synonym{"membershiptype", UsedColumn::tier},
                                         Synonym{"membershipclass", UsedColumn::tier},
                                         Synonym{"membership", UsedColumn::tier},
                                         Synonym{"level", UsedColumn::tier},
                                         Synonym{"class", UsedColumn::tier},
                                         Synonym{"employees", UsedColumn::employees},
                                         Synonym{"employee", UsedColumn::employees},
                                         Synonym{"employeesfte", UsedColumn::employees},
                                         Synonym{"employeecount", UsedColumn::employees},
                                         Synonym{"employeescount", UsedColumn::employees},
                                         Synonym{"countofemployees", UsedColumn::employees},
                                         Synonym{"employeenumber", UsedColumn::employees},
                                         Synonym{"numberofemployees", UsedColumn::employees},
                                         Synonym{"noofemployees", UsedColumn::employees},
                                         Synonym{"numemployees", UsedColumn::employees},
                                         Synonym{"nemployees", UsedColumn::employees},
                                         Synonym{"totalemployees", UsedColumn::employees},
                                         Synonym{"employeestotal", UsedColumn::employees},
                                         Synonym{"consolidatedemployees", UsedColumn::employees},
                                         Synonym{"headcount", UsedColumn::employees},
                                         Synonym{"heads", UsedColumn::employees},
                                         Synonym{"fte", UsedColumn::employees},
                                         Synonym{"ftes", UsedColumn::employees},
                                         Synonym{"staff", UsedColumn::employees},
                                         Synonym{"staffcount", UsedColumn::employees},
                                         Synonym{"workforce", UsedColumn::employees},
                                         Synonym{"size", UsedColumn::employees},
                                         Synonym{"companysize", UsedColumn::employees},
                                         Synonym{"organizationsize", UsedColumn::employees},
                                         Synonym{"organisationsize", UsedColumn::employees},
                                         Synonym{"orgsize", UsedColumn::employees},
                                         Synonym{"mitarbeiter", UsedColumn::employees},
                                         Synonym{"effectif", UsedColumn::employees},
                                         Synonym{"empleados", UsedColumn::employees},
                                         Synonym{"revenue", UsedColumn::revenue},
                                         Synonym{"revenues", UsedColumn::revenue},
                                         Synonym{"annualrevenue", UsedColumn::revenue},
                                         Synonym{"totalrevenue", UsedColumn::revenue},
                                         Synonym{"revenueusd", UsedColumn::revenue},
                                         Synonym{"turnover", UsedColumn::revenue},
                                         Synonym{"annualturnover", UsedColumn::revenue},
                                         Synonym{"sales", UsedColumn::revenue},
                                         Synonym{"annualsales", UsedColumn::revenue},
                                         Synonym{"umsatz", UsedColumn::revenue},
                                         Synonym{"orgtype", UsedColumn::org_type},
                                         Synonym{"organizationtype", UsedColumn::org_type},
                                         Synonym{"organisationtype", UsedColumn::org_type},
                                         Synonym{"typeoforganization", UsedColumn::org_type},
                                         Synonym{"typeoforganisation", UsedColumn::org_type},
                                         Synonym{"orgkind", UsedColumn::org_type},
                                         Synonym{"companytype", UsedColumn::org_type},
                                         Synonym{"accounttype", UsedColumn::org_type},
                                         Synonym{"entitytype", UsedColumn::org_type},
                                         Synonym{"institutiontype", UsedColumn::org_type},
                                         Synonym{"legalform", UsedColumn::org_type},
                                         Synonym{"type", UsedColumn::org_type},
                                         Synonym{"kind", UsedColumn::org_type},
                                         Synonym{"sector", UsedColumn::org_type},
                                         Synonym{"nonprofit", UsedColumn::org_type},
                                         Synonym{"isnonprofit", UsedColumn::org_type},
                                         Synonym{"notforprofit", UsedColumn::org_type},
                                         Synonym{"academic", UsedColumn::org_type},
                                         Synonym{"isacademic", UsedColumn::org_type},
                                         Synonym{"lfmember", UsedColumn::lf_member},
                                         Synonym{"lfmembers", UsedColumn::lf_member},
                                         Synonym{"islfmember", UsedColumn::lf_member},
                                         Synonym{"lfmembership", UsedColumn::lf_member},
                                         Synonym{"lfmemberyn", UsedColumn::lf_member},
                                         Synonym{"memberoflf", UsedColumn::lf_member},
                                         Synonym{"lf", UsedColumn::lf_member},
                                         Synonym{"inlf", UsedColumn::lf_member},
                                         Synonym{"linuxfoundation", UsedColumn::lf_member},
                                         Synonym{"linuxfoundationmember", UsedColumn::lf_member},
                                         Synonym{"islinuxfoundationmember", UsedColumn::lf_member},
                                         Synonym{"linuxfoundationmembership", UsedColumn::lf_member},
                                         Synonym{"memberoflinuxfoundation", UsedColumn::lf_member},
                                         Synonym{"memberofthelinuxfoundation", UsedColumn::lf_member}});

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
constexpr char lower_after(char previous, char c) noexcept {
    if (c >= 'A' && c <= 'Z')
        return static_cast<char>(c - 'A' + 'a');
    const auto byte = static_cast<unsigned char>(c);
    return previous == '\xC3' && byte <= 0x9E ? static_cast<char>(byte + 0x20U) : c;
}

} // namespace

std::optional<UsedColumn> near_column(std::string_view header) {
    std::string reduced = text::lower(text::trimmed(header));
    if (reduced.ends_with("__c")) // as a CRM names the columns that its users add
        reduced.resize(reduced.size() - 3);
    std::erase_if(reduced, [](char c) { return (c < 'a' || c > 'z') && (c < '0' || c > '9'); });
    const auto found = std::ranges::find(synonyms, std::string_view{reduced}, &Synonym::name);
    return found == synonyms.end() ? std::nullopt : std::optional{found->used};
}

bool means_no_value(std::string_view cell) noexcept {
    if (cell.empty() || text::is_digit(cell.front())) // most cells that are looked at: none of the words
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
            reduced[size] = lower_after(size == 0 ? '\0' : reduced[size - 1], cell.front());
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
