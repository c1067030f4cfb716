#!/bin/sh
# Runs every *.sql of this folder in the real sqlite3 with the extension in the folder $1, and compares what it says,
# errors too, with the *.out beside it. With --update as $2 it writes those instead.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
said=$(mktemp)
trap 'rm -f "$said"' EXIT
built=$(cd "$1" && pwd)
cd "$here"
for script in *.sql; do
    LD_LIBRARY_PATH=$built timeout 60 stdbuf -o0 sqlite3 -batch -cmd '.load ptf_fees_sqlite' :memory: <"$script" >"$said" 2>&1 || true
    if test "${2:-}" = --update; then
        cp "$said" "${script%.sql}.out"
    else
        diff -u "${script%.sql}.out" "$said" || { echo "$script says something else than ${script%.sql}.out"; exit 1; }
    fi
done
