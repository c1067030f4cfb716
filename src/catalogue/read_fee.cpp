// Floor 2, catalogue: fees. Which kind a fee is, its keys say; each kind has a reader of its own.

#include "catalogue/read.h"

namespace ptf_fees::catalogue {

namespace {

constexpr std::array<std::string_view, 2> basis_words{"employees", "revenue"};

BandDraft read_band(TableReader table, std::int64_t least) {
    BandDraft band;
    band.from = table.whole_number("from", least);
    band.to = table.whole_number("to", least, Need::optional);
    band.amount = table.amount("amount");
    band.published = table.published();
    band.differs = table.text("differs", Need::optional);
    table.refuse_unknown_keys();
    return band;
}

BandedDraft read_banded_fee(TableReader& table) {
    BandedDraft fee;
    if (const auto by = table.word("by", basis_words))
        fee.by = by->value == 0 ? Basis::employees : Basis::revenue;
    fee.source = table.id("source");
    const auto bands = table.tables("bands", "band", most_bands, Need::required, " of " + table.what());
    const std::int64_t least = fee.by == Basis::revenue ? 0 : 1;
    for (const TableReader& band : bands)
        fee.bands.push_back(read_band(band, least));
    if (table.is_empty_list("bands"))
        table.reading().report.add(
            Code::empty_bands, table.place_of_value("bands"), table.what() + " has no bands",
            "add at least { from = 1, amount = 25_000, published = \"...\" }, or say unpublished");
    return fee;
}

UnpublishedDraft read_unpublished_fee(TableReader& table) {
    UnpublishedDraft fee;
    fee.reason = table.text("unpublished");
    fee.source = table.id("source");
    return fee;
}

FeeDraft read_kind(TableReader& table) {
    if (table.has("unpublished"))
        return read_unpublished_fee(table);
    if (table.has("bands") || table.has("by"))
        return read_banded_fee(table);
    return read_flat_fee(table);
}

} // namespace

FlatDraft read_flat_fee(TableReader& table) {
    FlatDraft fee;
    fee.amount = table.amount("amount");
    fee.source = table.id("source");
    fee.published = table.published();
    fee.differs = table.text("differs", Need::optional);
    return fee;
}

FeeDraft read_fee(TableReader table) {
    FeeDraft fee = read_kind(table);
    table.refuse_unknown_keys();
    return fee;
}

} // namespace ptf_fees::catalogue
