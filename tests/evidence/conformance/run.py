"""Other people's test suites, through the program: usage: run.py PROGRAM

The suites are no part of the repository: they are looked for in $PTF_FEES_CORPORA, else in ../shared/corpora; where that is
not there the test is skipped (77). Every case is compared with what its suite expects of it. A case that comes out otherwise
must be among the deliberate differences, each with its reason; one that is not, or one that is listed and does not differ
any more, fails the test.
"""

import os
import pathlib
import sys

import json_suite
import strings_suites
import tables_suites
import toml_suites
from differences import DIFFERENCES
from runner import SOURCE, Program

SUITES = {**tables_suites.SUITES, **json_suite.SUITES, **toml_suites.SUITES, **strings_suites.SUITES}


def report(name, cases):
    """Prints how a suite went; the number of cases that came out neither as expected nor as listed."""
    differing = {case: why for case, why in cases if why}
    listed = DIFFERENCES.get(name, {})
    print(f"{name}: {len(cases) - len(differing)} of {len(cases)}", flush=True)
    for case in sorted(differing.keys() & listed.keys()):
        print(f"    differs on purpose: {case}: {listed[case]}")
    unlisted = sorted(differing.keys() - listed.keys())
    stale = sorted(listed.keys() - differing.keys())
    for case in unlisted:
        print(f"    FAILS: {case}: {differing[case]}")
    for case in stale:
        print(f"    FAILS: {case} is listed as a difference and is none")
    return len(unlisted) + len(stale)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = Program(sys.argv[1])
    corpora = pathlib.Path(os.environ.get("PTF_FEES_CORPORA", SOURCE / ".." / "shared" / "corpora")).resolve()
    if not corpora.is_dir():
        print(f"skipped: {corpora} is not there")
        sys.exit(77)
    failures = 0
    for name, (folder, cases) in SUITES.items():
        if not (corpora / folder).is_dir():
            print(f"{name}: FAILS: {corpora / folder} is not there")
            failures += 1
            continue
        failures += report(name, list(cases(program, corpora / folder)))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
