"""The published terms of thirteen more foundations, typed a second time from their pages and agreements.

How to read a block: see facts.py.
"""

ALMA = "https://github.com/AlmaLinux/almalinux.org/blob"
ALMA_SPONSOR = "approval by Membership Committee, 2 steps | https://accounts.almalinux.org/organizations/"
ALMA_FREE = "approval by Membership Committee, 2 steps | https://accounts.almalinux.org/membership/request/?membership_type="
ALMALINUX = f"""
== almalinux-2025-01 | almalinux | AlmaLinux OS Foundation | Platinum, Gold, Ruby and Silver sponsors, mirror sponsors and individuals | 2025-01-23 exact | 2026-07-02
day by page-2025
notes 2.12 2.13
source page | AlmaLinux OS Foundation membership | https://almalinux.org/members/ | 2026-06-23 | {ALMA}/1380a4dc79afe5c5692d42269ac38ac1744e2ee9/layouts/members/single.html | 2026-11-26
source page-2025 | AlmaLinux OS Foundation membership, page of 2025-01-23 | https://almalinux.org/members/ | 2025-01-23 | {ALMA}/d4f5de515f2dd00df67cec83d034443232795db5/layouts/members/single.html | 2026-11-27
source bylaws | AlmaLinux OS Foundation bylaws | https://almalinux.org/p/foundation-bylaws/ | 2026-04-14 | {ALMA}/a804b4fbd216575022b967fc411ad0e20b5b16e3/content/p/foundation-bylaws.md | 2026-11-27 | proves
tier platinum | Platinum | yyyyn | {ALMA_SPONSOR}
  fee page 100000 Platinum $100,000 /yr — or 3 dedicated FTEs working on AlmaLinux
tier gold | Gold | yyyyn | {ALMA_SPONSOR}
  fee page 20000 Gold $20,000 /yr — or 1 dedicated FTE / hardware / service credits
tier ruby | Ruby | yyyyn | {ALMA_SPONSOR}
  fee page 5000 Ruby $5,000 /yr — or hardware / services equivalent
tier silver | Silver | yyyyn | {ALMA_SPONSOR}
  fee page 2500 Silver $2,500 /yr — or hardware / services equivalent
tier mirror | Mirror Sponsor | yyyyy | {ALMA_FREE}mirror
  fee page 0 Free
tier individual | Individual | nnnny | {ALMA_FREE}individual
  fee page 0 Free
benefits platinum gold ruby silver mirror individual
  votes governance page "50 votes" "15 votes" "5 votes" "5 votes" "1 vote" "1 vote"
  blog-posts visibility page "4 posts" "4 posts" . . . .
  webinars visibility page "2 webinars" "1 webinar" . . . .
"""

ASF_MAIL = "enrolment, 1 step | https://www.apache.org/foundation/sponsorship"
ASF = f"""
== asf-2023-05 | asf | The Apache Software Foundation | Platinum, Gold, Silver and Bronze sponsors | 2023-05-22 exact | 2024-02-13
notes 2024 2026
source page | The Apache Software Foundation Sponsorship Program | https://www.apache.org/foundation/sponsorship | 2023-05-22 | https://github.com/apache/www-site/blob/06defa378c3929931f4b2af50df27580130c84c6/content/foundation/sponsorship.md | 2026-11-27
source fossfoundation | FOSS Foundations sponsorship data, asf (secondary) | https://github.com/Punderthings/fossfoundation | 2024-02-13 | https://github.com/Punderthings/fossfoundation/blob/dfe0fbb/_sponsorships/asf.md | 2026-11-26 | proves
tier platinum | Platinum | yuuuu | {ASF_MAIL}
  fee page 125000 Donation level: US$125k/year
tier gold | Gold | yuuuu | {ASF_MAIL}
  fee page 50000 Donation level: US$50k/year
tier silver | Silver | yuuuu | {ASF_MAIL}
  fee page 25000 Donation level: US$25k/year
tier bronze | Bronze | yuuuu | {ASF_MAIL}
  fee page 6000 Donation level: US$6k/year
benefits platinum gold silver bronze
  press visibility page x . . .
  case-study visibility page x x . .
  reports visibility page x x x x
"""

