// Floor 2, batch: the sums are 128-bit, since 10^10 rows of 10^13 units do not fit into 64.
#include "batch/tally.h"

#include "batch/answer_text.h"

#include "text/json_writer.h"
#include "text/words.h"

#include <numeric>

namespace ptf_fees::batch {

void Tally::add(std::size_t tier, const Price& price, std::uint64_t times) {
    TierSums& sums = by_tier_[tier];
    sums.rows += times;
    if (price.status == Status::out_of_range) {
        invalid_ += times;
        return;
    }
    by_status_[static_cast<std::size_t>(price.status)] += times;
    if (price.status == Status::quoted) {
        sums.quoted += times;
        const auto many = static_cast<text::wide>(times);
        sums.membership += many * price.membership->cents();
        sums.prerequisite += many * price.prerequisite->cents();
        sums.total += many * price.total->cents();
    }
}

void Tally::add_invalid(std::optional<std::size_t> tier) noexcept {
    ++invalid_;
    if (tier)
        ++by_tier_[*tier].rows;
}

void Tally::add_remarks(const Remarks& remarks) noexcept {
    remarks_.no_values += remarks.no_values;
    remarks_.dropped_ends += remarks.dropped_ends;
}

void Tally::add(const Tally& other) {
    for (std::size_t i = 0; i < by_status_.size(); ++i)
        by_status_[i] += other.by_status_[i];
    invalid_ += other.invalid_;
    add_remarks(other.remarks_);
    for (std::size_t i = 0; i < by_tier_.size(); ++i) {
        by_tier_[i].rows += other.by_tier_[i].rows;
        by_tier_[i].quoted += other.by_tier_[i].quoted;
        by_tier_[i].membership += other.by_tier_[i].membership;
        by_tier_[i].prerequisite += other.by_tier_[i].prerequisite;
        by_tier_[i].total += other.by_tier_[i].total;
    }
}

std::uint64_t Tally::rows() const noexcept {
    return std::accumulate(by_status_.begin(), by_status_.end(), invalid_);
}

text::wide Tally::total() const noexcept {
    text::wide sum = 0;
    for (const TierSums& sums : by_tier_)
        sum += sums.total;
    return sum;
}

std::string Tally::json() const {
    const auto count = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
    text::JsonWriter json;
    json.begin_object().key("format").number(1).key("rows").number(count(rows()));
    json.key("by_status").begin_object();
    for (const Status status : all_statuses)
        if (status != Status::out_of_range)
            json.key(name_of(status)).number(count(by_status_[static_cast<std::size_t>(status)]));
    json.key(invalid_status).number(count(invalid_)).end_object();
    json.key("by_tier").begin_object();
    const auto add_sum = [&](std::string_view name, text::wide cents, std::uint64_t of) {
        json.member_or_null(name, of == 0 ? std::nullopt : std::optional{text::plain(cents)});
    };
    for (std::size_t i = 0; i < by_tier_.size(); ++i) {
        const TierSums& sums = by_tier_[i];
        json.key(schedule_->tiers[i].id).begin_object().key("rows").number(count(sums.rows));
        json.key("quoted").number(count(sums.quoted));
        add_sum("membership_fee", sums.membership, sums.quoted);
        add_sum("prerequisite_fee", sums.prerequisite, sums.quoted);
        add_sum("total_fee", sums.total, sums.quoted);
        json.end_object();
    }
    json.end_object();
    add_sum("total_fee", total(), quoted());
    json.member("currency", schedule_->currency).member("schedule", schedule_->id).end_object();
    return json.take();
}

std::string Tally::line() const {
    std::string line = text::counted(static_cast<std::int64_t>(rows()), "row", "rows");
    std::string parts;
    const auto add_part = [&](std::uint64_t rows, std::string_view status) {
        if (rows != 0)
            parts += (parts.empty() ? ": " : ", ") + text::grouped(static_cast<std::int64_t>(rows)) + " " +
                     std::string{status};
    };
    for (std::size_t i = 0; i < by_status_.size(); ++i)
        add_part(by_status_[i], name_of(all_statuses[i]));
    add_part(invalid_, invalid_status);
    line += parts + (quoted() == 0 ? "; no total" : "; total");
    if (quoted() != 0 && !all_quoted())
        line += " of the " + text::grouped(static_cast<std::int64_t>(quoted())) + " quoted";
    if (quoted() != 0)
        line += " " + text::grouped_amount(total()) + " " + std::string{schedule_->currency};
    return line + " (" + std::string{schedule_->id} + ")";
}

} // namespace ptf_fees::batch
