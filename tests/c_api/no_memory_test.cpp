// Lets one allocation after another fail inside the C interface: each time the call must say so, and the handle must
// work afterwards. The program's own operator new goes before that of the C++ library, in shared libraries too.
#include "ptf_fees/c_api.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>
#include <string>

namespace {

long allocations_left = -1;    // negative: as many as are wanted
bool could_do_without = false; // the allocation that failed was one of those that may (a sort's buffer)

bool fails_now() {
    if (allocations_left < 0)
        return false;
    --allocations_left;
    return allocations_left < 0;
}

} // namespace

void* operator new(std::size_t size) {
    void* const place = fails_now() ? nullptr : std::malloc(size == 0 ? 1 : size);
    if (place == nullptr)
        throw std::bad_alloc{};
    return place;
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    const bool fails = fails_now();
    could_do_without = could_do_without || fails;
    return fails ? nullptr : std::malloc(size == 0 ? 1 : size);
}

void operator delete(void* place) noexcept {
    std::free(place);
}

void operator delete(void* place, std::size_t) noexcept {
    std::free(place);
}

namespace {

int failures = 0;

void check(bool holds, const char* what, long at, int code = 0) {
    if (holds)
        return;
    ++failures;
    std::fprintf(stderr, "with allocation %ld failing: %s (code %d)\n", at, what, code);
}

/// Whether general costs $70,000 for 5,000 employees.
bool works(ptf_fees_library* fees) {
    ptf_fees_answer answer{};
    answer.size = sizeof answer;
    return ptf_fees_choose(fees, "ptf-2025-04", nullptr) == PTF_FEES_OK &&
           ptf_fees_price(fees, "general", 5000, PTF_FEES_UNKNOWN, nullptr, nullptr, &answer) == PTF_FEES_OK &&
           answer.total_fee == 7000000;
}

/// Calls `call` with allocation 0, 1, 2, ... failing, until it needs no more.
long fail_each(const std::function<int()>& call, const std::function<void(long)>& afterwards) {
    for (long at = 0;; ++at) {
        allocations_left = at;
        could_do_without = false;
        const int code = call();
        const bool ran_out = allocations_left < 0;
        allocations_left = -1;
        afterwards(at);
        if (!ran_out)
            return at;
        const bool did_without = could_do_without && code == PTF_FEES_OK;
        check(code == PTF_FEES_NO_MEMORY || did_without, "the call does not say PTF_FEES_NO_MEMORY", at, code);
    }
}

void pricing_survives() {
    ptf_fees_library* fees = nullptr;
    check(ptf_fees_open(nullptr, &fees) == PTF_FEES_OK, "open", -1);
    ptf_fees_answer answer{};
    answer.size = sizeof answer;
    const auto priced = [&] {
        return ptf_fees_price_text(fees, "associate", "0000000000000000000000000000000012", nullptr, "company", "yes",
                                   "another-foundation-with-a-long-name,cncf", &answer);
    };
    const auto still_works = [&](long at) { check(works(fees), "the handle is no good any more", at); };
    check(fail_each(priced, still_works) > 3, "pricing allocates nothing: the test is blind", -1);
    const auto chosen = [&] { return ptf_fees_choose(fees, "ptf-2024-06-and-more", nullptr); };
    allocations_left = 0;
    check(chosen() == PTF_FEES_NO_MEMORY, "choosing does not say PTF_FEES_NO_MEMORY", 0);
    check(std::strlen(ptf_fees_error(fees)) != 0, "there is no sentence", 0);
    allocations_left = -1;
    ptf_fees_close(fees);
}

void opening_survives(const char* path) {
    ptf_fees_library* fees = nullptr;
    const auto open = [&] { return ptf_fees_open(path, &fees); };
    const auto close = [&](long at) {
        check(at != 0 || fees == nullptr, "there is a handle without memory for it", at);
        ptf_fees_close(fees);
    };
    check(fail_each(open, close) > 0, "opening allocates nothing: the test is blind", -1);
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2)
        return 2;
    const std::string file = std::string{arguments[1]} + "/tests/made_up/tide-2020-01.toml";
    pricing_survives();
    opening_survives(nullptr);
    opening_survives(file.c_str());
    opening_survives("there/is/none");
    return failures == 0 ? 0 : 1;
}
