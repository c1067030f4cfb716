// Floor 2: the workbook of a portfolio: a sheet of its lines with the totals below, and one of their sources. It is
// made in a temporary file by the module that knows the format, and read back: a portfolio is small.
#include "document/answers.h"
#include "document/document.h"
#include "document/phrases.h"
#include "render/formats.h"
#include "text/words.h"
#include "workbook/file.h"

#include <algorithm>
#include <cerrno>
#include <new>

namespace ptf_fees::render {

using namespace document;
namespace {

using workbook::heading;
using workbook::text_value;
using workbook::Value;

using Rows = std::vector<std::vector<Value>>;

/// The currencies of a portfolio, each once: the number formats of its amounts.
class Currencies {
public:
    explicit Currencies(const Portfolio& portfolio) {
        for (const PortfolioTotal& total : portfolio.totals)
            codes_.push_back(total.currency);
    }

    [[nodiscard]] std::vector<std::string> formats() const {
        std::vector<std::string> formats;
        for (const std::string_view code : codes_)
            formats.push_back(workbook::amount_format(code));
        return formats;
    }

    [[nodiscard]] Value amount(std::optional<Money> money, std::string_view currency) const {
        const auto format = std::ranges::find(codes_, currency) - codes_.begin();
        return money ? workbook::amount_value(money->cents(), static_cast<std::uint32_t>(format)) : Value{};
    }

private:
    std::vector<std::string_view> codes_;
};

Rows line_rows(const PortfolioReply& reply, const std::string& question, const Currencies& currencies) {
    const Portfolio& portfolio = reply.portfolio;
    Rows rows{{heading("Membership"), heading("Payee"), heading("Amount"), heading("Currency"), heading("Band"),
               heading("Required by"), heading("Edition"), heading("Status"), heading("Reason")}};
    for (std::size_t i = 0; i < portfolio.lines.size(); ++i) {
        const auto& [charge, line] = portfolio.lines[i].quoted;
        const bool own = i < portfolio.memberships.size();
        const Status status = own ? portfolio.memberships[i].status : Status::quoted;
        rows.push_back({text_value(membership_name(charge)), text_value(charge.schedule->name),
                        currencies.amount(line.amount, charge.schedule->currency),
                        text_value(charge.schedule->currency),
                        text_value(line.band ? text::band_words(*line.band) : ""),
                        text_value(requiring_tiers(portfolio, portfolio.lines[i])), text_value(charge.schedule->id),
                        text_value(name_of(status)), text_value(own ? portfolio.memberships[i].reason : "")});
    }
    rows.emplace_back();
    const std::string period{reply.editions.front().schedule->period};
    const auto add_total = [&](const std::string& name, std::optional<Money> total, std::string_view currency) {
        if (total)
            rows.push_back({heading(name), Value{}, currencies.amount(total, currency), text_value(currency)});
    };
    for (const PortfolioTotal& total : portfolio.totals) {
        add_total("Total per " + period + (total.complete ? "" : ", of those that are quoted"), total.total,
                  total.currency);
        add_total("Lowest total per " + period, total.lowest, total.currency);
        add_total("Highest total per " + period, total.highest, total.currency);
    }
    rows.emplace_back();
    rows.push_back({heading("Question"), text_value(question)});
    for (const Edition& edition : reply.editions)
        rows.push_back({heading("Terms"), text_value(named_terms_line(edition))});
    for (const std::string& note : reply.notes)
        rows.push_back({heading("Note"), text_value(note)});
    return rows;
}

Rows source_rows(const PortfolioReply& reply) {
    Rows rows{{heading("Membership"), heading("As published"), heading("Source"), heading("Place in it"),
               heading("Dated"), heading("Page"), heading("Archived copy")}};
    for (const PortfolioLine& line : reply.portfolio.lines) {
        const Source& source = *line.quoted.line.source;
        rows.push_back({text_value(membership_name(line.quoted.charge)), text_value(line.quoted.line.published),
                        text_value(source.title), text_value(source.locator),
                        source.dated ? workbook::day_value(*source.dated) : Value{}, workbook::link(source.url),
                        workbook::link(source.archive)});
    }
    return rows;
}

std::expected<std::string, platform::SystemError> written(const workbook::Module& module, const PortfolioReply& reply) {
    const Currencies currencies{reply.portfolio};
    const workbook::Layout layout{.sheets = {{"Lines", false}, {"Sources", true}},
                                  .amount_formats = currencies.formats(),
                                  .title = document_of(reply, Scope::answer).title,
                                  .created = reply.portfolio.day};
    auto file = workbook::File::begin(module, layout, std::nullopt, {});
    if (!file)
        return std::unexpected{file.error()};
    Rows sheets[] = {line_rows(reply, layout.title, currencies), source_rows(reply)};
    for (std::size_t sheet = 0; sheet < std::size(sheets); ++sheet) {
        workbook::align_headings(sheets[sheet]);
        for (const std::vector<Value>& row : sheets[sheet])
            if (auto added = file->add_row(sheet, row); !added)
                return std::unexpected{added.error()};
    }
    std::string bytes;
    const auto finished = file->finish([&](std::string_view piece) {
        bytes += piece;
        return workbook::File::Written{};
    });
    if (!finished)
        return std::unexpected{finished.error()};
    return bytes;
}

} // namespace

Rendered workbook(const document::Reply& reply) {
    const auto* const portfolio = std::get_if<PortfolioReply>(&reply);
    if (portfolio == nullptr)
        return std::unexpected{Unrendered{
            .message =
                "a workbook holds a portfolio (quote with --tier twice or more) or a roster (batch -o FILE.xlsx): "
                "write csv, which every spreadsheet opens"}};
    const auto module = workbook::load_module();
    if (!module)
        return std::unexpected{Unrendered{.message = module.error()}};
    auto bytes = written(**module, *portfolio);
    if (bytes)
        return std::move(*bytes);
    if (bytes.error().code == ENOMEM)
        throw std::bad_alloc{};
    return std::unexpected{Unrendered{.io_failed = true, .message = std::move(bytes.error().message)}};
}

} // namespace ptf_fees::render
