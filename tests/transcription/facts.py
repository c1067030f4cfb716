"""The published terms of the PyTorch Foundation and of the Linux Foundation, typed a second time from the sources.

Nothing here is read from data/: compare.py holds the two against each other. How to read a block:

  == id | foundation | name | title | first day (exact, or seen: not the very first) | day of the newest copy
  default; day by SOURCE; until DAY     where they apply
  notes FIGURES                          every figure of the notes, in order (of the edition, or of the tier above)
  source id | title | address | day | copy | day on which it was read | proves (where no figure names it)
  tier id | name | who may join | how, number of steps and the figures in them | address
  needs, bundles, has, years             memberships required or included; the tier that it has all of; commitment
  fee SOURCE ...                         flat: the amount and the text; else by what, and a line a band: from, amount, text
  benefits TIERS                         then a line a benefit: id, group, source, marks; figures in its name; < implied by
  totals SOURCE TIER LF-MEMBER [TYPE]    totals that the source itself prints: employees=total

Who may join: company, nonprofit, academic, government, individual; y yes, n no, u not stated. Marks: x yes, . no,
? not stated, or a quoted quantity. A dash is nothing.
"""

FORM = "https://enrollment.lfx.linuxfoundation.org/?project=pytorch"
REPO = "https://github.com/pytorch/pytorch.github.io"
JOIN = "Join the PyTorch Foundation | https://pytorch.org/join"


def page(commit):
    return f"{REPO}/blob/{commit}/join.html"


def three_tiers(source, premier, others):
    """Premier, General and Associate: one price list from June 2023 to the end of 2025."""
    return f"""
tier premier | Premier | yyyyn | {premier}
  needs lf/silver
  has general
  fee {source} 150000 LF Silver Membership + $150,000
tier general | General | yyyyn | {others}
  needs lf/silver
  has associate
  fee {source} by employees
    5000 50000 5,000 employees +: $50,000
    3000 40000 3,000 - 4,999 employees: $40,000
    1000 35000 1,000 - 2,999 employees: $35,000
    500 30000 500 - 999 employees: $30,000
    1 25000 1 - 499 employees: $25,000
tier associate | Associate | nyyun | {others}
  fee {source} 0 Free: Exclusive to academic and nonprofit organizations
"""


def matrix_of_2023(source, marketing_source, marketing):
    return f"""
benefits premier general associate
  board-seat governance {source} x . .
  subcommittee-vote governance {source} x . .
  placement visibility {source} x . .
  strategy support {source} x x .
  pytorch-day community {source} x x .
  amplification visibility {source} x x .
  marketing visibility {marketing_source} {marketing}
  discounts training {source} x x x
  logo visibility {source} x x x
  internships community {source} x x x
  board-consideration governance {source} x x x ; 1 10 3
"""


def matrix_of_2024(source):
    return f"""
benefits premier general associate
  board-seat governance {source} x . .
  tac-seat governance {source} x . .
  subcommittee-vote governance {source} x . .
  placement visibility {source} x . .
  runners infrastructure {source} x . .
  strategy support {source} x . .
  board-consideration governance {source} x x . ; 1 10 3
  tac-consideration governance {source} x x .
  amplification visibility {source} x x .
  marketing visibility {source} x x .
  discounts training {source} x x x
  logo visibility {source} x x x
  webinars community {source} x x x
"""


BY_FORM = f"enrolment, 1 step | {FORM}"
BY_THE_BOARD = f"approval by Governing Board within 14 days, 3 steps 14 | {FORM}"
THREE = "PyTorch Foundation | Premier, General and Associate membership"

