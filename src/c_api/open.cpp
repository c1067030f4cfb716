// Floor 2, C interface: which catalogue, which edition.
#include "c_api/library.h"

#include "ptf_fees/load.h"

#include "text/finding.h"

namespace ptf_fees::c_api {
namespace {

constexpr std::string_view default_foundation = "ptf";

/// Every error of a refused load, as the program prints them.
Refusal refused(const std::vector<Finding>& findings) {
    Refusal refusal{PTF_FEES_REFUSED, {}};
    for (const Finding& finding : findings)
        if (finding.severity == Severity::error)
            refusal.message += text::to_text(finding);
    return refusal;
}

Done open_texts(Handle& handle, const std::vector<ScheduleText>& texts, const Catalogue& base) {
    Loaded loaded = load_schedules(texts, base);
    if (!loaded.catalogue)
        return refused(loaded.findings);
    handle.catalogue = std::move(*loaded.catalogue);
    if (base.has_foundation(default_foundation))
        return choose(handle, loaded.editions.front()->id, std::nullopt);
    return handle.catalogue.has_foundation(default_foundation) ? choose(handle, default_foundation, std::nullopt)
                                                               : std::nullopt;
}

Done open_path(Handle& handle, const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        auto texts = read_schedule_folder(path);
        if (!texts)
            return Refusal{PTF_FEES_UNREADABLE, std::move(texts.error().message)};
        return open_texts(handle, *texts, Catalogue{});
    }
    auto text = read_schedule_file(path);
    if (!text)
        return Refusal{PTF_FEES_UNREADABLE, std::move(text.error().message)};
    std::vector<ScheduleText> texts;
    texts.push_back(std::move(*text));
    return open_texts(handle, texts, embedded_catalogue());
}

} // namespace

Done open(Handle& handle, const char* path) {
    if (path != nullptr)
        return open_path(handle, path);
    handle.catalogue = embedded_catalogue();
    return choose(handle, default_foundation, std::nullopt);
}

Done choose(Handle& handle, std::string_view name, std::optional<std::string_view> as_of) {
    const auto choice = choose_edition(handle.catalogue, name, as_of, {.before_name = "", .day = "as_of"});
    if (!choice) {
        const NotChosen& problem = choice.error();
        const std::string remedy = problem.remedy.empty() ? "" : " (" + problem.remedy + ")";
        return Refusal{PTF_FEES_NO_EDITION, problem.message + remedy};
    }
    const auto next = handle.catalogue.successor(*choice->schedule);
    std::string edition{choice->schedule->id};
    std::string currency{choice->schedule->currency};
    std::string successor{next ? next->id : std::string_view{}};
    handle.edition = std::move(edition);
    handle.currency = std::move(currency);
    handle.successor = std::move(successor);
    handle.choice = *choice;
    return std::nullopt;
}

} // namespace ptf_fees::c_api
