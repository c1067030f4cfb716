#!/bin/sh
# The shared library ($1) shows ptf_fees_* and nothing else: exactly the functions that the header ($2) declares.
set -eu
shown=$(nm -D --defined-only "$1" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' | sort)
declared=$(sed -n 's/^PTF_FEES_API .*[ *]\(ptf_fees_[a-z_]*\)(.*/\1/p' "$2" | sort)
test -n "$declared" || { echo "no declaration was found in $2"; exit 1; }
test "$shown" = "$declared" || { printf 'shown:\n%s\ndeclared:\n%s\n' "$shown" "$declared"; exit 1; }
case $(readelf -d "$1" | grep SONAME) in *'[libptf_fees_c.so.1]'*) ;; *) echo "the SONAME is not libptf_fees_c.so.1"; exit 1 ;; esac