BDK_PAGE = "https://bitcoindevkit.org/foundation/become-a-member/"
BDK_MAIL = f"enrolment, 1 step | {BDK_PAGE}"
BDK = f"""
== bdk-2024-11 | bdk | Bitcoin Dev Kit Foundation | Platinum, Gold, Silver and Associate membership | 2024-11-01 exact | 2026-04-29
source page | Become a member of the BDK Foundation | {BDK_PAGE} | 2024-11-01 | https://github.com/bitcoindevkit/bitcoindevkit.org/blob/1307ed79c459713ddbc863f4982586d07d3f3398/docs/foundation/become-a-member.md | 2026-11-26
tier platinum | Platinum | yuuun | {BDK_MAIL}
  fee page 300000 Platinum: 300,000 USD
tier gold | Gold | yuuun | {BDK_MAIL}
  fee page 150000 Gold: 150,000 USD
tier silver | Silver | yuuun | {BDK_MAIL}
  notes 0 99 1
  fee page by employees
    3000 85000 3000+: 85,000 USD
    1000 55000 1000-2999: 55,000 USD
    500 30000 500-999: 30,000 USD
    100 15000 100-499: 15,000 USD
    1 5000 0-99: 5,000 USD
tier associate | Associate | nyynn | approval by board, 2 steps | {BDK_PAGE}
  notes 2025-04-09
  fee page unpublished
"""

BYTECODE_REPO = "https://github.com/bytecodealliance/bytecodealliance.org/blob"
BYTECODE = f"""
== bytecode-2023-06 | bytecode | Bytecode Alliance | Voting and Non-Voting membership | 2023-06-15 seen | 2024-10-22
source agreement | Bytecode Alliance membership agreement | https://bytecodealliance.org/assets/membership-agreement.pdf | 2023-06-15 | {BYTECODE_REPO}/3b5820589ae6abd91c729da1cf3ad8ebb8da791b/assets/membership-agreement.pdf | 2026-11-26
source bylaws | Bytecode Alliance bylaws | https://bytecodealliance.org/assets/bylaws.pdf | - | {BYTECODE_REPO}/9b57e04dff73dd4a8ccfacd9ac19e9939098d196/assets/bylaws.pdf | 2026-11-30 | proves
tier voting | Voting | yyyyn | enrolment, 1 step | https://bytecodealliance.org/join
  notes 5,000 2,000 5,000
  fee agreement by employees
    5000 40000 5,000 and above: $40,000
    2000 20000 Between 2,000 and 4,999: $20,000
    500 10000 Between 500 and 1,999: $10,000
    100 5000 Between 100 and 499: $5,000
    1 2500 Up to 99: $2,500
tier non-voting | Non-Voting | nyyyn | approval by Board of Directors, 2 steps | https://bytecodealliance.org/join
  fee agreement 0 Non-Voting membership, reserved for qualifying governmental agencies, academic entities, or non-profit entities, and with no annual membership fee.
benefits voting non-voting
  vote governance agreement x .
"""

CDF_REPO = "https://github.com/cdfoundation/charter"
CDF_SIGN = f"enrolment, 1 step | {CDF_REPO}"
CDF_AGREEMENT = f"source agreement | CD Foundation participation agreement and funding charter | {CDF_REPO} | 2019-02-06 | {CDF_REPO}/blob/4ca9f1852379cf56b1e67aedd88caee5eb7397c3/CD%20Foundation%20Participation%20Agreement%20and%20Funding%20Charter%202-6-2019.pdf | 2026-11-26"
CDF_NAME = "cdf | Continuous Delivery Foundation | Premier, General, End User and Associate membership"


