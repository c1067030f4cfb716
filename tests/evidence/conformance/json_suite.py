"""JSONTestSuite: y_ must be read, n_ refused, i_ either. A record of JSON Lines is an object on one line: a file is read as
it is and as the value of a key. Beside that key is a filled one, for a record that holds nothing is a blank line."""

import json

from runner import differences_of, must


def strict(text):
    """What Python makes of it; None where it is not JSON or not UTF-8."""
    try:
        return json.loads(text.decode())
    except (ValueError, RecursionError):
        return None


def quoted(program, line):
    """Whether the line is read as a record. Several lines are several records: then whether all are."""
    records, rest = program.records("--input-format", "jsonl", stdin=line, codes=(0, 1, 2))
    accepted = bool(records) and all(record["status"] == "quoted" for record in records)
    return accepted, rest


def yes_case(program, data):
    line = data.replace(b"\n", b" ").replace(b"\r", b" ")  # no line break is inside a string of JSON
    accepted, rest = quoted(program, b'{"org":"a","value":' + line + b"}\n")
    must(accepted, "as a value it is refused")
    must(rest == [{"org": "a", "value": json.loads(data.decode())}], "as a value it comes out as another one")
    accepted, rest = quoted(program, line)
    if isinstance(json.loads(data.decode()), dict):
        must(accepted, "as a record it is refused")
        must(rest == [json.loads(data.decode())], "as a record it comes out as another one")
    else:
        must(not accepted, "what is no object is read as a record")


def no_case(program, data):
    must(not quoted(program, data)[0], "as a record it is read")
    must(not quoted(program, b'{"org":"a","value":' + data + b"}\n")[0], "as a value it is read")


def either_case(program, data):
    """It ends in order, and what is written is JSON."""
    quoted(program, data)
    quoted(program, b'{"org":"a","value":' + data + b"}\n")


def test_parsing(program, folder):
    cases = {"y": yes_case, "n": no_case, "i": either_case}
    for path in sorted((folder / "test_parsing").glob("*.json")):
        yield path.name, differences_of(cases[path.name[0]], program, path.read_bytes())


def test_transform(program, folder):
    for path in sorted((folder / "test_transform").glob("*.json")):
        yield path.name, differences_of(either_case, program, path.read_bytes())


def both(program, folder):
    yield from test_parsing(program, folder)
    yield from test_transform(program, folder)


SUITES = {"JSONTestSuite": ("jsontestsuite", both)}
