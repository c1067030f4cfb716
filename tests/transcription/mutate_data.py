#!/usr/bin/env python3
"""Changes one fact of data/*.toml at a time and shows that compare.py notices each change.

usage: mutate_data.py [--program PTF-FEES]

A mutant changes an amount or a bound (together with the `published` texts that print it, so that `schedule check` is
content), a date, a flag, a requirement, an inclusion, an answer to who may join, a tick or quantity of a matrix, a
route, an approver, a number of days, a source, an address, a figure in a benefit's name, or leaves out one line. With
--program, `schedule check` is run on every mutant of an amount or bound, and what it accepts is counted: those are the
mutants that only an independent transcription can catch.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

import compare

ANSWERS = ["yes", "no", "unstated"]


def grouped(number):
    return f"{number:,}"


def replaced(text, start, end, new):
    return text[:start] + new + text[end:]


def amount_mutants(text):
    """Each amount one unit, one digit and a factor of ten off; `published` says the same wrong amount."""
    for match in re.finditer(r'amount = +([\d_]+)(.*?published = ")([^"]*)"', text):
        amount = int(match[1].replace("_", ""))
        for wrong in sorted({amount + 1, amount + 5_000, amount * 10, amount // 10} - {amount}):
            printed = "Free" if wrong == 0 else f"${grouped(wrong)}"
            published = re.sub(r"\$[\d,]+|Free", lambda _: printed, match[3])
            new = f'amount = {wrong}{match[2]}{published}"'
            yield f"amount {amount} -> {wrong}", replaced(text, match.start(), match.end(), new)


def with_bound(text, bands, index, wrong):
    """The scale with band `index` starting at `wrong`, and the printed bounds of it and of its neighbour in step."""
    band = bands[index]
    bound = int(band[1].replace("_", ""))
    printed = re.sub(rf"(?<![\d,]){grouped(bound)}(?![\d,])", grouped(wrong), band[3], count=1)
    text = replaced(text, band.start(3), band.end(3), printed)
    text = replaced(text, band.start(1), band.end(1), str(wrong))
    if index == 0:
        return text
    below = bands[index - 1]
    printed = re.sub(rf"(?<![\d,]){grouped(bound - 1)}(?![\d,])", grouped(wrong - 1), below[3])
    printed = re.sub(rf"Under {grouped(bound)}(?![\d,])", f"Under {grouped(wrong)}", printed)
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
        for wrong in ((year + 1, month, day), (year, month % 12 + 1, day), (year, month, day % 28 + 1)):
            new = "= %04d-%02d-%02d" % wrong
            yield f"date {match[0][2:]} -> {new[2:]}", replaced(text, match.start(), match.end(), new)


def answer_mutants(text):
    """Who may join, and every tick: each answer made each other one, a quantity, and left out."""
    for line in re.finditer(r"^(open_to|tiers) += \{ (.*) \}$", text, re.MULTILINE):
        others = ANSWERS if line[1] == "open_to" else [*ANSWERS, "7 vouchers"]
        for entry in re.finditer(r'(\w+) = "([^"]*)"(, )?', line[2]):
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
            if f"{tier} =" not in line[1]:
                for answer in ("yes", "unstated"):
                    yield f"tick {tier} = {answer} added", replaced(text, line.end(1), line.end(1), f', {tier} = "{answer}"')


def word_mutants(text):
    """Single facts that are a word or a number: swapped for another that the format allows."""
    for pattern, wrong in (
            (r'requires = \["lf/silver"\]', ['requires = ["lf/gold"]', 'requires = ["lf/associate"]', "requires = []",
                                             'bundles = ["lf/silver"]']),
            (r'includes = "general"', ['includes = "associate"', "# includes nothing"]),
            (r'includes = "associate"', ["# includes nothing"]),
            (r'by = "Governing Board"', ['by = "Executive Director"']),
            (r"within_days = 14", ["within_days = 15", "within_days = 30"]),
            (r"within 14 days", ["within 15 days"]),
            (r'route = "approval"', ['route = "enrolment"']),
            (r'route = "enrolment"', ['route = "approval"']),
            (r"effective_exact = false", ["effective_exact = true"]),
            (r"default += true", ["default = false"]),
            (r'currency += "USD"', ['currency = "EUR"']),
            (r'period += "year"', ['period = "month"']),
            (r'by = "employees"', ['by = "revenue"']),
            (r'name += "Premier"', ['name = "Platinum"']),
            (r"\b1 per full 10 members", ["1 per full 5 members", "2 per full 10 members"]),
            (r"at most 3\b", ["at most 4"]),
            (r"\b3 % off", ["5 % off"]),
            (r"\b20 % off", ["25 % off"]),
            (r'group += "governance"', ['group = "support"']),
            (r"join\.html", ["index.html"]),
            (r"\?project=pytorch", ["?project=other"]),
            (r'unpublished = "[^"]*"', ['amount = 0, published = "Free"', 'amount = 25_000, published = "$25,000"'])):
        for match in re.finditer(pattern, text):
            for new in wrong:
                yield f"{match[0][:40]} -> {new}", replaced(text, match.start(), match.end(), new)


def source_mutants(text):
    """A fee or benefit said to stand in another source of the edition."""
    ids = re.findall(r'\[\[source\]\]\nid += "([^"]*)"', text)
    for match in re.finditer(r'source += "([^"]*)"', text):
        for wrong in ids:
            if wrong != match[1]:
                yield f"source {match[1]} -> {wrong}", replaced(text, match.start(1), match.end(1), wrong)


def left_out_mutants(text):
    """Each optional line, band, benefit and tier left out; free wording stays."""
    blocks = r"^\[\[(?:tier|benefit|source)\]\]\n(?:.+\n)*"
    lines = (r"^(?:effective_exact|default|dated|archive|retrieved|requires|includes) .*\n", r"^  \{ from.*\n")
    for pattern in (blocks, *lines):
        for match in re.finditer(pattern, text, re.MULTILINE):
            yield "left out: " + " ".join(match[0].split())[:60], replaced(text, match.start(), match.end(), "")


def swapped_mutants(text):
    """Two neighbouring tiers in the other order."""
    tiers = list(re.finditer(r"^\[\[tier\]\]\n(?:.+\n)*", text, re.MULTILINE))
    for first, second in zip(tiers, tiers[1:]):
        new = second[0] + text[first.end():second.start()] + first[0]
        yield "two tiers swapped", replaced(text, first.start(), second.end(), new)


KINDS = (amount_mutants, bound_mutants, date_mutants, answer_mutants, added_tick_mutants, word_mutants, source_mutants,
         left_out_mutants, swapped_mutants)


def accepted(program, texts):
    """Whether `schedule check` has no error to report about the files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in texts.items():
            paths.append(pathlib.Path(folder) / name)
            paths[-1].write_text(text)
        return subprocess.run([program, "schedule", "check", *paths], capture_output=True).returncode == 0


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
                mutated = {**texts, file: mutant}
                if not compare.compared(mutated):
                    survivors.append(f"{file}: {what}")
                if program and kind in (amount_mutants, bound_mutants):
                    checked += 1
                    content += accepted(program, mutated)
        assert count, f"{kind.__name__} makes no mutant"
        total += count
        print(f"{count:5} {kind.__name__.replace('_', ' ')}")
    for survivor in survivors:
        print(f"SURVIVED {survivor}")
    if program:
        print(f"schedule check accepts {content} of {checked} mutants of amounts and bounds")
    print(f"{total - len(survivors)} of {total} killed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
