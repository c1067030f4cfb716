#!/usr/bin/env python3
"""The documents: each link leads somewhere, and the README stays a page.

usage: documents_test.py DOCUMENT...     (what they show is replayed by golden/run.py)
"""

import pathlib
import re
import sys

README_BYTES = 12_000


def prose_of(text):
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def anchors_of(text):
    """The anchors of its headings, as GitHub names them."""
    headings = re.findall(r"^#+ (.*)$", prose_of(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def faults_of(document):
    for target in re.findall(r"\]\(([^)\s]+)\)", prose_of(document.read_text(encoding="utf-8"))):
        name, _, anchor = target.partition("#")
        if re.match(r"[a-z]+:", name):
            continue
        file = (document.parent / name) if name else document
        if not file.exists():
            yield f"{document}: {target}: there is no such file"
        elif anchor and anchor not in anchors_of(file.read_text(encoding="utf-8")):
            yield f"{document}: {target}: there is no such heading"
    if document.name == "README.md" and (document.parent / "CMakeLists.txt").exists() and document.stat().st_size > README_BYTES:
        yield f"{document}: {document.stat().st_size} bytes, at most {README_BYTES}: move what only some readers need beside what it describes"


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    faults = [fault for name in sys.argv[1:] for fault in faults_of(pathlib.Path(name))]
    print(*faults, f"{len(sys.argv) - 1} documents, {len(faults)} faults", sep="\n")
    sys.exit(1 if faults else 0)
