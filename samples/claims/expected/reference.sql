-- The claims job in plain SQL for MariaDB 10.11 or later: what the pipeline must give, written from its rules and not from its code.
-- Run load.sql first. Names: KEPT_x are the rows left by step 1, DATED_x and FILLED_x those with the backfills of step 2,
-- PREPROCESSED_x those left by the filters of step 3; then the three results.

-- Quotients keep 22 digits after the point, so that the one rounding of an average is the last.
SET div_precision_increment = 20;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Step 1: rows whose every column is null go.

CREATE TABLE KEPT_TREATMENT (KEY (ID)) AS
SELECT * FROM TREATMENT
WHERE ID IS NOT NULL OR PROGRAM_ID IS NOT NULL OR STATUS IS NOT NULL OR TYPE IS NOT NULL OR DATE_CREATED IS NOT NULL;

CREATE TABLE KEPT_CLAIM (KEY (TREATMENT_ID)) AS
SELECT * FROM CLAIM
WHERE ID IS NOT NULL OR TREATMENT_ID IS NOT NULL OR PROGRAM_ID IS NOT NULL OR TYPE IS NOT NULL OR STATUS IS NOT NULL
   OR AMOUNT IS NOT NULL OR DATE_CREATED IS NOT NULL;

CREATE TABLE KEPT_INVOICE (KEY (TREATMENT_ID)) AS
SELECT * FROM INVOICE
WHERE ID IS NOT NULL OR TREATMENT_ID IS NOT NULL OR STATUS IS NOT NULL OR DATE_CREATED IS NOT NULL;

CREATE TABLE KEPT_INVOICE_ITEM (KEY (INVOICE_ID)) AS
SELECT * FROM INVOICE_ITEM
WHERE ID IS NOT NULL OR INVOICE_ID IS NOT NULL OR PRODUCT_ID IS NOT NULL OR STATUS IS NOT NULL OR AMOUNT IS NOT NULL
   OR DATE_CREATED IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Step 2: backfills. A donor table has one row a key, so that a join with it neither adds nor drops a row. Donors are the kept rows,
-- before any filter: a treatment with a negative program still gives its date.

-- The earliest date of a treatment, for its claims and its invoices.
CREATE TABLE TREATMENT_DATE (PRIMARY KEY (ID)) AS
SELECT ID, MIN(DATE_CREATED) AS DATE_CREATED
FROM KEPT_TREATMENT
WHERE ID IS NOT NULL AND DATE_CREATED IS NOT NULL
GROUP BY ID;

CREATE TABLE FILLED_CLAIM (KEY (TREATMENT_ID)) AS
SELECT c.ID, c.TREATMENT_ID, c.PROGRAM_ID, c.TYPE, c.STATUS, c.AMOUNT, COALESCE(c.DATE_CREATED, d.DATE_CREATED) AS DATE_CREATED
FROM KEPT_CLAIM c
LEFT JOIN TREATMENT_DATE d ON d.ID = c.TREATMENT_ID;

CREATE TABLE FILLED_INVOICE (KEY (ID), KEY (TREATMENT_ID)) AS
SELECT i.ID, i.TREATMENT_ID, i.STATUS, COALESCE(i.DATE_CREATED, d.DATE_CREATED) AS DATE_CREATED
FROM KEPT_INVOICE i
LEFT JOIN TREATMENT_DATE d ON d.ID = i.TREATMENT_ID;

-- The earliest date of an invoice, its own or the one it was just given, for its items.
CREATE TABLE INVOICE_DATE (PRIMARY KEY (ID)) AS
SELECT ID, MIN(DATE_CREATED) AS DATE_CREATED
FROM FILLED_INVOICE
WHERE ID IS NOT NULL AND DATE_CREATED IS NOT NULL
GROUP BY ID;

CREATE TABLE FILLED_INVOICE_ITEM (KEY (INVOICE_ID)) AS
SELECT t.ID, t.INVOICE_ID, t.PRODUCT_ID, t.STATUS, t.AMOUNT, COALESCE(t.DATE_CREATED, d.DATE_CREATED) AS DATE_CREATED
FROM KEPT_INVOICE_ITEM t
LEFT JOIN INVOICE_DATE d ON d.ID = t.INVOICE_ID;

-- The program of a treatment: that of its claim with the smallest ID which has one; claims without an ID come last, and among claims of
-- one ID the smallest program counts. A negative program is never given, the next claim is asked instead.
CREATE TABLE CLAIM_PROGRAM (PRIMARY KEY (TREATMENT_ID)) AS
SELECT TREATMENT_ID, PROGRAM_ID
FROM (
    SELECT TREATMENT_ID, PROGRAM_ID,
           ROW_NUMBER() OVER (PARTITION BY TREATMENT_ID ORDER BY ID IS NULL, ID, PROGRAM_ID) AS PLACE
    FROM KEPT_CLAIM
    WHERE TREATMENT_ID IS NOT NULL AND PROGRAM_ID IS NOT NULL AND PROGRAM_ID >= 0
) candidates
WHERE PLACE = 1;

-- The type of a treatment, likewise but on its own: it may come from another claim, also from one with a negative program.
CREATE TABLE CLAIM_TYPE (PRIMARY KEY (TREATMENT_ID)) AS
SELECT TREATMENT_ID, TYPE
FROM (
    SELECT TREATMENT_ID, TYPE,
           ROW_NUMBER() OVER (PARTITION BY TREATMENT_ID ORDER BY ID IS NULL, ID, TYPE) AS PLACE
    FROM KEPT_CLAIM
    WHERE TREATMENT_ID IS NOT NULL AND TYPE IS NOT NULL
) candidates
WHERE PLACE = 1;

