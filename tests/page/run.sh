#!/bin/sh
# The page $2 in Chromium, against the program $1 (check.mjs). $3, if given: a folder for screenshots.
# Exit 77 where the page, Chromium or the npm modules are missing: `cmake --workflow --preset page` makes the first,
# `npm ci --prefix tests` brings the last.
set -eu
tests=$(cd "$(dirname "$0")/.." && pwd)
chromium=$(command -v chromium || command -v chromium-browser || true)
test -f "$2" || { echo "skipped: there is no $2: cmake --workflow --preset page"; exit 77; }
test -n "$chromium" || { echo "skipped: there is no chromium"; exit 77; }
command -v node >/dev/null || { echo "skipped: there is no node"; exit 77; }
test -d "$tests/node_modules/playwright-core" && test -d "$tests/node_modules/axe-core" ||
    { echo "skipped: the modules are missing: npm ci --prefix tests"; exit 77; }
node "$tests/page/check.mjs" "$chromium" "$2" "$1" ${3:+"$3"}
