// Floor 2, batch: a worker counts places of the price table and turns them into sums once, at the end.
#include "batch/worker.h"

#include "batch/csv_blocks.h"

#include "text/width.h"

#include <utility>

namespace ptf_fees::batch {

void ChunkResult::clear() {
    forget();
    output.reset(most_output);
    rejects.reset(most_rejects);
    stopped = false;
}

void ChunkResult::forget() {
    output.clear();
    rejects.clear();
    bad_rows.clear();
    rows = 0;
}

bool wants_bad_row(const ChunkResult& result, const Outcome& outcome) {
    return result.stopped || outcome.status == invalid_status;
}

std::string reject_ending(std::uint64_t line, const Outcome& outcome, const OutputStyle& style) {
    const std::string number = std::to_string(line);
    const std::array<Added, reject_columns.size()> added{Added{reject_columns[0], number, true},
                                                         Added{reject_columns[1], outcome.status},
                                                         Added{reject_columns[2], outcome.sentence}};
    return record_end(added, style);
}

WorkerCounts::WorkerCounts(const Plan& plan)
    : plan_{plan}, places_(plan.pricer->table().size()), tally_{plan.pricer->table().schedule()} {}

Outcome WorkerCounts::outcome_of(const std::expected<ReadRow, UnreadRow>& row) {
    const AnswerText& answers = plan_.pricer->text();
    tally_.add_remarks({.no_values = row ? row->no_values : row.error().no_values});
    if (!row) {
        tally_.add_invalid(row.error().tier);
        std::string sentence = text::printable(row.error().sentence); // it may quote what the row holds
        std::string ending = answers.invalid(sentence);
        return {std::string{invalid_status}, std::move(sentence), std::move(ending)};
    }
    const Known& answered = known(row->question);
    tally_.add(row->question.tier, answered.price);
    return answered.outcome;
}

const WorkerCounts::Known& WorkerCounts::known(const Question& question) {
    const auto& [type, employees, revenue] = question.organization;
    std::size_t key =
        (2 * question.tier + (question.lf_member ? 1 : 0)) * all_org_types.size() + static_cast<std::size_t>(type);
    for (const std::optional<Figure>& figure : {employees, revenue})
        key = 31 * key + (figure ? static_cast<std::size_t>(figure->from) : 0);
    std::optional<Known>& slot = known_[key % known_.size()];
    if (!slot || slot->question != question) {
        const RowAnswer answer = plan_.pricer->table().answer(question);
        slot.emplace(
            question, answer.price,
            Outcome{std::string{row_status(answer.price.status)}, answer.reason, plan_.pricer->text().of(answer)});
    }
    return *slot;
}

Tally WorkerCounts::tally() const {
    Tally all = tally_;
    const PriceTable& table = plan_.pricer->table();
    for (std::size_t place = 0; place < places_.size(); ++place)
        if (places_[place] != 0) {
            const Question question = table.question(place);
            all.add(question.tier, table.answer(question).price, places_[place]);
        }
    return all;
}

std::uint64_t LineCounter::line_at(std::size_t at) noexcept {
    line_ += count_line_feeds(bytes_.substr(counted_, at - counted_));
    counted_ = at;
    return line_;
}

} // namespace ptf_fees::batch
