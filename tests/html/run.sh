#!/bin/sh
# Makes pages of every kind with the program given as $1 and looks at them in Chromium (check.mjs).
# Exit 77 where Chromium or the npm modules are missing: `npm ci --prefix tests` brings the latter.
# $2, if given: a folder for screenshots.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
screenshots=${2:+$(cd "$2" && pwd)}
chromium=$(command -v chromium || command -v chromium-browser || true)
test -n "$chromium" || { echo "skipped: there is no chromium"; exit 77; }
command -v node >/dev/null || { echo "skipped: there is no node"; exit 77; }
test -d "$here/../node_modules/playwright-core" && test -d "$here/../node_modules/axe-core" ||
    { echo "skipped: the modules are missing: npm ci --prefix tests"; exit 77; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$here/.."
# page NAME EXPECTED-EXIT ARGUMENTS...
page() {
    name=$1 expected=$2
    shift 2
    code=0
    "$program" "$@" --format html >"$folder/$name.html" 2>"$folder/log" || code=$?
    test "$code" = "$expected" || { echo "$name: exit $code, expected $expected"; cat "$folder/log"; exit 1; }
}
page quote-general 0 quote --tier general --employees 3100
page quote-premier 0 quote --tier premier --employees 5000
page quote-free 0 quote --tier associate --org-type academic
page quote-unpublished 4 quote --schedule ptf-2026-01 --tier silver --employees 10
page quote-no-figure 2 quote --tier general
page quote-all 0 quote --employees 80
page quote-need 0 quote --employees 80 --need tac-seat
page quote-made-up 0 quote --catalogue made_up --schedule harbour --revenue 30000000 --employees 80
page benefits-tier 0 benefits --tier premier
page eligibility 0 eligibility --org-type government
page list 0 schedule list
page show 0 schedule show
page show-made-up 0 schedule show harbour --catalogue made_up
python3 bad/cases.py "$folder/bad"
page check 1 schedule check "$folder"/bad/a*.toml
page diff 0 schedule diff ptf-2025-04 ptf-2026-01
node "$here/check.mjs" "$chromium" "$folder" ${screenshots:+"$screenshots"}
