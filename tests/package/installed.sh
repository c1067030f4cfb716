#!/bin/bash
# The Debian packages of build/package, used as on the machine of somebody else and removed again: run as root inside a bare Debian,
# in the clone, after the README's line that makes them (bare_debian.sh does). Installs what it uses beside them.
set -euo pipefail
source=$PWD
fail() { echo "installed: $*" >&2; exit 1; }
said() { test "$2" = "$3" || fail "$1 says '$2', not '$3'"; }

apt-get install -y -q lintian sqlite3 python3-minimal pkg-config zsh fish bash-completion man-db >/dev/null
packages=(build/package/*.deb)
((${#packages[@]} == 4)) || fail "there are ${#packages[@]} packages: ${packages[*]}"
lintian=$(lintian --fail-on none "${packages[@]}" 2>/dev/null) || fail "lintian does not run"
! grep '^[EW]:' <<<"$lintian" || fail "lintian has errors or warnings"

# The program alone: it needs no library of this release, nor does the one made on bookworm, where bare_debian.sh has kept it.
apt-get purge -y -q 'ptf-fees*' 'libxlsxwriter*' >/dev/null
quotes() {
    said "$1" "$(ptf-fees quote --tier general --employees 5000 --format csv 2>/dev/null | tail -n 1 | cut -d, -f1-5)" general,quoted,50000.00,20000.00,70000.00
}
for program in /tmp/bookworm/ptf-fees_*.deb build/package/ptf-fees_*.deb; do
    test -e "$program" || continue
    apt-get install -y -q --no-install-recommends --allow-downgrades --reinstall "$(realpath "$program")" >/dev/null
    quotes "$program"
done
floor=$(dpkg-deb -f build/package/ptf-fees_*.deb Depends | sed -n 's/^libc6 (>= 2\.\([0-9]*\))$/\1/p')
test "$floor" || fail "the program depends on more than libc6: $(dpkg-deb -f build/package/ptf-fees_*.deb Depends)"
! readelf -dW /usr/bin/ptf-fees | grep RELR >/dev/null || ((floor >= 36)) || fail "the program has relative relocations, and Depends libc6 (>= 2.$floor)"
apt-get install -y -q "${packages[@]/#/./}" >/dev/null

cd /tmp
printf 'tier,employees\ngeneral,5000\n' >roster.csv
ptf-fees batch roster.csv -o quotes.xlsx 2>/dev/null || fail "it writes no workbook"
said SQLite "$(sqlite3 -cmd '.load ptf_fees_sqlite' :memory: "select total_fee_cents from ptf_quote('general', 5000)")" 7000000
# The README's Python, C and C++, as written.
example() { sed -n "/^\`\`\`[a-z]* $1\$/,/^\`\`\`\$/p" "$source/include/ptf_fees/README.md" | sed '1d;$d' >"$1"; test -s "$1" || fail "the README has no $1"; }
for name in price.py price.c quote.cpp; do example $name; done
examples() {
    said Python "$(python3 price.py)" "70000.00 USD ptf-2025-04"
    # shellcheck disable=SC2046 # pkg-config's words are meant to be split
    gcc -std=c11 price.c $(pkg-config --cflags --libs ptf_fees_c) -o price && said C "$(./price)" 70000.00
    # shellcheck disable=SC2046
    g++ -std=c++23 quote.cpp $(pkg-config --cflags --libs ptf_fees) -o quote && said C++ "$(./quote)" "ptf-2025-04: 70000 USD"
}
examples
completes() { # WHERE
    zsh -c 'autoload -U compinit; compinit -u -D; [[ $_comps[ptf-fees] == _ptf-fees ]]' || fail "zsh does not find its completions $1"
    fish -c "complete -C 'ptf-fees elig'" | grep -q '^eligibility' || fail "fish does not find its completions $1"
    bash -c 'source /usr/share/bash-completion/bash_completion; { _comp_load ptf-fees || _completion_loader ptf-fees; } 2>/dev/null; complete -p ptf-fees' |
        grep -q '_ptf_fees ' || fail "bash does not find its completions $1"
}
completes "in the package"
man -P cat ptf-fees 2>/dev/null | grep '^EXIT STATUS' >/dev/null || fail "there is no manual page"
mandb -q
for word in pytorch membership; do apropos "$word" | grep -q '^ptf-fees' || fail "apropos $word does not find it"; done

apt-get remove --purge -y -q ptf-fees ptf-fees-workbook libptf-fees-c1 libptf-fees-dev >/dev/null
left() { find / -xdev \( -path "$source" -o -path /tmp -o -path /proc -o -path /var/log -o -path /var/cache \) -prune -o -name '*ptf*fees*' "$@" -print; }
test -z "$(left)" || fail "apt remove --purge leaves $(left)"

echo "installed: lintian says ${lintian:-nothing}"
echo "installed: $(basename -a "${packages[@]}" | tr '\n' ' ')used and removed"

# Installed without a package, into /usr/local, and removed by the line that the README gives: where its commands have run.
cd "$source"
test -d build/release || exit 0
installing=$(grep -m 1 '^cmake --install build/release' README.md)
removing=$(grep -o -m 1 'xargs rm -f < build/release/install_manifest.txt && ldconfig' README.md)
bash -euc "$installing" >/dev/null
hash -r # the program is elsewhere now
(cd /tmp && quotes "what is in /usr/local" && examples)
completes "below /usr/local"
bash -euc "$removing"
test -z "$(left ! -type d)" || fail "removed from /usr/local, it leaves $(left ! -type d)"
echo "installed: into /usr/local, used and removed"
