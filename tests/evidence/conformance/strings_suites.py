"""The big list of naughty strings, as a cell, a name in a schedule, a value of an option and a name of a file."""

import csv
import io
import json
import re

from runner import differences_of, json_lines, must

LONGEST_FILE_NAME = 255
# Controls, separators of lines and what reorders a line.
DRIVES_TERMINAL = re.compile("[\\0-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]")


def table_of(texts):
    """Beside each a filled cell, for a row in which nothing shows is a blank line."""
    table = io.StringIO(newline="")
    csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([["org", "note"], *([text, "a"] for text in texts)])
    return table.getvalue().encode()


def cells_of(done, form):
    """The organisations of an output, as another reader has them."""
    if form == "jsonl":
        return [record["org"] for record in json_lines(done)]
    written = io.StringIO(done.stdout.decode(), newline="")
    return [row["org"] for row in csv.DictReader(written, delimiter="\t" if form == "tsv" else ",", strict=True)]


def cells_through(program, texts):
    """What becomes of all strings as cells: by formats, in their order."""
    inputs = {"csv": table_of(texts), "jsonl": "\n".join(json.dumps({"org": text, "note": "a"}) for text in texts).encode()}
    return {f"from {form} to {other}": cells_of(program.batch("--input-format", form, "--format", other, stdin=data), other)
            for form, data in inputs.items() for other in ("csv", "tsv", "jsonl")}


def check_cell(written, number, text):
    for formats, cells in written.items():
        must(cells[number] == text, f"{formats} it becomes {cells[number]!r}")


def check_words(words):
    must(not any(map(DRIVES_TERMINAL.search, words.split("\n"))), f"a message drives the terminal: {words!r}")


def check_value(program, text):
    done = program.run("quote", "--employees", "5", f"--tier={text}", codes=(2,))
    check_words(done.stderr.decode())
    headcount = text.isascii() and text.isdigit() and 0 < int(text) < 2**63
    done = program.run("quote", "--tier", "general", f"--employees={text}", codes=(0,) if headcount else (2,))
    check_words(done.stderr.decode())


def check_file_name(program, text):
    name = text.encode()
    if b"/" in name or not 0 < len(name) <= LONGEST_FILE_NAME or name in (b".", b"..", b"-"):
        return
    path = program.folder / text
    path.write_bytes(b"org\na\n")
    try:
        done = program.run("batch", "--tier", "associate", "--org-type", "academic", "--input-format", "csv", "--format",
                           "csv", "--", text)
        must(done.stdout.count(b"quoted") == 1, "a file of that name is not read")
        check_words(done.stderr.decode())
    finally:
        path.unlink()


def schedule_named(text):
    """A schedule whose tier has that name. TOML's escapes are JSON's."""
    name = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"""format = 1
id = "x-2020-01"
foundation = "x"
name = "X"
title = "T"
effective = 2020-01-01
verified = 2020-01-01
currency = "USD"
period = "year"
[[source]]
id = "s"
title = "S"
url = "https://x.example/"
[[tier]]
id = "t"
name = {name}
open_to = {{ company = "yes", nonprofit = "yes", academic = "yes", government = "yes", individual = "no" }}
join = {{ route = "enrolment", url = "https://x.example/join", steps = ["Join."] }}
fee = {{ amount = 5, source = "s", published = "USD 5" }}
"""


def may_be_name(text):
    """Whether a schedule may call a tier so."""
    return bool(text.strip(" ")) and not DRIVES_TERMINAL.search(text)


def check_tier_name(program, text):
    path = program.folder / "named.toml"
    path.write_text(schedule_named(text), encoding="utf-8")
    valid = may_be_name(text)
    done = program.run("quote", "--schedule", str(path), "--tier", "t", "--format", "json", codes=(0,) if valid else (3,))
    answer = json.loads(done.stdout)
    if valid:
        must(answer["quotes"][0]["name"] == text, f"as a name it becomes {answer['quotes'][0]['name']!r}")
    else:
        must(answer["error"]["code"] == "schedule-refused", f"as a name it is refused as {answer['error']['code']}")


def case(program, written, number, text):
    check_cell(written, number, text)
    check_value(program, text)
    check_file_name(program, text)
    check_tier_name(program, text)


def naughty_strings(program, folder):
    texts = json.loads((folder / "blns.json").read_text(encoding="utf-8"))
    written = cells_through(program, texts)
    for number, text in enumerate(texts):
        yield f"{number} {text!r}", differences_of(case, program, written, number, text)


SUITES = {"naughty strings": ("blns", naughty_strings)}