-- DATE_TREATMENT is a copy of DATE_CREATED.
CREATE TABLE FILLED_TREATMENT (KEY (ID)) AS
SELECT t.ID,
       COALESCE(t.PROGRAM_ID, p.PROGRAM_ID) AS PROGRAM_ID,
       t.STATUS,
       COALESCE(t.TYPE, y.TYPE) AS TYPE,
       t.DATE_CREATED,
       t.DATE_CREATED AS DATE_TREATMENT
FROM KEPT_TREATMENT t
LEFT JOIN CLAIM_PROGRAM p ON p.TREATMENT_ID = t.ID
LEFT JOIN CLAIM_TYPE y ON y.TREATMENT_ID = t.ID;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Step 3: filters. A row goes when a rule is broken; what is unknown passes.

CREATE TABLE PREPROCESSED_TREATMENT AS
SELECT * FROM FILLED_TREATMENT
WHERE (ID IS NULL OR ID >= 0)
  AND (PROGRAM_ID IS NULL OR PROGRAM_ID >= 0);

CREATE TABLE PREPROCESSED_CLAIM (KEY (TREATMENT_ID)) AS
SELECT * FROM FILLED_CLAIM
WHERE (ID IS NULL OR ID >= 0)
  AND (TREATMENT_ID IS NULL OR TREATMENT_ID >= 0)
  AND (PROGRAM_ID IS NULL OR PROGRAM_ID >= 0)
  AND (AMOUNT IS NULL OR AMOUNT <> 0);

CREATE TABLE PREPROCESSED_INVOICE (KEY (TREATMENT_ID)) AS
SELECT * FROM FILLED_INVOICE
WHERE (ID IS NULL OR ID >= 0)
  AND (TREATMENT_ID IS NULL OR TREATMENT_ID >= 0);

CREATE TABLE PREPROCESSED_INVOICE_ITEM (KEY (INVOICE_ID)) AS
SELECT * FROM FILLED_INVOICE_ITEM
WHERE (ID IS NULL OR ID >= 0)
  AND (INVOICE_ID IS NULL OR INVOICE_ID >= 0)
  AND (PRODUCT_ID IS NULL OR PRODUCT_ID >= 0)
  AND (AMOUNT IS NULL OR AMOUNT <> 0);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Result claim_agg: one row a status of claims, null being one of them. Every claim counts, whatever its ID; only those with an amount
-- are in the sum, the average (half up at the sixth decimal), the largest and the smallest.

CREATE TABLE claim_agg AS
SELECT STATUS AS status,
       CAST(COUNT(*) AS SIGNED) AS total_claims,
       CAST(SUM(AMOUNT) AS DECIMAL(28,2)) AS total_amount,
       CAST(ROUND(SUM(AMOUNT) / COUNT(AMOUNT), 6) AS DECIMAL(22,6)) AS avg_amount,
       MAX(AMOUNT) AS max_amount,
       MIN(AMOUNT) AS min_amount
FROM PREPROCESSED_CLAIM
GROUP BY STATUS;

-- Result invoice_agg: one row a status of invoices.

CREATE TABLE invoice_agg AS
SELECT STATUS AS status,
       CAST(COUNT(*) AS SIGNED) AS total_invoices,
       MAX(DATE_CREATED) AS latest_date_created
FROM PREPROCESSED_INVOICE
GROUP BY STATUS;

-- Result invoice_by_claim_status: one row a status of claims, also where no invoice belongs to it (0 invoices, no amount).

-- Which treatments have a claim of which status.
CREATE TABLE STATUS_TREATMENT (KEY (TREATMENT_ID)) AS
SELECT DISTINCT STATUS, TREATMENT_ID
FROM PREPROCESSED_CLAIM
WHERE TREATMENT_ID IS NOT NULL;

-- Which invoices belong to which status, each once: by their IDs, however many rows or treatments an ID has.
CREATE TABLE STATUS_INVOICE (KEY (INVOICE_ID)) AS
SELECT DISTINCT s.STATUS, i.ID AS INVOICE_ID
FROM STATUS_TREATMENT s
JOIN PREPROCESSED_INVOICE i ON i.TREATMENT_ID = s.TREATMENT_ID
WHERE i.ID IS NOT NULL;

-- The amounts of the items of those invoices, each item once a status.
CREATE TABLE STATUS_AMOUNT AS
SELECT s.STATUS, SUM(t.AMOUNT) AS TOTAL
FROM STATUS_INVOICE s
JOIN PREPROCESSED_INVOICE_ITEM t ON t.INVOICE_ID = s.INVOICE_ID
GROUP BY s.STATUS;

CREATE TABLE invoice_by_claim_status AS
SELECT a.STATUS AS status,
       CAST((SELECT COUNT(*) FROM STATUS_INVOICE s WHERE s.STATUS <=> a.STATUS) AS SIGNED) AS total_invoices,
       CAST((SELECT m.TOTAL FROM STATUS_AMOUNT m WHERE m.STATUS <=> a.STATUS) AS DECIMAL(28,2)) AS total_invoice_amount
FROM (SELECT DISTINCT STATUS FROM PREPROCESSED_CLAIM) a;
