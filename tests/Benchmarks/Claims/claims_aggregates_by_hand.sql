-- The three results alone, by hand: nothing is counted, nothing is filled that no result shows. {data} is the folder of the Parquet
-- files, {results} the schema of the target.

CREATE TEMP TABLE claim AS
SELECT STATUS, TREATMENT_ID, AMOUNT
FROM read_parquet('{data}/CLAIM.parquet')
WHERE (ID >= 0 OR ID IS NULL) AND (TREATMENT_ID >= 0 OR TREATMENT_ID IS NULL) AND (PROGRAM_ID >= 0 OR PROGRAM_ID IS NULL)
  AND (AMOUNT <> 0 OR AMOUNT IS NULL)
  AND NOT (COALESCE(ID, TREATMENT_ID, PROGRAM_ID) IS NULL AND TYPE IS NULL AND STATUS IS NULL AND AMOUNT IS NULL AND DATE_CREATED IS NULL);

CREATE TABLE {results}.claim_agg AS
SELECT STATUS AS status, COUNT(*) AS total_claims, CAST(SUM(AMOUNT) AS DECIMAL(28, 2)) AS total_amount,
       -- Half away from zero at the sixth digit, in whole numbers: doubles have too few digits.
       CAST(CAST(SIGN(SUM(AMOUNT)) * ((2 * ABS(CAST(SUM(AMOUNT) * 100 AS HUGEINT)) * 10000 + COUNT(AMOUNT)) // (2 * COUNT(AMOUNT))) AS DECIMAL(22, 0))
            * CAST(0.000001 AS DECIMAL(6, 6)) AS DECIMAL(22, 6)) AS avg_amount,
       MAX(AMOUNT) AS max_amount, MIN(AMOUNT) AS min_amount
FROM claim
GROUP BY STATUS;

CREATE TEMP TABLE invoice AS
SELECT ID, TREATMENT_ID, STATUS, DATE_CREATED
FROM read_parquet('{data}/INVOICE.parquet')
WHERE (ID >= 0 OR ID IS NULL) AND (TREATMENT_ID >= 0 OR TREATMENT_ID IS NULL)
  AND NOT (COALESCE(ID, TREATMENT_ID) IS NULL AND STATUS IS NULL AND DATE_CREATED IS NULL);

CREATE TABLE {results}.invoice_agg AS
SELECT i.STATUS AS status, COUNT(*) AS total_invoices, MAX(COALESCE(i.DATE_CREATED, d.value)) AS latest_date_created
FROM invoice i
LEFT JOIN (
    SELECT ID AS key, MIN(DATE_CREATED) AS value
    FROM read_parquet('{data}/TREATMENT.parquet')
    WHERE ID IN (SELECT TREATMENT_ID FROM invoice WHERE DATE_CREATED IS NULL)
    GROUP BY ID) d ON d.key = CASE WHEN i.DATE_CREATED IS NULL THEN i.TREATMENT_ID END
GROUP BY i.STATUS;

CREATE TEMP TABLE status_invoice AS
SELECT DISTINCT c.STATUS, i.ID
FROM (SELECT DISTINCT STATUS, TREATMENT_ID FROM claim) c
JOIN invoice i ON i.TREATMENT_ID = c.TREATMENT_ID
WHERE i.ID IS NOT NULL;

CREATE TABLE {results}.invoice_by_claim_status AS
SELECT a.status, COALESCE(n.total_invoices, 0) AS total_invoices, CAST(s.total_invoice_amount AS DECIMAL(28, 2)) AS total_invoice_amount
FROM {results}.claim_agg a
LEFT JOIN (SELECT STATUS, COUNT(*) AS total_invoices FROM status_invoice GROUP BY STATUS) n ON n.STATUS IS NOT DISTINCT FROM a.status
LEFT JOIN (
    SELECT p.STATUS, SUM(t.total) AS total_invoice_amount
    FROM status_invoice p
    JOIN (
        SELECT INVOICE_ID, SUM(AMOUNT) AS total
        FROM read_parquet('{data}/INVOICE_ITEM.parquet')
        WHERE (ID >= 0 OR ID IS NULL) AND INVOICE_ID >= 0 AND (PRODUCT_ID >= 0 OR PRODUCT_ID IS NULL) AND AMOUNT <> 0
        GROUP BY INVOICE_ID) t ON t.INVOICE_ID = p.ID
    GROUP BY p.STATUS) s ON s.STATUS IS NOT DISTINCT FROM a.status;
