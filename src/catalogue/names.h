#pragma once
// What the checks of ids and names share.

#include "catalogue/reading.h"
#include "ptf_fees/schedule.h"

#include <map>
#include <span>
#include <string>

namespace ptf_fees::catalogue {

/// Ids and names of one kind of thing, case ignored, as people may use either to choose one.
class Taken {
public:
    Taken(std::string_view kind, Reading& reading) : kind_{kind}, reading_{reading} {}

    /// Takes the name in that member, where it has one, for the thing with the number `owner`; reports it where another
    /// thing has it.
    void take(const std::string_view* name, std::size_t owner);

    /// Takes what these members of all `things` hold.
    template <class Thing, class... Names>
    void take_all(std::span<const Thing> things, Names... names) {
        for (std::size_t i = 0; i < things.size(); ++i)
            (take(&(things[i].*names), i), ...);
    }

private:
    struct Owner {
        std::size_t number = 0;
        Place place;
    };

    std::string kind_;
    Reading& reading_;
    std::map<std::string, Owner> owners_;
};

/// What a file defines that can be mentioned by id.
struct Defined {
    std::span<const Source> sources;
    std::span<const Tier> tiers{};
    std::span<const Benefit> benefits{};
};

/// Sets what mentions one of `defined`. Reports mentions of what is not there, and sources that nothing mentions and
/// that do not say what they prove, with `remedy`.
void settle_mentions(const Defined& defined, Reading& reading, const std::string& remedy);

} // namespace ptf_fees::catalogue