def cdf_tiers(premier):
    return f"""
tier premier | Premier | yuuun | {CDF_SIGN}
  needs lf/silver
  {premier}
  fee agreement 100000 Premier Member $100,000
tier general | General | yuuun | {CDF_SIGN}
  needs lf/silver
  fee agreement by employees
    5000 30000 5,000 and above: $30,000
    2000 20000 Between 2,000 and 4,999: $20,000
    500 10000 Between 500 and 1,999: $10,000
    1 5000 Up to 499: $5,000
tier end-user | End User | yuuun | {CDF_SIGN}
  needs lf/silver
  notes 2
  fee agreement by employees
    5000 15000 5,000 and above: $15,000
    2000 10000 Between 2,000 and 4,999: $10,000
    500 5000 Between 500 and 1,999: $5,000
    1 2500 Up to 499: $2,500
tier associate | Associate | nyuyn | approval by Governing Board, 2 steps 2 | {CDF_REPO}
  needs lf/associate
  fee agreement 0 Associate Member (pre-approved non-profits, open source projects, and government entities) $0
benefits premier general end-user associate
  board-seat governance agreement x . . .
  board-election governance agreement . x . . < board-seat
"""


CDF = f"""
== cdf-2019-02 | {CDF_NAME} | 2019-02-06 exact | 2021-05-13
notes 2 1
{CDF_AGREEMENT}
{cdf_tiers("years 2")}

== cdf-2021-05 | {CDF_NAME} | 2021-05-13 exact | 2023-06-02
default; day by minutes
notes 2 1
{CDF_AGREEMENT}
source minutes | CD Foundation, minutes of the Governing Board of 2021-05-13 | https://github.com/cdfoundation/foundation | 2021-05-13 | https://github.com/cdfoundation/foundation/blob/a37873252d81fc1c8e40025e097b52bf506f6357/governing-board/minutes/2021-05-13.md | 2026-11-27
{cdf_tiers("notes 2021-05-13")}
"""

CNCF_PAGE = "https://www.cncf.io/about/join/"
CNCF_FORM = f"enrolment, 1 step | {CNCF_PAGE}"
CNCF_BOARD = f"approval by Governing Board, 2 steps 4 | {CNCF_PAGE}"
CNCF_NAME = "cncf | Cloud Native Computing Foundation | Platinum, Gold, Silver, Academic and Nonprofit membership"


def cncf_theme(commit, day):
    theme = f"https://github.com/cncf/cncf.io/blob/{commit}/web/wp-content/themes/cncf-twenty-two"
    return f"""
source modal | CNCF Silver Member Pricing Scale | {CNCF_PAGE} | {day} | {theme}/components/silver-member-pricing-modal.php | 2026-11-26
source table | CNCF membership price table | {CNCF_PAGE} | - | {theme}/includes/shortcodes/price-table-members.php | 2026-11-26
"""


def cncf_tiers(silver, academic, nonprofit):
    return f"""
tier platinum | Platinum | yuuun | {CNCF_FORM}
  needs lf/silver
  has gold
  years 3
  fee table 350000 $350,000 + LF Membership
tier gold | Gold | yuuun | {CNCF_FORM}
  needs lf/silver
  has silver
  fee table 100000 $100,000 + LF Membership
tier silver | Silver | yuuun | {CNCF_FORM}
  needs lf/silver
  {silver}
tier academic | Academic | nnynn | {CNCF_BOARD}
  bundles lf/associate
  fee table 1000 {academic}
tier nonprofit | Nonprofit | nynnn | {CNCF_BOARD}
  bundles lf/associate
  fee table 500 {nonprofit}
benefits platinum gold silver academic nonprofit
  board-seat governance table x . . . .
  board-election governance table . x x . . < board-seat
"""


