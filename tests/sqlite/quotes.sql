.mode box
.nullvalue NULL
.import --csv roster.csv roster
.echo on
SELECT name, q.* FROM roster, ptf_quote(roster.tier, employees, org_type, lf_member) AS q;
SELECT status, count(*), sum(total_fee_cents) FROM roster, ptf_quote(roster.tier, employees, org_type, lf_member) GROUP BY status ORDER BY status;
SELECT name, now.total_fee_cents AS now, before.total_fee_cents AS before FROM roster, ptf_quote(roster.tier, employees, org_type, lf_member) AS now, ptf_quote(roster.tier, employees, org_type, lf_member, 'ptf-2023-06') AS before WHERE now.status = 'quoted';
SELECT name, tier, ptf_fee_cents(tier, employees, org_type, lf_member) AS fee FROM roster WHERE name LIKE 'Contoso%' OR name = 'Umbrella';
