/* The C interface as a C program meets it. Pure C11; what it prints are the checks that failed. */
#include "ptf_fees/c_api.h"

#include <stdio.h>
#include <string.h>

static int failures = 0;

static void check(int holds, const char* what, int line) {
    if (holds)
        return;
    ++failures;
    fprintf(stderr, "c_api_test.c:%d: this does not hold: %s\n", line, what);
}

#define CHECK(condition) check((condition), #condition, __LINE__)
#define CHECK_TEXT(found, expected) check(strcmp((found), (expected)) == 0, #found " is " expected, __LINE__)
#define CHECK_SAYS(found, part) check(strstr((found), (part)) != NULL, #found " says " part, __LINE__)
#define FRESH {.size = sizeof(struct ptf_fees_answer)}

static struct ptf_fees_library* opened(void) {
    struct ptf_fees_library* fees = NULL;
    CHECK(ptf_fees_open(NULL, &fees) == PTF_FEES_OK);
    CHECK(fees != NULL);
    CHECK_TEXT(ptf_fees_error(fees), "");
    return fees;
}

static void the_version_is_the_headers(void) {
    CHECK(ptf_fees_abi_version() == PTF_FEES_ABI_VERSION);
    CHECK(ptf_fees_version()[0] >= '0' && ptf_fees_version()[0] <= '9');
}

struct row {
    const char* tier;
    int64_t employees;
    const char* org_type;
    const char* member_of;
    int32_t status;
    int64_t total; /* cents */
    const char* band;
};

/* The published figures at every breakpoint, at -1, 0 and +1. */
static const struct row rows[] = {
    {"general", 1, NULL, NULL, PTF_FEES_QUOTED, 3000000, "1 to 499"},
    {"general", 99, NULL, NULL, PTF_FEES_QUOTED, 3000000, "1 to 499"},
    {"general", 100, NULL, NULL, PTF_FEES_QUOTED, 3500000, "1 to 499"},
    {"general", 101, NULL, NULL, PTF_FEES_QUOTED, 3500000, "1 to 499"},
    {"general", 499, NULL, NULL, PTF_FEES_QUOTED, 3500000, "1 to 499"},
    {"general", 500, NULL, NULL, PTF_FEES_QUOTED, 4500000, "500 to 999"},
    {"General", 4999, "Company", "", PTF_FEES_QUOTED, 5500000, "3,000 to 4,999"},
    {"GENERAL", 5000, "nonprofit", NULL, PTF_FEES_QUOTED, 7000000, "5,000 or more"},
    {"general", 5001, NULL, "lf", PTF_FEES_QUOTED, 5000000, "5,000 or more"},
    {"general", INT64_MAX, NULL, "ptf,LF", PTF_FEES_QUOTED, 5000000, "5,000 or more"},
    {"premier", PTF_FEES_UNKNOWN, NULL, "lf", PTF_FEES_QUOTED, 15000000, ""},
    {"premier", PTF_FEES_UNKNOWN, NULL, NULL, PTF_FEES_NEEDS_EMPLOYEES, PTF_FEES_UNKNOWN, ""},
    {"associate", PTF_FEES_UNKNOWN, "academic", NULL, PTF_FEES_QUOTED, 0, ""},
    {"associate", 10, "company", NULL, PTF_FEES_INELIGIBLE, PTF_FEES_UNKNOWN, ""},
    {"associate", 10, "government", NULL, PTF_FEES_UNSTATED, PTF_FEES_UNKNOWN, ""},
};

static void every_row_is_answered_as_published(void) {
    struct ptf_fees_library* fees = opened();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        const struct row* row = &rows[i];
        struct ptf_fees_answer answer = FRESH;
        const int quoted = row->status == PTF_FEES_QUOTED;
        const int before = failures;
        CHECK(ptf_fees_price(fees, row->tier, row->employees, PTF_FEES_UNKNOWN, row->org_type, row->member_of,
                             &answer) == PTF_FEES_OK);
        CHECK(answer.status == row->status);
        CHECK(answer.total_fee == row->total);
        CHECK(answer.has_total_fee == quoted);
        CHECK(answer.has_membership_fee == quoted);
        CHECK(answer.has_prerequisite_fee == quoted);
        CHECK(!quoted || answer.membership_fee + answer.prerequisite_fee == answer.total_fee);
        CHECK((strlen(answer.reason) == 0) == quoted);
        CHECK((strlen(answer.total_text) != 0) == quoted);
        CHECK(strcmp(answer.band, row->band) == 0);
        if (failures != before)
            fprintf(stderr, "  in row %zu: %s, total %lld, band %s\n", i, answer.status_name,
                    (long long)answer.total_fee, answer.band);
    }
    ptf_fees_close(fees);
}

