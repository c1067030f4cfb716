#!/bin/bash
# Builds the last commit twice, in folders of different name and depth, and compares the programs byte by byte.
# usage: tests/evidence/reproducible.sh [PRESET]     (default: release)
set -euo pipefail
repository=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
preset=${1:-release}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The second is cloned from the first: what is committed meanwhile is of neither.
first=$folder/one
second="$folder/a/much/deeper/second one"
git clone --quiet --no-hardlinks "$repository" "$first"
git clone --quiet --no-hardlinks "$first" "$second"
for clone in "$first" "$second"; do
    cmake --preset "$preset" -S "$clone" -B "$clone/build/$preset" -D PTF_FEES_TESTS=OFF >/dev/null
    CCACHE_DISABLE=1 cmake --build "$clone/build/$preset" --target ptf-fees >/dev/null
    mkdir -p "$folder/programs"
    cp "$clone/build/$preset/ptf-fees" "$folder/programs/$(basename "$clone" | tr ' ' -)"
done

cd "$folder/programs"
sha256sum -- *
./one --version
if cmp one second-one; then
    echo "the same bytes from two folders"
else
    echo "the programs differ" >&2
    exit 1
fi
