#pragma once
// What a subcommand hands back: an answer to be rendered, or why there is none.

#include "document/reply.h"
#include "text/lines.h"

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace ptf_fees::cli {

/// The exit codes of the program (README: exit codes).
enum class Exit : std::uint8_t {
    answered = 0,
    answered_no = 1,
    could_not_start = 2,
    schedule_refused = 3,
    not_stated = 4,
    io_failed = 5,
};

/// An answer. `exit` may still say that the answer is no.
struct Outcome {
    document::Reply reply;
    Exit exit = Exit::answered;
    std::vector<std::string> notes{}; ///< for stderr where the format does not carry them
    std::string complaint{}; ///< a sentence for stderr beside the answer (a missing figure); then text goes there too
    text::Lines warnings{};  ///< one line that counts those of the schedule file that was read, for stderr
    Catalogue catalogue{};   ///< keeps alive what the reply points to
    Catalogue second_catalogue{}; ///< the same, where a reply speaks of two
};

/// Why there is no answer.
struct Failure {
    Exit exit = Exit::could_not_start;
    std::string code{};              ///< stable, for scripts: "unknown-option", "bad-value", ...
    std::string message{};           ///< one sentence: what was found and what was expected
    std::string hint{};              ///< what to write instead; may be empty
    std::vector<Finding> findings{}; ///< of a refused schedule
};

using Result = std::expected<Outcome, Failure>;

/// A failure with exit code 2.
[[nodiscard]] inline Failure refusal(std::string code, std::string message, std::string hint = {}) {
    return {Exit::could_not_start, std::move(code), std::move(message), std::move(hint)};
}

[[nodiscard]] inline std::unexpected<Failure> refuse(std::string code, std::string message, std::string hint = {}) {
    return std::unexpected(refusal(std::move(code), std::move(message), std::move(hint)));
}

} // namespace ptf_fees::cli
