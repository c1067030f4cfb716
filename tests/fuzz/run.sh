#!/bin/bash
# Fuzzes each target for some seconds (clang-19, libFuzzer, address and undefined behaviour sanitizers).
# usage: tests/fuzz/run.sh SECONDS [TARGET...]     (targets: the folders of tests/fuzz/corpus; default: all of them)
#
# Begins with the corpus of the target, and with other people's suites where they are (../shared/corpora, or
# $PTF_FEES_CORPORA); what it learns stays in build/fuzz/learned. A finding is written to
# build/fuzz/findings, shown, and makes the exit code 1: put it into tests/fuzz/corpus/TARGET, where the normal tests
# replay it, and fix what it shows.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [TARGET...]}
shift
targets=("$@")
[ $# -gt 0 ] || mapfile -t targets < <(ls tests/fuzz/corpus)
# No traces of allocations and a short memory of what was freed: faster by half. Replay a finding without these.
export ASAN_OPTIONS=${ASAN_OPTIONS:-malloc_context_size=0:quarantine_size_mb=1:thread_local_quarantine_size_kb=64}

# The longest input of each: what is long enough to be interesting, and fast.
longest() {
    case $1 in
    schedule) echo 1500 ;;
    batch) echo 400 ;;
    options) echo 64 ;;
    *) echo 256 ;;
    esac
}

corpora=${PTF_FEES_CORPORA:-../shared/corpora}
# Where the inputs of each are, except its own corpus.
others() {
    case $1 in
    schedule) echo build/fuzz/tests/bad "$corpora/toml-test/tests" "$corpora/toml-crashers" ;;
    table | batch) echo "$corpora/csv-spectrum" "$corpora/rfc4180" "$corpora/duckdb-csv-fuzz" ;;
    json_line) echo "$corpora/jsontestsuite" ;;
    esac
}

cmake --preset fuzz >/dev/null
cmake --build build/fuzz --target bad_schedules "${targets[@]/#/fuzz_}" >build/fuzz/build.log || { cat build/fuzz/build.log; exit 1; }

fuzz() {
    local target=$1 learned=build/fuzz/learned/$1 findings=build/fuzz/findings/$1 log=build/fuzz/$1.log status=0
    mkdir -p "$learned" "$findings"
    local options=(-max_total_time="$seconds" -max_len="$(longest "$target")" -timeout=30 -rss_limit_mb=2000
                   -artifact_prefix="$findings/" -print_final_stats=1)
    local seeds=("tests/fuzz/corpus/$target") folder executions
    for folder in $(others "$target"); do
        [ ! -d "$folder" ] || seeds+=("$folder")
    done
    [ ! -f "tests/fuzz/$target.dict" ] || options+=("-dict=tests/fuzz/$target.dict")
    "build/fuzz/tests/fuzz_$target" "$learned" "${seeds[@]}" "${options[@]}" >"$log" 2>&1 || { status=1; tail -n 40 "$log"; }
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "$target: ${executions:-no} executions in $seconds s, $(find "$findings" -type f | wc -l) findings"
    return $status
}

# As many at a time as there are cores.
status=0 running=0
for target in "${targets[@]}"; do
    if [ "$running" -ge "$(nproc)" ]; then
        wait -n || status=1
        running=$((running - 1))
    fi
    fuzz "$target" &
    running=$((running + 1))
done
while [ "$running" -gt 0 ]; do
    wait -n || status=1
    running=$((running - 1))
done
exit "$status"
