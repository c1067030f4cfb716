// The pieces of a batch put together as batch::run does it, except what takes long and is the same every time.
#include "fuzz/batch_run.h"

#include "batch/checks.h"
#include "batch/run.h"
#include "fuzz/memory_files.h"
#include "fuzz/targets.h"
#include "ptf_fees/ptf_fees.h"

#include <array>
#include <memory>

using namespace ptf_fees;
using in_memory::Mode;

namespace {

/// The prices of all rows, ready-made: what takes long and depends on a few properties of the input only.
struct Prices {
    batch::PriceTable table;
    batch::RowPricer pricer;

    Prices(const batch::Options& options, const batch::OutputStyle& style, std::optional<bool> lf_always)
        : table{batch::PriceTable::compile(*options.catalogue, *options.schedule, {}, {}, lf_always).value()},
          pricer{table, batch::Names{{}, {}}, {.tier = options.tier}, batch::AnswerText{style, *options.schedule}} {}
};

const Prices& prices_for(const batch::Options& options, const batch::OutputStyle& style, const batch::Source& source) {
    static std::array<std::array<std::unique_ptr<Prices>, 32>, 3> known;
    const bool rows_say =
        !source.separator || source.columns.used[static_cast<std::size_t>(batch::UsedColumn::lf_member)].has_value();
    const std::array properties{style.json, style.table.excel_safe, style.line_end == "\n", options.tier != nullptr,
                                rows_say};
    std::size_t number = 0;
    for (const bool property : properties)
        number = 2 * number + (property ? 1 : 0);
    const char separator = style.table.separator;
    std::unique_ptr<Prices>& prices = known[separator == ',' ? 0 : separator == ';' ? 1 : 2][number];
    if (!prices)
        prices = std::make_unique<Prices>(options, style, rows_say ? std::nullopt : std::optional{false});
    return *prices;
}

batch::OutputStyle style_of(const Mode& mode, const batch::Source& source) {
    batch::OutputStyle style{.json = mode.to_json()};
    style.table.excel_safe = mode.excel_safe;
    const bool same = mode.in == mode.out && !mode.to_json();
    style.table.separator = same ? *source.separator : mode.out == batch::FileFormat::tsv ? '\t' : ',';
    if (mode.to_json() == mode.from_json())
        style.line_end = source.line_end;
    return style;
}

std::string header_of(const batch::Source& source, const batch::OutputStyle& style) {
    if (style.json)
        return {};
    std::vector<batch::Cell> cells;
    batch::header_cells(source, cells);
    batch::Buffer header;
    std::string room;
    for (const batch::Cell& cell : cells) {
        if (&cell != &cells.front())
            header.append(style.table.separator);
        append_to_table(header, cell, style.table, room);
    }
    header.append(batch::header_end(batch::added_columns, style));
    return std::string{header.view()};
}

batch::Options options_of(const Mode& mode) {
    const Schedule& schedule = *embedded_catalogue().default_edition("ptf");
    batch::Options options{.catalogue = &embedded_catalogue(), .schedule = &schedule};
    options.tier = mode.own_header ? find_tier(schedule, "general") : nullptr;
    if (mode.companions)
        options.rejects = "rejects";
    return options;
}

} // namespace

std::expected<in_memory::Run, batch::Refusal> in_memory::run_batch(std::string_view input, const Mode& mode,
                                                                   std::size_t chunk_bytes) {
    static const fuzz::MemoryFile in;
    static const batch::Names names{{}, {}};
    batch::Options options = options_of(mode);
    options.chunk_bytes = chunk_bytes;
    in.put(input);
    auto source = batch::begin_source({platform::Descriptor{in.descriptor(), false}, "input"}, options, mode.in, names,
                                      mode.to_json() ? batch::FileFormat::jsonl : batch::FileFormat::csv);
    if (!source)
        return std::unexpected{source.error()};
    const batch::OutputStyle style = style_of(mode, *source);
    const Prices& prices = prices_for(options, style, *source);
    if (source->separator)
        if (auto checked = batch::check_columns(*source, options, prices.table); !checked)
            return std::unexpected{checked.error()};
    const batch::Plan plan{.pricer = &prices.pricer,
                           .columns = source->columns,
                           .separator = source->separator,
                           .input_line_end = source->line_end,
                           .json_keys = batch::json_keys(*source),
                           .write_rejects = mode.companions,
                           .fail_fast = mode.fail_fast};
    Run run;
    std::string output;
    const auto ran = batch::answer_rows(*source, plan, [&](const batch::ChunkResult& result, std::uint64_t) {
        output += result.output.view();
        run.rejects += result.rejects.view();
        return std::expected<void, platform::SystemError>{};
    });
    fuzz::must(ran.has_value(), "nothing fails in memory");
    run.exit_code = ran->tally.all_quoted() ? 0 : 1;
    run.summary = ran->tally.json();
    run.output = header_of(*source, style) + output;
    return run;
}
