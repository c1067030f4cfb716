// Roof: the program as a page of HTML has it. A question is the text of an address after its '#'; the answer is JSON:
// an exit code as on the command line, the answer as --format html prints it, and what the command line says on
// standard error. A roster is read from descriptor 0 and its quotes are written to descriptor 1, both of them the
// page's.
#include "batch/format.h"
#include "batch/job.h"
#include "batch/reading.h"
#include "cli/batch_defaults.h"
#include "cli/quote.h"
#include "cli/refusals.h"
#include "cli/select.h"
#include "document/phrases.h"
#include "render/formats.h"
#include "text/ascii.h"
#include "text/escape.h"
#include "text/json_writer.h"
#include "text/names.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace {

using namespace ptf_fees;
using cli::Failure;

std::string question;
std::string answer;

/// A roster's first records, as they are shown.
constexpr std::size_t shown_records = 50;
constexpr std::size_t shown_bytes = std::size_t{64} << 10U;

/// `text` with each %XX replaced by its byte; a '%' before anything else is itself.
std::string decoded(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        const char* const digits = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            bytes += static_cast<char>(byte);
            i += 2;
        } else {
            bytes += text[i];
        }
    }
    return bytes;
}

/// The keys of an address, and the words of the command line that each of them writes.
struct Keys {
    cli::QuoteOptions options;
    std::array<std::pair<std::string_view, std::optional<std::string>*>, 6> single{{
        {"schedule", &options.schedule.schedule},
        {"as_of", &options.schedule.as_of},
        {"employees", &options.organization.employees},
        {"revenue", &options.organization.revenue},
        {"org_type", &options.organization.org_type},
        {"lf_member", &options.organization.lf_member},
    }};

    std::expected<void, Failure> set(const std::string& key, std::string value) {
        if (key == "tier")
            options.tiers.push_back(std::move(value));
        else if (key == "member_of")
            options.organization.member_of.push_back(std::move(value));
        else if (const auto known = std::ranges::find(single, key, &decltype(single)::value_type::first);
                 known == single.end())
            return unknown(key);
        else if (*known->second)
            return std::unexpected(cli::repeated_option(option_of(key), **known->second, value));
        else
            *known->second = std::move(value);
        return {};
    }

private:
    [[nodiscard]] static std::string option_of(std::string key) {
        std::ranges::replace(key, '_', '-');
        return "--" + key;
    }

    [[nodiscard]] static std::unexpected<Failure> unknown(const std::string& key) {
        constexpr std::array<std::string_view, 8> names{"tier",      "employees", "revenue", "org_type",
                                                        "member_of", "lf_member", "as_of",   "schedule"};
        return cli::refuse("unknown-option",
                           "the address has " + text::quoted(key) + ", which is not one of its keys" +
                               text::did_you_mean(key, names),
                           "the keys are tier, employees, revenue, org_type, member_of, lf_member, as_of and schedule");
    }
};

/// Reads "tier=ptf/general&employees=5000". A key without a value is not given, but "lf_member" alone is yes.
std::expected<cli::QuoteOptions, Failure> read_question() {
    Keys keys;
    for (std::size_t start = 0; start < question.size();) {
        const std::size_t end = std::min(question.find('&', start), question.size());
        const std::string_view part = std::string_view{question}.substr(start, end - start);
        start = end + 1;
        const std::size_t equals = part.find('=');
        const std::string key = decoded(part.substr(0, equals));
        std::string value = equals == std::string_view::npos ? "" : decoded(part.substr(equals + 1));
        if (equals == std::string_view::npos && key == "lf_member")
            value = "yes";
        if (key.empty() || (value.empty() && equals != std::string_view::npos))
            continue;
        if (auto set = keys.set(key, std::move(value)); !set)
            return std::unexpected(std::move(set.error()));
    }
    return std::move(keys.options);
}

/// What the command line says on standard error.
struct Said {
    int exit = 0;
    std::string code{};
    std::string message{};
    std::string hint{};

    explicit Said(const Failure& failure)
        : exit{static_cast<int>(failure.exit)}, code{failure.code}, message{failure.message}, hint{failure.hint} {}
    explicit Said(const cli::Outcome& outcome)
        : exit{static_cast<int>(outcome.exit)}, code{outcome.complaint.empty() ? "" : "no-figure"},
          message{outcome.complaint} {}
};

void add(text::JsonWriter& json, const Said& said) {
    json.member("exit", said.exit).key("error");
    if (said.message.empty()) {
        json.null();
        return;
    }
    json.begin_object().member("code", said.code).member("message", text::printable(said.message));
    json.member("hint", text::printable(said.hint)).end_object();
}

/// An answer whose outcome `add_answer` adds to, if there is one.
template <typename AddAnswer>
std::string answered(AddAnswer add_answer) {
    text::JsonWriter json;
    json.begin_object();
    const auto options = read_question();
    const auto outcome = options ? cli::answer(*options) : std::unexpected(options.error());
    add(json, outcome ? Said{*outcome} : Said{outcome.error()});
    if (outcome)
        add_answer(json, *outcome);
    json.end_object();
    return json.take();
}

std::string answered_quote() {
    return answered([](text::JsonWriter& json, const cli::Outcome& outcome) {
        const auto html = std::ranges::find(render::formats(), "html", &render::Format::name);
        json.member("html", *html->render(outcome.reply, {}));
    });
}

