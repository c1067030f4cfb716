// Floor 2, batch: run() is the table of contents. Everything that can be refused is refused before an output is opened,
// and files are put in place only when all is written.
#include "batch/batch.h"

#include "batch/job.h"
#include "batch/pipeline.h"
#include "batch/progress.h"
#include "batch/reading.h"
#include "batch/workbook.h"

#include "platform/terminal.h"
#include "text/names.h"

#include <algorithm>
#include <new>
#include <utility>

namespace ptf_fees::batch {
namespace {

/// Below this size of the input one thread is as fast as several.
constexpr std::uint64_t worth_threads = std::uint64_t{32} << 20U;

/// Where the records go, and what goes beside them.
struct Outputs {
    platform::Output records;
    std::optional<platform::Output> rejects{};
    std::optional<Workbook> workbook{}; ///< takes the records, and becomes what `records` gets at the end
};

/// `module`: of workbooks, where the output is to be one.
std::expected<Outputs, Refusal> open_outputs(const Options& options, const Job& job, const workbook::Module* module) {
    auto records = platform::Output::open(options.output);
    if (!records)
        return failed(records.error());
    Outputs outputs{std::move(*records)};
    if (options.rejects) {
        auto rejects = platform::Output::open(options.rejects);
        if (!rejects)
            return failed(rejects.error());
        outputs.rejects.emplace(std::move(*rejects));
    }
    if (module != nullptr) {
        auto workbook = Workbook::begin(*module, job.source, job.names, options, outputs.records);
        if (!workbook)
            return std::unexpected{std::move(workbook.error())};
        outputs.workbook.emplace(std::move(*workbook));
    }
    return outputs;
}

Checked write_headers(const Job& job, Outputs& outputs) {
    if (!outputs.workbook)
        if (auto written = outputs.records.write(job.header()); !written)
            return failed(written.error());
    if (outputs.rejects)
        if (auto written = outputs.rejects->write(job.rejects_header()); !written)
            return failed(written.error());
    return {};
}

/// The refusal where a file was not put in place: those of `names` are; what was written through has no name.
std::unexpected<Refusal> failed_after(platform::SystemError error, std::span<const std::string> names) {
    std::string in_place;
    for (const std::string& name : names)
        if (!name.empty())
            in_place += (in_place.empty() ? "" : ", ") + name;
    if (!in_place.empty())
        error.message += "; already the new one: " + in_place;
    return failed(error);
}

/// Puts all files in place: first everything is made durable, so that what can fail fails before any of them is there;
/// the records last, so that they are the old ones whenever something failed.
Checked finish(const Options& options, const Tally& tally, const PriceTable& table, Outputs& outputs) {
    if (outputs.workbook)
        if (auto written = outputs.workbook->finish(tally, table, options.catalogue->successor(*options.schedule),
                                                    outputs.records);
            !written)
            return failed(written.error());
    std::vector<platform::Output> files;
    if (outputs.rejects)
        files.push_back(std::move(*outputs.rejects));
    if (options.summary) {
        auto summary = platform::Output::open(options.summary);
        if (!summary)
            return failed(summary.error());
        if (auto written = summary->write(tally.json()); !written)
            return failed(written.error());
        files.push_back(std::move(*summary));
    }
    files.push_back(std::move(outputs.records));
    for (platform::Output& file : files)
        if (auto flushed = file.flush(); !flushed)
            return failed(flushed.error());
    std::vector<std::string> names; // made before the first file is in place, so that memory cannot run out after it
    for (const platform::Output& file : files)
        names.push_back(file.folder() ? text::quoted(file.name()) : "");
    for (std::size_t i = 0; i < files.size(); ++i)
        if (auto committed = files[i].commit(); !committed)
            return failed_after(std::move(committed.error()), std::span{names}.first(i));
    return {};
}

unsigned threads_for(const Options& options, const Source& source) {
    if (options.fail_fast)
        return 1; // what comes after the first bad row is not even to be looked at
    constexpr unsigned most_threads = 256;
    const auto size = source.reader.bytes_in_all();
    const unsigned usual = size && *size < worth_threads ? 1 : platform::core_count();
    return std::clamp(options.jobs.value_or(usual), 1U, most_threads);
}

std::expected<void, platform::SystemError> write(const ChunkResult& result, Outputs& outputs) {
    if (auto written = outputs.workbook ? outputs.workbook->add(result.output.view())
                                        : outputs.records.write(result.output.view());
        !written)
        return written;
    return outputs.rejects ? outputs.rejects->write(result.rejects.view())
                           : std::expected<void, platform::SystemError>{};
}

std::expected<Run, platform::SystemError> answer(Job& job, unsigned threads, Outputs& outputs, Progress& progress) {
    const auto take = [&](const ChunkResult& result, std::uint64_t rows) {
        progress.show(rows, result.bytes_read, job.source.reader.bytes_in_all());
        return write(result, outputs);
    };
    return threads == 1 ? answer_rows(job.source, job.plan, take) : Pipeline{job.source, job.plan, take}.run(threads);
}

std::expected<int, Refusal> quote_all(const Options& options) {
    if (auto checked = check_map(options); !checked)
        return std::unexpected{std::move(checked.error())};
    if (auto checked = check_files(options); !checked)
        return std::unexpected{std::move(checked.error())};
    const auto formats = choose_formats(options);
    if (!formats)
        return std::unexpected{formats.error()};
    const workbook::Module* workbook_module = nullptr;
    if (formats->output == FileFormat::xlsx) {
        const auto loaded = workbook::load_module();
        if (!loaded)
            return std::unexpected{Refusal{2, loaded.error()}};
        workbook_module = *loaded;
    }
    auto input = platform::open_input(options.input);
    if (!input)
        return failed(input.error());
    const auto begun = Job::begin(options, *formats, std::move(*input));
    if (!begun)
        return std::unexpected{begun.error()};
    Job& job = **begun;
    auto outputs = open_outputs(options, job, workbook_module);
    if (!outputs)
        return std::unexpected{std::move(outputs.error())};
    if (auto written = write_headers(job, *outputs); !written)
        return std::unexpected{std::move(written.error())};

    const Say say = options.say ? options.say : [](const text::Lines& lines) { platform::write_error(lines.view()); };
    if (const text::Lines lines = reading_lines(job.source, options, job.names, job.table); !lines.view().empty())
        say(lines);
    job.source.header_names = std::vector<std::string>{}; // with its memory: there may be very many
    Progress progress{outputs->records.descriptor()};
    const auto run = answer(job, threads_for(options, job.source), *outputs, progress);
    if (!run)
        return failed(run.error());
    // Made before the files are in place, so that memory cannot run out after that.
    const text::Lines lines = job.closing_lines(*run);
    if (outputs->workbook)
        progress.show_closing(run->tally.rows());
    if (auto finished = finish(options, run->tally, job.table, *outputs); !finished)
        return std::unexpected{std::move(finished.error())};
    progress.clear();
    say(lines);
    return run->tally.all_quoted() ? 0 : 1;
}

} // namespace

Ending run(const Options& options) {
    try {
        auto done = quote_all(options);
        if (done)
            return {.exit_code = *done};
        return {done.error().exit_code, std::move(done.error().message), done.error().closed_pipe};
    } catch (const std::bad_alloc&) {
        return {.exit_code = 5, .error = "memory ran out"};
    }
}

} // namespace ptf_fees::batch
