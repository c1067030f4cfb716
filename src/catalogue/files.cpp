// Floor 2, catalogue: schedule texts from files and folders. System calls are left to the platform.

#include "ptf_fees/load.h"

#include "platform/file.h"
#include "text/names.h"
#include "text/width.h"

#include <algorithm>

namespace ptf_fees {

std::expected<ScheduleText, Unreadable> read_schedule_file(const std::filesystem::path& file) {
    auto text = platform::read_file(file, largest_schedule_file + 1);
    if (!text)
        return std::unexpected(Unreadable{text::printable(text.error().message)});
    return ScheduleText{.file = file.string(), .text = std::move(*text)};
}

std::expected<std::vector<ScheduleText>, Unreadable> read_schedule_folder(const std::filesystem::path& folder) {
    const std::string name = text::quoted(folder.string());
    std::error_code error;
    std::vector<std::filesystem::path> files;
    auto entry = std::filesystem::directory_iterator{folder, error};
    for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
        if (entry->path().extension() == ".toml" && !entry->path().filename().string().starts_with('.'))
            files.push_back(entry->path());
    }
    if (error)
        return std::unexpected(Unreadable{"cannot read the folder " + name + ": " + error.message()});
    if (files.empty())
        return std::unexpected(Unreadable{"the folder " + name + " has no file that ends in .toml"});
    std::ranges::sort(files);
    std::vector<ScheduleText> texts;
    for (const auto& file : files) {
        auto text = read_schedule_file(file);
        if (!text)
            return std::unexpected(std::move(text.error()));
        texts.push_back(std::move(*text));
    }
    return texts;
}

std::expected<std::optional<ScheduleText>, Unreadable> read_member_file(const std::filesystem::path& folder,
                                                                        std::string_view foundation) {
    const std::filesystem::path file = folder / "members" / (std::string{foundation} + ".toml");
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return std::nullopt;
    auto text = read_schedule_file(file);
    if (!text)
        return std::unexpected(std::move(text.error()));
    return std::move(*text);
}

} // namespace ptf_fees
