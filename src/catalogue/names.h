#pragma once
// What the checks of ids and names share.

#include "catalogue/draft.h"
#include "catalogue/report.h"

#include <map>
#include <span>
#include <string>

namespace ptf_fees::catalogue {

/// Ids and names of one kind of thing, case ignored, as people may use either to choose one.
class Taken {
public:
    Taken(std::string_view kind, Report& report) : kind_{kind}, report_{report} {}

    /// Takes a name for the thing with the number `owner`; reports it where another thing has it.
    void take(const Name& name, std::size_t owner);

private:
    struct Owner {
        std::size_t number = 0;
        Place place;
    };

    std::string kind_;
    Report& report_;
    std::map<std::string, Owner> owners_;
};

/// Reports that `name` is none of the ids `defined` of that kind.
void refuse_undefined(Code code, const Placed<std::string_view>& name, const std::string& kind,
                      std::span<const std::string_view> defined, Report& report);

} // namespace ptf_fees::catalogue