CNCF = f"""
== cncf-2024-12 | {CNCF_NAME} | 2024-12-06 exact | 2026-04-08
{cncf_theme("b8ebbb3358262f94edbf652067003628b361032a", "2024-12-06")}
source agreement | CNCF membership agreement | https://github.com/cncf/foundation | - | https://github.com/cncf/foundation/blob/0e0eb4955a9c11a564581c1acac99f177cdea8ab/cncf-membership-agreement.pdf | 2026-11-30 | proves
{cncf_tiers('''notes 2026-02-23 20,000 1,000 30,000 3,000
  fee modal by employees
    5000 50000 5,000 employees +: $50,000
    3000 50000 3,000 – 4,999 employees: $50,000
    1000 30000 1,000 – 2,999 employees: $30,000
    500 10000 500 – 999 employees: $10,000
    100 5000 100 – 499 employees: $5,000
    50 5000 50 – 99 employees: $5,000
    1 2000 Under 50 employees: $2,000''',
    "Academic / Nonprofit: $1,000 / $500 annually", "Academic / Nonprofit: $1,000 / $500 annually")}
totals modal silver no: 1=7000 49=7000 50=10000 99=10000 100=15000 499=15000 500=25000 999=25000 1000=45000 2999=45000 3000=65000 4999=65000 5000=70000
totals modal silver yes: 1=2000 50=5000 100=5000 500=10000 1000=30000 3000=50000 5000=50000

== cncf-2026-04 | {CNCF_NAME} | 2026-04-30 exact | 2026-06-30
default
{cncf_theme("9a95818bc8fff608994fec30e193967ad9e23165", "2026-04-30")}
{cncf_tiers('''fee modal by employees
    5000 50000 5,000 employees +: $50,000
    3000 50000 3,000 – 4,999 employees: $50,000
    1000 30000 1,000 – 2,999 employees: $30,000
    500 20000 500 – 999 employees: $20,000
    100 10000 100 – 499 employees: $10,000
    11 5000 11 – 99 employees: $5,000
    1 2000 1 - 10 employees: $2,000''', "Academic: $1,000", "Nonprofit: $500")}
  tickets community table . . "10 tickets" . .
totals modal silver no: 1=7000 10=7000 11=10000 99=10000 100=20000 499=20000 500=35000 999=35000 1000=45000 2999=45000 3000=65000 4999=65000 5000=70000
totals modal silver yes: 1=2000 11=5000 100=10000 500=20000 1000=30000 3000=50000 5000=50000
"""

DSF_JOIN = "approval by board, 2 steps | https://www.djangoproject.com/foundation/corporate-membership/join/"
DSF = f"""
== dsf-2026-08 | dsf | Django Software Foundation | Corporate membership | 2026-08-13 exact | 2026-08-21
default
source source-code | Corporate members of the Django Software Foundation: the source of the page | https://www.djangoproject.com/foundation/corporate-members/ | 2026-08-13 | https://github.com/django/djangoproject.com/blob/1b922aa9f119c7fde979e88781d76f3fe3c80a62/members/models.py | 2026-11-26
tier sponsored-fellow | Sponsored Fellow | yuuun | {DSF_JOIN}
  notes 2026-08-13
  fee source-code 200000 Sponsored Fellow Corporate Members ($200,000+)
tier diamond | Diamond | yuuun | {DSF_JOIN}
  fee source-code 100000 Diamond Corporate Members ($100,000+)
tier platinum | Platinum | yuuun | {DSF_JOIN}
  fee source-code 30000 Platinum Corporate Members ($30,000+)
tier gold | Gold | yuuun | {DSF_JOIN}
  notes 2026-08-12 12,500
  fee source-code 13750 Gold Corporate Members ($13,750+)
tier silver | Silver | yuuun | {DSF_JOIN}
  notes 2026-08-12 5,000
  fee source-code 5500 Silver Corporate Members ($5,500+)
tier bronze | Bronze | yuuun | {DSF_JOIN}
  notes 2026-08-12 2,000
  fee source-code 2200 Bronze Corporate Members ($2,200+)
"""

EEF = """
== eef-2021-03 | eef | Erlang Ecosystem Foundation | Sponsors | 2021-03-08 seen | 2026-05-29
notes 1,999
source page | EEF sponsors: Sponsorship Tiers | https://erlef.org/sponsors | 2021-03-08 | https://github.com/erlef/website/blob/959b9c932ef974e08dc32931866984a799606714/lib/erlef_web/templates/page/sponsors.html.eex | 2026-11-26
tier sponsor | Sponsor | yuuuu | enrolment, 1 step | https://erlef.org/sponsors
  fee page by revenue
    0 2000 < $1,000,000: $2,000
    1000000 5000 $1,000,000 … $5,000,000: $5,000
    5000001 10000 > $5,000,000: $10,000
benefits sponsor
  logo visibility page x
"""

