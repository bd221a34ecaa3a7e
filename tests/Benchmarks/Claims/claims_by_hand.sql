-- The claims job written by hand for DuckDB: three results and the numbers of the report. {data} is the folder of the Parquet files,
-- {results} the schema of the target. Every table is read and written down once, with a column that says what drops the row: 0 for a
-- row of nulls alone, else the place of the first rule that it breaks, null for a row that stays.

CREATE TEMP TABLE treatment AS
SELECT ID, PROGRAM_ID, TYPE, DATE_CREATED,
       CASE WHEN COALESCE(ID, PROGRAM_ID) IS NULL AND STATUS IS NULL AND TYPE IS NULL AND DATE_CREATED IS NULL THEN 0
            WHEN ID < 0 THEN 1
            WHEN PROGRAM_ID < 0 THEN 2 END::TINYINT AS dropped_by
FROM read_parquet('{data}/TREATMENT.parquet');

CREATE TEMP TABLE claim AS
SELECT ID, TREATMENT_ID, PROGRAM_ID, TYPE, STATUS, AMOUNT, DATE_CREATED,
       CASE WHEN COALESCE(ID, TREATMENT_ID, PROGRAM_ID) IS NULL AND TYPE IS NULL AND STATUS IS NULL AND AMOUNT IS NULL AND DATE_CREATED IS NULL THEN 0
            WHEN ID < 0 THEN 1
            WHEN TREATMENT_ID < 0 THEN 2
            WHEN PROGRAM_ID < 0 THEN 3
            WHEN AMOUNT = 0 THEN 4 END::TINYINT AS dropped_by
FROM read_parquet('{data}/CLAIM.parquet');

CREATE TEMP TABLE invoice AS
SELECT ID, TREATMENT_ID, STATUS, DATE_CREATED,
       CASE WHEN COALESCE(ID, TREATMENT_ID) IS NULL AND STATUS IS NULL AND DATE_CREATED IS NULL THEN 0
            WHEN ID < 0 THEN 1
            WHEN TREATMENT_ID < 0 THEN 2 END::TINYINT AS dropped_by
FROM read_parquet('{data}/INVOICE.parquet');

CREATE TEMP TABLE invoice_item AS
SELECT INVOICE_ID, AMOUNT, DATE_CREATED,
       CASE WHEN COALESCE(ID, INVOICE_ID, PRODUCT_ID) IS NULL AND STATUS IS NULL AND AMOUNT IS NULL AND DATE_CREATED IS NULL THEN 0
            WHEN ID < 0 THEN 1
            WHEN INVOICE_ID < 0 THEN 2
            WHEN PRODUCT_ID < 0 THEN 3
            WHEN AMOUNT = 0 THEN 4 END::TINYINT AS dropped_by
FROM read_parquet('{data}/INVOICE_ITEM.parquet');

-- What the donors of each backfill give, for the keys that are asked for.
CREATE TEMP TABLE claim_date AS
SELECT ID AS key, MIN(DATE_CREATED) AS value, MIN(DATE_CREATED) <> MAX(DATE_CREATED) AS conflict
FROM treatment
WHERE dropped_by IS DISTINCT FROM 0 AND ID IN (SELECT TREATMENT_ID FROM claim WHERE DATE_CREATED IS NULL AND dropped_by IS DISTINCT FROM 0)
GROUP BY ID
HAVING MIN(DATE_CREATED) IS NOT NULL;

CREATE TEMP TABLE invoice_date AS
SELECT ID AS key, MIN(DATE_CREATED) AS value, MIN(DATE_CREATED) <> MAX(DATE_CREATED) AS conflict
FROM treatment
WHERE dropped_by IS DISTINCT FROM 0 AND ID IN (SELECT TREATMENT_ID FROM invoice WHERE DATE_CREATED IS NULL AND dropped_by IS DISTINCT FROM 0)
GROUP BY ID
HAVING MIN(DATE_CREATED) IS NOT NULL;

CREATE TEMP TABLE filled_invoice AS
SELECT i.ID, i.TREATMENT_ID, i.STATUS, COALESCE(i.DATE_CREATED, d.value) AS DATE_CREATED, i.dropped_by
FROM invoice i LEFT JOIN invoice_date d ON d.key = CASE WHEN i.DATE_CREATED IS NULL THEN i.TREATMENT_ID END
WHERE i.dropped_by IS DISTINCT FROM 0;

