// Floor 3: the way out. Answers go to stdout or a file, all else to stderr; under --format json an error is an answer
// too.
#include "cli/deliver.h"

#include "cli/values.h"
#include "document/phrases.h"
#include "platform/output.h"
#include "platform/signals.h"
#include "platform/terminal.h"
#include "render/formats.h"
#include "text/file_ending.h"
#include "text/json_writer.h"
#include "text/lines.h"
#include "text/names.h"
#include "text/width.h"
#include "text/words.h"

#include <algorithm>

namespace ptf_fees::cli {
namespace {

int code(Exit exit) {
    return static_cast<int>(exit);
}

std::expected<const render::Format*, Failure> format_from(const OutputOptions& options) {
    std::vector<std::string_view> names;
    for (const render::Format& format : render::formats()) {
        if (options.format ? text::same_ignoring_case(*options.format, format.name)
                           : options.file && !format.extension.empty() && options.file->ends_with(format.extension))
            return &format;
        names.push_back(format.name);
    }
    if (!options.format)
        return &render::formats().front();
    return refuse("bad-value", "--format " + text::not_known(*options.format, names));
}

/// Whether a terminal shows UTF-8, by the variable that POSIX lets decide. Where none is set, that is "C", which does
/// not.
bool terminal_shows_utf8() {
    for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const std::string locale = text::lower(platform::environment(variable));
        if (locale.empty())
            continue;
        return locale.contains("utf-8") || locale.contains("utf8");
    }
    return false;
}

/// Whether all that is written there must be ASCII. What goes into a pipe or a file is UTF-8, always.
bool wants_ascii(int descriptor) {
    return platform::is_terminal(descriptor) && !terminal_shows_utf8();
}

/// An answer to its file, or to standard output as that can show it.
std::expected<void, platform::SystemError> write_answer(std::string_view answer,
                                                        const std::optional<std::string>& file) {
    if (file && *file != "-")
        return platform::write_answer(answer, std::filesystem::path{*file});
    if (wants_ascii(platform::standard_output))
        return platform::write_answer(text::ascii(answer), std::nullopt);
    return platform::write_answer(answer, std::nullopt);
}

std::expected<render::Style, Failure> style_from(const OutputOptions& options) {
    render::Style style;
    const bool to_terminal = !options.file && platform::is_terminal(platform::standard_output);
    style.terminal = to_terminal;
    if (!options.file)
        style.columns = platform::columns(platform::standard_output);
    style.unicode = !to_terminal || terminal_shows_utf8();
    const std::string when = text::lower(options.color.value_or("auto"));
    if (when == "always")
        style.color = true;
    else if (when == "auto")
        style.color = to_terminal && platform::takes_escapes(platform::standard_output) &&
                      platform::environment("NO_COLOR").empty();
    else if (when != "never")
        return refuse("bad-value", "--color " + text::not_known(when, color_names));
    return style;
}

Failure failure_of(const render::Unrendered& why) {
    return why.io_failed ? Failure{Exit::io_failed, "cannot-write", why.message} : refusal("bad-value", why.message);
}

int report_write(const std::expected<void, platform::SystemError>& written, bool json_errors) {
    if (written)
        return 0;
    if (platform::is_closed_pipe(written.error()))
        platform::end_by_closed_pipe();
    return deliver(Failure{Exit::io_failed, "cannot-write", written.error().message}, json_errors);
}

std::string failure_json(const Failure& failure) {
    text::JsonWriter json;
    json.begin_object().member("format", 1).key("error").begin_object();
    json.member("code", failure.code).member("message", text::printable(failure.message));
    json.member_or_null("hint", failure.hint.empty() ? std::nullopt : std::optional{text::printable(failure.hint)});
    if (!failure.findings.empty()) {
        json.key("findings").begin_array();
        for (const Finding& finding : failure.findings)
            json.string(text::to_text(finding));
        json.end_array();
    }
    json.end_object().end_object();
    return json.take();
}

/// The lines that say which editions were replaced, and by which.
std::vector<std::string> replaced_terms(const document::Reply& reply) {
    return std::visit(
        [](const auto& answer) {
            std::vector<std::string> lines;
            const auto add = [&](const document::Edition& edition, const std::string& whose) {
                if (const std::string line = document::replaced_line(edition); !line.empty())
                    lines.push_back(whose + line);
            };
            if constexpr (requires { answer.edition; })
                add(answer.edition, "");
            else if constexpr (requires { answer.portfolio; })
                for (const document::Edition& edition : answer.editions)
                    add(edition, std::string{text::without_article(edition.schedule->name)} + ": ");
            return lines;
        },
        reply);
}

/// What goes to stderr beside the answer.
text::Lines beside(const Outcome& outcome, const render::Format& format, bool quiet) {
    text::Lines beside = outcome.warnings;
    if (!format.carries_notes && !quiet) {
        for (const std::string& terms : replaced_terms(outcome.reply))
            beside.add(terms);
        for (const std::string& note : outcome.notes)
            beside.add("note: " + note);
    }
    if (!outcome.complaint.empty())
        beside.add("error: " + outcome.complaint);
    return beside;
}

} // namespace

int deliver(std::string_view text) {
    return report_write(write_answer(text, std::nullopt), false);
}

void say(std::string_view text) {
    if (wants_ascii(platform::standard_error))
        platform::write_error(text::ascii(text));
    else
        platform::write_error(text);
}

int deliver(const Failure& failure, bool json_errors) {
    if (json_errors) {
        const auto written = write_answer(failure_json(failure), std::nullopt);
        return written ? code(failure.exit) : report_write(written, false);
    }
    text::Lines lines;
    for (const Finding& finding : failure.findings)
        lines.add(finding);
    lines.add("error: " + failure.message);
    if (!failure.hint.empty())
        lines.add("hint: " + failure.hint);
    say(lines.view());
    return code(failure.exit);
}

int deliver_memory_ran_out(bool json_errors) noexcept {
    constexpr std::string_view as_json = R"({
  "format": 1,
  "error": {
    "code": "out-of-memory",
    "message": "memory ran out; nothing was written",
    "hint": null
  }
}
)";
    if (!json_errors)
        platform::write_error(platform::memory_ran_out);
    else
        static_cast<void>(platform::write_all(platform::standard_output, as_json));
    return code(Exit::io_failed);
}

int deliver(const Outcome& outcome, const OutputOptions& options, bool json_errors) {
    const auto format = format_from(options);
    if (!format)
        return deliver(format.error(), json_errors);
    const auto style = style_from(options);
    if (!style)
        return deliver(style.error(), json_errors);
    if (options.file)
        if (const auto fault =
                text::ending_fault(*options.file, (*format)->name, ".txt, .json, .csv, .md, .html or .xlsx"))
            return deliver(refusal("bad-value", *fault), json_errors);
    if (!(*format)->is_text && !options.file && platform::is_terminal(platform::standard_output))
        return deliver(
            refusal("bad-value", std::string{(*format)->name} + " is not text for a terminal: name a file with -o"),
            json_errors);
    const auto answer = (*format)->render(outcome.reply, *style);
    if (!answer)
        return deliver(failure_of(answer.error()), json_errors);
    // Made before the answer is in place, so that memory cannot run out after it.
    const text::Lines also = beside(outcome, **format, options.quiet);
    const int failed = report_write(write_answer(*answer, options.file), json_errors);
    if (failed != 0)
        return failed;
    say(also.view());
    return code(outcome.exit);
}

} // namespace ptf_fees::cli
