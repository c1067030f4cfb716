/* The C interface of ptf-fees, for spreadsheets, databases and other languages: open a catalogue, choose an edition,
 * price a tier. It is stable: within one PTF_FEES_ABI_VERSION (the shared library's SOVERSION) nothing here is changed
 * or taken away; functions and members at the end of struct ptf_fees_answer may be added.
 *
 *     struct ptf_fees_library* fees;
 *     struct ptf_fees_answer answer = {.size = sizeof answer};
 *     if (ptf_fees_open(NULL, &fees) == PTF_FEES_OK &&
 *         ptf_fees_price(fees, "general", 5000, PTF_FEES_UNKNOWN, NULL, NULL, &answer) == PTF_FEES_OK)
 *         puts(answer.has_total_fee ? answer.total_text : answer.reason);
 *     else
 *         puts(ptf_fees_error(fees));
 *     ptf_fees_close(fees);
 *
 * Strings. Input is read during the call only. Every string handed out is UTF-8, ends in a zero byte, is never NULL
 * ("" if there is nothing to say) and is never freed by the caller. Those of an answer, of ptf_fees_error and of
 * ptf_fees_edition belong to the library handle and are valid until the next call with that handle, save
 * ptf_fees_error and ptf_fees_edition, which invalidate nothing.
 * Memory. The caller's structures are the caller's, everything else is the library's; nothing is allocated on one side
 * and freed on the other. No exception leaves a function: lack of memory is PTF_FEES_NO_MEMORY, and the handle stays
 * usable. NULL where an argument is needed is PTF_FEES_MISUSE.
 * Threads. One handle is used by one thread at a time; any number of handles at the same time.
 * The functions read no clock, locale or environment; ptf_fees_open alone reads files. */
#ifndef PTF_FEES_C_API_H
#define PTF_FEES_C_API_H

#include <stdint.h> /* NOLINT(modernize-deprecated-headers): this is a C header */

#if defined(__GNUC__)
#define PTF_FEES_API __attribute__((visibility("default")))
#else
#define PTF_FEES_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define PTF_FEES_ABI_VERSION 1

/* A figure that is not known; never 0. In an answer: an amount that is not known. */
#define PTF_FEES_UNKNOWN INT64_MIN

/* What a function returns. Every code but PTF_FEES_OK comes with a sentence from ptf_fees_error. */
enum ptf_fees_code {
    PTF_FEES_OK = 0,
    PTF_FEES_MISUSE = 1,     /* NULL where a value is needed, too small a struct, or no edition chosen */
    PTF_FEES_INVALID = 2,    /* no such tier, or a value that describes no organisation */
    PTF_FEES_REFUSED = 3,    /* a schedule file has errors, or requires a membership that the catalogue lacks */
    PTF_FEES_NO_EDITION = 4, /* no such edition or foundation, or none in force on that day */
    PTF_FEES_UNREADABLE = 5, /* a file or folder cannot be read */
    PTF_FEES_NO_MEMORY = 6,
    PTF_FEES_INTERNAL = 7 /* a fault of the library */
};

/* How a question about a tier was answered. Only PTF_FEES_QUOTED has amounts. */
enum ptf_fees_status {
    PTF_FEES_NO_ANSWER = -1, /* the function returned a code other than PTF_FEES_OK */
    PTF_FEES_QUOTED = 0,
    PTF_FEES_INELIGIBLE = 1,      /* the tier is not open to this type of organisation */
    PTF_FEES_UNSTATED = 2,        /* the schedule does not state whether it is */
    PTF_FEES_UNPUBLISHED = 3,     /* a fee that is due is not published, at all or for that figure */
    PTF_FEES_NEEDS_EMPLOYEES = 4, /* a fee depends on the headcount, which is unknown */
    PTF_FEES_NEEDS_REVENUE = 5,   /* a fee depends on the revenue, which is unknown */
    PTF_FEES_OUT_OF_RANGE = 6     /* the figure lies below the first band */
};

/* A catalogue of schedules, the edition chosen in it, and the strings handed out last. */
struct ptf_fees_library;

/* What a tier costs. The caller sets `size` before the call; all else is written, whatever is returned: after a code
 * other than PTF_FEES_OK no amount is known, and of the strings at most currency, schedule and successor. */
