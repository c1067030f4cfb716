// Floor 2, on top of the C interface: ptf_fee(...) and the table ptf_quote(...) inside SQLite. It only carries values
// across: text in, the answer's strings out. Nothing here throws.
#include "ptf_fees/c_api.h"

#include <sqlite3ext.h>

#include <array>
#include <cstring>
#include <new>
#include <span>
#include <utility>

SQLITE_EXTENSION_INIT1

namespace {

/// The edition that is asked where no schedule is named, as in the program.
constexpr const char* default_schedule = "ptf";

/// What a row asks. Null is not known.
enum Argument : int { arg_tier, arg_employees, arg_org_type, arg_lf_member, arg_schedule, arg_count };

/// The columns of ptf_quote: those that 'ptf-fees batch' adds, then the arguments, hidden. These have names of their
/// own, so that they never make a roster's columns ambiguous.
constexpr const char* quote_table =
    "CREATE TABLE ptf_quote(status TEXT, membership_fee TEXT, prerequisite_fee TEXT, total_fee TEXT, currency TEXT, "
    "band TEXT, schedule TEXT, error TEXT, asked_tier HIDDEN, asked_employees HIDDEN, asked_org_type HIDDEN, "
    "asked_lf_member HIDDEN, asked_schedule HIDDEN)";
constexpr int col_arguments = 8; ///< the first hidden one

/// One answer, or why there is none. Its strings live until the next question to the same library.
struct Outcome {
    ptf_fees_answer answer{};
    int code = PTF_FEES_OK;
    const char* error = "";

    /// The values describe no organisation that could be quoted: what a batch calls invalid.
    [[nodiscard]] bool is_invalid() const noexcept {
        return code == PTF_FEES_INVALID || (code == PTF_FEES_OK && answer.status == PTF_FEES_OUT_OF_RANGE);
    }
};

/// The text of `value` (null for NULL), if C can read it to its end.
int read_text(sqlite3_value* value, const char*& text) {
    if (sqlite3_value_type(value) == SQLITE_NULL)
        return PTF_FEES_OK;
    text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    if (text == nullptr)
        return PTF_FEES_NO_MEMORY;
    return std::strlen(text) == static_cast<std::size_t>(sqlite3_value_bytes(value)) ? PTF_FEES_OK : PTF_FEES_INVALID;
}

/// Asks for `values`, in the order of Argument; those behind the last are not known.
Outcome ask(ptf_fees_library* library, std::span<sqlite3_value*> values) {
    Outcome outcome;
    outcome.answer.size = sizeof outcome.answer;
    std::array<const char*, arg_count> texts{};
    int readable = PTF_FEES_OK;
    for (std::size_t i = 0; i < values.size() && readable == PTF_FEES_OK; ++i)
        readable = read_text(values[i], texts[i]);
    if (readable != PTF_FEES_OK)
        texts = {}; // no tier at all: refused, with the currency and the schedule that such a row shows
    const char* const schedule = texts[arg_schedule] == nullptr ? default_schedule : texts[arg_schedule];
    const char* const tier = texts[arg_tier] == nullptr ? "" : texts[arg_tier];
    outcome.code = ptf_fees_choose(library, schedule, nullptr);
    if (outcome.code == PTF_FEES_OK)
        outcome.code = ptf_fees_price_text(library, tier, texts[arg_employees], nullptr, texts[arg_org_type],
                                           texts[arg_lf_member], nullptr, &outcome.answer);
    outcome.error = outcome.code == PTF_FEES_OK ? outcome.answer.reason : ptf_fees_error(library);
    if (readable == PTF_FEES_OK)
        return outcome;
    outcome.code = readable;
    outcome.error = "a value has a zero byte in it: write plain text";
    return outcome;
}

void close_library(void* library) {
    ptf_fees_close(static_cast<ptf_fees_library*>(library));
}

/// ptf_fee: the total, NULL where there is none, an error where the values are none.
void fee(sqlite3_context* context, int count, sqlite3_value** values) {
    auto* const library = static_cast<ptf_fees_library*>(sqlite3_user_data(context));
    const Outcome outcome = ask(library, {values, static_cast<std::size_t>(count)});
    if (outcome.code == PTF_FEES_NO_MEMORY)
        sqlite3_result_error_nomem(context);
    else if (outcome.code != PTF_FEES_OK || outcome.is_invalid())
        sqlite3_result_error(context, outcome.error, -1);
    else if (outcome.answer.has_total_fee != 0)
        sqlite3_result_text(context, outcome.answer.total_text, -1, SQLITE_TRANSIENT);
}

/// A walk over the one row of ptf_quote. Each has a library of its own: two of them may be read in turns.
struct Cursor {
    sqlite3_vtab_cursor base{}; ///< first, since SQLite sees only this
    ptf_fees_library* library = nullptr;
    std::array<sqlite3_value*, arg_count> asked{};
    Outcome outcome{};
    bool at_end = true;

