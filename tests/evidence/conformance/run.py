"""Other people's test suites, through the program: usage: run.py PROGRAM

The suites are not part of the repository: they are looked for in $PTF_FEES_CORPORA, else in ../shared/corpora; where that is
not there the test is skipped (77). Every case is compared with what its suite expects of it. A case that comes out otherwise
must be among the deliberate differences, each with its reason; one that is not, or one that is listed and does not differ
any more, fails the test.
"""

import concurrent.futures
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
    corpora = pathlib.Path(os.environ.get("PTF_FEES_CORPORA", SOURCE / ".." / "shared" / "corpora")).resolve()
    if not corpora.is_dir():
        print(f"skipped: {corpora} is not there")
        sys.exit(77)
    missing = [folder for folder, _ in SUITES.values() if not (corpora / folder).is_dir()]
    if missing:
        sys.exit(f"FAILS: {corpora} has no {', '.join(missing)}")

    def all_of(folder, cases):
        return list(cases(Program(sys.argv[1]), corpora / folder))

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = {name: pool.submit(all_of, *suite) for name, suite in SUITES.items()}
        failures = sum(report(name, run.result()) for name, run in runs.items())
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
