// Floor 2: the border of the C interface. Every function is a barrier: what is thrown inside it, lack of memory
// included, becomes a code and a sentence.
#include "ptf_fees/c_api.h"

#include "ptf_fees/price.h"

#include "c_api/library.h"

#include <array>
#include <new>

namespace {

using namespace ptf_fees::c_api;
using ptf_fees::Status;

// The numbers of the ABI are those of the engine.
static_assert(PTF_FEES_QUOTED == static_cast<int>(Status::quoted));
static_assert(PTF_FEES_INELIGIBLE == static_cast<int>(Status::ineligible));
static_assert(PTF_FEES_UNSTATED == static_cast<int>(Status::unstated));
static_assert(PTF_FEES_UNPUBLISHED == static_cast<int>(Status::unpublished));
static_assert(PTF_FEES_NEEDS_EMPLOYEES == static_cast<int>(Status::needs_employees));
static_assert(PTF_FEES_NEEDS_REVENUE == static_cast<int>(Status::needs_revenue));
static_assert(PTF_FEES_OUT_OF_RANGE == static_cast<int>(Status::out_of_range));
static_assert(PTF_FEES_OUT_OF_RANGE + 1 == ptf_fees::all_statuses.size());

int fail(Handle& handle, ptf_fees_code code, const char* sentence) noexcept {
    handle.error = sentence;
    return code;
}

/// Runs `body` and keeps what it refuses; nothing that it throws gets out.
template <typename Body>
int fenced(Handle& handle, const Body& body) noexcept {
    try {
        handle.error = "";
        if (Done refusal = body()) {
            handle.message = std::move(refusal->message);
            return fail(handle, refusal->code, handle.message.c_str());
        }
        return PTF_FEES_OK;
    } catch (const std::bad_alloc&) {
        return fail(handle, PTF_FEES_NO_MEMORY, "there is not enough memory: free some and call again");
    } catch (...) {
        return fail(handle, PTF_FEES_INTERNAL, "an unexpected exception was stopped: please report it");
    }
}

std::string_view view(const char* text) noexcept {
    return text == nullptr ? std::string_view{} : std::string_view{text};
}

void clear(ptf_fees_answer& answer) noexcept {
    using Text = const char* ptf_fees_answer::*;
    constexpr std::array<Text, 9> texts{
        &ptf_fees_answer::membership_text, &ptf_fees_answer::prerequisite_text, &ptf_fees_answer::total_text,
        &ptf_fees_answer::status_name,     &ptf_fees_answer::currency,          &ptf_fees_answer::band,
        &ptf_fees_answer::schedule,        &ptf_fees_answer::successor,         &ptf_fees_answer::reason};
    const auto size = answer.size;
    answer = {};
    answer.size = size;
    answer.status = PTF_FEES_NO_ANSWER;
    answer.membership_fee = PTF_FEES_UNKNOWN;
    answer.prerequisite_fee = PTF_FEES_UNKNOWN;
    answer.total_fee = PTF_FEES_UNKNOWN;
    for (const Text text : texts)
        answer.*text = "";
}

/// Whether there is an answer to write to; it is cleared then.
bool usable(ptf_fees_answer* answer) noexcept {
    if (answer == nullptr || answer->size < sizeof(ptf_fees_answer))
        return false;
    clear(*answer);
    return true;
}

std::string figure_text(std::int64_t figure) {
    return figure == PTF_FEES_UNKNOWN ? std::string{} : std::to_string(figure);
}

/// Prices what `ask` gathers, once it is sure that there is somewhere to write to.
template <typename Ask>
int answered(ptf_fees_library* library, const char* tier, ptf_fees_answer* answer, const Ask& ask) noexcept {
    const bool writable = usable(answer);
    if (library == nullptr)
        return PTF_FEES_MISUSE;
    if (!writable)
        return fail(*library, PTF_FEES_MISUSE, "answer is NULL or its size is too small: set size to sizeof(*answer)");
    if (tier == nullptr)
        return fail(*library, PTF_FEES_MISUSE, "tier is NULL: name a tier by its id or name");
    return fenced(*library, [=] { return ask(*library, *answer); });
}

} // namespace

std::uint32_t ptf_fees_abi_version(void) {
    return PTF_FEES_ABI_VERSION;
}

const char* ptf_fees_version(void) {
    return PTF_FEES_VERSION;
}

int ptf_fees_open(const char* path, ptf_fees_library** library) {
    if (library == nullptr)
        return PTF_FEES_MISUSE;
    *library = new (std::nothrow) ptf_fees_library;
    if (*library == nullptr)
        return PTF_FEES_NO_MEMORY;
    return fenced(**library, [&handle = **library, path] { return open(handle, path); });
}

void ptf_fees_close(ptf_fees_library* library) {
    delete library;
}

int ptf_fees_choose(ptf_fees_library* library, const char* name, const char* as_of) {
    if (library == nullptr)
        return PTF_FEES_MISUSE;
    if (name == nullptr)
        return fail(*library, PTF_FEES_MISUSE, "name is NULL: name an edition or a foundation");
    return fenced(*library, [=] {
        return choose(*library, name, as_of == nullptr ? std::nullopt : std::optional{std::string_view{as_of}});
    });
}

const char* ptf_fees_edition(const ptf_fees_library* library) {
    return library == nullptr ? "" : library->edition.c_str();
}

int ptf_fees_price(ptf_fees_library* library, const char* tier, std::int64_t employees, std::int64_t revenue,
                   const char* org_type, const char* member_of, ptf_fees_answer* answer) {
    return answered(library, tier, answer, [=](Handle& handle, ptf_fees_answer& out) {
        const std::string heads = figure_text(employees);
        const std::string units = figure_text(revenue);
        return price_into(out, handle,
                          {.tier = tier,
                           .employees = heads,
                           .revenue = units,
                           .org_type = view(org_type),
                           .member_of = view(member_of)});
    });
}

int ptf_fees_price_text(ptf_fees_library* library, const char* tier, const char* employees, const char* revenue,
                        const char* org_type, const char* lf_member, const char* member_of, ptf_fees_answer* answer) {
    return answered(library, tier, answer, [=](Handle& handle, ptf_fees_answer& out) {
        return price_into(out, handle,
                          {.tier = tier,
                           .employees = view(employees),
                           .revenue = view(revenue),
                           .org_type = view(org_type),
                           .lf_member = view(lf_member),
                           .member_of = view(member_of)});
    });
}

const char* ptf_fees_error(const ptf_fees_library* library) {
    return library == nullptr ? "there is no library handle: memory ran out, or NULL was given" : library->error;
}