CREATE TEMP TABLE item_date AS
SELECT ID AS key, MIN(DATE_CREATED) AS value, MIN(DATE_CREATED) <> MAX(DATE_CREATED) AS conflict
FROM filled_invoice
WHERE ID IN (SELECT INVOICE_ID FROM invoice_item WHERE DATE_CREATED IS NULL AND dropped_by IS DISTINCT FROM 0)
GROUP BY ID
HAVING MIN(DATE_CREATED) IS NOT NULL;

CREATE TEMP TABLE treatment_program AS
SELECT TREATMENT_ID AS key, COUNT(DISTINCT PROGRAM_ID) > 1 AS conflict
FROM claim
WHERE dropped_by IS DISTINCT FROM 0 AND PROGRAM_ID >= 0
  AND TREATMENT_ID IN (SELECT ID FROM treatment WHERE PROGRAM_ID IS NULL AND dropped_by IS DISTINCT FROM 0)
GROUP BY TREATMENT_ID;

CREATE TEMP TABLE treatment_type AS
SELECT TREATMENT_ID AS key, COUNT(DISTINCT TYPE) > 1 AS conflict
FROM claim
WHERE dropped_by IS DISTINCT FROM 0 AND TYPE IS NOT NULL
  AND TREATMENT_ID IN (SELECT ID FROM treatment WHERE TYPE IS NULL AND dropped_by IS DISTINCT FROM 0)
GROUP BY TREATMENT_ID;

