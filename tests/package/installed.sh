#!/bin/bash
# The Debian packages of build/package, used as on the machine of somebody else and removed again: run as root inside a bare Debian,
# in the clone, after the README's line that makes them. Installs what it uses beside them.
set -euo pipefail
source=$PWD
fail() { echo "installed: $*" >&2; exit 1; }
said() { test "$2" = "$3" || fail "$1 says '$2', not '$3'"; }

apt-get install -y -q lintian sqlite3 python3-minimal pkg-config zsh fish man-db >/dev/null
packages=(build/package/*.deb)
((${#packages[@]} == 4)) || fail "there are ${#packages[@]} packages: ${packages[*]}"
warned=$(lintian --fail-on none "${packages[@]}" 2>/dev/null | grep -v '^[NIP]:' || true)
test -z "$warned" || fail "lintian: $warned"

# The program alone first: it needs no library of another release.
apt-get purge -y -q 'libxlsxwriter*' >/dev/null
apt-get install -y -q --no-install-recommends ./build/package/ptf-fees_*.deb >/dev/null
dpkg-deb -f build/package/ptf-fees_*.deb Depends | grep -q xlsxwriter && fail "the program depends on libxlsxwriter"
floor=$(dpkg-deb -f build/package/ptf-fees_*.deb Depends | sed -n 's/.*libc6 (>= 2\.\([0-9]*\)).*/\1/p')
! readelf -dW /usr/bin/ptf-fees | grep -q RELR || ((floor >= 36)) || fail "the program has relative relocations, and Depends libc6 (>= 2.$floor)"
apt-get install -y -q "${packages[@]/#/./}" >/dev/null

cd /tmp
said ptf-fees "$(ptf-fees quote --tier general --employees 5000 --format csv 2>/dev/null | tail -n 1 | cut -d, -f1-5)" general,quoted,50000.00,20000.00,70000.00
printf 'tier,employees\ngeneral,5000\n' >roster.csv
ptf-fees batch roster.csv -o quotes.xlsx 2>/dev/null || fail "it writes no workbook"
said SQLite "$(sqlite3 -cmd '.load ptf_fees_sqlite' :memory: "select total_fee_cents from ptf_quote('general', 5000)")" 7000000
# The README's Python and C, as written.
example() { sed -n "/^\`\`\`[a-z]* $1\$/,/^\`\`\`\$/p" "$source/include/ptf_fees/README.md" | sed '1d;$d' >"$1"; test -s "$1" || fail "the README has no $1"; }
example price.py && said Python "$(python3 price.py | cut -d' ' -f1)" 70000.00
example price.c && gcc -std=c11 price.c $(pkg-config --cflags --libs ptf_fees_c) -o price && said C "$(./price)" 70000.00
example quote.cpp && g++ -std=c++23 quote.cpp $(pkg-config --cflags --libs ptf_fees) -o quote && ./quote | grep -q ': 70000 USD$' || fail "the C++ example"
mandb -q
for word in pytorch membership; do apropos "$word" | grep -q '^ptf-fees' || fail "apropos $word does not find it"; done
zsh -c 'autoload -U compinit; compinit -u -D; [[ $_comps[ptf-fees] == _ptf-fees ]]' || fail "zsh does not find its completions"
fish -c "complete -C 'ptf-fees elig'" | grep -q '^eligibility' || fail "fish does not find its completions"

apt-get purge -y -q ptf-fees ptf-fees-workbook libptf-fees-c1 libptf-fees-dev >/dev/null
left() { find / -xdev \( -path "$source" -o -path /tmp -o -path /proc -o -path /var/log -o -path /var/cache \) -prune -o -name '*ptf*fees*' -print; }
test -z "$(left)" || fail "apt purge leaves $(left)"

# Installed without a package, into /usr/local, with the library's examples; and removed by the line that the README gives.
cd "$source"
installing=$(grep -m 1 '^cmake --install build/release' README.md)
removing=$(grep -o -m 1 'xargs rm -f < build/release/install_manifest.txt && ldconfig' README.md)
cmake --workflow --preset release >/dev/null
bash -euc "$installing" >/dev/null
(cd /tmp && said Python "$(python3 price.py | cut -d' ' -f1)" 70000.00 && gcc -std=c11 price.c $(pkg-config --cflags --libs ptf_fees_c) -o price && said C "$(./price)" 70000.00)
zsh -c 'autoload -U compinit; compinit -u -D; [[ $_comps[ptf-fees] == _ptf-fees ]]' || fail "zsh does not find its completions below /usr/local"
fish -c "complete -C 'ptf-fees elig'" | grep -q '^eligibility' || fail "fish does not find its completions below /usr/local"
bash -euc "$removing"
files=$(left | while read -r path; do test -d "$path" || echo "$path"; done)
test -z "$files" || fail "removed from /usr/local, it leaves $files"
echo "$(basename -a "${packages[@]}" | tr '\n' ' ')installed, used and removed"
