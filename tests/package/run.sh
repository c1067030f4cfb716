#!/bin/sh
# Packs the build $1 as cpack does, unpacks what comes out into a fresh folder, and uses it there: the program, a C++
# program built with pkg-config, a C program, and SQLite. A static build gives a tarball instead, with the program alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "package: $*" >&2; exit 1; }

quotes_right() {
    said=$(env -i "$1" quote --tier general --employees 5000 --format csv 2>/dev/null | tail -n 1)
    test "$said" = 'general,quoted,50000.00,20000.00,70000.00,USD,"5,000 or more",ptf-2025-04,' || fail "$1 says: $said"
}

is_stripped() { readelf -SW "$1" | grep -q '\.symtab' && fail "$1 is not stripped"; readelf -d "$1" | grep -qE 'R(UN)?PATH' && fail "$1 has a run path"; true; }

has_field() { found=$(dpkg-deb -f "$1" "$2"); echo "$found" | grep -qE "$3" || fail "$(basename "$1"): $2 is '$found', not like '$3'"; }

cpack --config "$build/CPackConfig.cmake" -B "$folder/packed" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }

for archive in "$folder"/packed/*.tar.gz; do
    test -e "$archive" || continue
    mkdir "$folder/unpacked"
    tar -xzf "$archive" -C "$folder/unpacked"
    program=$(echo "$folder"/unpacked/*/bin/ptf-fees)
    readelf -d "$program" | grep -q NEEDED && fail "the static program needs a shared library"
    is_stripped "$program"
    quotes_right "$program"
    echo "$(basename "$archive"): sound"
    exit 0
done

# Debian's rules that matter most, as lintian knows them.
root=$folder/root
for package in "$folder"/packed/*.deb; do
    name=$(dpkg-deb -f "$package" Package)
    has_field "$package" Version '^[0-9]+\.[0-9]+\.[0-9]+-0\.1$'
    has_field "$package" Maintainer '^.+ <.+@.+>$'
    has_field "$package" Section '^(utils|libs|libdevel)$'
    dpkg-deb -c "$package" | awk '$2 != "root/root" || ($1 !~ /^l/ && $1 ~ /^.....w|^........w/) || $6 !~ /^\.\/(usr\/.*)?$/ { bad = 1; print } END { exit bad }' ||
        fail "$name has files with another owner, writable by others, or outside of /usr"
    dpkg-deb -x "$package" "$root"
    test -s "$root/usr/share/doc/$name/copyright" || fail "$name has no copyright"
    gzip -t "$root/usr/share/doc/$name/changelog.gz" "$root/usr/share/doc/$name/changelog.Debian.gz" || fail "$name has no changelog"
done
set -- "$folder"/packed/ptf-fees_*.deb "$folder"/packed/libptf-fees-c1_*.deb "$folder"/packed/libptf-fees-dev_*.deb
has_field "$1" Depends '^libc6 \(>= [0-9.]+\)$'
has_field "$2" Depends 'libc6 .*libstdc\+\+6'
has_field "$3" Depends '^libptf-fees-c1 \(= '

test -s "$root/usr/share/man/man1/ptf-fees.1.gz" || fail "the manual is not there, or not compressed"
libraries=$(dirname "$(find "$root/usr/lib" -name libptf_fees_c.so.1)")
for binary in "$root/usr/bin/ptf-fees" "$libraries/libptf_fees_c.so.1" "$libraries/ptf_fees_sqlite.so"; do
    test ! -e "$binary" || is_stripped "$binary"
done
quotes_right "$root/usr/bin/ptf-fees"
module=$(find "$root/usr/lib" -name ptf_fees_workbook.so)
if test -e "$build/ptf_fees_workbook.so"; then
    has_field "$folder"/packed/ptf-fees-workbook_*.deb Depends 'libxlsxwriter.*ptf-fees \(= |ptf-fees \(= .*libxlsxwriter'
    is_stripped "$module"
    printf 'org,tier,employees\n=1+1,general,5000\n' >"$folder/roster.csv"
    "$root/usr/bin/ptf-fees" batch "$folder/roster.csv" -o "$folder/quotes.xlsx" 2>"$folder/log" || fail "$(cat "$folder/log")"
    python3 -c 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml"))' "$folder/quotes.xlsx" | grep -q '<v>70000</v>' || fail "the workbook lacks the total"
fi
"$root/usr/bin/ptf-fees" schedule check "$root"/usr/share/ptf-fees/schedules/*.toml >"$folder/log" || fail "$(cat "$folder/log")"

# The program's package as dpkg itself installs it into an empty system.
if test "$(id -u)" = 0; then
    mkdir -p "$folder/system/var/lib/dpkg/info" "$folder/system/var/lib/dpkg/updates"
    : >"$folder/system/var/lib/dpkg/status"
    dpkg --root="$folder/system" --log=/dev/null --force-depends -i "$1" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
    dpkg --root="$folder/system" -s ptf-fees | grep -q '^Status: install ok installed' || fail "dpkg did not install it"
    quotes_right "$folder/system/usr/bin/ptf-fees"
fi

export PKG_CONFIG_PATH="$libraries/pkgconfig" LD_LIBRARY_PATH="$libraries"
# shellcheck disable=SC2046 # pkg-config's words are meant to be split
"${CXX:-c++}" -std=c++23 "$source/tests/consumer/consumer.cpp" $(pkg-config --cflags --libs ptf_fees) -o "$folder/consumer"
said=$("$folder/consumer")
test "$said" = "ptf-2025-04: 70000 USD" || fail "the C++ program says: $said"
# shellcheck disable=SC2046
"${CC:-cc}" -std=c11 "$source/tests/c_api/c_api_test.c" $(pkg-config --cflags --libs ptf_fees_c) -o "$folder/c_program"
"$folder/c_program" "$source" || fail "the C program finds faults"
if test -e "$libraries/ptf_fees_sqlite.so" && command -v sqlite3 >/dev/null; then
    said=$(sqlite3 -cmd '.load ptf_fees_sqlite' :memory: "SELECT ptf_fee_cents('general', 5000, 'company', 'no')")
    test "$said" = 7000000 || fail "SQLite says: $said"
fi
for package in "$@"; do echo "$(basename "$package"): sound"; done
