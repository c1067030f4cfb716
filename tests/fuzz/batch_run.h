#pragma once
// A whole batch in memory: what a byte says is to be done, and all that is left of it.

#include "batch/source.h"

#include <array>
#include <expected>
#include <string>
#include <string_view>

namespace in_memory {

namespace batch = ptf_fees::batch;

/// What the first byte says.
struct Mode {
    explicit Mode(unsigned char byte)
        : in{formats[byte % 4]}, out{formats[byte / 4 % 4]}, own_header{byte % 4 == 3},
          excel_safe{(byte & 16U) != 0 && out != batch::FileFormat::jsonl}, fail_fast{(byte & 32U) != 0},
          companions{(byte & 64U) != 0}, in_pieces{(byte & 128U) != 0} {}

    static constexpr std::array formats{batch::FileFormat::csv, batch::FileFormat::jsonl, batch::FileFormat::tsv,
                                        batch::FileFormat::csv};
    batch::FileFormat in;
    batch::FileFormat out;
    bool own_header; ///< the input has its own header; else ours comes before it
    bool excel_safe;
    bool fail_fast;
    bool companions; ///< rejects and a summary
    bool in_pieces;  ///< a second time, read in pieces

    [[nodiscard]] bool from_json() const { return in == batch::FileFormat::jsonl; }
    [[nodiscard]] bool to_json() const { return out == batch::FileFormat::jsonl; }
};

/// All that a run leaves.
struct Run {
    int exit_code = 0;
    std::string output;
    std::string rejects;
    std::string summary;

    friend bool operator==(const Run&, const Run&) = default;
};

/// Does as batch::run does it, with the prices ready-made and the files in memory; `chunk_bytes` are read at a time.
[[nodiscard]] std::expected<Run, batch::Refusal> run_batch(std::string_view input, const Mode& mode,
                                                           std::size_t chunk_bytes);

} // namespace in_memory