FINOS_REPO = "https://github.com/finos/community"
FINOS_SIGN = f"enrolment, 1 step | {FINOS_REPO}"
FINOS = f"""
== finos-2020-06 | finos | Fintech Open Source Foundation (FINOS) | Platinum, Gold, Silver and Associate membership | 2020-06-16 seen | 2024-11-11
until 2024-11-26
notes 2 1
source agreement | FINOS participation agreement and charter | {FINOS_REPO} | 2020-06-16 | {FINOS_REPO}/blob/c151848db1710d77218cc5df7506c7faf01a062b/governance/Participation-Agreement.pdf | 2026-11-26
source charter-2025-01 | FINOS charter page, linking to the agreement revised on 2024-11-26 | {FINOS_REPO} | 2025-01-23 | {FINOS_REPO}/commit/13cf698a994f60a75b6cf7a3ee7fc7da8a9345da | 2026-11-30 | proves
tier platinum | Platinum | yuuun | {FINOS_SIGN}
  needs lf/silver
  notes 19 27
  fee agreement 200000 Platinum Member $200,000
tier gold | Gold | yuuun | {FINOS_SIGN}
  needs lf/silver
  fee agreement 50000 Gold Member $50,000
tier silver | Silver | yuuun | {FINOS_SIGN}
  needs lf/silver
  fee agreement by employees
    100 30000 100 and above: $30,000
    20 20000 Between 20-99: $20,000
    1 10000 Up to 19: $10,000
tier associate | Associate | nyuyn | {FINOS_SIGN}
  needs lf/associate
  fee agreement 0 Associate Member (pre-approved non-profits, open source projects, and government entities) $0
benefits platinum gold silver associate
  board-seat governance agreement x . . .
  board-election governance agreement . x x . < board-seat
"""