PTF = f"""
== ptf-2023-06 | ptf | {THREE} | 2023-06-07 exact | 2024-06-04
notes 2026
source join-2023-06 | {JOIN} | 2023-06-07 | {page("401fd8d50b23c1df2ac5367c2de2fe3f61179072")} | 2026-11-26
source announcement-2023-06 | Join the PyTorch Foundation: Membership Now Open | https://pytorch.org/blog/join-pytorch/ | 2023-06-07 | {REPO}/blob/041cd9daaaf7b6f6eb3668480db07d70ca745d87/_posts/2023-06-07-join-pytorch.md | 2026-11-26
source join-2024-05 | {JOIN} | 2024-05-10 | {page("694f3efb390c228af79620b7a534e3f0dbc6207f")} | 2026-11-26 | proves
source join-2024-06-04 | {JOIN} | 2024-06-04 | {page("7c62b2ff77430a3665c940028eecad253fd31aeb")} | 2026-11-26 | proves
{three_tiers("join-2023-06", "approval, 1 step | https://pytorch.org/blog/join-pytorch/", BY_FORM)}
{matrix_of_2023("join-2023-06", "join-2023-06", "x x x")}
  live-webinars visibility announcement-2023-06 x . .

== ptf-2024-06 | ptf | {THREE} | 2024-06-19 seen | 2024-10-07
notes 2026
source join-2024-06 | {JOIN} | 2024-06-19 | {page("37f528d2ad6a13d49065a793daae3d07abe91cde")} | 2026-11-26
source join-2024-06-text | {JOIN} | 2024-06-19 | {page("2e30cdbcf47fb32f00ad09feba9ce1d5b1a14622")} | 2026-11-26 | proves
{three_tiers("join-2024-06", BY_THE_BOARD, BY_FORM)}
{matrix_of_2023("join-2024-06", "join-2024-06", "x x x")}

== ptf-2024-10 | ptf | {THREE} | 2024-10-08 exact | 2024-10-08
day by pr-1758
notes 2026
source join-2024-06 | {JOIN} | 2024-06-19 | {page("37f528d2ad6a13d49065a793daae3d07abe91cde")} | 2026-11-26
source pr-1758 | Change of the join page, pull request 1758, merged 2024-10-08 | {REPO}/pull/1758 | 2024-10-08 | {REPO}/commit/f4f6cbfb85fc18664dba24fc2374114b9a49c044 | 2026-11-26
{three_tiers("join-2024-06", BY_THE_BOARD, BY_FORM)}
{matrix_of_2023("join-2024-06", "pr-1758", "x x .")}

== ptf-2024-12 | ptf | {THREE} | 2024-12-21 seen | 2024-12-21
notes 2026
source join-2024-12 | {JOIN} | 2024-12-21 | {page("171ddae8944f5eb0364d247242dfb21d7836054a")} | 2026-11-26
{three_tiers("join-2024-12", BY_THE_BOARD, BY_FORM)}
{matrix_of_2024("join-2024-12")}

== ptf-2025-04 | ptf | {THREE} | 2025-04-29 seen | 2025-04-29
default
notes 2026
source join-2025-04 | {JOIN} | 2025-04-29 | {page("e667eb1791e3b8532e205ce4eabd0fe7bdcde54e")} | 2026-11-26
{three_tiers("join-2025-04", f"approval by PyTorch Foundation, 3 steps | {FORM}", BY_FORM)}
{matrix_of_2024("join-2025-04")}

== ptf-2026-01 | ptf | PyTorch Foundation | Platinum, Gold, Silver and Associate membership | 2026-01-08 seen | 2026-03-30
day by landscape-2026-01
source join-2026 | Join the PyTorch Foundation (spring 2026) | https://pytorch.org/join | 2026-03-30 | - | 2026-11-26
source landscape-2026-01 | PyTorch Foundation landscape: the members regrouped into the tiers of 2026 | https://github.com/pytorch-fdn/landscape | 2026-01-08 | https://github.com/pytorch-fdn/landscape/commit/101825ce4bab110ceef2d7872d9846ce23d40961 | 2026-11-26
tier platinum | Platinum | yyyyn | {BY_FORM}
  fee join-2026 350000 $350,000
tier gold | Gold | yyyyn | {BY_FORM}
  fee join-2026 150000 $150,000
tier silver | Silver | yyyyn | {BY_FORM}
  needs lf/silver
  fee join-2026 unpublished
tier associate | Associate | nyyun | {BY_FORM}
  fee join-2026 0 Free: Limited to academic and nonprofit institutions
benefits platinum gold silver associate
  board-seat governance join-2026 ? ? ? ?
  board-consideration governance join-2026 ? "1:3 uncapped" "1:10 capped at max 3" ?
  tac-consideration governance join-2026 ? "1:3 uncapped" ? ?
  e-learning training join-2026 "50 Vouchers" "Ten (10) 50% Discount Vouchers" ? ?
  subcommittee-vote governance join-2026 ? ? ? ?
  programme-direction governance join-2026 ? ? ? ?
  tac-leadership governance join-2026 ? ? ? ?
  ci-infrastructure infrastructure join-2026 ? ? ? ?
  ci-credits infrastructure join-2026 ? ? ? ?
  outreach community join-2026 ? ? ? ?
  placement visibility join-2026 ? ? ? ?
  webinars community join-2026 ? ? ? ?
  announcement visibility join-2026 ? ? ? ?
  social-posts visibility join-2026 ? ? ? ?
  blog visibility join-2026 ? ? ? ?
  case-studies visibility join-2026 ? ? ? ?
  newsletter visibility join-2026 ? ? ? ?
  logo visibility join-2026 ? ? ? ?
  pytorch-day community join-2026 ? ? ? ?
  event-discounts community join-2026 ? ? ? ? ; 3 20
  training-discounts training join-2026 ? ? ? ?
"""

LF_FORM = "enrolment, 1 step | https://enrollment.lfx.linuxfoundation.org/"
LF = f"""
== lf-2014-01 | lf | The Linux Foundation | Platinum, Gold, Silver and Associate membership | 2014-01-28 seen | 2026-04-30
default
notes 2014 2019 2023 2024 2024-12-06 2026-04-30
source ptf-agreement | PyTorch Foundation participation agreement, Exhibit C | https://github.com/pytorch-fdn/foundation | - | https://github.com/pytorch-fdn/foundation/blob/1f0712a/participation-agreement-charter.md | 2026-11-26
source cncf-modal-2026-04 | CNCF Silver Member Pricing Scale | https://www.cncf.io/about/join/ | 2026-04-30 | https://github.com/cncf/cncf.io/blob/9a95818bc8fff608994fec30e193967ad9e23165/web/wp-content/themes/cncf-twenty-two/components/silver-member-pricing-modal.php | 2026-11-26 | proves
source hpsf-charter | HPSF charter, Exhibit C | https://github.com/hpsfoundation/foundation | 2025-07-17 | https://github.com/hpsfoundation/foundation/blob/ef1a265c12f879eb8d90fcbbe56269cbe2782fa5/charter.md | 2026-11-30 | proves
tier platinum | Platinum | yyyyn | {LF_FORM}
  fee ptf-agreement 500000 LF Platinum: $500,000
  notes 2024-07-02 2025-07-17
tier gold | Gold | yyyyn | {LF_FORM}
  fee ptf-agreement 100000 LF Gold: $100,000
  notes 2024-07-02 2025-07-17
tier silver | Silver | yyyyn | {LF_FORM}
  fee ptf-agreement by employees
    1 5000 Under 100 employees: $5,000
    100 10000 100-499 employees: $10,000
    500 15000 500-4,999 employees: $15,000
    5000 20000 5,000 or more employees: $20,000
tier associate | Associate | nyuyn | {LF_FORM}
  fee ptf-agreement 0 LF Associate membership is available for non-profit, open source, and government entities at no cost
"""
