#!/bin/bash
# Builds for another machine, runs the unit tests and the goldens there under qemu, and compares what the program prints with what
# this machine's does (same_bytes.py). Needs qemu-user and Debian's cross compiler, such as g++-s390x-linux-gnu.
# usage: tests/evidence/other_machine.sh MACHINE     (s390x, which is big-endian, or aarch64), after a build of preset test
set -euo pipefail
machine=${1:?usage: $0 MACHINE}
cd "$(dirname "$0")/../.."
folder=build/$machine
cmake -B "$folder" -G Ninja --toolchain src/install/cross.cmake -D PTF_FEES_MACHINE="$machine" -D CMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$folder" --target ptf-fees ptf_fees_tests bad_schedules companions | tail -n 1
ctest --test-dir "$folder" -R '^(unit|golden)$' --output-on-failure | tail -n 4
exec python3 tests/evidence/properties/same_bytes.py build/release/ptf-fees "$folder/tests/emulated/ptf-fees"