-- The results.
CREATE TABLE {results}.claim_agg AS
SELECT STATUS AS status, COUNT(*) AS total_claims, CAST(SUM(AMOUNT) AS DECIMAL(28, 2)) AS total_amount,
       -- Half away from zero at the sixth digit, in whole numbers: doubles have too few digits.
       CAST(CAST(SIGN(SUM(AMOUNT)) * ((2 * ABS(CAST(SUM(AMOUNT) * 100 AS HUGEINT)) * 10000 + COUNT(AMOUNT)) // (2 * COUNT(AMOUNT))) AS DECIMAL(22, 0))
            * CAST(0.000001 AS DECIMAL(6, 6)) AS DECIMAL(22, 6)) AS avg_amount,
       MAX(AMOUNT) AS max_amount, MIN(AMOUNT) AS min_amount
FROM claim
WHERE dropped_by IS NULL
GROUP BY STATUS;

CREATE TABLE {results}.invoice_agg AS
SELECT STATUS AS status, COUNT(*) AS total_invoices, MAX(DATE_CREATED) AS latest_date_created
FROM filled_invoice
WHERE dropped_by IS NULL
GROUP BY STATUS;

CREATE TEMP TABLE status_invoice AS
SELECT DISTINCT c.STATUS, i.ID
FROM (SELECT DISTINCT STATUS, TREATMENT_ID FROM claim WHERE dropped_by IS NULL) c
JOIN filled_invoice i ON i.TREATMENT_ID = c.TREATMENT_ID
WHERE i.dropped_by IS NULL AND i.ID IS NOT NULL;

CREATE TABLE {results}.invoice_by_claim_status AS
SELECT a.status, COALESCE(n.total_invoices, 0) AS total_invoices, CAST(s.total_invoice_amount AS DECIMAL(28, 2)) AS total_invoice_amount
FROM {results}.claim_agg a
LEFT JOIN (SELECT STATUS, COUNT(*) AS total_invoices FROM status_invoice GROUP BY STATUS) n ON n.STATUS IS NOT DISTINCT FROM a.status
LEFT JOIN (
    SELECT p.STATUS, SUM(t.AMOUNT) AS total_invoice_amount
    FROM status_invoice p JOIN invoice_item t ON t.INVOICE_ID = p.ID
    WHERE t.dropped_by IS NULL
    GROUP BY p.STATUS) s ON s.STATUS IS NOT DISTINCT FROM a.status;

-- The report.
CREATE TEMP TABLE dropped AS
SELECT 'TREATMENT' AS table_name, dropped_by, COUNT(*) AS n FROM treatment GROUP BY dropped_by
UNION ALL SELECT 'CLAIM', dropped_by, COUNT(*) FROM claim GROUP BY dropped_by
UNION ALL SELECT 'INVOICE', dropped_by, COUNT(*) FROM invoice GROUP BY dropped_by
UNION ALL SELECT 'INVOICE_ITEM', dropped_by, COUNT(*) FROM invoice_item GROUP BY dropped_by;

CREATE TEMP TABLE treatment_filled AS
SELECT t.PROGRAM_ID IS NULL AS no_program, t.TYPE IS NULL AS no_type, p.key IS NOT NULL AS has_program, y.key IS NOT NULL AS has_type, COUNT(*) AS n
FROM treatment t
LEFT JOIN treatment_program p ON p.key = CASE WHEN t.PROGRAM_ID IS NULL THEN t.ID END
LEFT JOIN treatment_type y ON y.key = CASE WHEN t.TYPE IS NULL THEN t.ID END
WHERE t.dropped_by IS DISTINCT FROM 0 AND (t.PROGRAM_ID IS NULL OR t.TYPE IS NULL)
GROUP BY ALL;

CREATE TABLE {results}.report_backfill AS
SELECT 'CLAIM' AS table_name, 'DATE_CREATED' AS column_name, COUNT(d.key) AS filled, COUNT(*) - COUNT(d.key) AS still_null,
       (SELECT COUNT(*) FROM claim_date WHERE conflict) AS conflicts
FROM claim c LEFT JOIN claim_date d ON d.key = c.TREATMENT_ID
WHERE c.DATE_CREATED IS NULL AND c.dropped_by IS DISTINCT FROM 0
UNION ALL
SELECT 'INVOICE', 'DATE_CREATED', COUNT(d.key), COUNT(*) - COUNT(d.key), (SELECT COUNT(*) FROM invoice_date WHERE conflict)
FROM invoice i LEFT JOIN invoice_date d ON d.key = i.TREATMENT_ID
WHERE i.DATE_CREATED IS NULL AND i.dropped_by IS DISTINCT FROM 0
UNION ALL
SELECT 'INVOICE_ITEM', 'DATE_CREATED', COUNT(d.key), COUNT(*) - COUNT(d.key), (SELECT COUNT(*) FROM item_date WHERE conflict)
FROM invoice_item t LEFT JOIN item_date d ON d.key = t.INVOICE_ID
WHERE t.DATE_CREATED IS NULL AND t.dropped_by IS DISTINCT FROM 0
UNION ALL
SELECT 'TREATMENT', 'PROGRAM_ID', COALESCE(SUM(n) FILTER (has_program), 0), COALESCE(SUM(n) FILTER (NOT has_program), 0),
       (SELECT COUNT(*) FROM treatment_program WHERE conflict)
FROM treatment_filled WHERE no_program
UNION ALL
SELECT 'TREATMENT', 'TYPE', COALESCE(SUM(n) FILTER (has_type), 0), COALESCE(SUM(n) FILTER (NOT has_type), 0),
       (SELECT COUNT(*) FROM treatment_type WHERE conflict)
FROM treatment_filled WHERE no_type;

CREATE TEMP TABLE rows_of AS
SELECT table_name, SUM(n) AS rows_in, SUM(n) FILTER (dropped_by IS DISTINCT FROM 0) AS rows_left, SUM(n) FILTER (dropped_by IS NULL) AS rows_out
FROM dropped GROUP BY table_name;

CREATE TABLE {results}.report_step AS
SELECT table_name, 'drop null rows' AS step, rows_in, rows_left AS rows_out, 0 AS rows_changed FROM rows_of
UNION ALL
SELECT table_name, 'backfill', rows_left, rows_left,
       CASE table_name WHEN 'TREATMENT' THEN (SELECT COALESCE(SUM(n), 0) FROM treatment_filled WHERE has_program OR has_type) ELSE filled END
FROM rows_of LEFT JOIN (SELECT * FROM {results}.report_backfill WHERE table_name <> 'TREATMENT') USING (table_name)
UNION ALL
SELECT table_name, 'filter', rows_left, rows_out, 0 FROM rows_of;

CREATE TABLE {results}.report_filter AS
SELECT r.table_name, r.rule, COALESCE(d.n, 0) AS dropped
FROM (VALUES
    ('TREATMENT', 1, 'id_not_negative'), ('TREATMENT', 2, 'program_id_not_negative'),
    ('CLAIM', 1, 'id_not_negative'), ('CLAIM', 2, 'treatment_id_not_negative'), ('CLAIM', 3, 'program_id_not_negative'), ('CLAIM', 4, 'amount_not_zero'),
    ('INVOICE', 1, 'id_not_negative'), ('INVOICE', 2, 'treatment_id_not_negative'),
    ('INVOICE_ITEM', 1, 'id_not_negative'), ('INVOICE_ITEM', 2, 'invoice_id_not_negative'), ('INVOICE_ITEM', 3, 'product_id_not_negative'),
    ('INVOICE_ITEM', 4, 'amount_not_zero')) r(table_name, place, rule)
LEFT JOIN dropped d ON d.table_name = r.table_name AND d.dropped_by = r.place;
