#pragma once
// Why rows could not be read, each reason once, with the number of its rows.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ptf_fees::batch {

/// The first row of a reason.
struct BadRow {
    std::uint64_t line = 0;
    std::uint64_t row = 0; ///< from 1: in its chunk, or of all
    std::string status{};
    std::string sentence{};
};

/// Collects them. Sentences that differ in numbers alone are one reason: a mistake of a whole column.
class Reasons {
public:
    /// This many are kept whole; the rows of others are only counted.
    static constexpr std::size_t most = 10;

    struct Reason {
        BadRow first;
        std::uint64_t rows = 0;
    };

    /// Counts a row for its sentence. Whether it is the first of its reason, and wanted whole: then see keep().
    [[nodiscard]] bool count(std::string_view sentence) {
        return ++rows_[key_of(sentence)] == 1 && first_.size() < most;
    }
    void keep(BadRow row) { first_.push_back(std::move(row)); }

    /// Adds those of a chunk before which `rows_before` rows were read.
    void add(const Reasons& chunk, std::uint64_t rows_before);

    void clear() noexcept;

    /// In the order of their first rows.
    [[nodiscard]] std::vector<Reason> first() const;

private:
    [[nodiscard]] static std::uint64_t key_of(std::string_view sentence) noexcept;

    std::vector<BadRow> first_;
    std::unordered_map<std::uint64_t, std::uint64_t> rows_; ///< by key
};

} // namespace ptf_fees::batch
