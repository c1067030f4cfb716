#!/usr/bin/env python3
"""Compares what is installed beside the program with its help: the manual page and the completion scripts must name the same
commands, and for each command the same options, no fewer and no more; the manual also every code of a finding.

usage: drift.py PROGRAM BUILD-FOLDER
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
faults = []


def output_of(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True, timeout=60).stdout


def names_in(text):
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text))


def left_columns(help_text, title):
    """The left column of the entries in a section of a help text."""
    section = re.search(rf"^{title}\n((?:  .*\n)+)", help_text, re.M)
    return re.findall(r"^  (\S.*?)(?:  .*)?$", section.group(1), re.M) if section else []


def options_by_help(program, path=()):
    """The options of each command that answers, as its help lists them."""
    text = output_of(program, *path, "--help")
    below = left_columns(text, "Commands")
    if not below:
        return {" ".join(path): names_in("\n".join(left_columns(text, "Options")))}
    return {key: value for name in below for key, value in options_by_help(program, (*path, name)).items()}


def options_in_manual(roff):
    text = roff.replace("\\-", "-").replace("\\fB", "").replace("\\fR", "").replace("\\fI", "")
    commands = re.search(r"^\.SH COMMANDS\n(.*?)^\.SH ", text, re.M | re.S).group(1)
    found = {}
    for section in commands.split(".SS ptf-fees ")[1:]:
        name, body = section.split("\n", 1)
        found[name] = names_in("\n".join(re.findall(r"^\.TP\n(.*)$", body, re.M)))
    return found


def options_in_bash(script):
    return {name: names_in(options) for name, options in re.findall(r"^    '(.*)'\)\n        options='(.*)'", script, re.M)}


def options_in_zsh(script, commands):
    found = {}
    for name, body in re.findall(r"^_ptf-fees-(\S+)\(\) \{\n(.*?)^\}", script, re.M | re.S):
        specs = re.findall(r"^        '(?:\*|\(.*?\))?(--?[a-z][a-z-]*)", body, re.M)
        found[name] = set(specs)
    return {name: found.get(name.replace(" ", "-"), set()) for name in commands}


def options_in_fish(script):
    found = {}
    for name, rest in re.findall(r"^complete -c ptf-fees -n '__ptf_fees_in ([a-z ]+)' (.*)$", script, re.M):
        named = found.setdefault(name, set())
        rest = re.sub(r"'(?:[^'\\]|\\.)*'", "", rest)
        named |= {"-" + letter for letter in re.findall(r"(?:^| )-s (\w)", rest)}
        named |= {"--" + long for long in re.findall(r"(?:^| )-l ([a-z-]+)", rest)}
    groups = [name for name in found if any(other.startswith(name + " ") for other in found)]
    return {name: options for name, options in found.items() if name not in groups}


def compare(where, expected, found):
    for name in sorted(set(expected) | set(found)):
        missing = expected.get(name, set()) - found.get(name, set())
        surplus = found.get(name, set()) - expected.get(name, set())
        if name not in expected or (name not in found and expected[name]):
            faults.append(f"{where}: the command '{name}' is only in " + ("the help" if name in expected else where))
        elif missing or surplus:
            faults.append(f"{where}, {name}: missing {sorted(missing)}, surplus {sorted(surplus)}")


def check_codes(roff):
    codes = set(re.findall(r'CodeEntry\{\s*Code::\w+, "([a-z0-9-]+)"', (SOURCE / "src/catalogue/codes.h").read_text()))
    section = roff.replace("\\-", "-").split(".SH FINDINGS")[1].split(".SH ")[0]
    named = set(re.findall(r"^\\fB([a-z0-9-]+)\\fR \((?:error|warning)\)", section, re.M))
    if len(codes) < 20 or codes != named:
        faults.append(f"ptf-fees.1: codes of findings differ: {sorted(codes ^ named)}")


def check_described(program, roff):
    """What people search the page for, and what they must know of a roster and of the surroundings."""
    text = roff.replace("\\-", "-")
    name = text.split(".SH NAME\n")[1].split("\n")[0]
    faults.extend(f"ptf-fees.1: apropos {word} does not find it" for word in ("pytorch", "membership") if word not in name.lower())
    header = subprocess.run([program, "batch"], input="tier,employees\n", capture_output=True, text=True, check=True, timeout=60).stdout
    summary = pathlib.Path(tempfile.mkdtemp()) / "summary.json"
    subprocess.run([program, "batch", "--summary", summary], input="tier,employees\n", capture_output=True, text=True, check=True, timeout=60)
    statuses = json.loads(summary.read_text())["by_status"]
    shutil.rmtree(summary.parent)
    known = {"ROSTERS": ["tier", "employees", "revenue", "org_type", "lf_member", *header.strip().split(",")[2:], *statuses],
             "ENVIRONMENT": ["NO_COLOR", "COLUMNS", "TMPDIR", "LANG", "LC_ALL"]}
    for section, names in known.items():
        described = dict(re.findall(r"^\.TP\n(.*)\n(.*)$", text.split(f".SH {section}\n")[1].split(".SH ")[0], re.M))
        heads = {bold: meaning for head, meaning in described.items() for bold in re.findall(r"\\fB(.*?)\\fR", head)}
        faults.extend(f"ptf-fees.1, {section}: {name} is not described" for name in names if not heads.get(name))
    codes = " ".join(re.findall(r"^\.TP\n([\d, ]+)$", text.split(".SH EXIT STATUS\n")[1].split(".SH ")[0], re.M))
    if re.findall(r"\d+", codes) != "0 1 2 3 4 5 129 130 143 141".split():
        faults.append(f"ptf-fees.1: exit codes are {codes}")


def check_examples(program):
    for command in ("quote", "batch"):
        lines = re.findall(rf"^  ptf-fees {command} ", output_of(program, command, "-h").split("\nExamples\n")[-1], re.M)
        if len(lines) != 2:
            faults.append(f"{command} -h ends with {len(lines)} examples")


def check_roff(page):
    for command in (["groff", "-ww", "-man", "-Tutf8", "-z"], ["man", "-l", "--warnings=w", "-Tutf8"]):
        if shutil.which(command[0]) is None:
            print(f"skipped: {command[0]} is not installed")
            continue
        done = subprocess.run([*command, str(page)], capture_output=True, text=True, timeout=60)
        if done.returncode or done.stderr:
            faults.append(f"{' '.join(command)}: {done.stderr}")


def main():
    program, build = sys.argv[1:]
    expected = options_by_help(program)
    with tempfile.TemporaryDirectory() as folder:
        output_of("cmake", "--install", build, "--component", "runtime", "--prefix", folder)
        share = pathlib.Path(folder) / "share"
        page = share / "man/man1/ptf-fees.1"
        installed = {"bash": share / "bash-completion/completions/ptf-fees", "zsh": share / "zsh/site-functions/_ptf-fees",
                     "fish": share / "fish/vendor_completions.d/ptf-fees.fish"}
        scripts = {shell: file.read_text() for shell, file in installed.items()}
        compare("ptf-fees.1", expected, options_in_manual(page.read_text()))
        check_codes(page.read_text())
        check_described(program, page.read_text())
        check_roff(page)
    check_examples(program)
    compare("bash", expected, options_in_bash(scripts["bash"]))
    compare("zsh", expected, options_in_zsh(scripts["zsh"], expected))
    compare("fish", expected, options_in_fish(scripts["fish"]))
    for shell, script in scripts.items():
        if script != output_of(program, "completion", shell):
            faults.append(f"{shell}: the installed script is not what 'ptf-fees completion {shell}' prints")
    print("\n".join(faults))
    print(f"{len(expected)} commands, {sum(map(len, expected.values()))} options, {len(faults)} faults")
    return 1 if faults or len(expected) < 9 else 0


if __name__ == "__main__":
    sys.exit(main())
