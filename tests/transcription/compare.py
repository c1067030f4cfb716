#!/usr/bin/env python3
"""Holds data/*.toml against the transcription in facts.py, fact by fact, in both directions.

usage: compare.py [FOLDER]     (default: data/ of this repository)
What is compared: every key of every file but free wording (notes, how employees are counted, names of benefits
beyond their figures, steps beyond their number and figures, locators). A key that this script does not know fails.
"""

import pathlib
import re
import sys
import tomllib

import facts

ROOT = pathlib.Path(__file__).resolve().parents[2]
ANSWERS = {"x": "yes", ".": "no", "?": "unstated"}
FREE_WORDING = {"notes", "employees", "locator"}
ORG_TYPES = ["company", "nonprofit", "academic", "government", "individual"]


def figures(text):
    return [int(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*", text)]


def scale_of(printed):
    """[(from, amount, published)], lowest first, from a scale as printed; its upper bounds must meet the next step."""
    steps = []
    for line in reversed(printed.strip().splitlines()):
        bounds, price = line.split(": $")
        if bounds.startswith("Under "):
            lowest, highest = 1, figures(bounds)[0] - 1
        else:
            lowest, highest = (figures(bounds) + [None])[:2]
        steps.append((lowest, highest, int(price.replace(",", "")), line))
    for (_, highest, _, line), (lowest, _, _, _) in zip(steps, steps[1:]):
        assert highest == lowest - 1, f"the transcription has a gap after '{line}'"
    assert steps[-1][1] is None, "the transcription's last step has an end"
    return [(lowest, amount, line) for lowest, _, amount, line in steps]


def expected_fee(printed, source):
    """A fee as the TOML would hold it; None for one whose wording is free."""
    if printed is None:
        return {"source": source}
    if printed == "Free":
        return {"amount": 0, "source": source, "published": "Free"}
    if "\n" not in printed:
        return {"amount": figures(printed)[0], "source": source, "published": printed}
    bands = [{"from": lowest, "amount": amount, "published": line} for lowest, amount, line in scale_of(printed)]
    return {"by": "employees", "source": source, "bands": bands}


def expected_tier(edition, foundation, name, source):
    label = f"{edition} {name}"
    printed, required = facts.FEES[edition, name]
    tier = {"id": name.lower(), "name": name, "fee": expected_fee(printed, source)}
    if required:
        tier["requires"] = [required]
    if name in facts.INCLUDES.get(edition, {}):
        tier["includes"] = facts.INCLUDES[edition][name].lower()
    tier["open_to"] = dict(zip(ORG_TYPES, facts.OPEN_TO.get(label, facts.ANYONE).split(), strict=True))
    count, in_steps = facts.STEPS.get(label, (1, []))
    join = {"route": "enrolment", "url": facts.OTHER_FORM.get(label, facts.ENROLMENT_FORM[foundation]),
            "steps": count, "figures": in_steps}
    if label in facts.APPROVAL:
        join["route"] = "approval"
        by, days = facts.APPROVAL[label]
        join.update({"by": by} if by else {}, **({"within_days": days} if days else {}))
    tier["join"] = join
    return tier


def expected_benefits(edition, tiers, sources):
    groups = {benefit: group for group, ids in facts.GROUPS.items() for benefit in ids.split()}
    rows = facts.MATRICES[edition].split("\n")
    benefits = {}
    for row in (row.split() for row in rows if row.strip()):
        if row == [tier[0] for tier in tiers]:
            continue
        name, marks = row[0], row[1:]
        grants = [ANSWERS.get(mark) or facts.QUANTITIES[mark] for mark in marks]
        second = (edition, name) in facts.FROM_SECOND_SOURCE
        benefits[name] = {"id": name, "group": groups[name], "source": sources[1 if second else 0]["id"],
                          "figures": facts.FIGURES_IN_NAMES.get((edition, name), []),
                          "tiers": dict(zip((tier.lower() for tier in tiers), grants, strict=True))}
    return benefits


def expected_sources(edition, found):
    """The sources in the order of the transcription; their ids are the file's own."""
    sources = []
    for index, line in enumerate(facts.SOURCES[edition]):
        title, url, dated, archive = (None if field == "-" else field for field in line.split(" | "))
        source = {"id": found[index]["id"] if index < len(found) else "missing", "title": title, "url": url,
                  "dated": dated, "archive": archive, "retrieved": facts.RETRIEVED}
        sources.append({key: value for key, value in source.items() if value is not None})
    return sources


def expected_edition(row, found):
    foundation, edition, effective, exact, verified, default, *tiers = row.split()
    sources = expected_sources(edition, found.get("source", []))
    title = ", ".join(tiers[:-1]) + " and " + tiers[-1] + " membership"
    expected = {"format": 1, "id": edition, "foundation": foundation, "name": facts.FOUNDATIONS[foundation],
                "title": title, "effective": effective, "verified": verified, "currency": facts.CURRENCY,
                "period": facts.PERIOD, "source": sources,
                "tier": [expected_tier(edition, foundation, name, sources[0]["id"]) for name in tiers],
                "benefit": expected_benefits(edition, tiers, sources)}
    if exact == "no":
        expected["effective_exact"] = False
    if default == "default":
        expected["default"] = True
    return expected


def simplified(table):
    """A parsed file in the form of expected_edition(): free wording taken out, ticks left out spelled as no."""
    edition = {key: value for key, value in table.items() if key not in FREE_WORDING}
    for key in ("effective", "verified"):
        edition[key] = str(edition.get(key))
    edition["source"] = [{key: str(value) for key, value in source.items() if key not in FREE_WORDING}
                         for source in table.get("source", [])]
    edition["tier"] = [dict(tier) for tier in table.get("tier", [])]
    for tier in edition["tier"]:
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
    return edition


def differences(found, expected, where):
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in {**found, **expected}:
            yield from differences(found.get(key), expected.get(key), f"{where}.{key}")
    elif isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        for index, (left, right) in enumerate(zip(found, expected)):
            yield from differences(left, right, f"{where}[{index}]")
    elif type(found) is not type(expected) or found != expected:
        yield f"{where}: the file has {found!r}, the transcription {expected!r}"


def compared(texts):
    """All differences between the texts of the files (by name) and the transcription, as sentences."""
    rows = {row.split()[1]: row for row in facts.EDITIONS.strip().splitlines()}
    problems = [f"{name}: no file" for name in rows if name + ".toml" not in texts]
    for file, text in sorted(texts.items()):
        name = file.removesuffix(".toml")
        if name not in rows:
            problems.append(f"{file}: not in the transcription")
            continue
        table = tomllib.loads(text)
        problems += differences(simplified(table), expected_edition(rows[name], table), name)
    return problems


def read(folder):
    return {path.name: path.read_text() for path in sorted(folder.glob("*.toml"))}


def main():
    texts = read(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data")
    problems = compared(texts)
    for problem in problems:
        print(problem)
    print(f"{len(texts)} editions, {len(problems)} differences from the transcription")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
