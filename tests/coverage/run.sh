#!/bin/bash
# Source coverage (clang-19: lines, branches, MC/DC) of the unit tests and of every process that the black-box tests
# start, as a summary with targets and a list of what no test reaches.
# usage: tests/coverage/run.sh [FILE-OR-FOLDER...]     (only what is named is listed; the summary is of everything)
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/coverage
cmake --preset coverage >/dev/null
cmake --build "$build"
rm -rf "$build/profiles"

# A process adds to one of four files for its program; a run that is killed by a signal counts nothing.
export LLVM_PROFILE_FILE="$PWD/$build/profiles/%4m.profraw"
ctest --test-dir "$build" --output-on-failure --exclude-regex 'consumer|completion|companions|hardening|sqlite|package|c_api|ctypes|html'

llvm-profdata-19 merge --sparse "$build"/profiles/*.profraw -o "$build/coverage.profdata"
objects=("$build/tests/ptf_fees_tests" --object "$build/ptf-fees")
llvm-cov-19 export "${objects[@]}" --instr-profile "$build/coverage.profdata" \
    --ignore-filename-regex '^(/|tests/|\./tests/|build/)' >"$build/coverage.json"
python3 tests/coverage/summary.py "$build/coverage.json" tests/coverage/unreachable.txt "$@"