GSF_CHARTER = "https://github.com/Green-Software-Foundation/charter"
GSF_SITE = "https://github.com/Green-Software-Foundation/greensoftware.foundation/blob"
GSF_JOIN = "https://greensoftware.foundation/membership"
GSF_NAME = "gsf | Green Software Foundation | Steering, General and Contributor membership"
GSF_SIGN = f"approval by Steering Committee, 2 steps 1 | {GSF_JOIN}"
GSF = f"""
== gsf-2023-11 | {GSF_NAME} | 2023-11-08 seen | 2025-03-14
source charter | GSF charter and membership agreement | {GSF_CHARTER} | 2023-11-08 | {GSF_CHARTER}/blob/3445f7ad987fe0850bb3bc4839cfa10dc82338e2/charter.md | 2026-11-26
source site | GSF: Join us, membership fees | https://greensoftware.foundation/join-us | 2023-06-21 | {GSF_SITE}/2a8567a4994515eb3f59ffad15c16f4b064e5963/src/pages/join-us.js | 2026-11-27
tier steering | Steering | yuuun | {GSF_SIGN}
  needs lf/silver at 20000 in site: Steering Members: LF $20,000
  notes 20,000 5,000
  fee charter 100000 Steering Member: $100,000 US
tier general | General | ynnun | {GSF_SIGN}
  needs lf/silver
  notes 5,000 5000 5000 5,000
  fee charter by employees
    5000 20000 >5000 employees = $20,000 US
    500 15000 <5000 employees = $15,000 US
    100 10000 <500 employees = $10,000 US
    1 5000 <100 employees = $5,000 US
tier general-nonprofit | General, nonprofits and universities | nyynn | {GSF_SIGN}
  needs lf/associate
  notes 0 500
  fee charter 500 Non-Profits & Universities = $500 US
tier contributor | Contributor | uuuuu | {GSF_SIGN}
  fee charter 0 Contributor: $0
totals site steering no: 50=120000 5000=120000
totals site general no: 99=10000 100=20000 499=20000 500=30000 4999=30000 5000=40000

== gsf-2025-07 | {GSF_NAME} | 2025-07-30 exact | 2025-12-17
day by site
source agreement | GSF membership agreement v.5.0.1 (GSF V.3) | {GSF_CHARTER} | 2025-08-01 | {GSF_CHARTER}/blob/3e816fcd777bf707298d617ec5d852b517d5d1e7/GSF-5.0.1-Membership-agreement-v3.pdf | 2026-11-26
source site | GSF: Join us, membership fees | https://greensoftware.foundation/join-us | 2025-07-30 | {GSF_SITE}/40a5ad62d8da7c24e810f8fec2d416b536392766/src/pages/join-us.js | 2026-11-27
tier steering | Steering | yuuun | {GSF_SIGN}
  needs lf/silver at 20000 in site: Steering Members: LF $20,000
  notes 20,000 5,000
  fee agreement 100000 Steering Member $100,000 US
tier general | General | yuuun | {GSF_SIGN}
  needs lf/silver
  notes 5,000 5000 5000 5,000
  fee agreement by employees
    5000 30000 >5000 employees = $30,000 US
    500 20000 <5000 employees = $20,000 US
    100 10000 <500 employees = $10,000 US
    1 5000 <100 employees = $5,000 US
tier contributor | Contributor | uyyuu | {GSF_SIGN}
  fee agreement 0 Non-Profits & Universities = $0 US
totals site steering no: 50=120000 5000=120000
totals site general no: 99=10000 100=20000 499=20000 500=35000 4999=35000 5000=50000

== gsf-2026-07 | {GSF_NAME} | 2026-07-21 exact | 2026-08-21
default
source web | GSF membership page: fees | {GSF_JOIN}/ | 2026-07-21 | {GSF_SITE}/8adcb03de9e1d536233a6ce438464b166d22e5a4/src/pages/membership/index.astro | 2026-11-26
tier steering | Steering | yuuun | approval by steering members, 2 steps | {GSF_JOIN}/
  needs lf/silver at 20000 in web: LF fee $20,000
  notes 20,000 5,000
  fee web 100000 Steering: $100,000
tier general | General | ynunn | enrolment, 1 step | {GSF_JOIN}/
  needs lf/silver
  fee web by employees
    5000 30000 General (5,000+ employees): $30,000
    500 20000 General (< 5,000 employees): $20,000
    100 10000 General (< 500 employees): $10,000
    1 5000 General (< 100 employees): $5,000
tier general-nonprofit | General, nonprofits and government | nynyn | enrolment, 1 step | {GSF_JOIN}/
  needs lf/associate at 0 in web: LF fee $0
  notes 0
  fee web 0 General Non-Profits & Government: Free
tier contributor | Contributor, universities | nnynn | enrolment, 1 step | {GSF_JOIN}/
  needs lf/associate at 0 in web: LF fee $0
  notes 0
  fee web 0 Contributor - Universities: Free
totals web steering no: 50=120000 5000=120000
totals web steering yes: 5000=100000
totals web general no: 99=10000 499=20000 4999=35000 5000=50000
totals web general yes: 99=5000 499=10000 4999=20000 5000=30000
totals web general-nonprofit no nonprofit: 99=0
totals web contributor no academic: 99=0
"""

