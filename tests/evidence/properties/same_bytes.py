#!/usr/bin/env python3
"""Runs a fixed list of commands with one or more programs, in three locales and three time zones: always the same bytes.

usage: same_bytes.py PROGRAM...      (say, of different compilers and optimisations: every_build.sh makes them)

The first program in the locale C and in UTC is what the others are compared with. Locales that the system lacks are made
with localedef; where that cannot be done they are skipped, and named.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import organizations

SOURCE = pathlib.Path(__file__).resolve().parents[3]
# A comma for decimals, letters whose case goes its own way, and figures of another script.
LOCALES = ["de_DE.UTF-8", "tr_TR.UTF-8", "fa_IR.UTF-8"]
ZONES = ["UTC", "America/St_Johns", "Pacific/Kiritimati"]
FORMATS = ["text", "json", "csv", "markdown", "html"]


def commands():
    """Every command in every format, answers and refusals."""
    formatted = ["quote --employees 700", "quote --tier general --employees 5000 --explain", "quote --tier premier --lf-member --org-type academic",
                 "quote --employees 250 --need tac-consideration,logo", "quote --tier silver --schedule ptf-2026-01",
                 "quote --tier GENERAL --employees 499 --as-of 2024-06-19", "benefits", "benefits --tier premier", "eligibility --org-type government",
                 "schedule list", "schedule show", "schedule show lf-2014-01", "schedule diff ptf-2025-04 ptf-2026-01",
                 "schedule check terms.toml", "schedule check broken.toml", "quote --schedule ./broken.toml", "quote --tier genral",
                 "quote --employees 1,200", "quote --tier INDIVIDUAL --employees 1"]
    for command in formatted:
        for form in FORMATS:
            yield [*command.split(), "--format", form]
    for format_in in ("roster.csv", "roster.jsonl"):
        for format_out in ("csv", "tsv", "jsonl"):
            yield ["batch", format_in, "--format", format_out, "--rejects", "rejects", "--summary", "summary", "--jobs", "2"]
    yield ["batch", "roster.csv", "--excel-safe", "--fail-fast"]
    for command in ("--help", "--version", "quote --help", "batch --help", "completion bash", "quotes", "--color always quote", "benefits --color always"):
        yield command.split()


def write_inputs(folder):
    terms = (SOURCE / "data" / "ptf-2025-04.toml").read_text(encoding="utf-8")
    (folder / "terms.toml").write_text(terms, encoding="utf-8")
    (folder / "broken.toml").write_text(terms.replace("30_000", "31_000").replace("default", "defalut"), encoding="utf-8")
    rows = list(organizations.organizations(2000, 20241008, ["general", "premier", "associate", "Ĝeneral", "GENERAL", "iI"]))
    with open(folder / "roster.csv", "w", encoding="utf-8") as table, open(folder / "roster.jsonl", "w", encoding="utf-8") as lines:
        table.write("Órg,TIER,Employees,Org-Type,LF Member\n")
        for number, (tier, employees, kind, member) in enumerate(rows):
            table.write(f'"İıß {number}",{tier},{employees},{kind.upper()},{member}\n')
            lines.write(json.dumps({"org": f"İıß {number}", "tier": tier, "employees": employees or None, "org_type": kind, "lf_member": member},
                                   ensure_ascii=number % 2 == 0) + "\n")


def run(program, command, folder, locale, zone):
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": locale, "LANG": locale, "TZ": zone, "LOCPATH": str(folder / "locales")}
    if "ASAN_OPTIONS" in os.environ:
        environment["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
    done = subprocess.run([program, *command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
    files = [(folder / name).read_bytes() if (folder / name).exists() else None for name in ("rejects", "summary")]
    for name in ("rejects", "summary"):
        (folder / name).unlink(missing_ok=True)
    return done.returncode, done.stdout, done.stderr, files


def made_locales(folder):
    """The locales that a program can be run in; C needs no making."""
    made = []
    (folder / "locales").mkdir()
    for locale in LOCALES:
        name, charset = locale.split(".")
        try:
            # Exit code 1 is a warning.
            done = subprocess.run(["localedef", "-i", name, "-f", charset, str(folder / "locales" / locale)], capture_output=True, check=False)
            works = done.returncode in (0, 1) and (folder / "locales" / locale / "LC_NUMERIC").exists()
        except FileNotFoundError:
            works = False
        if works:
            made.append(locale)
        else:
            print(f"skipped: the locale {locale} cannot be made (localedef and the package locales are needed)")
    return made


def main():
    programs = [str(pathlib.Path(program).resolve()) for program in sys.argv[1:]]
    if not programs:
        sys.exit(__doc__)
    runs, different = 0, []
    with tempfile.TemporaryDirectory(prefix="ptf-fees-bytes-") as scratch:
        folder = pathlib.Path(scratch)
        write_inputs(folder)
        places = [("C", "UTC")] + [(locale, zone) for locale in made_locales(folder) for zone in ZONES]
        all_commands = list(commands())
        for command in all_commands:
            expected = run(programs[0], command, folder, "C", "UTC")
            for program in programs:
                for locale, zone in places:
                    runs += 1
                    if run(program, command, folder, locale, zone) != expected:
                        different.append(f"{program} {' '.join(command)} ({locale}, {zone})")
    for what in different[:20]:
        print(f"differs: {what}")
    print(f"{len(programs)} programs, {len(all_commands)} commands, {len(places)} places, {runs} runs: {len(different)} differ")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
