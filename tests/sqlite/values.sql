.mode list
.nullvalue NULL
.echo on
-- What may be in a column: text, whole numbers, nothing.
SELECT ptf_fee_cents('general', 5000, 'company', 'no'), typeof(ptf_fee_cents('general', 5000, 'company', 'no'));
SELECT ptf_fee_cents('GENERAL', '0005000', '', ''), ptf_fee_cents('general', 4999, NULL, NULL), ptf_fee_cents('general', 5000, NULL, TRUE);
SELECT ptf_fee_cents('associate', NULL, 'academic', NULL), ptf_fee_cents('silver', 100, NULL, NULL, 'lf');
-- No price is NULL: not open, not stated, not published, no headcount.
SELECT ptf_fee_cents('associate', 5, 'company', 'no'), ptf_fee_cents('associate', 5, 'government', 'no'), ptf_fee_cents('silver', 5, 'company', 'no', 'ptf-2026-01'), ptf_fee_cents('general', NULL, 'company', 'no');
-- What describes no organisation is NULL in ptf_fee_cents, and a row that says so in ptf_quote.
SELECT ptf_fee_cents('general', 0, 'company', 'no');
SELECT ptf_fee_cents('general', 5000.0, 'company', 'no');
SELECT ptf_fee_cents('general', '5' || char(0) || '000', 'company', 'no');
SELECT ptf_fee_cents('gold', 12, 'company', 'no');
SELECT ptf_fee_cents(NULL, 12, 'company', 'no');
SELECT ptf_fee_cents('general', 12, 'company', 'no', 'ptf-1999');
SELECT * FROM ptf_quote('general', '5' || char(0) || '000', 'company', 'no');
SELECT * FROM ptf_quote('general', 5000.0, 'company', 'no');
SELECT * FROM ptf_quote('general', 12, 'firm', 'no');
SELECT * FROM ptf_quote('general', 12, 'company', 'no', 'ptf-1999');
-- Arguments.
SELECT ptf_fee_cents('general');
SELECT status, total_fee_cents FROM ptf_quote('general', 12);
SELECT asked_tier, asked_employees, asked_schedule, total_fee_cents FROM ptf_quote('general', 12, NULL, NULL);
SELECT total_fee_cents FROM ptf_quote WHERE asked_tier = 'general' AND asked_employees = 12 AND asked_org_type = 'company' AND asked_lf_member = 'yes';
SELECT total_fee_cents FROM ptf_quote('general', 12, 'company', 'no') WHERE asked_tier = 'premier';
-- Either side of a join, and indexes on what it says.
SELECT count(*) FROM ptf_quote(t.tier, t.n, NULL, NULL) AS q JOIN (SELECT 'general' AS tier, 1 AS n UNION ALL SELECT 'premier', 2) AS t;
CREATE TABLE kept(tier, n, fee AS (ptf_fee_cents(tier, n, NULL, NULL)) STORED);
CREATE INDEX by_fee ON kept(ptf_fee_cents(tier, n, NULL, NULL));
INSERT INTO kept VALUES ('general', 99), ('general', 5000), ('premier', NULL);
SELECT * FROM kept ORDER BY n;
INSERT INTO kept VALUES ('general', '5,000');
SELECT count(*) FROM kept;
-- A row has a number, and comparisons that are no equations are SQLite's to make.
SELECT rowid, status FROM ptf_quote('general', 12, NULL, NULL);
SELECT total_fee_cents FROM ptf_quote('general', 12, NULL, NULL) WHERE asked_tier > 'a';
SELECT total_fee_cents FROM ptf_quote('general', 12, NULL, NULL) WHERE asked_tier > 'z';
-- Money sorts, compares and sums as numbers; a whole REAL is a headcount; the types of the columns.
CREATE TABLE totals AS SELECT t.n, q.* FROM (SELECT 'general' AS tier, 5000 AS n UNION ALL SELECT 'premier', 120 UNION ALL SELECT 'general', 12) AS t, ptf_quote(t.tier, t.n) AS q;
SELECT max(total_fee_cents), min(total_fee_cents), sum(total_fee_cents), typeof(sum(total_fee_cents)) FROM totals;
SELECT n, total_fee_cents FROM totals WHERE total_fee_cents > 10000000;
SELECT n FROM totals ORDER BY total_fee_cents DESC;
SELECT DISTINCT typeof(membership_fee_cents), typeof(prerequisite_fee_cents), typeof(total_fee_cents) FROM totals;
SELECT n, ptf_fee_cents('general', n, 'company', 1.0) FROM (SELECT 5000.0 AS n UNION ALL SELECT 99.5 UNION ALL SELECT 1e300 UNION ALL SELECT -0.0 UNION ALL SELECT 4999);
SELECT status, error FROM (SELECT 99.5 AS n UNION ALL SELECT 1e300 UNION ALL SELECT -5.0), ptf_quote('general', n);
SELECT total_fee_cents FROM ptf_quote('general', 12) WHERE asked_lf_member = 'yes';
SELECT total_fee_cents FROM ptf_quote('associate', NULL, 'academic');
SELECT * FROM ptf_quote('general');
