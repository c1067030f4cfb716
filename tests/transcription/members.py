"""Who is a member of the PyTorch Foundation, typed a second time from the announcements and from the history of its list.

How to read a line: the name | other spellings | what it held, each a tier and its first day, with the announcement that
says so, or without one the day on which the list first shows it | what else is known (founded DAY, until DAY).
"""

BLOG = "https://pytorch.org/blog/"
ARCHIVE = "https://github.com/pytorch/pytorch.github.io/blob/171ddae8944f5eb0364d247242dfb21d7836054a/blog/"
LANDSCAPE = "https://github.com/pytorch-fdn/landscape"

HEAD = {"format": 1, "foundation": "ptf", "verified": "2026-07-01", "complete_from": "2025-03-18"}

# id, day and title; each is at BLOG/id/ with its copy in ARCHIVE.
ANNOUNCEMENTS = {
    "ibm-joins-pytorch": ("2023-07-27", "IBM Joins the PyTorch Foundation as a Premier Member"),
    "hugging-face-joins": ("2023-08-03", "Announcement that Hugging Face joins the PyTorch Foundation"),
    "intel-joins-pytorch": ("2023-08-10", "Announcement that Intel joins the PyTorch Foundation"),
    "graphcore-joins-pytorch": ("2023-09-06", "Announcement that Graphcore joins the PyTorch Foundation"),
    "huawei-joins-pytorch": ("2023-10-17", "Announcement that Huawei joins the PyTorch Foundation"),
    "lightning-ai-joins-pytorch": ("2023-10-17", "Announcement that Lightning AI joins the PyTorch Foundation"),
    "snowflake-joins-pytorch": ("2023-12-05", "Announcement that Snowflake joins the PyTorch Foundation"),
    "arm-joins-pytorch": ("2024-09-12", "Announcement that Arm joins the PyTorch Foundation"),
    "rebellions": ("2024-11-21", "Announcement that Rebellions joins the PyTorch Foundation"),
}

OTHER_SOURCES = [
    {"id": "landscape", "title": "PyTorch Foundation landscape: the list of members with its history", "url": LANDSCAPE,
     "dated": "2026-07-01",
     "archive": LANDSCAPE + "/blob/be86f4ca34ac82279f8076af498afb5f82836de3/landscape.yml"},
    {"id": "tac-2026-09-15", "title": "Minutes of the Technical Advisory Committee of 2026-09-15",
     "url": "https://github.com/pytorch-fdn/tac", "dated": "2026-09-15",
     "archive": "https://github.com/pytorch-fdn/tac/tree/48489c4"},
]

RETRIEVED = "2026-11-26"

