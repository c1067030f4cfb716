"""Rewrites a C++ source so that every mutant of it is inside, inactive (see mutation.h). Relies on the house format:
clang-format puts blanks around binary operators and none inside template brackets."""

import re

OPERATORS = {"<": "Less", "<=": "LessEqual", ">": "Greater", ">=": "GreaterEqual", "==": "Equal", "!=": "NotEqual",
             "+": "Plus", "-": "Minus", "*": "Times", "/": "Divided", "%": "Modulo"}
BECOMES = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",),
           "+": ("-",), "-": ("+",), "*": ("+",), "/": ("*",), "%": ("+",)}
NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|(?<!\d)\'(?:\\.|[^\'\\\n])+\'|^#[^\n]*', re.MULTILINE)
OPEN, CLOSE = "([{", ")]}"


class Site:
    """One place that can be mutated: `number` is unique in a run, `before` and `after` are what is inserted."""

    def __init__(self, start, end, before, after, variants):
        self.start, self.end, self.before, self.after, self.variants = start, end, before, after, variants
        self.number = 0


def masked(text):
    """The text with comments, strings, characters and directives blanked, at the same offsets."""
    return NOT_CODE.sub(lambda match: re.sub(r"[^\n]", "\x01", match[0]), text)


def closing(code, position):
    """The offset of the bracket that closes the one at `position`."""
    depth = 0
    for offset in range(position, len(code)):
        depth += (code[offset] in OPEN) - (code[offset] in CLOSE)
        if depth == 0:
            return offset
    raise ValueError("unbalanced brackets")


def operand_start(code, position, stops):
    """Where the operand that ends at `position` begins: after the nearest of `stops` outside brackets."""
    depth = 0
    offset = position
    while offset > 0:
        character = code[offset - 1]
        depth += (character in CLOSE) - (character in OPEN)
        if depth < 0 or (depth == 0 and character in ",;") or (character == "}" and code[offset] == "\n"):
            break
        if depth == 0 and re.search(rf"(?:{stops})$", code[max(0, offset - 8):offset]):
            break
        offset -= 1
    while code[offset].isspace():
        offset += 1
    return offset


def operand_end(code, position, stops):
    depth = 0
    offset = position
    while offset < len(code):
        character = code[offset]
        depth += (character in OPEN) - (character in CLOSE)
        if depth < 0 or (depth == 0 and (character in ",;" or re.match(stops, code[offset:offset + 4]))):
            break
        offset += 1
    while code[offset - 1].isspace():
        offset -= 1
    return offset


def condition(start, end):
    return Site(start, end, "::mutation::condition(@, static_cast<bool>(", "))", ["always true", "always false"])


def condition_sites(code):
    for match in re.finditer(r"\b(?:if|while) \(", code):
        start, end = match.end(), closing(code, match.end() - 1)
        inside = code[start:end]
        declared = re.match(r"(?:const )?auto[*&]* (\w+) = ", inside)
        if declared and ";" not in inside:
            yield Site(end, end, f"; ::mutation::condition(@, static_cast<bool>({declared[1]}))", "",
                       [f"'{declared[1]}' always true", f"'{declared[1]}' always false"])
        elif ";" not in inside:
            yield condition(start, end)
    before = r"[^=!<>]=\s|return |\?\s|:\s|\|\|\s|&&\s"
    after = r"\s(?:\?|:|\|\||&&)\s"
    seen = set()
    for match in re.finditer(r" (?:&&|\|\|)(?=\s)", code):
        for start, end in ((operand_start(code, match.start(), before), match.start()),
                           (match.end() + 1, operand_end(code, match.end() + 1, after))):
            while code[start].isspace():
                start += 1
            if (start, end) not in seen:
                seen.add((start, end))
                yield condition(start, end)
    for match in re.finditer(r"\s\?\s", code):
        start = operand_start(code, match.start(), r"[^=!<>]=\s|return |\s\?\s|\s:\s")
        if (start, match.start()) not in seen:
            yield condition(start, match.start())


def operator_sites(code):
    for match in re.finditer(r"(?<=[\w)\]}\x01\"']) (<=|>=|==|!=|<|>|\+|-|\*|/|%)(?=\s)", code):
        sign = match[1]
        yield Site(match.end(), match.end(), f" ::mutation::{OPERATORS[sign]}{{@}} {sign}", "",
                   [f"{sign} becomes {other}" for other in BECOMES[sign]])
    for match in re.finditer(r"(?<![\w)\]])!(?=[\w(*:])", code):
        yield Site(match.start(), match.start(), "::mutation::Not{@} ->* ", "", ["! left out"])


def constant_sites(code):
    for match in re.finditer(r"(?<![\w.'<\[])(\d[\d']*)(?![\w.'>])", code):
        yield Site(match.start(), match.end(), "::mutation::constant(@, ", ")",
                   [f"{match[1]} one more", f"{match[1]} one less"])
    for match in re.finditer(r"\b(?:true|false)\b", code):
        yield Site(match.start(), match.end(), "::mutation::constant(@, ", ")", [f"{match[0]} turned round"])


def unchangeable(code):
    """Lines on which nothing can be decided while the program runs."""
    return {number for number, line in enumerate(code.split("\n"), 1)
            if re.search(r"\b(?:constexpr|static_assert|case|using|namespace|template)\b|= default|operator[=<]", line)}


def name_variants(text, sites):
    """Says of each variant what it changes, so that no two of one line have the same name."""
    known = set()
    for site in sites:
        line = text.count("\n", 0, site.start)
        if site.after == "))":
            expression = " ".join(text[site.start:site.end].split())
            site.variants = [f"({expression}) {variant}" for variant in site.variants]
        names, times = site.variants, 1
        while (line, site.variants[0]) in known:
            times += 1
            site.variants = [f"{name}, no. {times}" for name in names]
        known.add((line, site.variants[0]))


def sites_of(text):
    code = masked(text)
    fixed = unchangeable(code)
    sites = [site for kind in (condition_sites, operator_sites, constant_sites) for site in kind(code)
             if text.count("\n", 0, site.start) + 1 not in fixed]
    sites.sort(key=lambda site: (site.start, -site.end))
    name_variants(text, sites)
    return sites


def rewritten(text, sites):
    """`text` with the sites' insertions; at one offset inner ends come first and outer beginnings."""
    insertions = []
    for site in sites:
        before = site.before.replace("@", str(site.number))
        if site.start == site.end:
            insertions.append((site.start, 1, 0, before))
            continue
        insertions.append((site.start, 2, -site.end, before))
        insertions.append((site.end, 0, -site.start, site.after))
    pieces, last = [], 0
    for offset, _, _, piece in sorted(insertions, key=lambda insertion: insertion[:3]):
        pieces += [text[last:offset], piece]
        last = offset
    return "".join(pieces) + text[last:]
