// Floor 2, batch: what a chunk says of its reasons does not depend on the others, so that all together say the same
// whatever the chunks are.
#include "batch/reasons.h"

#include "text/ascii.h"

namespace ptf_fees::batch {

/// FNV-1a over the sentence, in which a run of digits is one digit.
std::uint64_t Reasons::key_of(std::string_view sentence) noexcept {
    std::uint64_t key = 0xCBF29CE484222325U;
    bool after_digit = false;
    for (const char c : sentence) {
        const bool digit = text::is_digit(c);
        if (!digit || !after_digit)
            key = (key ^ static_cast<unsigned char>(digit ? '0' : c)) * 0x100000001B3U;
        after_digit = digit;
    }
    return key;
}

void Reasons::add(const Reasons& chunk, std::uint64_t rows_before) {
    for (const BadRow& row : chunk.first_)
        if (first_.size() < most && !rows_.contains(key_of(row.sentence))) {
            first_.push_back(row);
            first_.back().row += rows_before;
            rows_[key_of(row.sentence)] = 0;
        }
    for (auto& [key, rows] : rows_)
        if (const auto more = chunk.rows_.find(key); more != chunk.rows_.end())
            rows += more->second;
}

void Reasons::clear() noexcept {
    first_.clear();
    rows_.clear();
}

std::vector<Reasons::Reason> Reasons::first() const {
    std::vector<Reason> reasons;
    for (const BadRow& row : first_)
        reasons.push_back({row, rows_.at(key_of(row.sentence))});
    return reasons;
}

} // namespace ptf_fees::batch