MEMBERS = """
AMD | Advanced Micro Devices (AMD) | premier 2025-03-18; platinum 2026-01-08 | founded 2022-09-12
Arm | Arm Limited; arm | premier 2024-09-12 arm-joins-pytorch; platinum 2026-01-08
Amazon Web Services | AWS; Amazon Web Services, Inc. | premier 2025-03-18; platinum 2026-01-08 | founded 2022-09-12
Google Cloud | Google LLC | premier 2025-03-18; platinum 2026-01-08 | founded 2022-09-12
Huawei | Huawei Technologies Co., Ltd | premier 2023-10-17 huawei-joins-pytorch; platinum 2026-01-08
Hugging Face | Hugging Face Inc | premier 2023-08-03 hugging-face-joins; gold 2026-01-08
IBM | International Business Machines Corporation | premier 2023-07-27 ibm-joins-pytorch; platinum 2026-01-08
Intel | Intel Corporation | premier 2023-08-10 intel-joins-pytorch; platinum 2026-01-08
Lightning AI | | premier 2023-10-17 lightning-ai-joins-pytorch; platinum 2026-01-08
Meta | Meta Platforms, Inc. | premier 2025-03-18; platinum 2026-01-08 | founded 2022-09-12
Microsoft | Microsoft Azure; Microsoft Corporation | premier 2025-03-18; gold 2026-01-08 | founded 2022-09-12
NVIDIA | NVIDIA Corporation | premier 2025-03-18; platinum 2026-01-08 | founded 2022-09-12
Graphcore | | general 2023-09-06 graphcore-joins-pytorch; silver 2026-01-08
Rebellions | | general 2024-11-21 rebellions; silver 2026-01-08
Snowflake | Snowflake Inc. | general 2023-12-05 snowflake-joins-pytorch; premier 2025-05-03; platinum 2026-01-08
Bayero University Kano | | associate 2025-03-18 | until 2025-06-12
Beijing Academy of Artificial Intelligence | Beijing Academy of Artificial Intelligence aka Zhiyuan Institute | associate 2025-03-18
Columbia University | | associate 2025-03-18
Common Crawl Foundation | Common Crawl | associate 2025-03-18
Imam Abdulrahman Bin Faisal University | | associate 2025-03-18
Indian Institute of Technology Jodhpur | PROM, IIT Rajasthan | associate 2025-03-18
One Fact Foundation | onefact.org | associate 2025-03-18
Rensselaer Polytechnic Institute | | associate 2025-03-18
Texas A&M University | | associate 2025-03-18
University of California, Irvine | | associate 2025-03-18
William Carey University | | associate 2025-03-18
World Ethical Data Foundation | WEDF | associate 2025-03-18
Instituto Tecnológico de La Piedad | DIARIO OFICIAL DE LA FEDERACIÓN | associate 2025-03-18
Qualcomm | Qualcomm, Inc. | premier 2025-06-12; gold 2026-01-08
Carnegie Mellon University | | associate 2025-06-12
Monash University | | associate 2025-06-12
The Iheme Isaac Foundation | | associate 2025-06-12
University of Leicester | | associate 2025-06-12
Dell Technologies | | premier 2025-10-17; gold 2026-01-08
Yasp.ai | yasp | silver 2026-01-22
Nota AI | Nota Inc. | silver 2026-01-26
NIPA | | silver 2026-01-29
CommonAI C.I.C. | | associate 2026-01-29
Emmi AI | | silver 2026-02-20
Messiah University | | associate 2026-02-21
SKOPOS INDIA FOUNDATION | | associate 2026-02-21
LightSeek Foundation | | associate 2026-02-24; silver 2026-02-27
Clockwork.io | | silver 2026-03-03
Siksha 'O' Anusandhan | | associate 2026-03-03
Alibaba Cloud | Alibaba Cloud (Singapore) Private LTD (Alibaba Cloud) | platinum 2026-04-27
Shopify | | platinum 2026-06-07
Cambricon | | platinum 2026-09-08 tac-2026-09-15, seen
Ant Group | | gold 2026-09-08 tac-2026-09-15, seen
"""


def source(name, day, title):
    return {"id": name, "title": title, "url": f"{BLOG}{name}/", "dated": day, "archive": f"{ARCHIVE}{name}/index.html"}


def holding(text):
    tier, day, *announcement = text.split(" ", 2)
    if not announcement:
        return {"tier": tier, "from": day, "exact": False, "source": "landscape"}
    name, _, seen = announcement[0].partition(", ")
    held = {"tier": tier, "from": day, "source": name}
    return {**held, "exact": False} if seen else held


def member(line):
    name, also, held, *more = (part.strip() for part in line.split("|"))
    read = {"name": name, "held": [holding(text) for text in held.split("; ")]}
    if also:
        read["also"] = also.split("; ")
    for fact in more:
        key, day = fact.split()
        read[key] = day
    if "founded" in read:
        read["founding"] = True
    return read


def transcription():
    """The list in the form of its file, except where in a source something is."""
    sources = OTHER_SOURCES + [source(name, *known) for name, known in ANNOUNCEMENTS.items()]
    return {**HEAD, "source": sorted(({**one, "retrieved": RETRIEVED} for one in sources), key=lambda one: one["id"]),
            "member": [member(line) for line in MEMBERS.strip().splitlines()]}


def simplified(table):
    """A parsed file in the form of the transcription."""
    def plain(value):
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items() if key != "locator"}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        return value if isinstance(value, (bool, int)) else str(value)

    plain_table = plain(table)
    return {**plain_table, "source": sorted(plain_table.get("source", []), key=lambda one: one.get("id", ""))}
