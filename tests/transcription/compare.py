#!/usr/bin/env python3
"""Holds data/ against the transcription in facts.py, foundations.py and members.py, fact by fact, in both directions.

usage: compare.py [FOLDER]     (default: data/ of this repository)
What is compared: every key of every file but free wording. Of notes, of the names of benefits and of the steps to join
only the figures are compared (and the number of steps); not at all: how employees and revenue are counted, locators,
what a source proves, and why a fee is unpublished. A key that this script does not know fails.
"""

import functools
import pathlib
import re
import sys
import tomllib

import facts
import foundations
import members

ROOT = pathlib.Path(__file__).resolve().parents[2]
ANSWERS = {"y": "yes", "n": "no", "u": "unstated"}
MARKS = {"x": "yes", ".": "no", "?": "unstated"}
MEMBERS_FILE = "members/ptf.toml"
FREE_WORDING = {"employees", "revenue", "locator"}
ORG_TYPES = ["company", "nonprofit", "academic", "government", "individual"]


def figures(text):
    return [int(figure.replace(",", "")) for figure in re.findall(r"\d+(?:,\d{3})*", text)]


def fields(line):
    return [None if field == "-" else field for field in (part.strip() for part in line.split(" | "))]


def read_head(line):
    name, foundation, title_name, title, day, verified = fields(line)
    effective, certainty = day.split()
    edition = {"format": 1, "id": name, "foundation": foundation, "name": title_name, "title": title,
               "effective": effective, "verified": verified, "currency": "USD", "period": "year", "notes": [],
               "source": [], "tier": [], "benefit": {}, "example": []}
    if certainty == "seen":
        edition["effective_exact"] = False
    return edition


def read_source(line):
    name, title, url, dated, archive, retrieved, *proves = fields(line)
    source = {"id": name, "title": title, "url": url, "dated": dated, "archive": archive, "retrieved": retrieved,
              "proves": True if proves else None}
    return {key: value for key, value in source.items() if value is not None}


def read_tier(line):
    name, title, letters, way, url = fields(line)
    how, steps = way.split(", ")
    route, *approval = re.split(r" by | within (?=\d+ days$)", how)
    join = {"route": route, "url": url, "steps": figures(steps)[0], "figures": figures(steps)[1:]}
    if approval:
        join["by"] = approval[0]
    if approval[1:]:
        join["within_days"] = figures(approval[1])[0]
    open_to = {org_type: ANSWERS[letter] for org_type, letter in zip(ORG_TYPES, letters, strict=True)}
    return {"id": name, "name": title, "open_to": open_to, "join": join, "notes": []}


def read_requirement(text):
    printed = re.fullmatch(r"(\S+) at (\d+) in (\S+): (.*)", text)
    if not printed:
        return text
    membership, amount, source, published = printed.groups()
    return {"membership": membership, "amount": int(amount), "source": source, "published": published}


def read_fee(text):
    source, kind, *rest = text.split(" ", 2)
    if kind == "unpublished":
        return {"source": source}
    if kind == "by":
        return {"by": rest[0], "source": source, "bands": []}
    return {"amount": int(kind), "source": source, "published": rest[0]}


def read_benefit(line, tiers):
    line, _, implied = line.partition(" < ")
    line, _, in_name = line.partition(" ; ")
    name, group, source, *marks = re.findall(r'"[^"]*"|\S+', line)
    grants = [MARKS.get(mark) or mark.strip('"') for mark in marks]
    benefit = {"id": name, "group": group, "source": source, "figures": figures(in_name),
               "tiers": dict(zip(tiers, grants, strict=True))}
    return {**benefit, "implied_by": implied} if implied else benefit


def read_totals(line):
    asked, printed = line.split(": ")
    source, tier, member, *org_type = asked.split()
    for pair in printed.split():
        employees, total = pair.split("=")
        example = {"tier": tier, "employees": int(employees), "lf_member": member == "yes", "total": int(total),
                   "source": source}
        yield {**example, "org_type": org_type[0]} if org_type else example


