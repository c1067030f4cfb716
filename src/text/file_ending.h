#pragma once
// What the ending of a file's name says about what is in it.

#include <optional>
#include <string>
#include <string_view>

namespace ptf_fees::text {

/// What follows the last dot of a file's name: "csv". Empty if there is none but a leading one.
[[nodiscard]] std::string_view ending_of(std::string_view path);

/// Why a file of that name is not written in `format` (its name on the command line): its ending means another format.
/// One sentence with the remedy; `endings` are those that are written. nullopt for an ending that means nothing here.
[[nodiscard]] std::optional<std::string> ending_fault(std::string_view path, std::string_view format,
                                                      std::string_view endings);

} // namespace ptf_fees::text
