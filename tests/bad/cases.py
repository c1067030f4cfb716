#!/usr/bin/env python3
"""The bad schedules of cases.txt as files: NAME.toml, or a folder NAME of files checked together, each with NAME.txt, the
findings that it must give.

usage: cases.py FOLDER             writes them to FOLDER, with the files beside this one that cannot be text
       cases.py --update FOLDER    writes the findings of FOLDER/*.txt back to cases.txt and to the files beside this one
"""

import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE / "cases.txt"
HEAD, FINDINGS = "=== ", "---"


def split(text):
    """[(name, lines)] of the parts of cases.txt; the first, without a name, is its comment."""
    parts = [("", [])]
    for line in text.splitlines():
        if line.startswith(HEAD):
            parts.append((line.removeprefix(HEAD), []))
        else:
            parts[-1][1].append(line)
    return parts


def changed(base, edits):
    """The lines of `base` after edits in their order: "- line" is left out, "+ line" put in, "  line" stays and says where."""
    out, at = [], 0
    for edit in edits:
        mark, line = edit[:1], edit[2:]
        if mark != "+":
            found = base.index(line, at)
            out += base[at:found + (mark != "-")]
            at = found + 1
        else:
            out.append(line)
    return [*out, *base[at:]]


def write(folder):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns(pathlib.Path(__file__).name, CASES.name, "__pycache__"))
    _, (_, base), *cases = split(CASES.read_text(encoding="utf-8"))
    (folder / "base").write_text("\n".join(base) + "\n", encoding="utf-8")
    for name, lines in cases:
        edits, findings = (lines[:lines.index(FINDINGS)], lines[lines.index(FINDINGS) + 1:]) if FINDINGS in lines else (lines, None)
        whole = all(edit[:1] == "+" for edit in edits) # it has nothing of the base
        text = changed([] if whole else base, edits)
        file = folder / f"{name}.toml"
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(f"{line}\n" for line in text), encoding="utf-8")
        if findings is not None:
            (folder / f"{name.split('/')[0]}.txt").write_text("".join(f"{line}\n" for line in findings), encoding="utf-8")


def update(folder):
    out = []
    for name, lines in split(CASES.read_text(encoding="utf-8")):
        out += [HEAD + name] if name else []
        if FINDINGS in lines:
            lines = [*lines[:lines.index(FINDINGS) + 1], *(folder / f"{name.split('/')[0]}.txt").read_text(encoding="utf-8").splitlines()]
        out += lines
    CASES.write_text("".join(f"{line}\n" for line in out), encoding="utf-8")
    for file in HERE.glob("*.txt"):
        if file != CASES:
            shutil.copyfile(folder / file.name, file)


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--update":
        update(pathlib.Path(sys.argv[2]))
    elif len(sys.argv) == 2:
        write(pathlib.Path(sys.argv[1]))
    else:
        sys.exit(__doc__)
