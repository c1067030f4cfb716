"""The published terms, typed a second time from the sources, in the form in which the pages print them.

Nothing here is read from data/: compare.py holds the two against each other. Marks in matrices: x yes, . no,
? not stated, or a number of the list of quantities below the matrix.
"""

# foundation  edition      effective   exact  verified    default  tiers, highest first
EDITIONS = """
ptf           ptf-2023-06  2023-06-07  yes    2023-06-07  -        Premier General Associate
ptf           ptf-2024-06  2024-06-03  no     2024-06-03  -        Premier General Associate
ptf           ptf-2024-10  2024-10-08  no     2024-10-08  default  Premier General Associate
ptf           ptf-2026-01  2026-01-08  no     2026-04-01  -        Platinum Gold Silver Associate
lf            lf-2014-01   2014-01-28  no     2024-07-02  default  Platinum Gold Silver Associate
"""

FOUNDATIONS = {"ptf": "PyTorch Foundation", "lf": "The Linux Foundation"}
CURRENCY = "USD"
PERIOD = "year"

GENERAL_SCALE = """
5,000 employees +: $50,000
3,000 - 4,999 employees: $40,000
1,000 - 2,999 employees: $35,000
500 - 999 employees: $30,000
1 - 499 employees: $25,000
"""

SILVER_SCALE = """
5,000 or more employees: $20,000
500-4,999 employees: $15,000
100-499 employees: $10,000
Under 100 employees: $5,000
"""

# A fee is a price as printed, "Free", one of the scales above, or None where no copy prints it.
# edition, tier: fee, membership that must be held as well
FEES = {
    ("ptf-2023-06", "Premier"): ("$150,000", "lf/silver"),
    ("ptf-2023-06", "General"): (None, "lf/silver"),
    ("ptf-2023-06", "Associate"): ("Free", None),
    ("ptf-2024-06", "Premier"): ("$150,000", "lf/silver"),
    ("ptf-2024-06", "General"): (GENERAL_SCALE, "lf/silver"),
    ("ptf-2024-06", "Associate"): ("Free", None),
    ("ptf-2024-10", "Premier"): ("$150,000", "lf/silver"),
    ("ptf-2024-10", "General"): (GENERAL_SCALE, "lf/silver"),
    ("ptf-2024-10", "Associate"): ("Free", None),
    ("ptf-2026-01", "Platinum"): ("$350,000", None),
    ("ptf-2026-01", "Gold"): ("$150,000", None),
    ("ptf-2026-01", "Silver"): (None, "lf/silver"),
    ("ptf-2026-01", "Associate"): ("Free", None),
    ("lf-2014-01", "Platinum"): ("$500,000", None),
    ("lf-2014-01", "Gold"): ("$100,000", None),
    ("lf-2014-01", "Silver"): (SILVER_SCALE, None),
    ("lf-2014-01", "Associate"): ("Free", None),
}

# Who may join. Tiers that are not named here: ANYONE.
#                              company   nonprofit academic  government individual
ANYONE = "                     yes       yes       yes       yes        no"
OPEN_TO = {
    "ptf-2023-06 Associate": "unstated  unstated  unstated  unstated   no",
    "ptf-2024-06 Associate": "no        yes       yes       unstated   no",
    "ptf-2024-10 Associate": "no        yes       yes       unstated   no",
    "ptf-2026-01 Associate": "no        yes       yes       unstated   no",
    "lf-2014-01 Associate":  "no        yes       unstated  yes        no",
}

# How one joins: everything that is not named here is enrolment. Who approves and within how many days, where printed.
APPROVAL = {
    "ptf-2023-06 Premier": (None, None),
    "ptf-2024-06 Premier": ("Governing Board", 14),
    "ptf-2024-10 Premier": ("Governing Board", 14),
}
ENROLMENT_FORM = {"ptf": "https://enrollment.lfx.linuxfoundation.org/?project=pytorch", "lf": "https://enrollment.lfx.linuxfoundation.org/"}
OTHER_FORM = {"ptf-2023-06 Premier": "https://pytorch.org/blog/join-pytorch/"}
# How many steps there are, and which figures stand in them.
STEPS = {"ptf-2024-06 Premier": (3, [14]), "ptf-2024-10 Premier": (3, [14])}

# Which tier has all that another has: in words in 2023 ("all of General"), by the matrices in 2024.
INCLUDES = {
    "ptf-2023-06": {"Premier": "General"},
    "ptf-2024-06": {"Premier": "General", "General": "Associate"},
    "ptf-2024-10": {"Premier": "General", "General": "Associate"},
}

