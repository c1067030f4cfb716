#pragma once
// What is said on standard error: the one way from a sentence to a line.

#include "text/finding.h"
#include "text/width.h"

#include <string>
#include <string_view>

namespace ptf_fees::text {

/// Lines for standard error. A sentence may quote what it likes: it stays one line and drives no terminal.
class Lines {
public:
    Lines& add(std::string_view sentence) {
        text_.append(printable(sentence)).push_back('\n');
        return *this;
    }

    Lines& add(const Finding& finding) {
        text_ += to_text(finding);
        return *this;
    }

    Lines& add(const Lines& others) {
        text_ += others.text_;
        return *this;
    }

    [[nodiscard]] const std::string& view() const noexcept { return text_; }

private:
    std::string text_;
};

} // namespace ptf_fees::text
