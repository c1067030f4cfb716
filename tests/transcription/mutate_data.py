#!/usr/bin/env python3
"""Changes one fact of data/*.toml at a time and shows that compare.py notices each change.

usage: mutate_data.py [--program PTF-FEES]

A mutant changes an amount or a bound (together with the `published` texts that print it, so that `schedule check` is
content), a date, a flag, a count, a name or address, an answer to who may join, a tick or quantity of a matrix, a
requirement, a source, a printed total, a figure inside a note, a step or a benefit's name, or leaves out one line,
band or block. With --program, `schedule check` is run on every mutant of an amount or bound, and what it accepts is
counted: those are the mutants that only an independent transcription can catch.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

import compare

ANSWERS = ["yes", "no", "unstated"]
# Keys with a text that is a fact. `name` is one of a tier or a member only: the names of benefits are free wording.
WORDS = "id|foundation|title|currency|period|url|archive|route|by|source|effective_source|includes|group|membership|" \
        "implied_by|tier|org_type|published"


def replaced(text, start, end, new):
    return text[:start] + new + text[end:]


def reprinted(published, number, wrong):
    """The text with the first print of a number (25,000, 25000 or 25k) replaced in the same style."""
    for token in re.finditer(r"\d[\d,]*(k?)", published):
        value = int(token[0].strip("k,").replace(",", "")) * (1000 if token[1] else 1)
        if value == number:
            grouped = "," in token[0].strip(",") or token[1] or wrong < 1000
            return replaced(published, token.start(), token.end(), f"{wrong:,}" if grouped else str(wrong))
    return published


def amount_mutants(text):
    """Each amount one unit, one step and a factor of ten off; `published` says the same wrong amount."""
    for match in re.finditer(r'amount = +([\d_]+)(.*?published = ")([^"]*)"', text):
        amount = int(match[1].replace("_", ""))
        for wrong in sorted({amount + 1, amount + 5_000, amount * 10, amount // 10} - {amount}):
            new = f'amount = {wrong}{match[2]}{reprinted(match[3], amount, wrong)}"'
            yield f"amount {amount} -> {wrong}", replaced(text, match.start(), match.end(), new)


def with_bound(text, bands, index, wrong):
    """The scale with band `index` starting at `wrong`, and the printed bounds of it and of the one below in step."""
    band = bands[index]
    bound = int(band[1].replace("_", ""))
    text = replaced(text, band.start(3), band.end(3), reprinted(band[3], bound, wrong))
    text = replaced(text, band.start(1), band.end(1), str(wrong))
    if index == 0:
        return text
    below = bands[index - 1]
    printed = reprinted(reprinted(below[3], bound - 1, wrong - 1), bound, wrong)
    return replaced(text, below.start(3), below.end(3), printed)


def bound_mutants(text):
    for scale in re.finditer(r"bands = \[\n.*?\n\]", text, re.DOTALL):
        bands = list(re.compile(r'from = +([\d_]+), amount = +([\d_]+), published = "([^"]*)"').finditer(
            text, scale.start(), scale.end()))
        for index, band in enumerate(bands):
            bound = int(band[1].replace("_", ""))
            for wrong in {bound - 1, bound + 1, bound + 100} if index else {bound + 1, bound + 9}:
                yield f"bound {bound} -> {wrong}", with_bound(text, bands, index, wrong)


def date_mutants(text):
    for match in re.finditer(r"= (\d{4})-(\d\d)-(\d\d)\b", text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
        for wrong in ((year + 1, month, min(day, 28)), (year, month % 12 + 1, min(day, 28)), (year, month, day % 28 + 1)):
            new = "= %04d-%02d-%02d" % wrong
            yield f"date {match[0][2:]} -> {new[2:]}", replaced(text, match.start(), match.end(), new)


def answer_mutants(text):
    """Who may join, and every tick: each answer made each other one, a quantity, and left out."""
    for line in re.finditer(r"^(open_to|tiers) += \{ (.*) \}$", text, re.MULTILINE):
        others = ANSWERS if line[1] == "open_to" else [*ANSWERS, "7 vouchers"]
        for entry in re.finditer(r'([\w-]+) = "([^"]*)"(, )?', line[2]):
            start = line.start(2) + entry.start()
            end = start + len(f'{entry[1]} = "{entry[2]}"')
            for wrong in [answer for answer in others if answer != entry[2]]:
                yield f"{line[1]} {entry[1]} {entry[2]} -> {wrong}", replaced(text, start, end, f'{entry[1]} = "{wrong}"')
            if line[1] == "tiers" and entry[2] != "no":
                yield f"tiers {entry[1]} left out", replaced(text, start, line.start(2) + entry.end(), "").replace(",  }", " }")


def added_tick_mutants(text):
    tiers = re.findall(r'\[\[tier\]\]\nid += "([^"]*)"', text)
    for line in re.finditer(r"^tiers += \{ (.*) \}$", text, re.MULTILINE):
        for tier in tiers:
            if not re.search(rf"(?:^| ){tier} =", line[1]):
                for answer in ("yes", "unstated"):
                    yield f"tick {tier} = {answer} added", replaced(text, line.end(1), line.end(1), f', {tier} = "{answer}"')


def word_mutants(text):
    """Each text that is a fact, with a letter more."""
    for match in re.finditer(rf'\b(?:{WORDS}) += "((?:[^"\\]|\\.)*)"', text):
        yield f"{match[0][:60]} -> ...x", replaced(text, match.end(1), match.end(1), "x")
    for match in re.finditer(r'^(?:id .*|\[\[member\]\])\nname += "([^"]*)"', text, re.MULTILINE):
        yield f"name {match[1]} -> ...x", replaced(text, match.end(1), match.end(1), "x")
    for line in re.finditer(r"^also += \[(.*)\]$", text, re.MULTILINE):
        for match in re.finditer(r'"([^"]*)"', line[1]):
            where = line.start(1) + match.end(1)
            yield f"also {match[1]} -> ...x", replaced(text, where, where, "x")


def choice_mutants(text):
    """Single facts that are one of a few words: swapped for another that the format allows."""
    for pattern, wrong in (
            (r'requires = \["lf/silver"\]', ['requires = ["lf/gold"]', 'requires = ["lf/associate"]', "requires = []",
                                             'bundles = ["lf/silver"]']),
            (r'requires = \["lf/associate"\]', ['requires = ["lf/silver"]', "requires = []"]),
            (r'bundles  = \["lf/associate"\]', ['requires = ["lf/associate"]', "bundles = []"]),
            (r'membership = "lf/silver"', ['membership = "lf/gold"']),
            (r'route = "approval"', ['route = "enrolment"']),
            (r'route = "enrolment"', ['route = "approval"']),
            (r'by = "employees"', ['by = "revenue"']),
            (r'by = "revenue"', ['by = "employees"']),
            (r"= true", ["= false"]),
            (r"= false", ["= true"]),
            (r'unpublished = "(?:[^"\\]|\\.)*"', ['amount = 0, published = "Free"', 'amount = 25_000, published = "$25,000"'])):
        for match in re.finditer(pattern, text):
            for new in wrong:
                yield f"{match[0][:40]} -> {new}", replaced(text, match.start(), match.end(), new)


def count_mutants(text):
    """Years, days and the figures of printed totals."""
    for match in re.finditer(r"\b(commitment_years|within_days|members_max|employees|total) += ([\d_]+)", text):
        number = int(match[2].replace("_", ""))
        for wrong in {number + 1, number * 10} - {number}:
            yield f"{match[0]} -> {wrong}", replaced(text, match.start(2), match.end(2), str(wrong))


def figure_mutants(text):
    """Every figure inside a note, a step to join or the name of a benefit, one more."""
    for line in re.finditer(r'^(?:notes +=.*\n(?:  ".*\n)*|  "[^"].*|name +=.*)$', text, re.MULTILINE):
        for match in re.finditer(r"\d+(?:,\d{3})*", line[0]):
            wrong = f"{int(match[0].replace(',', '')) + 1:,}"
            where = line.start() + match.start()
            yield f"figure {match[0]} in '{line[0][:40]}' -> {wrong}", replaced(text, where, where + len(match[0]), wrong)


def source_mutants(text):
    """A fee or benefit said to be in another source of the edition."""
    ids = re.findall(r'\[\[source\]\]\nid += "([^"]*)"', text)
    for match in re.finditer(r'source += "([^"]*)"', text):
        for wrong in ids:
            if wrong != match[1]:
                yield f"source {match[1]} -> {wrong}", replaced(text, match.start(1), match.end(1), wrong)


def left_out_mutants(text):
    """Each optional line, band and block left out; free wording stays."""
    blocks = r"^\[\[(?:tier|benefit|source|example|member)\]\]\n(?:.+\n)*"
    lines = (r"^(?:effective_exact|effective_source|until|default|dated|archive|retrieved|proves|requires|bundles|includes|"
             r"commitment_years|implied_by|employees += \d|org_type|lf_member|"
             r"complete_from|also|founding|founded) .*\n", r"^  \{ (?:from|tier).*\n", r"exact = false, ")
    for pattern in (blocks, *lines):
        for match in re.finditer(pattern, text, re.MULTILINE):
            yield "left out: " + " ".join(match[0].split())[:60], replaced(text, match.start(), match.end(), "")


def swapped_mutants(text):
    """Two neighbouring tiers in the other order."""
    tiers = list(re.finditer(r"^\[\[tier\]\]\n(?:.+\n)*", text, re.MULTILINE))
    for first, second in zip(tiers, tiers[1:]):
        new = second[0] + text[first.end():second.start()] + first[0]
        yield "two tiers swapped", replaced(text, first.start(), second.end(), new)


KINDS = (amount_mutants, bound_mutants, date_mutants, answer_mutants, added_tick_mutants, word_mutants, choice_mutants,
         count_mutants, figure_mutants, source_mutants, left_out_mutants, swapped_mutants)


def accepted(program, file, text):
    """Whether `schedule check` has no error to report about the file (which stands in for the catalogue's)."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / file
        path.write_text(text)
        return subprocess.run([program, "schedule", "check", path], capture_output=True).returncode == 0


def main():
    parser = argparse.ArgumentParser(description="Single-fact mutants of data/*.toml against the transcription.")
    parser.add_argument("--program", help="also count what its `schedule check` accepts")
    program = parser.parse_args().program
    texts = compare.read(compare.ROOT / "data")
    if compare.compared(texts):
        sys.exit("the unchanged data differs from the transcription: run compare.py")
    survivors, total, checked, content = [], 0, 0, 0
    for kind in KINDS:
        count = 0
        for file, text in texts.items():
            for what, mutant in kind(text):
                assert mutant != text, f"{file}: {what} changes nothing"
                count += 1
                if not compare.compared_file(file, mutant):
                    survivors.append(f"{file}: {what}")
                if program and kind in (amount_mutants, bound_mutants):
                    checked += 1
                    content += accepted(program, file, mutant)
        assert count, f"{kind.__name__} makes no mutant"
        total += count
        print(f"{count:5} {kind.__name__.replace('_', ' ')}", flush=True)
    for survivor in survivors:
        print(f"SURVIVED {survivor}")
    if program:
        print(f"schedule check accepts {content} of {checked} mutants of amounts and bounds")
    print(f"{total - len(survivors)} of {total} killed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
