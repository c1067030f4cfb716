-- The published terms once more, as a reader of the sources writes them down for a database: ranges with both ends, cents,
-- one row for each sentence. Nothing here comes from the program's own tables.
-- Needs the table answer(edition, tier, employees, org_type, lf_member, status, membership_fee, prerequisite_fee, total_fee).

-- What a tier asks: its own price (null: by headcount, or not published), and whether Linux Foundation Silver is due too.
CREATE TABLE terms (edition, tier, cents, by_headcount, published, silver_too);
INSERT INTO terms VALUES
    ('ptf-2023-06', 'premier',   15000000, 0, 1, 1),
    ('ptf-2023-06', 'general',   NULL,     1, 1, 1),
    ('ptf-2023-06', 'associate', 0,        0, 1, 0),
    ('ptf-2024-06', 'premier',   15000000, 0, 1, 1),
    ('ptf-2024-06', 'general',   NULL,     1, 1, 1),
    ('ptf-2024-06', 'associate', 0,        0, 1, 0),
    ('ptf-2024-10', 'premier',   15000000, 0, 1, 1),
    ('ptf-2024-10', 'general',   NULL,     1, 1, 1),
    ('ptf-2024-10', 'associate', 0,        0, 1, 0),
    ('ptf-2024-12', 'premier',   15000000, 0, 1, 1),
    ('ptf-2024-12', 'general',   NULL,     1, 1, 1),
    ('ptf-2024-12', 'associate', 0,        0, 1, 0),
    ('ptf-2025-04', 'premier',   15000000, 0, 1, 1),
    ('ptf-2025-04', 'general',   NULL,     1, 1, 1),
    ('ptf-2025-04', 'associate', 0,        0, 1, 0),
    ('ptf-2026-01', 'platinum',  35000000, 0, 1, 0),
    ('ptf-2026-01', 'gold',      15000000, 0, 1, 0),
    ('ptf-2026-01', 'silver',    NULL,     0, 0, 1),
    ('ptf-2026-01', 'associate', 0,        0, 1, 0),
    ('lf-2014-01',  'platinum',  50000000, 0, 1, 0),
    ('lf-2014-01',  'gold',      10000000, 0, 1, 0),
    ('lf-2014-01',  'silver',    NULL,     1, 1, 0),
    ('lf-2014-01',  'associate', 0,        0, 1, 0);

CREATE TABLE general_scale (lowest, highest, cents);
INSERT INTO general_scale VALUES (1, 499, 2500000), (500, 999, 3000000), (1000, 2999, 3500000), (3000, 4999, 4000000),
                                 (5000, 9223372036854775807, 5000000);

CREATE TABLE silver_scale (lowest, highest, cents);
INSERT INTO silver_scale VALUES (1, 99, 500000), (100, 499, 1000000), (500, 4999, 1500000), (5000, 9223372036854775807, 2000000);

-- Who is not simply welcome. Whatever is not listed is open; individuals are members nowhere.
CREATE TABLE closed (edition, tier, org_type, why);
INSERT INTO closed SELECT DISTINCT edition, tier, 'individual', 'ineligible' FROM terms;
INSERT INTO closed VALUES
    ('ptf-2023-06', 'associate', 'company',    'ineligible'),
    ('ptf-2023-06', 'associate', 'government', 'unstated'),
    ('ptf-2024-06', 'associate', 'company',    'ineligible'),
    ('ptf-2024-06', 'associate', 'government', 'unstated'),
    ('ptf-2024-10', 'associate', 'company',    'ineligible'),
    ('ptf-2024-10', 'associate', 'government', 'unstated'),
    ('ptf-2024-12', 'associate', 'company',    'ineligible'),
    ('ptf-2024-12', 'associate', 'government', 'unstated'),
    ('ptf-2025-04', 'associate', 'company',    'ineligible'),
    ('ptf-2025-04', 'associate', 'government', 'unstated'),
    ('ptf-2026-01', 'associate', 'company',    'ineligible'),
    ('ptf-2026-01', 'associate', 'government', 'unstated'),
    ('lf-2014-01',  'associate', 'company',    'ineligible'),
    ('lf-2014-01',  'associate', 'academic',   'unstated');

CREATE VIEW charge AS
SELECT answer.rowid AS number, answer.edition, answer.tier,
       coalesce(closed.why,
                CASE WHEN NOT terms.published THEN 'unpublished'
                     WHEN answer.employees = '' AND (terms.by_headcount OR (terms.silver_too AND lf_member = 'no')) THEN 'needs_employees'
                     ELSE 'quoted' END) AS status,
       CASE WHEN NOT terms.by_headcount THEN terms.cents
            WHEN answer.edition = 'lf-2014-01' THEN (SELECT cents FROM silver_scale WHERE CAST(employees AS INTEGER) BETWEEN lowest AND highest)
            ELSE (SELECT cents FROM general_scale WHERE CAST(employees AS INTEGER) BETWEEN lowest AND highest) END AS membership,
       CASE WHEN NOT terms.silver_too OR lf_member = 'yes' THEN 0
            ELSE (SELECT cents FROM silver_scale WHERE CAST(employees AS INTEGER) BETWEEN lowest AND highest) END AS prerequisite
FROM answer JOIN terms USING (edition, tier)
            LEFT JOIN closed ON closed.edition = answer.edition AND closed.tier = answer.tier AND closed.org_type = answer.org_type;

CREATE TABLE expected AS
SELECT number, edition, tier, status, membership, prerequisite,
       iif(status = 'quoted', printf('%d.%02d', membership / 100, membership % 100), '') AS membership_fee,
       iif(status = 'quoted', printf('%d.%02d', prerequisite / 100, prerequisite % 100), '') AS prerequisite_fee,
       iif(status = 'quoted', printf('%d.%02d', (membership + prerequisite) / 100, (membership + prerequisite) % 100), '') AS total_fee
FROM charge;

-- The report: the rows that differ, some of them in full; then edition by edition how many agree, and their sum in cents.
.mode list
.separator |
SELECT 'rows', (SELECT count(*) FROM answer), (SELECT count(*) FROM expected);
SELECT 'differ', count(*) FROM answer JOIN expected ON number = answer.rowid
WHERE (answer.status, answer.membership_fee, answer.prerequisite_fee, answer.total_fee)
      IS NOT (expected.status, expected.membership_fee, expected.prerequisite_fee, expected.total_fee);
SELECT 'example', answer.edition, answer.tier, employees, org_type, lf_member, 'program:', answer.status, answer.membership_fee,
       answer.prerequisite_fee, answer.total_fee, 'terms:', expected.status, expected.membership_fee, expected.prerequisite_fee,
       expected.total_fee
FROM answer JOIN expected ON number = answer.rowid
WHERE (answer.status, answer.membership_fee, answer.prerequisite_fee, answer.total_fee)
      IS NOT (expected.status, expected.membership_fee, expected.prerequisite_fee, expected.total_fee) LIMIT 10;
SELECT 'edition', edition, count(*), sum(status = 'quoted'), coalesce(sum(iif(status = 'quoted', membership + prerequisite, 0)), 0)
FROM expected GROUP BY edition ORDER BY edition;
