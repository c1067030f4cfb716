#pragma once
// What `schedule check` may claim about the files it read.

#include "document/reply.h"

#include <string>
#include <vector>

namespace ptf_fees::document {

struct FindingCounts {
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
};

[[nodiscard]] FindingCounts count(std::span<const Finding> findings);

/// "2 errors, 1 warning".
[[nodiscard]] std::string counts_words(const FindingCounts& counts);

/// One sentence or two for each file without an error: that it is valid, and what was proved of it.
[[nodiscard]] std::vector<std::string> proofs(const CheckReply& reply);

} // namespace ptf_fees::document
