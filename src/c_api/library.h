#pragma once
// What the handle of the C interface refers to, and the three things that are done with it.

#include "ptf_fees/c_api.h"
#include "ptf_fees/catalogue.h"

#include "engine/choose_edition.h"

#include <optional>
#include <string>
#include <string_view>

/// Strings that the engine hands out as views are copied: C needs a zero byte after them.
struct ptf_fees_library {
    ptf_fees::Catalogue catalogue{};
    std::optional<ptf_fees::Choice> choice{};
    std::string edition{};
    std::string currency{};
    std::string successor{};
    std::string status_name{};
    std::string membership{};
    std::string prerequisite{};
    std::string total{};
    std::string band{};
    std::string reason{};
    std::string message{};  ///< room for `error`
    const char* error = ""; ///< `message`, or static storage
};

namespace ptf_fees::c_api {

using Handle = ptf_fees_library;

/// A refusal on its way to the handle.
struct Refusal {
    ptf_fees_code code = PTF_FEES_OK;
    std::string message{};
};

using Done = std::optional<Refusal>; ///< nullopt: it went well

/// Gives `handle` the catalogue of the file or folder `path`, or the built-in one where that is null, and its first
/// choice.
[[nodiscard]] Done open(Handle& handle, const char* path);

/// Chooses an edition by name and day. What it refuses, or throws, leaves the choice as it was.
[[nodiscard]] Done choose(Handle& handle, std::string_view name, std::optional<std::string_view> as_of);

/// A question as text; empty is not known.
struct Asked {
    std::string_view tier{};
    std::string_view employees{};
    std::string_view revenue{};
    std::string_view org_type{};
    std::string_view lf_member{};
    std::string_view member_of{};
};

/// Prices what is asked: the strings go into `handle`, and then the whole answer into `answer`.
[[nodiscard]] Done price_into(ptf_fees_answer& answer, Handle& handle, const Asked& asked);

} // namespace ptf_fees::c_api