static void an_answer_has_its_words(void) {
    struct ptf_fees_library* fees = opened();
    struct ptf_fees_answer answer = FRESH;
    CHECK(ptf_fees_price(fees, "general", 5000, PTF_FEES_UNKNOWN, NULL, NULL, &answer) == PTF_FEES_OK);
    CHECK_TEXT(answer.status_name, "quoted");
    CHECK_TEXT(answer.membership_text, "50000.00");
    CHECK_TEXT(answer.prerequisite_text, "20000.00");
    CHECK_TEXT(answer.total_text, "70000.00");
    CHECK_TEXT(answer.currency, "USD");
    CHECK_TEXT(answer.schedule, "ptf-2025-04");
    CHECK_TEXT(answer.successor, "ptf-2026-01");
    CHECK(ptf_fees_price(fees, "associate", 5, PTF_FEES_UNKNOWN, "company", NULL, &answer) == PTF_FEES_OK);
    CHECK_TEXT(answer.status_name, "ineligible");
    CHECK_SAYS(answer.reason, "not open to companies");
    ptf_fees_close(fees);
}

/* Values as text: what a cell may hold, and what it is refused with. */
struct cells {
    const char *tier, *employees, *revenue, *org_type, *lf_member, *member_of;
    int code;
    const char* says; /* part of the total or of the error */
};

static const struct cells cell_rows[] = {
    {"general", "5000", NULL, NULL, NULL, NULL, PTF_FEES_OK, "70000.00"},
    {"general", "0005000", "", "", "", "", PTF_FEES_OK, "70000.00"},
    {"general", "5000", NULL, "COMPANY", "yes", NULL, PTF_FEES_OK, "50000.00"},
    {"general", "5000", "0", NULL, "1", "lf", PTF_FEES_OK, "50000.00"},
    {"general", "5000", NULL, NULL, "no", "ptf", PTF_FEES_OK, "70000.00"},
    {"premier", NULL, NULL, NULL, "TRUE", NULL, PTF_FEES_OK, "150000.00"},
    {"gneral", "5000", NULL, NULL, NULL, NULL, PTF_FEES_INVALID, "did you mean 'general'?"},
    {"", "5000", NULL, NULL, NULL, NULL, PTF_FEES_INVALID, "tier is empty: name a tier"},
    {"general", "1,200", NULL, NULL, NULL, NULL, PTF_FEES_INVALID, "write 1200"},
    {"general", "0", NULL, NULL, NULL, NULL, PTF_FEES_INVALID, "below 1"},
    {"general", " 5", NULL, NULL, NULL, NULL, PTF_FEES_INVALID, "blanks"},
    {"general", "9223372036854775808", NULL, NULL, NULL, NULL, PTF_FEES_INVALID, "too large"},
    {"general", "\xff\x01", NULL, NULL, NULL, NULL, PTF_FEES_INVALID, "\\xFF\\x01"},
    {"general", "5000", "1e6", NULL, NULL, NULL, PTF_FEES_INVALID, "revenue"},
    {"general", "5000", NULL, "firm", NULL, NULL, PTF_FEES_INVALID, "org_type"},
    {"general", "5000", NULL, NULL, "maybe", NULL, PTF_FEES_INVALID, "neither yes nor no"},
    {"general", "5000", NULL, NULL, "no", "lf", PTF_FEES_INVALID, "contradicts"},
    {"general", "5000", NULL, NULL, NULL, "lf,", PTF_FEES_INVALID, "empty name"},
    {"general", "5000", NULL, NULL, NULL, "linux", PTF_FEES_INVALID, "member_of 'linux' is not a foundation"},
    {"general", "5000", NULL, NULL, NULL, "lf ptf", PTF_FEES_INVALID, "member_of 'lf ptf' is not a foundation"},
    {"general", "5000", NULL, NULL, NULL, " lf", PTF_FEES_INVALID,
     "is not a foundation, did you mean 'lf'? (the foundations"},
    {"general", "5000", NULL, NULL, NULL, "lf, ptf", PTF_FEES_INVALID, "member_of ' ptf' is not a foundation"},
};

