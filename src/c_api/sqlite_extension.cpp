// Floor 2, on top of the C interface: ptf_fee_cents(...) and the table ptf_quote(...) inside SQLite. It only carries
// values across: text in, the answer's strings and whole cents out. Nothing here throws.
#include "ptf_fees/c_api.h"

#include <sqlite3ext.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <new>
#include <utility>

SQLITE_EXTENSION_INIT1

namespace {

/// The edition that is asked for where no schedule is named, as in the program.
constexpr const char* default_schedule = "ptf";

/// What a row asks. Null, or left out, is not known.
enum Argument : int { arg_tier, arg_employees, arg_org_type, arg_lf_member, arg_schedule, arg_count };
constexpr int fewest_arguments = arg_employees + 1;

using Values = std::array<sqlite3_value*, arg_count>;

/// The columns of ptf_quote: those that 'ptf-fees batch' adds, with amounts in whole cents, which SQLite sums and
/// compares exactly; then the arguments, hidden. These have names of their own, so that they never make a roster's
/// columns ambiguous.
constexpr const char* quote_table =
    "CREATE TABLE ptf_quote(status TEXT, membership_fee_cents INTEGER, prerequisite_fee_cents INTEGER, "
    "total_fee_cents INTEGER, currency TEXT, band TEXT, schedule TEXT, error TEXT, asked_tier HIDDEN, "
    "asked_employees HIDDEN, asked_org_type HIDDEN, asked_lf_member HIDDEN, asked_schedule HIDDEN)";
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

/// Room for a 64-bit integer as text.
using Digits = std::array<char, 24>;

/// The text of `value` (null for NULL), if C can read it to its end. A floating-point number that is whole reads as the
/// whole number, for that is what many tools make of a column of counts with a gap in it.
int read_text(sqlite3_value* value, Digits& digits, const char*& text) {
    if (value == nullptr || sqlite3_value_type(value) == SQLITE_NULL)
        return PTF_FEES_OK;
    if (sqlite3_value_type(value) == SQLITE_FLOAT) {
        constexpr double largest = 9.0e18; // below 2^63
        const double number = sqlite3_value_double(value);
        if (std::abs(number) <= largest && std::trunc(number) == number) {
            text = sqlite3_snprintf(static_cast<int>(digits.size()), digits.data(), "%lld",
                                    static_cast<sqlite3_int64>(number));
            return PTF_FEES_OK;
        }
    }
    text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    if (text == nullptr)
        return PTF_FEES_NO_MEMORY;
    return std::strlen(text) == static_cast<std::size_t>(sqlite3_value_bytes(value)) ? PTF_FEES_OK : PTF_FEES_INVALID;
}

/// Asks for `values`, indexed by Argument; null is left out.
Outcome ask(ptf_fees_library* library, const Values& values) {
    Outcome outcome;
    outcome.answer.size = sizeof outcome.answer;
    std::array<const char*, arg_count> texts{};
    std::array<Digits, arg_count> digits{};
    int readable = PTF_FEES_OK;
    for (std::size_t i = 0; i < values.size() && readable == PTF_FEES_OK; ++i)
        readable = read_text(values[i], digits[i], texts[i]);
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

/// ptf_fee_cents: the total, NULL where the row has none, and an error if there is no such schedule.
void fee(sqlite3_context* context, int count, sqlite3_value** values) {
    auto* const library = static_cast<ptf_fees_library*>(sqlite3_user_data(context));
    Values asked{};
    std::copy_n(values, count, asked.begin());
    const Outcome outcome = ask(library, asked);
    if (outcome.code == PTF_FEES_NO_MEMORY)
        sqlite3_result_error_nomem(context);
    else if (outcome.code != PTF_FEES_OK && !outcome.is_invalid())
        sqlite3_result_error(context, outcome.error, -1);
    else if (outcome.answer.has_total_fee != 0)
        sqlite3_result_int64(context, outcome.answer.total_fee);
}

/// A walk over the one row of ptf_quote. Each has a library of its own: two of them may be read in turns.
struct Cursor {
    sqlite3_vtab_cursor base{}; ///< first, since SQLite sees only this
    ptf_fees_library* library = nullptr;
    Values asked{};
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

/// The arguments are equations with the hidden columns; the first two must be there. The plan's number has a bit for
/// each that is.
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
    int count = 0;
    for (std::size_t argument = 0; argument < constraints.size(); ++argument) {
        const int constraint = constraints[argument];
        if (constraint >= 0) {
            plan->aConstraintUsage[constraint] = {.argvIndex = ++count, .omit = 1};
            given |= 1 << argument;
            continue;
        }
        if ((unusable & (1U << argument)) != 0)
            return SQLITE_CONSTRAINT; // another order of the join gives it
        if (argument >= fewest_arguments)
            continue;
        sqlite3_free(table->zErrMsg);
        table->zErrMsg =
            sqlite3_mprintf("too few arguments: write ptf_quote(tier, employees [, org_type, lf_member, schedule])");
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

int filter(sqlite3_vtab_cursor* base, int given, const char*, int, sqlite3_value** values) {
    Cursor& cursor = cursor_of(base);
    cursor.forget();
    for (std::size_t i = 0; i < cursor.asked.size(); ++i) {
        if ((given & (1 << i)) == 0)
            continue;
        cursor.asked[i] = sqlite3_value_dup(*values++);
        if (cursor.asked[i] == nullptr)
            return SQLITE_NOMEM;
    }
    cursor.outcome = ask(cursor.library, cursor.asked);
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

/// "" is NULL.
void give_text(sqlite3_context* context, const char* text) {
    if (*text != '\0')
        sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
}

void give_cents(sqlite3_context* context, sqlite3_int64 cents) {
    if (cents != PTF_FEES_UNKNOWN)
        sqlite3_result_int64(context, cents);
}

/// What is not known, or not given, stays NULL. The numbers are those of quote_table.
int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int column) {
    const Cursor& cursor = cursor_of(base);
    const Outcome& outcome = cursor.outcome;
    const ptf_fees_answer& answer = outcome.answer;
    switch (column) {
    case 0:
        give_text(context, outcome.is_invalid() ? "invalid" : answer.status_name);
        break;
    case 1:
        give_cents(context, answer.membership_fee);
        break;
    case 2:
        give_cents(context, answer.prerequisite_fee);
        break;
    case 3:
        give_cents(context, answer.total_fee);
        break;
    case 4:
        give_text(context, answer.currency);
        break;
    case 5:
        give_text(context, answer.band);
        break;
    case 6:
        give_text(context, answer.schedule);
        break;
    case 7:
        give_text(context, outcome.error);
        break;
    default:
        if (sqlite3_value* const asked = cursor.asked[static_cast<std::size_t>(column - col_arguments)])
            sqlite3_result_value(context, asked);
    }
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

/// Registers ptf_fee_cents with `arguments` arguments; SQLite closes its library.
int add_fee(sqlite3* database, int arguments) {
    ptf_fees_library* library = nullptr;
    const int opened = ptf_fees_open(nullptr, &library);
    if (opened != PTF_FEES_OK) {
        ptf_fees_close(library);
        return SQLITE_NOMEM;
    }
    constexpr int traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(database, "ptf_fee_cents", arguments, traits, library, fee, nullptr, nullptr,
                                      close_library);
}

} // namespace

/// What sqlite3_load_extension calls for a file named ptf_fees_sqlite.so.
extern "C" PTF_FEES_API int sqlite3_ptffeessqlite_init(sqlite3* database, char**, const sqlite3_api_routines* api) {
    SQLITE_EXTENSION_INIT2(api);
    int code = SQLITE_OK;
    for (int count = fewest_arguments; count <= arg_count && code == SQLITE_OK; ++count)
        code = add_fee(database, count);
    if (code == SQLITE_OK)
        code = sqlite3_create_module_v2(database, "ptf_quote", &quote_module, nullptr, nullptr);
    return code;
}
