#!/usr/bin/env python3
"""Reads a built program's headers and says whether it is hardened: one line a property, exit 1 if one is missing.

usage: hardening.py PROGRAM     (needs readelf, from binutils)
"""

import re
import subprocess
import sys


def readelf(option, program):
    return subprocess.run(["readelf", "--wide", option, program], check=True, capture_output=True, text=True,
                          env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout


def properties(program):
    """(what is asked, whether it is so)"""
    header = readelf("--file-header", program)
    segments = [line.split() for line in readelf("--program-headers", program).splitlines()]
    # Type Offset VirtAddr PhysAddr FileSiz MemSiz Flg... Align
    flags = [(row[0], "".join(row[6:-1])) for row in segments if len(row) > 6 and row[1].startswith("0x")]
    dynamic = readelf("--dynamic", program)
    symbols = readelf("--symbols", program)
    static = "(NEEDED)" not in dynamic
    yield "position independent (PIE)", bool(re.search(r"Type: +DYN", header)) and "PIE" in dynamic
    yield "no segment both writable and executable", flags and not any("W" in flag and "E" in flag for _, flag in flags)
    yield "stack not executable", any(kind == "GNU_STACK" and "E" not in flag for kind, flag in flags)
    yield "relocations read-only after start (RELRO)", any(kind == "GNU_RELRO" for kind, _ in flags)
    yield "all symbols bound at start (BIND_NOW)", static or bool(re.search(r"BIND_NOW|FLAGS_1.*NOW", dynamic))
    yield "no search path inside (RPATH, RUNPATH)", not re.search(r"RPATH|RUNPATH", dynamic)
    yield "no text relocations", "TEXTREL" not in dynamic
    if ".symtab" in symbols: # g++ 12 leaves `constexpr std::array x{...}` writable
        data = re.findall(r"\[ *(\d+)\] \.data ", readelf("--sections", program))
        rows = [row for row in map(str.split, symbols.splitlines()) if len(row) > 7 and row[3] == "OBJECT" and row[6] in data]
        yield "tables read-only", not any("ptf_fees" in row[7] for row in rows)
    if ".symtab" in symbols or not static:
        yield "stack protector", "__stack_chk_fail" in symbols
        yield "fortified calls", bool(re.search(r"__(?!stack_)\w+_chk\b", symbols))


def main():
    missing = 0
    for what, found in properties(sys.argv[1]):
        print(f"{'yes' if found else 'NO':3} {what}")
        missing += not found
    return 1 if missing else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main())
