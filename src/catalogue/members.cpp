// Floor 2, catalogue: a list of members, from a text to values.

#include "catalogue/check.h"

#include "catalogue/parse.h"
#include "catalogue/read.h"
#include "ptf_fees/load.h"

namespace ptf_fees {

bool is_member_list(const ScheduleText& text) {
    catalogue::Report unread{text.file, text.text};
    const auto toml = catalogue::parse_toml(text.text, unread);
    return toml && toml->contains("member");
}

LoadedMembers load_members(ScheduleText text, const Catalogue& catalogue) {
    const auto storage = std::make_shared<catalogue::Storage>();
    catalogue::Reading reading{.report = catalogue::Report{std::move(text.file), text.text}, .storage = *storage};
    LoadedMembers loaded;
    if (const auto toml = catalogue::parse_toml(text.text, reading.report)) {
        const MemberList& list = catalogue::read_members(*toml, reading);
        catalogue::check_members(list, reading, catalogue);
        if (!reading.report.has_errors())
            loaded.list = {storage, &list};
    }
    loaded.findings = reading.report.take();
    return loaded;
}

} // namespace ptf_fees
