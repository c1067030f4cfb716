#!/bin/sh
# Installs the build given as $1 into a fresh folder and builds consumer.cpp against it with find_package; an older standard is
# refused in one line.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$1" --prefix "$folder/installed" >"$folder/log"
cmake -S "$(dirname "$0")" -B "$folder/build" -DCMAKE_PREFIX_PATH="$folder/installed" ${2:+-DCMAKE_CXX_COMPILER="$2"} >>"$folder/log"
cmake --build "$folder/build" >>"$folder/log"
printed=$("$folder/build/consumer")
installed=$("$folder/installed/bin/ptf-fees" quote --tier general --employees 5000 --format csv 2>/dev/null | tail -n 1)
test "$printed" = "ptf-2025-04: 70000 USD" || { echo "consumer printed: $printed"; exit 1; }
test "$installed" = 'general,quoted,50000.00,20000.00,70000.00,USD,"5,000 or more",ptf-2025-04,' || { echo "installed program printed: $installed"; exit 1; }
for standard in c++11 c++17 c++20; do
    echo '#include <ptf_fees/ptf_fees.h>' | "${2:-c++}" -std=$standard -I "$folder/installed/include" -fsyntax-only -x c++ - 2>"$folder/log" && exit 1
    test "$(grep -c 'error:' "$folder/log")" = 1 && grep -q 'error:.*-std=c++23' "$folder/log" || { cat "$folder/log"; exit 1; }
done