    void forget() noexcept {
        for (sqlite3_value*& value : asked)
            sqlite3_value_free(std::exchange(value, nullptr));
    }
};

Cursor& cursor_of(sqlite3_vtab_cursor* base) noexcept {
    return *reinterpret_cast<Cursor*>(base);
}

int connect(sqlite3* database, void*, int, const char* const*, sqlite3_vtab** table, char**) {
    const int code = sqlite3_declare_vtab(database, quote_table);
    if (code != SQLITE_OK)
        return code;
    sqlite3_vtab_config(database, SQLITE_VTAB_INNOCUOUS);
    *table = new (std::nothrow) sqlite3_vtab{};
    return *table == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int disconnect(sqlite3_vtab* table) {
    delete table;
    return SQLITE_OK;
}

/// The arguments are equations with the hidden columns; all but the schedule must be there. The plan's number is how
/// many are.
int best_index(sqlite3_vtab* table, sqlite3_index_info* plan) {
    std::array<int, arg_count> constraints{-1, -1, -1, -1, -1};
    unsigned unusable = 0;
    for (int i = 0; i < plan->nConstraint; ++i) {
        const auto& constraint = plan->aConstraint[i];
        const int argument = constraint.iColumn - col_arguments;
        if (argument < 0 || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ)
            continue;
        if (constraint.usable != 0)
            constraints[static_cast<std::size_t>(argument)] = i;
        else
            unusable |= 1U << static_cast<unsigned>(argument);
    }
    int given = 0;
    for (std::size_t argument = 0; argument < constraints.size(); ++argument) {
        const int constraint = constraints[argument];
        if (constraint >= 0) {
            plan->aConstraintUsage[constraint] = {.argvIndex = ++given, .omit = 1};
            continue;
        }
        if ((unusable & (1U << argument)) != 0)
            return SQLITE_CONSTRAINT; // another order of the join gives it
        if (argument == arg_schedule)
            continue;
        sqlite3_free(table->zErrMsg);
        table->zErrMsg =
            sqlite3_mprintf("too few arguments: write ptf_quote(tier, employees, org_type, lf_member [, schedule])");
        return SQLITE_ERROR;
    }
    plan->idxNum = given;
    plan->estimatedCost = 1;
    plan->estimatedRows = 1;
    plan->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    return SQLITE_OK;
}

int open_cursor(sqlite3_vtab*, sqlite3_vtab_cursor** base) {
    auto* const cursor = new (std::nothrow) Cursor;
    if (cursor == nullptr)
        return SQLITE_NOMEM;
    if (ptf_fees_open(nullptr, &cursor->library) != PTF_FEES_OK) {
        ptf_fees_close(cursor->library);
        delete cursor;
        return SQLITE_NOMEM; // the built-in catalogue can fail for no other reason
    }
    *base = &cursor->base;
    return SQLITE_OK;
}

int close_cursor(sqlite3_vtab_cursor* base) {
    Cursor& cursor = cursor_of(base);
    cursor.forget();
    ptf_fees_close(cursor.library);
    delete &cursor;
    return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int, const char*, int count, sqlite3_value** values) {
    Cursor& cursor = cursor_of(base);
    cursor.forget();
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        cursor.asked[i] = sqlite3_value_dup(values[i]);
        if (cursor.asked[i] == nullptr)
            return SQLITE_NOMEM;
    }
    cursor.outcome = ask(cursor.library, std::span{cursor.asked}.first(static_cast<std::size_t>(count)));
    cursor.at_end = false;
    if (cursor.outcome.code == PTF_FEES_OK || cursor.outcome.is_invalid())
        return SQLITE_OK;
    if (cursor.outcome.code == PTF_FEES_NO_MEMORY)
        return SQLITE_NOMEM;
    sqlite3_free(base->pVtab->zErrMsg);
    base->pVtab->zErrMsg = sqlite3_mprintf("%s", cursor.outcome.error);
    return SQLITE_ERROR;
}

int next(sqlite3_vtab_cursor* base) {
    cursor_of(base).at_end = true;
    return SQLITE_OK;
}

int at_end(sqlite3_vtab_cursor* base) {
    return cursor_of(base).at_end ? 1 : 0;
}

/// What stands in a column that is not hidden; "" is NULL.
const char* text_in(const Outcome& outcome, int column) noexcept {
    const ptf_fees_answer& answer = outcome.answer;
    const std::array<const char*, col_arguments> texts{outcome.is_invalid() ? "invalid" : answer.status_name,
                                                       answer.membership_text,
                                                       answer.prerequisite_text,
                                                       answer.total_text,
                                                       answer.currency,
                                                       answer.band,
                                                       answer.schedule,
                                                       outcome.error};
    return texts[static_cast<std::size_t>(column)];
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) {
    const Cursor& cursor = cursor_of(base);
    if (column >= col_arguments) {
        sqlite3_value* const asked = cursor.asked[static_cast<std::size_t>(column - col_arguments)];
        if (asked != nullptr)
            sqlite3_result_value(context, asked);
        return SQLITE_OK;
    }
    if (const char* const text = text_in(cursor.outcome, column); *text != '\0')
        sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
    return SQLITE_OK;
}

int row_number(sqlite3_vtab_cursor*, sqlite3_int64* number) {
    *number = 1;
    return SQLITE_OK;
}

/// Without xCreate it is a table that is always there, and that nobody creates.
constexpr sqlite3_module quote_module = [] {
    sqlite3_module module{};
    module.xConnect = connect;
    module.xBestIndex = best_index;
    module.xDisconnect = disconnect;
    module.xOpen = open_cursor;
    module.xClose = close_cursor;
    module.xFilter = filter;
    module.xNext = next;
    module.xEof = at_end;
    module.xColumn = column;
    module.xRowid = row_number;
    return module;
}();

/// Registers ptf_fee with `arguments` arguments; SQLite closes its library.
int add_fee(sqlite3* database, int arguments) {
    ptf_fees_library* library = nullptr;
    const int opened = ptf_fees_open(nullptr, &library);
    if (opened != PTF_FEES_OK) {
        ptf_fees_close(library);
        return SQLITE_NOMEM;
    }
    constexpr int traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(database, "ptf_fee", arguments, traits, library, fee, nullptr, nullptr,
                                      close_library);
}

} // namespace

/// What sqlite3_load_extension calls for a file named ptf_fees_sqlite.so.
extern "C" PTF_FEES_API int sqlite3_ptffeessqlite_init(sqlite3* database, char**, const sqlite3_api_routines* api) {
    SQLITE_EXTENSION_INIT2(api);
    int code = add_fee(database, arg_count - 1);
    if (code == SQLITE_OK)
        code = add_fee(database, arg_count);
    if (code == SQLITE_OK)
        code = sqlite3_create_module_v2(database, "ptf_quote", &quote_module, nullptr, nullptr);
    return code;
}