def read_line(edition, line):
    """One line of a block, into the edition; lines that belong to a tier belong to the last one."""
    word, _, rest = line.strip().partition(" ")
    tier = edition["tier"][-1] if edition["tier"] else edition
    if word == "source":
        edition["source"].append(read_source(rest))
    elif word == "tier":
        edition["tier"].append(read_tier(rest))
    elif word == "benefits":
        edition["marked"] = rest.split()
    elif word == "totals":
        edition["example"] += read_totals(rest)
    elif "marked" in edition:
        benefit = read_benefit(line.strip(), edition["marked"])
        edition["benefit"][benefit["id"]] = benefit
    elif word == "notes":
        tier["notes"] = figures(rest)
    elif word == "needs":
        tier.setdefault("requires", []).append(read_requirement(rest))
    elif word == "bundles":
        tier.setdefault("bundles", []).append(rest)
    elif word == "has":
        tier["includes"] = rest
    elif word == "years":
        tier["commitment_years"] = int(rest)
    elif word == "fee":
        tier["fee"] = read_fee(rest)
    elif word.isdigit():
        amount, published = rest.split(" ", 1)
        band = {"from": int(word), "amount": int(amount), "published": published}
        tier["fee"]["bands"] = sorted([*tier["fee"]["bands"], band], key=lambda entry: entry["from"])
    else:
        for flag in line.split("; "):
            key, _, value = flag.rpartition(" ")
            edition[{"": "default", "day by": "effective_source", "until": "until"}[key]] = value if key else True


@functools.cache
def transcription():
    editions = {}
    for block in (facts.PTF + facts.LF + foundations.ALL).split("\n== ")[1:]:
        head, *lines = block.splitlines()
        edition = read_head(head)
        for line in lines:
            if line.strip():
                read_line(edition, line)
        edition.pop("marked", None)
        edition["example"] = sorted(edition["example"], key=str)
        editions[edition["id"]] = edition
    return editions


def simplified(table):
    """A parsed file in the form of the transcription: free wording taken out, ticks left out spelled as no."""
    edition = {key: value for key, value in table.items() if key not in FREE_WORDING}
    for key in {"effective", "verified", "until"} & set(edition):
        edition[key] = str(edition[key])
    edition["notes"] = figures(" ".join(table.get("notes", [])))
    edition["source"] = [{key: key == "proves" or str(value) for key, value in source.items() if key not in FREE_WORDING}
                         for source in table.get("source", [])]
    edition["tier"] = [dict(tier) for tier in table.get("tier", [])]
    for tier in edition["tier"]:
        tier["notes"] = figures(" ".join(tier.get("notes", [])))
        tier["fee"] = {key: value for key, value in tier["fee"].items() if key != "unpublished" or not value.strip()}
        steps = tier["join"]["steps"]
        tier["join"] = {**tier["join"], "steps": len(steps), "figures": figures(" ".join(steps))}
    names = [tier["id"] for tier in edition["tier"]]
    edition["benefit"] = {}
    for benefit in table.get("benefit", []):
        row = {key: value for key, value in benefit.items() if key != "name"}
        row["figures"] = figures(benefit["name"])
        row["tiers"] = {**{name: "no" for name in names}, **benefit["tiers"]}
        edition["benefit"][benefit["id"]] = row
    edition["example"] = sorted(({**example} for example in table.get("example", [])),
                                key=lambda example: str({key: example.get(key) for key in EXAMPLE_KEYS if key in example}))
    return edition


EXAMPLE_KEYS = ["tier", "employees", "lf_member", "total", "source", "org_type"]


def differences(found, expected, where):
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in {**found, **expected}:
            yield from differences(found.get(key), expected.get(key), f"{where}.{key}")
    elif isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        for index, (left, right) in enumerate(zip(found, expected)):
            yield from differences(left, right, f"{where}[{index}]")
    elif type(found) is not type(expected) or found != expected:
        yield f"{where}: the file has {found!r}, the transcription {expected!r}"


def compared_file(file, text):
    """All differences between one file and the transcription, as sentences."""
    if file == MEMBERS_FILE:
        return list(differences(members.simplified(tomllib.loads(text)), members.transcription(), file))
    name = file.removesuffix(".toml")
    if name not in transcription():
        return [f"{file}: not in the transcription"]
    return list(differences(simplified(tomllib.loads(text)), transcription()[name], name))


def compared(texts):
    """All differences between the texts of the files (by name) and the transcription, as sentences."""
    files = [*(name + ".toml" for name in transcription()), MEMBERS_FILE]
    problems = [f"{file}: no file" for file in files if file not in texts]
    for file, text in sorted(texts.items()):
        problems += compared_file(file, text)
    return problems


def read(folder):
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.toml"))}


def main():
    texts = read(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data")
    problems = compared(texts)
    for problem in problems:
        print(problem)
    print(f"{len(texts)} files, {len(problems)} differences from the transcription")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
