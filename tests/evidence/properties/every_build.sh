#!/bin/bash
# Builds the program with both compilers, unoptimised, optimised and with sanitizers, and compares what they all print
# (same_bytes.py) with the program given first, if any. A compiler that is not there is named and left out.
# usage: tests/evidence/properties/every_build.sh FOLDER [PROGRAM]
set -euo pipefail
folder=$(realpath -m "$1")
source=$(cd "$(dirname "$0")/../../.." && pwd)
programs=("${@:2}")

build() { # NAME COMPILER FLAGS
    if ! command -v "$2" >/dev/null; then
        echo "skipped: $1, there is no $2"
        return
    fi
    cmake -S "$source" -B "$folder/$1" -G Ninja -D CMAKE_CXX_COMPILER="$2" -D CMAKE_BUILD_TYPE=None -D CMAKE_CXX_FLAGS="$3" \
        -D PTF_FEES_TESTS=OFF -D PTF_FEES_C_API=OFF ${CMAKE_ARGUMENTS:-} >/dev/null
    cmake --build "$folder/$1" --target ptf-fees >/dev/null
    programs+=("$folder/$1/ptf-fees")
    echo "built: $1 ($("$2" --version | head -n 1); $3)"
}

sanitizers="-fsanitize=address,undefined -fno-sanitize-recover=all"
build gcc-O0 g++ "-O0"
build gcc-O2 g++ "-O2"
build gcc-asan g++ "-O1 $sanitizers"
build clang-O0 clang++-19 "-O0"
build clang-O2 clang++-19 "-O2"
build clang-asan clang++-19 "-O1 $sanitizers"
exec python3 "$source/tests/evidence/properties/same_bytes.py" "${programs[@]}"
