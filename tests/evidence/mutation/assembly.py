"""Puts a switch at every conditional jump of an x86-64 assembly listing: inactive, always taken, never taken.

Only jumps inside functions of our own namespace count: what the compiler made of the standard library's templates is
not ours to test. The flags are saved around the switch, since two jumps may follow one comparison."""

import re

JUMP = re.compile(r"^\tj(?!mp)(\w+)\t(\S+)$")


def switch(number, condition, label):
    here = f".Lmutation{number}"
    return f"""\
\tj{condition}\t{here}_taken
\tpushfq
\tcmpb\t$1, mutation_switches+{number}(%rip)
\tje\t{here}_always
\tpopfq
\tjmp\t{here}_end
{here}_always:
\tpopfq
\tjmp\t{label}
{here}_taken:
\tpushfq
\tcmpb\t$2, mutation_switches+{number}(%rip)
\tje\t{here}_never
\tpopfq
\tjmp\t{label}
{here}_never:
\tpopfq
{here}_end:"""


def rewritten(text, first, known):
    """The listing with switches numbered from `first`, and the file and line that each was compiled from. Of functions
    in several listings the linker keeps the first: `known` holds the names of those that had their turn."""
    out, places, files = [], [], {}
    ours, place = False, ("", 0)
    for row in text.split("\n"):
        if function := re.match(r"^\t\.type\t(\S+), @function", row):
            ours = bool(re.match(r"_ZZ*NK?8ptf_fees", function[1])) and function[1] not in known
            if re.search(rf"^\t\.weak\t{re.escape(function[1])}$", text, re.MULTILINE):
                known.add(function[1])
        if location := re.match(r"^\t\.loc (\d+) (\d+)", row):
            place = files[location[1]], int(location[2])
        elif named := re.match(r'^\t\.file (\d+) (?:"[^"]*" )?"([^"]*)"', row):
            files[named[1]] = named[2].removeprefix("./")
        jump = JUMP.match(row)
        if ours and jump:
            out.append(switch(first + len(places), jump[1], jump[2]))
            places.append(place)
        else:
            out.append(row)
    return "\n".join(out), places


def switches(count):
    return f"""\
\t.globl\tmutation_switches
\t.globl\tmutation_count
\t.data
mutation_count:
\t.long\t{count}
mutation_switches:
\t.zero\t{count + 1}
\t.section\t.note.GNU-stack,"",@progbits
"""
