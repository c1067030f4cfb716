"""Python's csv module as a peer: the 2024 terms by hand. usage: peer.py IN OUT"""

import csv
import sys
from bisect import bisect_right

SILVER = ([1, 100, 500, 5000], [5000, 10000, 15000, 20000])
GENERAL = ([1, 500, 1000, 3000, 5000], [25000, 30000, 35000, 40000, 50000])
BANDS = ["1 to 499", "500 to 999", "1,000 to 2,999", "3,000 to 4,999", "5,000 or more"]


def answer(row):
    _, tier, employees, org_type, member = row
    terms = ["USD", "", "ptf-2025-04", ""]
    if tier not in ("general", "premier", "associate") or not employees.isdigit():
        return ["invalid", "", "", "", *terms]
    if tier == "associate":
        return ["quoted", "0.00", "0.00", "0.00", *terms]
    heads = int(employees)
    silver = 0 if member == "yes" else SILVER[1][bisect_right(SILVER[0], heads) - 1]
    band = bisect_right(GENERAL[0], heads) - 1
    fee = GENERAL[1][band] if tier == "general" else 150000
    if tier == "general":
        terms[1] = BANDS[band]
    return ["quoted", f"{fee}.00", f"{silver}.00", f"{fee + silver}.00", *terms]


def main():
    with open(sys.argv[1], newline="", encoding="utf-8") as source, open(sys.argv[2], "w", newline="", encoding="utf-8") as target:
        reader = csv.reader(source)
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(next(reader) + ["status", "membership_fee", "prerequisite_fee", "total_fee", "currency", "band", "schedule", "error"])
        for row in reader:
            writer.writerow(row + answer(row))


main()