# id           title | url | date of the document | archived copy
SOURCES = {
    "ptf-2023-06": [
        "Join the PyTorch Foundation: Membership Now Open | https://pytorch.org/blog/join-pytorch/ | 2023-06-07 | https://github.com/pytorch/pytorch.github.io/blob/041cd9daaaf7b6f6eb3668480db07d70ca745d87/_posts/2023-06-07-join-pytorch.md",
        "IBM Joins the PyTorch Foundation as a Premier Member | https://pytorch.org/blog/ | - | -",
    ],
    "ptf-2024-06": [
        "Join the PyTorch Foundation | https://pytorch.org/join | 2024-06-03 | https://github.com/pytorch/pytorch.github.io/blob/2e30cdbcf47fb32f00ad09feba9ce1d5b1a14622/join.html",
    ],
    "ptf-2024-10": [
        "Join the PyTorch Foundation | https://pytorch.org/join | 2024-10-08 | https://github.com/pytorch/pytorch.github.io/blob/171ddae8944f5eb0364d247242dfb21d7836054a/join.html",
    ],
    "ptf-2026-01": [
        "Join the PyTorch Foundation (spring 2026) | https://pytorch.org/join | - | -",
        "PyTorch Foundation member landscape, regrouped into the tiers of 2026 | https://github.com/pytorch-fdn/landscape | 2026-01-08 | https://github.com/pytorch-fdn/landscape/commit/101825ce4bab110ceef2d7872d9846ce23d40961",
    ],
    "lf-2014-01": [
        "PyTorch Foundation participation agreement and charter | https://github.com/pytorch-fdn/foundation | 2022-09-14 | https://github.com/pytorch-fdn/foundation/blob/1f0712a/participation-agreement-charter.md",
    ],
}
RETRIEVED = "2026-11-22"
# Every number comes from the first source of its edition; these benefits from the second.
FROM_SECOND_SOURCE = {("ptf-2023-06", "board-seat"), ("ptf-2026-01", "placement")}

# The marks of each row as the page (or, in 2023, the description) gives them, before one tier includes another.
MATRICES = {
    "ptf-2023-06": """
                          P  G  A
    board-seat            x  .  .
    subcommittee-vote     x  .  .
    placement             x  .  .
    live-webinars         x  .  .
    marketing             .  x  .
    discounts             .  x  .
    board-consideration   .  x  .
    team-support          ?  ?  x
    technical-insight     x  x  x
    technical-influence   x  x  x
    ecosystem             x  x  x
    co-marketing          x  x  x
    talent                x  x  x
    community-leadership  x  x  x
    """,
    "ptf-2024-06": """
                          P  G  A
    board-seat            x  .  .
    subcommittee-vote     x  .  .
    placement             x  .  .
    strategy              x  x  .
    pytorch-day           x  x  .
    amplification         x  x  .
    marketing             x  x  x
    discounts             x  x  x
    logo                  x  x  x
    internships           x  x  x
    board-consideration   x  x  x
    """,
    "ptf-2024-10": """
                          P  G  A
    board-seat            x  .  .
    tac-seat              x  .  .
    subcommittee-vote     x  .  .
    placement             x  .  .
    runners               x  .  .
    strategy              x  .  .
    board-consideration   x  x  .
    tac-consideration     x  x  .
    amplification         x  x  .
    marketing             x  x  .
    discounts             x  x  x
    logo                  x  x  x
    webinars              x  x  x
    """,
    "ptf-2026-01": """
                          P  G  S  A
    board-seat            ?  ?  ?  ?
    tac-seat              ?  ?  ?  ?
    board-consideration   ?  1  2  ?
    tac-consideration     ?  3  ?  ?
    subcommittee-vote     ?  ?  ?  ?
    programme-direction   ?  ?  ?  ?
    tac-leadership        ?  ?  ?  ?
    runners               ?  ?  ?  ?
    ci-credits            ?  ?  ?  ?
    outreach              ?  ?  ?  ?
    placement             ?  ?  ?  ?
    webinars              ?  ?  ?  ?
    announcement          ?  ?  ?  ?
    social-posts          ?  ?  ?  ?
    blog                  ?  ?  ?  ?
    case-studies          ?  ?  ?  ?
    newsletter            ?  ?  ?  ?
    logo                  ?  ?  ?  ?
    pytorch-day           ?  ?  ?  ?
    event-discounts       ?  ?  ?  ?
    training-discounts    ?  ?  ?  ?
    e-learning            4  5  ?  ?
    """,
    "lf-2014-01": "",
}
QUANTITIES = {
    "1": "1 seat per 3 members, no cap",
    "2": "1 seat per 10 members, at most 3",
    "3": "1 seat per 3 members",
    "4": "50 vouchers",
    "5": "ten 50 % discount vouchers",
}
# Figures inside the names of benefits.
FIGURES_IN_NAMES = {
    ("ptf-2024-06", "board-consideration"): [1, 10, 3],
    ("ptf-2024-10", "board-consideration"): [1, 10, 3],
    ("ptf-2026-01", "event-discounts"): [3, 20],
}
# Groups in which a reader looks for a benefit: the same in every edition.
GROUPS = {
    "governance": "board-seat tac-seat subcommittee-vote board-consideration tac-consideration technical-influence programme-direction tac-leadership",
    "visibility": "placement live-webinars marketing co-marketing amplification logo announcement social-posts blog case-studies newsletter",
    "community": "ecosystem community-leadership talent pytorch-day internships webinars outreach event-discounts",
    "training": "discounts training-discounts e-learning",
    "infrastructure": "runners ci-credits",
    "support": "technical-insight team-support strategy",
}