static void cells_are_read_strictly(void) {
    struct ptf_fees_library* fees = opened();
    for (size_t i = 0; i < sizeof cell_rows / sizeof *cell_rows; ++i) {
        const struct cells* row = &cell_rows[i];
        struct ptf_fees_answer answer = FRESH;
        const int before = failures;
        CHECK(ptf_fees_price_text(fees, row->tier, row->employees, row->revenue, row->org_type, row->lf_member,
                                  row->member_of, &answer) == row->code);
        CHECK(strstr(row->code == PTF_FEES_OK ? answer.total_text : ptf_fees_error(fees), row->says) != NULL);
        CHECK((strlen(ptf_fees_error(fees)) == 0) == (row->code == PTF_FEES_OK));
        CHECK(answer.status == (row->code == PTF_FEES_OK ? PTF_FEES_QUOTED : PTF_FEES_NO_ANSWER));
        CHECK(answer.has_total_fee == (row->code == PTF_FEES_OK));
        CHECK_TEXT(answer.schedule, "ptf-2025-04");
        CHECK_TEXT(answer.currency, "USD");
        if (failures != before)
            fprintf(stderr, "  in row %zu: %s%s\n", i, answer.total_text, ptf_fees_error(fees));
    }
    ptf_fees_close(fees);
}

static void a_number_that_is_no_figure_is_refused_like_its_text(void) {
    struct ptf_fees_library* fees = opened();
    struct ptf_fees_answer answer = FRESH;
    CHECK(ptf_fees_price(fees, "general", 0, PTF_FEES_UNKNOWN, NULL, NULL, &answer) == PTF_FEES_INVALID);
    CHECK_SAYS(ptf_fees_error(fees), "employees '0' is below 1");
    CHECK(ptf_fees_price(fees, "general", -1, PTF_FEES_UNKNOWN, NULL, NULL, &answer) == PTF_FEES_INVALID);
    CHECK_SAYS(ptf_fees_error(fees), "negative");
    CHECK(ptf_fees_price(fees, "general", 1, INT64_MIN + 1, NULL, NULL, &answer) == PTF_FEES_INVALID);
    CHECK(answer.total_fee == PTF_FEES_UNKNOWN);
    ptf_fees_close(fees);
}

struct chosen {
    const char *name, *as_of;
    int code;
    const char* says; /* the edition, or part of the error */
};

static const struct chosen choices[] = {
    {"ptf-2024-06", NULL, PTF_FEES_OK, "ptf-2024-06"},
    {"PTF", NULL, PTF_FEES_OK, "ptf-2025-04"},
    {"ptf", "2024-10-07", PTF_FEES_OK, "ptf-2024-06"},
    {"ptf", "2024-10-08", PTF_FEES_OK, "ptf-2024-10"},
    {"ptf", "2025-04-29", PTF_FEES_OK, "ptf-2025-04"},
    {"lf", NULL, PTF_FEES_OK, "lf-2014-01"},
    {"ptf", "2023-06-06", PTF_FEES_NO_EDITION, "ptf-2023-06"},
    {"ptf", "2024-02-30", PTF_FEES_NO_EDITION, "YYYY-MM-DD"},
    {"ptf-2024-06", "2024-06-03", PTF_FEES_NO_EDITION, "one edition"},
    {"pft", NULL, PTF_FEES_NO_EDITION, "did you mean 'ptf'?"},
    {"", NULL, PTF_FEES_NO_EDITION, "the foundations are almalinux, asf"},
};

