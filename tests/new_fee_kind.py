#!/usr/bin/env python3
"""A fourth kind of fee does not compile until every place has learned it.

usage: new_fee_kind.py COMPILER FLAG...

Gives the Fee variant another alternative in a copy of include/ and compiles each file that CONTRIBUTING.md's recipe names:
each must fail, and say that it is the new kind that it cannot take. No other file of src/ may take a fee apart.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEFORE, AFTER = "using Fee = std::variant<FlatFee, BandedFee, UnpublishedFee>;", """struct AuctionedFee {
    const Source* source = nullptr;
};
using Fee = std::variant<FlatFee, BandedFee, UnpublishedFee, AuctionedFee>;"""
KINDS = r"(FlatFee|BandedFee|UnpublishedFee)"


def recipe():
    """The files that CONTRIBUTING.md names under "a kind of fee"."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    entry = re.search(r"- \*\*a kind of fee\*\*.*?(?=\n- \*\*|\n\n|\Z)", text, re.S).group()
    return sorted(set(re.findall(r"`([a-z_]+/[a-z_/]+\.cpp)`", entry)))


def compile_with(include, file, compiler):
    command = [*compiler, "-std=c++23", "-fsyntax-only", "-I", str(include), "-I", str(ROOT / "src"), str(ROOT / "src" / file)]
    return subprocess.run(command, capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}, check=False)


def main():
    compiler = sys.argv[1:]
    wrong = []
    for file in sorted((ROOT / "src").rglob("*.cpp")):
        if re.search(rf"(get_if|holds_alternative|std::get)<{KINDS}>", file.read_text(encoding="utf-8")):
            wrong.append(f"{file.relative_to(ROOT)} takes a fee apart without a visit: a new kind would pass it unnoticed")
    with tempfile.TemporaryDirectory() as folder:
        include = pathlib.Path(folder) / "include"
        shutil.copytree(ROOT / "include", include)
        header = include / "ptf_fees/schedule.h"
        text = header.read_text(encoding="utf-8")
        assert text.count(BEFORE) == 1, "the Fee variant is written otherwise than this test expects"
        header.write_text(text.replace(BEFORE, AFTER), encoding="utf-8")
        files = recipe()
        assert len(files) >= 5, "CONTRIBUTING.md's recipe for a kind of fee names too few files"
        for file in files:
            ran = compile_with(include, file, compiler)
            if ran.returncode == 0:
                wrong.append(f"src/{file} compiles with a kind of fee that it does not know")
            elif "AuctionedFee" not in ran.stderr:
                wrong.append(f"src/{file} fails for another reason:\n{ran.stderr}")
        visiting = {str(file.relative_to(ROOT / "src")) for file in (ROOT / "src").rglob("*.cpp")
                    if re.search(rf"\(const {KINDS}|auto& kind\)", file.read_text(encoding="utf-8"))}
        if visiting != set(files):
            wrong.append(f"CONTRIBUTING.md names {files}, and fees are visited in {sorted(visiting)}")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
