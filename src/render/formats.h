#pragma once
// The output formats. A new one is a new file with its function, and a line in formats.cpp.

#include "document/reply.h"

#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace ptf_fees::document {
struct Document;
}

namespace ptf_fees::render {

/// How text may look.
struct Style {
    bool color = false;
    std::size_t columns = 80; ///< width to stay within
    bool unicode = true;      ///< pictures may use more than ASCII
    bool terminal = false;    ///< the first line is broken, too, where it is wider; else scripts find it whole
};

/// Why there is no answer in a format.
struct Unrendered {
    bool io_failed = false; ///< else the format does not hold this answer, or cannot be written here
    std::string message{};  ///< one sentence with the remedy
};

using Rendered = std::expected<std::string, Unrendered>;

struct Format {
    std::string_view name{};      ///< as in --format
    std::string_view extension{}; ///< of -o files that mean it, with the point; empty: none
    Rendered (*render)(const document::Reply&, const Style&);
    bool carries_notes{}; ///< the notes are part of the answer; else they go to stderr
    bool is_text = true;  ///< else it is not for a terminal
};

/// All formats; the first is the default.
[[nodiscard]] std::span<const Format> formats();

/// The printers of documents.
[[nodiscard]] std::string text(const document::Document& document, const Style& style);
[[nodiscard]] std::string markdown(const document::Document& document);
[[nodiscard]] std::string html(const document::Document& document);

/// The formats for programs: straight from the answer.
[[nodiscard]] std::string json(const document::Reply& reply);
[[nodiscard]] std::string csv(const document::Reply& reply);

/// A portfolio as a workbook; it holds no other answer.
[[nodiscard]] Rendered workbook(const document::Reply& reply);

} // namespace ptf_fees::render