static void an_edition_is_chosen_by_name_and_day(void) {
    struct ptf_fees_library* fees = opened();
    for (size_t i = 0; i < sizeof choices / sizeof *choices; ++i) {
        const struct chosen* row = &choices[i];
        const int before = failures;
        CHECK(ptf_fees_choose(fees, "ptf-2023-06", NULL) == PTF_FEES_OK);
        CHECK(ptf_fees_choose(fees, row->name, row->as_of) == row->code);
        CHECK(strstr(row->code == PTF_FEES_OK ? ptf_fees_edition(fees) : ptf_fees_error(fees), row->says) != NULL);
        if (row->code != PTF_FEES_OK)
            CHECK_TEXT(ptf_fees_edition(fees), "ptf-2023-06");
        if (failures != before)
            fprintf(stderr, "  in row %zu: %s %s\n", i, ptf_fees_edition(fees), ptf_fees_error(fees));
    }
    struct ptf_fees_answer answer = FRESH;
    CHECK(ptf_fees_choose(fees, "ptf-2026-01", NULL) == PTF_FEES_OK);
    CHECK(ptf_fees_price(fees, "silver", 10, PTF_FEES_UNKNOWN, NULL, NULL, &answer) == PTF_FEES_OK);
    CHECK(answer.status == PTF_FEES_UNPUBLISHED);
    CHECK_TEXT(answer.successor, "");
    ptf_fees_close(fees);
}

static void a_file_or_a_folder_can_be_opened(const char* source) {
    char path[4096];
    struct ptf_fees_library* fees = NULL;
    struct ptf_fees_answer answer = FRESH;
    snprintf(path, sizeof path, "%s/data", source);
    CHECK(ptf_fees_open(path, &fees) == PTF_FEES_OK);
    CHECK_TEXT(ptf_fees_edition(fees), "ptf-2025-04");
    ptf_fees_close(fees);

    snprintf(path, sizeof path, "%s/tests/made_up/tide-2020-01.toml", source);
    CHECK(ptf_fees_open(path, &fees) == PTF_FEES_OK);
    CHECK_TEXT(ptf_fees_edition(fees), "tide-2020-01");
    CHECK(ptf_fees_choose(fees, "ptf", NULL) == PTF_FEES_OK);
    ptf_fees_close(fees);

    snprintf(path, sizeof path, "%s/tests/made_up", source);
    CHECK(ptf_fees_open(path, &fees) == PTF_FEES_OK);
    CHECK_TEXT(ptf_fees_edition(fees), "");
    CHECK(ptf_fees_price(fees, "general", 5, PTF_FEES_UNKNOWN, NULL, NULL, &answer) == PTF_FEES_MISUSE);
    CHECK_SAYS(ptf_fees_error(fees), "ptf_fees_choose");
    ptf_fees_close(fees);

    snprintf(path, sizeof path, "%s/LICENSE", source);
    CHECK(ptf_fees_open(path, &fees) == PTF_FEES_REFUSED);
    CHECK_SAYS(ptf_fees_error(fees), "error:");
    CHECK(ptf_fees_choose(fees, "ptf", NULL) == PTF_FEES_NO_EDITION);
    ptf_fees_close(fees);

    snprintf(path, sizeof path, "%s/there/is/none.toml", source);
    CHECK(ptf_fees_open(path, &fees) == PTF_FEES_UNREADABLE);
    CHECK_SAYS(ptf_fees_error(fees), "No such file");
    ptf_fees_close(fees);
}

/* A published scale that ends with 399: the last fee is never that of anyone beyond. */
static void beyond_the_end_of_a_scale_nothing_is_published(const char* source) {
    static const struct row at_the_end[] = {
        {"plot", 398, NULL, NULL, PTF_FEES_QUOTED, 370000, "101 to 399"},
        {"plot", 399, NULL, NULL, PTF_FEES_QUOTED, 370000, "101 to 399"},
        {"plot", 400, NULL, NULL, PTF_FEES_UNPUBLISHED, PTF_FEES_UNKNOWN, ""},
        {"plot", INT64_MAX, NULL, NULL, PTF_FEES_UNPUBLISHED, PTF_FEES_UNKNOWN, ""},
    };
    char path[4096];
    struct ptf_fees_library* fees = NULL;
    snprintf(path, sizeof path, "%s/tests/made_up/orchard-2020-06.toml", source);
    CHECK(ptf_fees_open(path, &fees) == PTF_FEES_OK);
    for (size_t i = 0; i < sizeof at_the_end / sizeof *at_the_end; ++i) {
        const struct row* row = &at_the_end[i];
        struct ptf_fees_answer answer = FRESH;
        const int quoted = row->status == PTF_FEES_QUOTED;
        CHECK(ptf_fees_price(fees, row->tier, row->employees, PTF_FEES_UNKNOWN, NULL, NULL, &answer) == PTF_FEES_OK);
        CHECK(answer.status == row->status);
        CHECK(answer.has_total_fee == quoted);
        CHECK(answer.total_fee == row->total);
        CHECK(strcmp(answer.band, row->band) == 0);
        CHECK(quoted || strstr(answer.reason, "where the published scale ends") != NULL);
    }
    ptf_fees_close(fees);
}