/// The tiers side by side, with their own fee and the total.
std::string answered_tiers() {
    return answered([](text::JsonWriter& json, const cli::Outcome& outcome) {
        const auto& reply = std::get<document::QuoteReply>(outcome.reply);
        const Schedule& schedule = *reply.edition.schedule;
        json.member("foundation", schedule.foundation).key("tiers").begin_array();
        for (const TierQuote& quote : reply.quotes) {
            json.begin_object();
            json.member("id", std::string{schedule.foundation} + "/" + std::string{quote.tier->id});
            json.member("name", quote.tier->name);
            const std::string why = document::status_words(quote.price.status, reply.inquiry.organization.type);
            json.member("fee",
                        quote.eligibility == Answer::yes ? document::membership_words(quote, schedule.currency) : why);
            json.member("total", document::total_words(quote, schedule.currency)).end_object();
        }
        json.end_array();
    });
}

/// The cells of the first records of a table, its header first.
void add_first_records(text::JsonWriter& json, std::string_view table, char separator) {
    batch::CsvRecordReader reader{table, separator, table.size() < shown_bytes};
    std::vector<batch::Cell> cells;
    std::string room;
    json.key("records").begin_array();
    std::size_t begin = table.starts_with(text::byte_order_mark) ? text::byte_order_mark.size() : 0;
    for (std::size_t i = 0; i <= shown_records && begin < table.size(); ++i) {
        const batch::CsvRecord record = reader.read(begin);
        if (record.kind == batch::RecordKind::undecided)
            break;
        batch::split_cells(table.substr(record.begin, record.end - record.begin), separator, record.kind, cells);
        json.begin_array();
        for (const batch::Cell& cell : cells)
            json.string(text::printable(batch::text_of(cell, room)));
        json.end_array();
        begin = record.next;
    }
    json.end_array();
}

/// What a roster's records become: written, and the first of them kept to be shown.
struct Roster {
    std::string first{};

    std::expected<void, platform::SystemError> write(std::string_view bytes) {
        first.append(bytes.substr(0, shown_bytes - std::min(shown_bytes, first.size())));
        constexpr int page = 1;
        if (const int error = platform::write_all(page, bytes); error != 0)
            return std::unexpected(platform::system_error(error, "write", "the quotes"));
        return {};
    }
};

std::expected<batch::Options, Failure> roster_options(const cli::QuoteOptions& asked, const cli::Selection& selection,
                                                      std::string_view name) {
    batch::Options options{.catalogue = &selection.catalogue, .schedule = selection.schedule, .as_of = selection.as_of};
    options.input = name;
    options.command += " " + text::shell_word(name);
    const auto tier = asked.tiers.empty() ? std::nullopt : std::optional{asked.tiers.front()};
    if (auto read = cli::read_defaults(options, tier, asked.organization, selection); !read)
        return std::unexpected(std::move(read.error()));
    return options;
}

Failure failure_of(batch::Refusal refusal) {
    return {static_cast<cli::Exit>(refusal.exit_code), "batch-failed", std::move(refusal.message)};
}

std::expected<int, Failure> quote_rows(const batch::Options& options, text::JsonWriter& json) {
    const auto format =
        batch::format_by_ending(options.input, batch::input_format_names()).value_or(batch::FileFormat::csv);
    platform::Input input{platform::Descriptor{0, false}, options.input.native()};
    const auto job = batch::Job::begin(options, {format, format}, std::move(input));
    if (!job)
        return std::unexpected(failure_of(job.error()));
    batch::Job& begun = **job;
    Roster roster;
    auto written = roster.write(begun.header());
    const auto run = batch::answer_rows(begun.source, begun.plan, [&](const batch::ChunkResult& result, std::uint64_t) {
        return written ? roster.write(result.output.view()) : written;
    });
    if (!run)
        return std::unexpected(failure_of(batch::failed(run.error()).error()));
    text::Lines lines = batch::reading_lines(begun.source, options, begun.names, begun.table);
    json.member("lines", lines.add(begun.closing_lines(*run)).view()).member("summary", run->tally.json());
    if (begun.source.separator)
        add_first_records(json, roster.first, *begun.source.separator);
    return run->tally.all_quoted() ? 0 : 1;
}

/// The question is an address whose values hold for rows without their own, a blank, and the name of the roster.
std::string answered_roster() {
    const std::size_t blank = std::min(question.find(' '), question.size());
    const std::string name = question.substr(std::min(blank + 1, question.size()));
    question.resize(blank);
    text::JsonWriter json;
    json.begin_object();
    const auto fail = [&](const Failure& failure) {
        add(json, Said{failure});
        json.end_object();
        return json.take();
    };
    const auto asked = read_question();
    if (!asked)
        return fail(asked.error());
    const auto selection = cli::select_schedule(asked->schedule);
    if (!selection)
        return fail(selection.error());
    const auto options = roster_options(*asked, *selection, name);
    if (!options)
        return fail(options.error());
    json.member("terms", document::replaced_line(selection->edition()));
    const auto exit = quote_rows(*options, json);
    if (!exit)
        return fail(exit.error());
    json.member("exit", *exit).key("error").null().end_object();
    return json.take();
}

std::string editions() {
    return render::json(document::ScheduleListReply{embedded_catalogue(), embedded_catalogue().schedules()});
}

/// Keeps the answer, whose size it returns.
std::size_t keep(std::string text) {
    answer = std::move(text);
    return answer.size();
}

} // namespace

extern "C" {

/// Where the page writes a question of that many bytes.
[[clang::export_name("room")]] char* room(std::size_t size) {
    question.resize(size);
    return question.data();
}

/// Where the last answer is. The others return its size.
[[clang::export_name("answer")]] const char* answer_text() {
    return answer.data();
}

[[clang::export_name("editions")]] std::size_t ask_editions() {
    return keep(editions());
}

[[clang::export_name("quote")]] std::size_t ask_quote() {
    return keep(answered_quote());
}

[[clang::export_name("tiers")]] std::size_t ask_tiers() {
    return keep(answered_tiers());
}

[[clang::export_name("roster")]] std::size_t ask_roster() {
    return keep(answered_roster());
}
}
