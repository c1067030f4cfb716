"""Random organisations for the property tests, the same for the same seed."""

import random

THREE = ["premier", "general", "associate"]
EDITIONS = {"ptf-2023-06": THREE, "ptf-2024-06": THREE, "ptf-2024-10": THREE, "ptf-2024-12": THREE, "ptf-2025-04": THREE,
            "ptf-2026-01": ["platinum", "gold", "silver", "associate"],
            "lf-2014-01": ["platinum", "gold", "silver", "associate"]}
TYPES = ["company", "nonprofit", "academic", "government", "individual"]
BREAKPOINTS = [100, 500, 1000, 3000, 5000]
LARGEST = 2**63 - 1


def headcount(chance):
    """A headcount as text: near a breakpoint, of any order of magnitude, or unknown."""
    kind = chance.random()
    if kind < 0.05:
        return ""
    if kind < 0.35:
        return str(max(1, chance.choice(BREAKPOINTS) + chance.randint(-3, 3)))
    if kind < 0.7:
        return str(chance.randint(1, 6000))
    return str(chance.randint(1, 2 ** chance.randint(1, 63) - 1))


def organizations(count, seed, tiers):
    """`count` rows (tier, employees, org_type, lf_member)."""
    chance = random.Random(seed)
    for _ in range(count):
        yield chance.choice(tiers), headcount(chance), chance.choice(TYPES), chance.choice(["yes", "no"])


def breakpoints(tiers):
    """Every breakpoint less one, at it and one more, the ends and an unknown headcount, for every tier, type and membership."""
    figures = ["", "1", str(LARGEST - 1), str(LARGEST)] + [str(at + by) for at in BREAKPOINTS for by in (-1, 0, 1)]
    return [(tier, figure, kind, member) for tier in tiers for figure in figures for kind in TYPES for member in ("yes", "no")]