static void null_is_misuse_and_never_a_crash(void) {
    struct ptf_fees_library* fees = opened();
    struct ptf_fees_answer answer = FRESH;
    struct ptf_fees_answer small = {.size = sizeof small - 1, .total_fee = 42};
    CHECK(ptf_fees_open(NULL, NULL) == PTF_FEES_MISUSE);
    ptf_fees_close(NULL);
    CHECK(strlen(ptf_fees_error(NULL)) != 0);
    CHECK_TEXT(ptf_fees_edition(NULL), "");
    CHECK(ptf_fees_choose(NULL, "ptf", NULL) == PTF_FEES_MISUSE);
    CHECK(ptf_fees_choose(fees, NULL, NULL) == PTF_FEES_MISUSE);
    CHECK(ptf_fees_price(NULL, "general", 1, 1, NULL, NULL, &answer) == PTF_FEES_MISUSE);
    CHECK(answer.status == PTF_FEES_NO_ANSWER && answer.total_text[0] == '\0');
    CHECK(ptf_fees_price(fees, NULL, 1, 1, NULL, NULL, &answer) == PTF_FEES_MISUSE);
    CHECK(ptf_fees_price(fees, "general", 1, 1, NULL, NULL, NULL) == PTF_FEES_MISUSE);
    CHECK(ptf_fees_price(fees, "general", 1, 1, NULL, NULL, &small) == PTF_FEES_MISUSE);
    CHECK_SAYS(ptf_fees_error(fees), "sizeof(*answer)");
    CHECK(small.total_fee == 42);
    CHECK(ptf_fees_price_text(fees, NULL, NULL, NULL, NULL, NULL, NULL, NULL) == PTF_FEES_MISUSE);
    CHECK(ptf_fees_price_text(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) == PTF_FEES_MISUSE);
    ptf_fees_close(fees);
}

static void two_handles_do_not_disturb_each_other(void) {
    struct ptf_fees_library* one = opened();
    struct ptf_fees_library* two = opened();
    struct ptf_fees_answer first = FRESH;
    struct ptf_fees_answer second = FRESH;
    CHECK(ptf_fees_price(one, "general", 5000, PTF_FEES_UNKNOWN, NULL, NULL, &first) == PTF_FEES_OK);
    CHECK(ptf_fees_choose(two, "lf", NULL) == PTF_FEES_OK);
    CHECK(ptf_fees_price(two, "silver", 5000, PTF_FEES_UNKNOWN, NULL, NULL, &second) == PTF_FEES_OK);
    ptf_fees_close(two);
    CHECK_TEXT(first.total_text, "70000.00");
    CHECK_TEXT(first.schedule, "ptf-2025-04");
    ptf_fees_close(one);
}

int main(int count, char** arguments) {
    if (count != 2) {
        fprintf(stderr, "usage: c_api_test SOURCE_FOLDER\n");
        return 2;
    }
    the_version_is_the_headers();
    every_row_is_answered_as_published();
    an_answer_has_its_words();
    cells_are_read_strictly();
    a_number_that_is_no_figure_is_refused_like_its_text();
    an_edition_is_chosen_by_name_and_day();
    a_file_or_a_folder_can_be_opened(arguments[1]);
    beyond_the_end_of_a_scale_nothing_is_published(arguments[1]);
    null_is_misuse_and_never_a_crash();
    two_handles_do_not_disturb_each_other();
    return failures == 0 ? 0 : 1;
}
