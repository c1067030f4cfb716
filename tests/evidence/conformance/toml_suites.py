"""TOML: toml-test for TOML 1.0, and what once crashed toml++. None of these files is a schedule, so every one is refused:
what is not TOML for that, and what is TOML for lacking the keys of a schedule."""

import json

from runner import differences_of, must

NO_TOML = {"not-toml", "unsafe-toml", "not-utf8"}


def findings(program, path):
    done = program.run("schedule", "check", "--format", "json", str(path), codes=(1,))
    return json.loads(done.stdout)["findings"]


def invalid_case(program, path):
    found = findings(program, path)
    must(len(found) == 1 and found[0]["code"] in NO_TOML, f"found {[finding['code'] for finding in found]}")
    must(found[0]["line"] is not None and found[0]["line"] > 0, "the finding has no line")


def valid_case(program, path):
    codes = {finding["code"] for finding in findings(program, path)}
    must(codes and not codes & NO_TOML, f"found {sorted(codes & NO_TOML)}")


def toml_test(program, folder):
    names = (folder / "tests" / "files-toml-1.0.0").read_text().splitlines()
    for name in sorted(name for name in names if name.endswith(".toml")):
        case = valid_case if name.startswith("valid/") else invalid_case
        yield name, differences_of(case, program, folder / "tests" / name)


def toml_crashers(program, folder):
    for path in sorted(folder.glob("*.toml")):
        yield path.name, differences_of(invalid_case, program, path)
    deep = program.folder / "deep.toml"
    deep.write_text("[" + ".".join(["a"] * 200_000) + "]\nb=1\n")
    yield "a key of 200,000 parts", differences_of(invalid_case, program, deep)


SUITES = {"toml-test": ("toml-test", toml_test), "toml++ crashers": ("toml-crashers", toml_crashers)}