struct ptf_fees_answer {
    uint32_t size;                /* sizeof(struct ptf_fees_answer) as the caller knows it */
    int32_t status;               /* enum ptf_fees_status */
    int32_t has_membership_fee;   /* 1: the amount below is known; 0: it is not, which is not free */
    int32_t has_prerequisite_fee; /* the same */
    int32_t has_total_fee;        /* the same */
    int32_t reserved;             /* 0 */
    int64_t membership_fee;       /* the tier's own fee in cents a period, or PTF_FEES_UNKNOWN */
    int64_t prerequisite_fee;     /* all memberships that must be held too; 0 where nothing more is due */
    int64_t total_fee;            /* the sum of the two */
    const char* membership_text;  /* the same amounts as text: "50000.00", "" where unknown */
    const char* prerequisite_text;
    const char* total_text;
    const char* status_name; /* "quoted", "ineligible", ... */
    const char* currency;    /* ISO 4217: "USD" */
    const char* band;        /* of the tier's own fee: "5,000 or more"; "" where it has no bands */
    const char* schedule;    /* the edition that was asked for: "ptf-2024-10" */
    const char* successor;   /* the edition that replaced it: "ptf-2026-01"; "" if there is none */
    const char* reason;      /* one sentence why there is no total, with the remedy; "" when quoted */
};

/* The ABI version that the library was built with: compare it with PTF_FEES_ABI_VERSION. */
PTF_FEES_API uint32_t ptf_fees_abi_version(void);

/* The program's version, "1.0.0". Static storage. */
PTF_FEES_API const char* ptf_fees_version(void);

/* Opens a catalogue: the built-in one (path NULL), that of a folder's *.toml files, or the built-in one with the file
 * `path` added. The edition chosen is the file's, else the default edition of the foundation "ptf" if there is one.
 * Warnings about a schedule are not reported ('ptf-fees schedule check' lists them).
 * *library is set whatever is returned, so that ptf_fees_error can tell why, and is to be closed; it is NULL if
 * there was no memory for it. */
PTF_FEES_API int ptf_fees_open(const char* path, struct ptf_fees_library** library);

/* Ends the handle and all strings that it handed out. NULL is allowed. */
PTF_FEES_API void ptf_fees_close(struct ptf_fees_library* library);

/* Chooses the edition for the prices that follow: `name` is an edition ("ptf-2024-10") or a foundation ("ptf": its
 * default edition, or the one in force on `as_of`, "2024-10-08", where that is not NULL). On failure the choice stays.
 */
PTF_FEES_API int ptf_fees_choose(struct ptf_fees_library* library, const char* name, const char* as_of);

/* The id of the chosen edition; "" where none is chosen. */
PTF_FEES_API const char* ptf_fees_edition(const struct ptf_fees_library* library);

/* Prices `tier` (id or name, case ignored) for an organisation:
 *   employees  consolidated headcount, 1 or more, or PTF_FEES_UNKNOWN
 *   revenue    annual revenue in whole currency units, 0 or more, or PTF_FEES_UNKNOWN
 *   org_type   "company" (NULL), "nonprofit", "academic", "government" or "individual"
 *   member_of  foundations whose membership is held, by id, with commas between and no blanks: "lf"; NULL: none;
 *              one that the catalogue does not have is refused
 * PTF_FEES_OK means that there is an answer; the answer may be that there is no price. */
PTF_FEES_API int ptf_fees_price(struct ptf_fees_library* library, const char* tier, int64_t employees, int64_t revenue,
                                const char* org_type, const char* member_of, struct ptf_fees_answer* answer);

/* The same for values as text, read as strictly as the cells of 'ptf-fees batch' are and refused with the same
 * sentences: figures are digits only, `lf_member` is yes, no, true, false, 1 or 0, and NULL or "" is not known (of a
 * figure), company, or no. */
PTF_FEES_API int ptf_fees_price_text(struct ptf_fees_library* library, const char* tier, const char* employees,
                                     const char* revenue, const char* org_type, const char* lf_member,
                                     const char* member_of, struct ptf_fees_answer* answer);

/* What the last call with this handle was refused for: what was found, what was expected, the remedy; for a schedule
 * file every error, on lines of their own. "" after PTF_FEES_OK. NULL is allowed: lack of memory. */
PTF_FEES_API const char* ptf_fees_error(const struct ptf_fees_library* library);

#ifdef __cplusplus
}
#endif

#endif
