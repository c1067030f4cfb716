#!/bin/bash
# Source coverage (clang-19: lines, branches, MC/DC) of the unit tests, of every process that the tests of the program,
# of the C interface, of the SQLite extension and of the tools of the build start: a table by floor with targets, and a
# list of what no test reaches, each with its reason (reasons.txt).
# usage: tests/evidence/coverage/run.sh [FILE-OR-FOLDER...]     (only what is named is listed; the table is of everything)
set -euo pipefail
cd "$(dirname "$0")/../../.."
build=$PWD/build/coverage
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache)
cmake --preset coverage "${launcher[@]}" >/dev/null
cmake --build "$build" --parallel "$(nproc)"
rm -rf "$build/profiles"
mkdir "$build/profiles"

# A process adds to one of four files for its program; a run that is killed by a signal counts nothing.
export LLVM_PROFILE_FILE="$build/profiles/%4m.profraw" PTF_FEES_PATIENCE=10
tests='unit|golden|readme|completion-bash|companions|terminal|tools|conformance|batch-(formats|outputs|corners|neighbours)|workbook-(missing|contents)|sqlite|sqlite_as_batch|c_api|c_api_no_memory|ctypes'
ctest --test-dir "$build" --output-on-failure --parallel "$(nproc)" --tests-regex "^($tests)\$" >"$build/tests.log" ||
    { cat "$build/tests.log"; exit 1; }
# Without the tests that limit the address space: the counters need some of their own.
python3 tests/batch/faults_test.py "$build/ptf-fees" Outputs Signals TermsOfTheCommand Inputs.test_a_quote_that_is_never_closed_costs_one_row \
    Inputs.test_an_input_that_is_deleted_is_read_to_its_end Inputs.test_nul_bytes_and_noise_end_in_order 2>"$build/tests.log" ||
    { cat "$build/tests.log"; exit 1; }
llvm-profdata-19 merge --sparse "$build"/profiles/*.profraw -o "$build/coverage.profdata"
objects=("$build/tests/ptf_fees_tests")
for object in ptf-fees libptf_fees_c.so ptf_fees_sqlite.so embed_schedules write_companions; do
    if [[ -e $build/$object ]]; then objects+=(--object "$build/$object"); fi
done
llvm-cov-19 export "${objects[@]}" --instr-profile "$build/coverage.profdata" --compilation-dir . \
    --ignore-filename-regex '^(/|tests/|build/)' >"$build/coverage.json"
python3 tests/evidence/coverage/summary.py "$build/coverage.json" tests/evidence/coverage/reasons.txt "$@"
