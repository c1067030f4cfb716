.mode list
.nullvalue NULL
.echo on
-- What may be in a column: text, whole numbers, nothing.
SELECT ptf_fee('general', 5000, 'company', 'no'), typeof(ptf_fee('general', 5000, 'company', 'no'));
SELECT ptf_fee('GENERAL', '0005000', '', ''), ptf_fee('general', 4999, NULL, NULL), ptf_fee('general', 5000, NULL, TRUE);
SELECT ptf_fee('associate', NULL, 'academic', NULL), ptf_fee('silver', 100, NULL, NULL, 'lf');
-- No price is NULL: not open, not stated, not published, no headcount.
SELECT ptf_fee('associate', 5, 'company', 'no'), ptf_fee('associate', 5, 'government', 'no'), ptf_fee('silver', 5, 'company', 'no', 'ptf-2026-01'), ptf_fee('general', NULL, 'company', 'no');
-- What describes no organisation is an error in ptf_fee, and a row that says so in ptf_quote.
SELECT ptf_fee('general', 0, 'company', 'no');
SELECT ptf_fee('general', 5000.0, 'company', 'no');
SELECT ptf_fee('general', '5' || char(0) || '000', 'company', 'no');
SELECT ptf_fee('gold', 12, 'company', 'no');
SELECT ptf_fee(NULL, 12, 'company', 'no');
SELECT ptf_fee('general', 12, 'company', 'no', 'ptf-1999');
SELECT * FROM ptf_quote('general', '5' || char(0) || '000', 'company', 'no');
SELECT * FROM ptf_quote('general', 5000.0, 'company', 'no');
SELECT * FROM ptf_quote('general', 12, 'firm', 'no');
SELECT * FROM ptf_quote('general', 12, 'company', 'no', 'ptf-1999');
-- Arguments.
SELECT ptf_fee('general', 12);
SELECT * FROM ptf_quote('general', 12);
SELECT asked_tier, asked_employees, asked_schedule, total_fee FROM ptf_quote('general', 12, NULL, NULL);
SELECT total_fee FROM ptf_quote WHERE asked_tier = 'general' AND asked_employees = 12 AND asked_org_type = 'company' AND asked_lf_member = 'yes';
SELECT total_fee FROM ptf_quote('general', 12, 'company', 'no') WHERE asked_tier = 'premier';
-- Either side of a join, and indexes on what it says.
SELECT count(*) FROM ptf_quote(t.tier, t.n, NULL, NULL) AS q JOIN (SELECT 'general' AS tier, 1 AS n UNION ALL SELECT 'premier', 2) AS t;
CREATE TABLE kept(tier, n, fee AS (ptf_fee(tier, n, NULL, NULL)) STORED);
CREATE INDEX by_fee ON kept(ptf_fee(tier, n, NULL, NULL));
INSERT INTO kept VALUES ('general', 99), ('general', 5000), ('premier', NULL);
SELECT * FROM kept ORDER BY n;
INSERT INTO kept VALUES ('general', '5,000');
SELECT count(*) FROM kept;
-- A row has a number, and comparisons that are no equations are SQLite's to make.
SELECT rowid, status FROM ptf_quote('general', 12, NULL, NULL);
SELECT total_fee FROM ptf_quote('general', 12, NULL, NULL) WHERE asked_tier > 'a';
SELECT total_fee FROM ptf_quote('general', 12, NULL, NULL) WHERE asked_tier > 'z';