HPSF_REPO = "https://github.com/hpsfoundation/foundation"
HPSF_SIGN = f"enrolment, 1 step | {HPSF_REPO}"
HPSF = f"""
== hpsf-2024-05 | hpsf | High Performance Software Foundation | Premier, General and Associate membership | 2024-05-13 exact | 2026-04-29
day by charter-2024
notes 1
source charter | HPSF charter, Exhibit C | {HPSF_REPO} | 2025-07-17 | {HPSF_REPO}/blob/ef1a265c12f879eb8d90fcbbe56269cbe2782fa5/charter.md | 2026-11-26
source charter-2024 | HPSF charter, effective May 13, 2024 | {HPSF_REPO} | 2024-05-13 | {HPSF_REPO}/blob/fa7d76952152e41bfbe0e1df17148e500fba27d6/charter.md | 2026-11-27
source agreement | HPSF participation agreement | {HPSF_REPO} | 2024-05-13 | {HPSF_REPO}/blob/18e1e75fc37fb220779e0eee1af074f99e5cb156/hpsf-participation-agreement.pdf | 2026-11-26 | proves
tier premier | Premier | yuuun | {HPSF_SIGN}
  needs lf/silver
  years 2
  fee charter 175000 Premier Member $175,000
tier general | General | yuuun | {HPSF_SIGN}
  needs lf/silver
  fee charter by employees
    5000 50000 5,000 and above: $50,000
    2000 30000 Between 2,000 and 4,999: $30,000
    500 20000 Between 500 and 1,999: $20,000
    100 10000 100 to 499: $10,000
    1 2500 Up to 99: $2,500
tier associate | Associate | nyuyn | {HPSF_SIGN}
  needs lf/associate
  fee charter 0 Associate Member $0
benefits premier general associate
  board-seat governance charter x . .
  board-election governance charter . x . ; 25 < board-seat
"""

OPENPOWER_FORM = "enrolment, 1 step | https://openpowerfoundation.org/join/"
OPENPOWER = f"""
== openpower-2023-06 | openpower | OpenPOWER Foundation | Platinum, Gold, Silver and Associate/Academic/Community membership | 2023-06-05 exact | 2026-06-25
default
source levels | OpenPOWER membership levels | https://openpowerfoundation.org/join/levels/ | 2023-05-10 | https://github.com/OpenPOWERFoundation/website-openpower.foundation/blob/441a2bddcbe144449a5d190caf2d620aa3c83818/content/join/levels.md | 2026-11-26
tier platinum | Platinum | yuuun | {OPENPOWER_FORM}
  fee levels 100000 $100k
tier gold | Gold | yuuun | {OPENPOWER_FORM}
  fee levels 60000 $60k
tier silver | Silver | yuuun | {OPENPOWER_FORM}
  notes 2023-06-05 5 300 300
  fee levels by employees
    100 20000 $20k
    10 5000 $5k if <100 employees
    1 1000 $1k if < 10 employees
tier associate | Associate, Academic, Community | nuyun | {OPENPOWER_FORM}
  fee levels 0 $0
benefits platinum gold silver associate
  board-seat governance levels x . . .
  committee-seat governance levels x . . .
  board-election governance levels . x x . < board-seat
"""

PHP_SPONSOR = "enrolment, 1 step | https://thephp.foundation/sponsor/"
PHP = f"""
== php-2023-12 | php | The PHP Foundation | Platinum, Gold and Silver sponsors | 2023-12-19 exact | 2026-07-22
day by page-2023
notes 2024-10-01 12
source page | Sponsorship tiers | https://thephp.foundation/sponsor/ | 2024-10-01 | https://github.com/ThePHPF/thephp.foundation/blob/f38521eb8acebb402323b40e3fee8b5cac7403fb/source/_layouts/sponsorship-tiers.html | 2026-11-26
source page-2023 | The PHP Foundation: join, page of 2023-12-19 | https://thephp.foundation/sponsor/ | 2023-12-19 | https://github.com/ThePHPF/thephp.foundation/commit/2f32f851d2229850a4dda9ab89f2c51bbf4e99b0 | 2026-11-27
tier platinum | Platinum | yuuuu | {PHP_SPONSOR}
  has gold
  notes 102,000
  fee page 100000 Platinum $100,000 /year or $8,500 /month
tier gold | Gold | yuuuu | {PHP_SPONSOR}
  has silver
  fee page 24000 Gold $24,000 /year or $2,000 /month
tier silver | Silver | yuuuu | {PHP_SPONSOR}
  fee page 12000 Silver $12,000 /year or $1,000 /month
benefits platinum gold silver
  advisory governance page . . x
  readme visibility page . x .
  case-study visibility page x . .
"""

ALL = ALMALINUX + ASF + BDK + BYTECODE + CDF + CNCF + DSF + EEF + FINOS + GSF + HPSF + OPENPOWER + PHP
